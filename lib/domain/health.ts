import type { DayKey } from './day';

/**
 * How an intent ended: proven; proven, and not an action by the rule's own reading (an edit, a draft); out of time
 * without a proof; refused by the page; called off; or its rule threw.
 */
export const outcomes = [
  'confirmed',
  'unmatched',
  'unconfirmed',
  'failed',
  'cancelled',
  'broken',
] as const;
export type Outcome = (typeof outcomes)[number];

export type Counts = Readonly<Partial<Record<Outcome, number>>>;

/** How often each way of a rule on one local day. */
export interface RuleDay extends Counts {
  readonly day: DayKey;
  /** `atomic/note`; or a page that throws, `atomic/contact-page`. */
  readonly rule: string;
}

/** Pages of one kind at one address whose landmark was not there, since it was last seen. */
export interface Misses {
  /** `https://crm.example.com`. */
  readonly origin: string;
  readonly kind: string;
  /** Different things: pseudonyms of records, or the time where a page is of no record. The latest few. */
  readonly things: readonly string[];
  /** The latest, UTC ms. */
  readonly at: number;
}

/** What a site no longer looks like, and what of it cannot be relied on. */
export interface Unrecognised {
  /** Page kinds. */
  readonly pages: readonly string[];
  /** Rule ids. */
  readonly rules: readonly string[];
}

/**
 * So many different pages of a kind must lack its landmark, none having it in between. One is a deleted record or a bad
 * minute of the server; a false alarm costs more trust than a late one.
 */
export const missesToTell = 3;

/** A page of that kind was looked at and its landmark was not there. The same thing again is no further evidence. */
export function withMiss(
  misses: Pick<Misses, 'things'> | undefined,
  thing: string,
): readonly string[] {
  return [...new Set([...(misses?.things ?? []), thing])].slice(-missesToTell);
}

export function isMissing({ things }: Misses): boolean {
  return things.length >= missesToTell;
}

/** Adds up what the rules did, each rule once, by its id. */
export function countsByRule(days: readonly RuleDay[]): ReadonlyMap<string, Counts> {
  const sums = new Map<string, Partial<Record<Outcome, number>>>();
  for (const day of days) {
    const sum = sums.get(day.rule) ?? {};
    for (const outcome of outcomes)
      if (day[outcome]) sum[outcome] = (sum[outcome] ?? 0) + day[outcome];
    sums.set(day.rule, sum);
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The rules that threw today, and those that the page has stopped confirming; by id. */
export function troubledRules(days: readonly RuleDay[], today: DayKey): readonly string[] {
  const rules = [...new Set(days.map(({ rule }) => rule))].sort();
  return rules.filter((rule) => {
    const own = days.filter((row) => row.rule === rule);
    return own.some(({ day, broken }) => day === today && broken) || hasStopped(own);
  });
}

const enough = 10;

/**
 * Whether a rule used to be confirmed and no longer is. Decided intents are those that were proven or ran out of time;
 * failed and cancelled ones say nothing about the site. Of its latest days that hold at least 10 of them, half or more
 * ran out of time, while of at least 10 before that at most one in five did. So a rule that often starts for nothing is
 * never told on.
 *
 * @param days of one rule, in any order
 * @example 12 confirmed on Monday, 5 confirmed and 5 unconfirmed on Tuesday: true
 */
export function hasStopped(days: readonly RuleDay[]): boolean {
  const newest = [...days].sort((a, b) => (a.day > b.day ? -1 : 1));
  const latest: Tried = { all: 0, lost: 0 };
  const before: Tried = { all: 0, lost: 0 };
  for (const day of newest) {
    const lost = day.unconfirmed ?? 0;
    const sum = latest.all < enough ? latest : before;
    sum.all += lost + (day.confirmed ?? 0) + (day.unmatched ?? 0);
    sum.lost += lost;
  }
  return (
    latest.all >= enough &&
    before.all >= enough &&
    latest.lost * 2 >= latest.all &&
    before.lost * 5 <= before.all
  );
}

interface Tried {
  all: number;
  lost: number;
}
