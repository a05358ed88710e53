import type { ActionKind } from './action';
import { addDays, type DayKey } from './day';
import { leastJudged } from './sideGoal';
import { qualities } from './tags';
import type { Tally } from './tally';

/** So far back, in days. */
const lately = 28;

/**
 * How good what a rep did of some kinds was over the four weeks before a day, 0 to 1: of all that can be said for it
 * (with a VP or above, a next step, a note), the part that was. 0 where there were too few to judge by.
 *
 * @example of 20 calls 10 with a next step and 5 with a note: 15 / (20 · 3) = 0.25
 */
export function qualityOf(
  tallies: readonly Tally[],
  kinds: readonly ActionKind[],
  day: DayKey,
): number {
  const first = addDays(day, -lately);
  const own = tallies.filter(
    (tally) => tally.day >= first && tally.day < day && kinds.includes(tally.kind),
  );
  let all = 0;
  let said = 0;
  for (const { minutes, tagged } of own) {
    all += minutes.length;
    for (const quality of qualities) said += tagged?.[quality] ?? 0;
  }
  return all < leastJudged ? 0 : said / (all * qualities.length);
}
