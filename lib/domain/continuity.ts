import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import { activeGoals } from './activeGoals';
import type { DayKey } from './day';
import { addDays } from './day';
import { halfYear } from './lookBack';
import { hoursOn } from './schedule';

export interface Continuity {
  /** Workdays in a row on which a goal was good, today with them once it is. */
  readonly days: number;
  /** Today asks for nothing, so it neither adds nor breaks. */
  readonly frozen: boolean;
}

/**
 * How many workdays in a row were good. A day is good when at least one of its goals reached its floor: a day goal on that
 * day, a longer one when it got anything. Days that ask for nothing (weekend, holiday, leave, hold, no goal) are passed
 * over, and today breaks nothing while it lasts. It looks half a year back.
 *
 * @example good Thursday and Friday, free weekend, nothing yet on Monday: 2
 */
export function continuity(input: ActiveGoalsInput, today: DayKey): Continuity {
  const verdicts = (day: DayKey) =>
    activeGoals(input, day)
      .filter(({ schedule }) => hoursOn(schedule, day))
      .map((goal) => isGood(goal, day));
  const now = verdicts(today);
  let days = now.includes(true) ? 1 : 0;
  for (let back = 1; back <= halfYear; back += 1) {
    const then = verdicts(addDays(today, -back));
    if (then.length === 0) continue;
    if (!then.includes(true)) break;
    days += 1;
  }
  return { days, frozen: now.length === 0 };
}

function isGood({ goal, counts }: ActiveGoal, day: DayKey): boolean {
  const done = counts.get(day) ?? 0;
  return done >= (goal.period === 'day' ? Math.max(1, goal.floor) : 1);
}
