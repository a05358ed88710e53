import { addDays, daysOf, type DayKey, type Span } from '../day';
import type { Goal } from '../goal';
import type { Moment } from '../pace';
import { spanOf } from '../period';
import { hoursOn, type Schedule } from '../schedule';
import type { Tally } from '../tally';
import type { Forecast } from './forecast';
import { said, type Past } from './past';

/**
 * The odds of a goal while it is set: for its next period as that usually is, without days off, because it is set for
 * more than one; a sprint happens once and has those that it has.
 *
 * @param goal possible but for its target, which is not looked at
 * @returns null when too little is known, or no workday is left
 */
export function draftForecast(
  goal: Goal,
  past: Past,
  tallies: readonly Tally[],
  schedule: Schedule,
  now: Moment,
): Forecast | null {
  const asks = goal.period === 'own' ? schedule : { ...schedule, daysOff: [] };
  const days = daysOf(nextSpan(goal, asks, now.day));
  if (!days.some((day) => day >= now.day && hoursOn(asks, day))) return null;
  return said(past, { days, kinds: goal.kinds, tallies, schedule: asks, now });
}

function nextSpan(goal: Goal, schedule: Schedule, day: DayKey): Span {
  if (goal.period === 'own') return goal;
  const next = addDays(spanOf(goal, day, schedule).last, 1);
  return spanOf(goal, goal.period === 'day' ? nextWorkday(schedule, next) : next, schedule);
}

/** The first workday from a day on, by weekdays alone; the day itself when there are none. */
function nextWorkday(schedule: Schedule, from: DayKey): DayKey {
  const week = daysOf({ first: from, last: addDays(from, 6) });
  return week.find((day) => hoursOn(schedule, day)) ?? from;
}
