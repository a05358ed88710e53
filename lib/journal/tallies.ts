import { Dexie } from 'dexie';
import type { DayKey } from '../domain/day';
import type { Tally } from '../domain/tally';
import type { Journal } from './database';

/** The tallies of a day and of all days after it. Never reads the actions. */
export function talliesSince(journal: Journal, first: DayKey): Promise<Tally[]> {
  return journal.tallies.where('[day+kind]').aboveOrEqual([first, Dexie.minKey]).toArray();
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
