import { Dexie } from 'dexie';
import { addDays, type DayKey } from '../domain/day';
import {
  countsByRule,
  isMissing,
  troubledRules,
  withMiss,
  type Counts,
  type Outcome,
  type RuleDay,
  type Unrecognised,
} from '../domain/health';
import type { Journal } from './database';
import { pseudonym } from './pseudonym';

const keptDays = 90;
const shownDays = 30;

/** Adds what the rules did to their day, and lets go of days that are too old to compare with. */
export async function countOutcomes(
  journal: Journal,
  day: DayKey,
  ended: readonly { readonly rule: string; readonly outcome: Outcome }[],
): Promise<void> {
  await journal.transaction('rw', journal.health, async () => {
    for (const { rule, outcome } of ended) {
      const row: RuleDay = (await journal.health.get([day, rule])) ?? { day, rule };
      await journal.health.put({ ...row, [outcome]: (row[outcome] ?? 0) + 1 });
    }
    await journal.health
      .where('[day+rule]')
      .below([addDays(day, -keptDays), Dexie.minKey])
      .delete();
  });
}

/**
 * Notes that a page's landmark was not there, or that it is there again.
 *
 * @param subject the page's record, unhashed; only its pseudonym is stored
 */
export async function noteLook(
  journal: Journal,
  origin: string,
  { kind, found, subject }: { kind: string; found: boolean; subject?: string | undefined },
  at: number,
): Promise<void> {
  if (found) {
    await journal.misses.delete([origin, kind]);
    return;
  }
  // Hashing leaves the transaction's zone, so it comes first.
  const thing =
    subject === undefined ? String(at) : await pseudonym(journal, `${origin} ${subject}`);
  await journal.transaction('rw', journal.misses, async () => {
    const known = await journal.misses.get([origin, kind]);
    await journal.misses.put({ origin, kind, at, things: withMiss(known, thing) });
  });
}

/** What a new build of Foothold may recognise again. */
export function forgetMisses(journal: Journal): Promise<void> {
  return journal.misses.clear();
}

export interface SiteRecord {
  readonly unrecognised: Unrecognised;
  /** Kinds of page whose landmark was missed since it was last seen, too seldom to tell so far. */
  readonly missed: readonly string[];
  /** How each rule's intents ended in the last 30 days. */
  readonly counts: ReadonlyMap<string, Counts>;
}

/** How a site is doing, at one address of it or at all of these. */
export async function recordOf(
  journal: Journal,
  site: string,
  origins: readonly string[],
  today: DayKey,
  /** Ids of the rules that the rep has taught there. */
  taught: readonly string[] = [],
): Promise<SiteRecord> {
  const [days, misses] = await Promise.all([
    journal.health
      .where('[day+rule]')
      .between([addDays(today, -keptDays), Dexie.minKey], [today, Dexie.maxKey])
      .filter(({ rule }) => rule.startsWith(`${site}/`) || taught.includes(rule))
      .toArray(),
    journal.misses.filter(({ origin }) => origins.includes(origin)).toArray(),
  ]);
  const since = addDays(today, 1 - shownDays);
  const kindsOf = (rows: typeof misses) => [...new Set(rows.map(({ kind }) => kind))].sort();
  return {
    unrecognised: {
      pages: kindsOf(misses.filter(isMissing)),
      rules: troubledRules(days, today),
    },
    missed: kindsOf(misses),
    counts: countsByRule(days.filter(({ day }) => day >= since)),
  };
}
