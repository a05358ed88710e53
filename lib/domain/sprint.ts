import { daysOf } from './day';
import type { Goal } from './goal';
import { workdaysIn, type Schedule } from './schedule';

/**
 * A goal as it is set now. A sprint happens once, so its target is for the workdays that it has when it is set: leave taken
 * later takes its part of it, and what was off already takes nothing. It stays what it was while target and days do.
 *
 * @param before the goal as it was, where there was one
 */
export function setNow(goal: Goal, before: Goal | undefined, schedule: Schedule): Goal {
  if (goal.period !== 'own') return goal;
  const { workdays: _, ...asked } = goal;
  const isSame =
    before?.period === 'own' &&
    before.target === goal.target &&
    before.first === goal.first &&
    before.last === goal.last;
  const workdays = isSame ? before.workdays : workdaysIn(daysOf(goal), schedule);
  return { ...asked, ...(workdays !== undefined && { workdays }) };
}
