import { Dexie } from 'dexie';
import type { DayKey } from '../domain/day';
import type { Tally } from '../domain/tally';
import type { Journal } from './database';

/** The tallies of a week, given as its days in order. Reads at most seven days of every kind, never the actions. */
export function talliesOfWeek(journal: Journal, week: readonly DayKey[]): Promise<Tally[]> {
  return journal.tallies
    .where('[day+kind]')
    .between([week[0], Dexie.minKey], [week.at(-1), Dexie.maxKey])
    .toArray();
}

/** How many actions of a day the page confirmed, and how many the rep's own word stands for. */
export async function sourcesOf(journal: Journal, day: DayKey) {
  const rows = await journal.actions
    .where('[day+at]')
    .between([day, -Infinity], [day, Infinity])
    .filter(({ voidedAt }) => voidedAt === undefined)
    .toArray();
  const page = rows.filter(({ via, evidence }) => via === 'page' && evidence !== 'said').length;
  return { page, hand: rows.length - page };
}
