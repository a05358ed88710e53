import type { DayKey } from '../../../lib/domain/day';
import { weekOf } from '../../../lib/domain/day';
import { askOfDay, capOfDay, planSpan } from '../../../lib/domain/plan';
import type { Schedule } from '../../../lib/domain/schedule';

/** The plan of a goal for the week that a day is in. */
export function planWeek(target: number, schedule: Schedule, day: DayKey) {
  const week = weekOf(day, schedule.weekStartsOn);
  return planSpan(target, schedule, { first: week[0], last: week[6] });
}

/** What a week goal asks of a day, of a rep without history. */
export function askOfWeekday(
  target: number,
  doneElsewhere: number,
  schedule: Schedule,
  day: DayKey,
) {
  const plans = planWeek(target, schedule, day);
  const workdays = plans.filter(({ hours }) => hours).length;
  return askOfDay(plans, doneElsewhere, day, capOfDay(target, workdays, null));
}
