import type { Goal } from '../lib/domain/goal';

/** A goal as it would be if nothing kept it from asking: neither on hold, nor parked, nor waiting. */
export function plainGoal(goal: Goal): Goal {
  const waits = ['hold', 'parked', 'afterPrevious'];
  return Object.fromEntries(
    Object.entries(goal).filter(([name]) => !waits.includes(name)),
  ) as unknown as Goal;
}
