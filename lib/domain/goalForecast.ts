import { daysOf } from './day';
import type { Goal } from './goal';
import type { Forecast } from './odds/forecast';
import { historyOf, pastWorkdays } from './odds/history';
import { periodForecast } from './odds/periodForecast';
import type { Moment } from './pace';
import { spanOf } from './period';
import type { Schedule } from './schedule';
import type { Tally } from './tally';

/**
 * How a goal's period around now may come out, by the rep's own workdays.
 *
 * @returns null when nothing is known of its kinds
 */
export function goalForecast(
  goal: Goal,
  tallies: readonly Tally[],
  schedule: Schedule,
  now: Moment,
): Forecast | null {
  const { kinds } = goal;
  const history = historyOf(pastWorkdays(tallies, kinds, schedule, now.day));
  const days = daysOf(spanOf(goal, now.day, schedule));
  return periodForecast(history, { days, kinds, tallies, schedule, now });
}
