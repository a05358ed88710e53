import type { Goal } from './goal';

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
 * The goals that may be added up: company targets and the rep's own goals are two layers of the same work. The rep's
 * own, or without any the company's.
 */
export function oneLayer<G extends { readonly id: string }>(goals: readonly G[]): readonly G[] {
  const own = goals.filter((goal) => !isCompanyGoal(goal));
  return own.length > 0 ? own : goals;
}
