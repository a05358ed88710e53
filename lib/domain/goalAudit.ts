import type { ActiveGoalsInput } from './activeGoals';
import { activeGoals, hasAsked } from './activeGoals';
import { isCompanyGoal } from './companyGoal';
import type { DayKey } from './day';
import { addDays, daysOf } from './day';
import { versionsOn, type GoalVersion } from './goal';
import { halfYear } from './lookBack';

/** How the rep has been setting goals, over the last half-year. */
export interface GoalAudit {
  /** Periods of the rep's own goals that are over and asked for something. */
  readonly periods: number;
  readonly reached: number;
  /** How far those that were reached went beyond their target on average, as a part of it; null where none was. */
  readonly overshoot: number | null;
  /** Goals that were given up and not taken up again. */
  readonly dropped: number;
}

/**
 * What to learn from one's own goals: whether they are reached, by how much, and how many are dropped on the way. Each
 * period counts with the target that it had; one wholly on hold or leave asked for nothing.
 *
 * @param day today; the periods that ended before it count
 * @example 4 of 5 days reached with 10, 12, 10 and 8 of 8 calls: { periods: 5, reached: 4, overshoot: 0.25, dropped: 0 }
 */
export function goalAudit(input: ActiveGoalsInput, day: DayKey): GoalAudit {
  const since = addDays(day, -halfYear);
  const own = input.goals.filter((version) => !isCompanyGoal(version));
  const ended = daysOf({ first: since, last: addDays(day, -1) }).flatMap((last) =>
    activeGoals({ ...input, goals: own }, last).filter(
      (one) => one.span.last === last && hasAsked(one),
    ),
  );
  const beyond = ended
    .filter(({ done, goal }) => done >= goal.target)
    .map(({ done, goal: { target } }) => (done - target) / target);
  return {
    periods: ended.length,
    reached: beyond.length,
    overshoot: beyond.length > 0 ? beyond.reduce((sum, one) => sum + one, 0) / beyond.length : null,
    dropped: versionsOn(own, day).filter(
      (version) => version.from >= since && wasGivenUp(version, own),
    ).length,
  };
}

/** A goal that somebody went for; not one that was declined at first, nor a sprint that was over. */
function wasGivenUp({ id, goal, from }: GoalVersion, versions: readonly GoalVersion[]): boolean {
  const before = versionsOn(versions, addDays(from, -1)).find((one) => one.id === id)?.goal;
  return goal === null && !!before && !(before.period === 'own' && before.last < from);
}
