import { ownOutcomes, type ActionKind } from './action';
import type { CurrentGoal, Goal } from './goal';

export const families = ['activity', 'outcome', 'learning', 'networking'] as const;
/** What a goal is about: what the rep does, what comes of it, or how the rep grows. */
export type Family = (typeof families)[number];

/** What somebody else has to say yes to. */
const outcomes: ReadonlySet<ActionKind> = new Set([
  'acceptance',
  'meeting',
  'opportunity',
  'stage',
  'win',
  ...ownOutcomes,
]);

/** The family that the rep gave a goal, or else the one of its kinds; mixed kinds are activities. */
export function familyOf({ family, kinds }: Pick<Goal, 'family' | 'kinds'>): Family {
  if (family) return family;
  if (kinds.every((kind) => kind === 'learning')) return 'learning';
  if (kinds.every((kind) => kind === 'networking')) return 'networking';
  return kinds.every((kind) => outcomes.has(kind)) ? 'outcome' : 'activity';
}

/**
 * The outcome goals that nothing leads to: an outcome is not in the rep's hands, so each needs an activity goal beside
 * it. Parked goals neither ask nor help.
 *
 * @example meetings alone: [meetings]. With calls beside them: []
 */
export function outcomesWithoutActivity<One extends Pick<CurrentGoal, 'goal'>>(
  goals: readonly One[],
): readonly One[] {
  const active = goals.filter(({ goal }) => !goal.parked);
  if (active.some(({ goal }) => familyOf(goal) === 'activity')) return [];
  return active.filter(({ goal }) => familyOf(goal) === 'outcome');
}
