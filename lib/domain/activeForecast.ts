import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import type { DayKey } from './day';
import type { Forecast } from './odds/forecast';
import { historyOf, pastWorkdays } from './odds/history';
import { periodForecast } from './odds/periodForecast';
import type { Moment } from './pace';

/**
 * How some days of a goal may come out, by the rep's own workdays before now.
 *
 * @returns null when nothing is known of its kinds
 */
export function activeForecast(
  { tallies, schedule }: Pick<ActiveGoalsInput, 'tallies' | 'schedule'>,
  { goal: { kinds }, schedule: asks }: Pick<ActiveGoal, 'goal' | 'schedule'>,
  days: readonly DayKey[],
  now: Moment,
): Forecast | null {
  const history = historyOf(pastWorkdays(tallies, kinds, schedule, now.day));
  return periodForecast(history, { days, kinds, tallies, schedule: asks, now });
}
