import type { ActionKind } from './action';

/** What each thing is called in the rep's language, in lower case. */
export interface Vocabulary {
  readonly kinds: readonly (readonly [ActionKind, readonly string[]])[];
  readonly periods: readonly (readonly ['day' | 'week' | 'month' | 'quarter', readonly string[]])[];
  readonly percent: readonly string[];
}

export type MissingPart = 'kind' | 'number' | 'period';

/** A goal in the rep's own words, as far as it can be read. */
export interface Statement {
  readonly kind: ActionKind | null;
  /** Whole actions, where a number was given. */
  readonly count: number | null;
  /** A change in percent of the period before, where one was given. */
  readonly percent: number | null;
  readonly period: 'day' | 'week' | 'month' | 'quarter' | null;
  /** What it needs to be specific, measurable and timely. */
  readonly missing: readonly MissingPart[];
}

/**
 * Reads a goal in words and says what it lacks: a thing that Foothold counts, how many of it or how many percent more,
 * and by when.
 *
 * @example "increase sales" lacks all three
 * @example "+15 % leads next quarter" // lead, 15 %, quarter: complete
 * @example "20 calls a day" // call, 20, day: complete
 */
export function readStatement(text: string, vocabulary: Vocabulary): Statement {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\d%+\-.,]+/gu, ' ')} `;
  const signs = ['%', ...vocabulary.percent].map(escaped).join('|');
  const share = new RegExp(`([+-]?\\d+(?:[.,]\\d+)?) ?(?:${signs})`, 'u').exec(words);
  const rest = share ? words.replace(share[0], ' ') : words;
  const whole = /(?:^|[^\d.,])(\d{1,4})(?![\d.,]*\d)/.exec(rest);
  const found = {
    kind: longestMatch(rest, vocabulary.kinds),
    period: longestMatch(rest, vocabulary.periods),
    percent: share?.[1] === undefined ? null : Number(share[1].replace(',', '.')),
    count: whole?.[1] === undefined ? null : Number(whole[1]),
  };
  const missing: MissingPart[] = [];
  if (found.kind === null) missing.push('kind');
  if (found.count === null && found.percent === null) missing.push('number');
  if (found.period === null) missing.push('period');
  return { ...found, missing };
}

/**
 * The target that so many percent more are, rounded up.
 *
 * @param before what the period before gave, in actions
 * @example raised(40, 15) === 46
 */
export function raised(before: number, percent: number): number {
  return Math.max(1, Math.ceil(before * (1 + percent / 100) - 1e-9));
}

/** What the longest word of a text that is known stands for, so that "connection request" is not taken for a part. */
function longestMatch<Name>(
  text: string,
  named: readonly (readonly [Name, readonly string[]])[],
): Name | null {
  let best: readonly [Name | null, number] = [null, 0];
  for (const [name, words] of named) {
    for (const word of words) {
      const matches = new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})`, 'u').test(text);
      if (matches && word.length > best[1]) best = [name, word.length];
    }
  }
  return best[0];
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
