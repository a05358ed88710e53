import type { DayKey } from '../domain/day';
import type { Journal } from './database';

/** The first day that has a goal or anything counted; undefined while there is neither. */
export async function firstDayIn(journal: Journal): Promise<DayKey | undefined> {
  const tally = await journal.tallies.orderBy('[day+kind]').first();
  const goals = await journal.goals.toArray();
  const [first] = [...goals.map(({ from }) => from), ...(tally ? [tally.day] : [])].sort();
  return first;
}
