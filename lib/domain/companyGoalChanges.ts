import { companyGoalId, isCompanyGoal, mostCompanyGoals } from './companyGoal';
import type { DayKey } from './day';
import type { Goal, GoalVersion } from './goal';
import { goalChanges } from './goalChanges';

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
  // Each has its id already.
  const changes = goalChanges(versions.filter(isCompanyGoal), set, day, () => '');
  return changes.map((version) => ({ ...version, order: version.order - mostCompanyGoals }));
}
