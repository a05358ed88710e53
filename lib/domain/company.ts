import type { DayKey } from './day';
import type { Goal, GoalVersion } from './goal';
import { goalChanges } from './goalChanges';

const prefix = 'company/';

/** More company goals than this are no longer a focus. */
export const mostCompanyGoals = 5;

/** A company goal is what it counts and by when: another target is another version of the same goal. */
export function companyGoalId({ kinds, period }: Pick<Goal, 'kinds' | 'period'>): string {
  return `${prefix}${[...kinds].sort().join('+')}/${period}`;
}

/** Whether a goal was set by the company. No goal of the rep's own has such an id. */
export function isCompanyGoal({ id }: { readonly id: string }): boolean {
  return id.startsWith(prefix);
}

/**
 * The versions that make these the company's goals from a day on. Earlier days keep what they had; the rep's own goals
 * are not touched and come after.
 */
export function companyGoalChanges(
  versions: readonly GoalVersion[],
  goals: readonly Goal[],
  day: DayKey,
): readonly GoalVersion[] {
  const set = goals.map((goal) => ({ id: companyGoalId(goal), goal }));
  return goalChanges(versions.filter(isCompanyGoal), set, day, () => prefix).map((version) => ({
    ...version,
    order: version.order - mostCompanyGoals,
  }));
}

/**
 * The goals that may be added up: company targets and the rep's own goals are two layers of the same work. The rep's
 * own, or without any the company's.
 */
export function oneLayer<G extends { readonly id: string }>(goals: readonly G[]): readonly G[] {
  const own = goals.filter((goal) => !isCompanyGoal(goal));
  return own.length > 0 ? own : goals;
}
