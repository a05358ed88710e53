import type { DayKey } from './day';
import { addDays } from './day';
import { goalsOn, type GoalVersion } from './goal';
import { spanOf } from './period';
import type { WeekStarts } from './week';

/** Half a year, in days: personal bests and profiles look no further back. */
export const halfYear = 26 * 7;

/**
 * The first day whose tallies a standing or a summary looks at: half a year back, or further where a period, a hold or a
 * ramp of a day's goals began earlier.
 */
export function lookBack(goals: readonly GoalVersion[], schedule: WeekStarts, day: DayKey): DayKey {
  const starts = goalsOn(goals, day).flatMap(({ goal }) => [
    spanOf(goal, day, schedule).first,
    goal.hold?.from ?? day,
    goal.ramp?.from ?? day,
  ]);
  return [addDays(day, -halfYear), ...starts].reduce((first, one) => (one < first ? one : first));
}
