import { isCompanyGoal } from '../lib/domain/companyGoal';
import { familyOf } from '../lib/domain/family';
import type { GoalStanding } from '../lib/domain/standing';

/**
 * Goals as a review goes through them: what the rep wants to come of it, then what they do for it, then what the company
 * asks. Each in the rep's order.
 */
export function reviewOrder(goals: readonly GoalStanding[]): readonly GoalStanding[] {
  return goals.toSorted((a, b) => turnOf(a) - turnOf(b));
}

function turnOf(goal: GoalStanding): number {
  if (isCompanyGoal(goal)) return 2;
  return familyOf(goal) === 'outcome' ? 0 : 1;
}
