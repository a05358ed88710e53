import type { ActionKind } from './action';
import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import { activeGoals, hasAsked } from './activeGoals';
import { isCompanyGoal } from './companyGoal';
import type { DayKey } from './day';
import { addDays, daysOf } from './day';
import { goalsOn } from './goal';
import { spanOf } from './period';
import { hoursOn, minutesWithin } from './schedule';
import type { Standing } from './standing';

const looksBack = 4;
const mustBeMet = 3;
const byPart = 0.8;

/**
 * What somebody who earned it may go for beyond a target: 125 % of it, rounded up.
 *
 * @example stretchTarget(20) === 25
 * @example stretchTarget(1) === 2
 */
export function stretchTarget(target: number): number {
  return Math.max(target + 1, Math.ceil((5 * target) / 4));
}

/**
 * Whether a goal's 125 % may be offered: three of its last four periods were met, and this one was done by 80 % of its
 * working time. A period that was wholly on hold or leave is not one of the four.
 *
 * @param met the last periods that asked for something, latest first
 * @param reachedBy part of the present period's working time that had gone when its target was reached; null before
 */
export function offersStretch(met: readonly boolean[], reachedBy: number | null): boolean {
  const last = met.slice(0, looksBack);
  return last.filter(Boolean).length >= mustBeMet && reachedBy !== null && reachedBy <= byPart;
}

/** Whether a goal was reached in time to go for its 125 %, by a rep who usually reaches it, and is not going yet. */
export function mayStretch(input: ActiveGoalsInput, active: ActiveGoal): boolean {
  const { goal, span, done, held } = active;
  return (
    !held &&
    done >= goal.target &&
    goal.stretch?.first !== span.first &&
    offersStretch(periodsMet(input, active), reachedBy(active, input.tallies))
  );
}

/** The first of the rep's own goals that may be stretched; null where there is none. */
export function stretchOnOffer(
  input: ActiveGoalsInput,
  { day, goals }: Pick<Standing, 'day' | 'goals'>,
): ActiveGoal | null {
  // Most of the time none is reached, and there is nothing to look at.
  if (!goals.some(({ done, target }) => done >= target)) return null;
  return (
    activeGoals(input, day).find((goal) => !isCompanyGoal(goal) && mayStretch(input, goal)) ?? null
  );
}

/**
 * Whether the last periods of a goal before the present one were met, latest first, at most four. Periods that asked for
 * nothing, or in which its turn did not come, are left out; a sprint has none.
 */
export function periodsMet(
  input: ActiveGoalsInput,
  { id, goal, span }: Pick<ActiveGoal, 'id' | 'goal' | 'span'>,
): readonly boolean[] {
  const met: boolean[] = [];
  if (goal.period === 'own') return met;
  // Where nothing was asked for a year there is nothing to be proud of.
  let last = addDays(span.first, -1);
  for (let tries = 0; tries < 52 && met.length < looksBack; tries += 1) {
    const had = goalsOn(input.goals, last).find((one) => one.id === id)?.goal;
    if (!had || had.period === 'own') break;
    const then = activeGoals(input, last).find((one) => one.id === id);
    if (then && hasAsked(then)) met.push(then.done >= then.goal.target);
    last = addDays((then?.span ?? spanOf(had, last, input.schedule)).first, -1);
  }
  return met;
}

/**
 * The part of a period's working time that had gone when its target was reached; null while it is not. 0 before work.
 *
 * @example 8 calls a day from 08:00 to 17:00, the eighth at 13:24: 324 / 540 = 0.6
 */
export function reachedBy(
  { goal, span, schedule }: Pick<ActiveGoal, 'goal' | 'span' | 'schedule'>,
  tallies: ActiveGoalsInput['tallies'],
): number | null {
  const days = daysOf(span);
  let left = goal.target;
  let gone = 0;
  let found: number | null = null;
  for (const day of days) {
    const hours = hoursOn(schedule, day);
    if (found === null) {
      const minutes = minutesOn(tallies, day, goal.kinds);
      const last = minutes[left - 1];
      if (last !== undefined) found = gone + minutesWithin(hours, -Infinity, last);
      left -= minutes.length;
    }
    gone += minutesWithin(hours, -Infinity, Infinity);
  }
  return found === null || gone === 0 ? null : found / gone;
}

/** The minutes of a day on which something of some kinds was done, ascending. */
export function minutesOn(
  tallies: ActiveGoalsInput['tallies'],
  day: DayKey,
  kinds: readonly ActionKind[],
): readonly number[] {
  return tallies
    .filter((tally) => tally.day === day && kinds.includes(tally.kind))
    .flatMap(({ minutes }) => minutes)
    .sort((a, b) => a - b);
}
