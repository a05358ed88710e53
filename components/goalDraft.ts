import type { ActionKind } from '../lib/domain/action';
import { defaultRange, type Goal } from '../lib/domain/goal';
import { termsOf, type Terms } from '../lib/domain/terms';
import type { EditedGoal } from './editedGoal';

/** A goal while its fields are being typed into: whatever stands in them, as it stands there. */
export interface GoalDraft {
  readonly key: number;
  readonly id: string | null;
  /** As it was when it was opened; null for a new one. */
  readonly saved: Goal | null;
  readonly later?: EditedGoal['later'];
  readonly kinds: readonly ActionKind[];
  readonly period: Goal['period'];
  /** Of a sprint; kept while another period is chosen. */
  readonly first: string;
  readonly last: string;
  /** Month that the year of a quarter starts with. */
  readonly yearStarts: number;
  readonly target: string;
  /** `null` follows the target. */
  readonly floor: string | null;
  readonly ceiling: string | null;
  readonly terms: Terms;
  /** Why the target is lowered. */
  readonly reason: string;
  readonly removed: boolean;
}

/** Opens a goal for editing; a floor or ceiling that is what the target suggests goes on following it. */
export function goalDraft({ id, goal, later }: EditedGoal, key: number): GoalDraft {
  const { kinds, period, target } = goal;
  const usual = defaultRange(target);
  const edge = (side: 'floor' | 'ceiling') =>
    goal[side] === usual[side] ? null : String(goal[side]);
  const { first, last } = goal.period === 'own' ? goal : { first: '', last: '' };
  return {
    key,
    id,
    saved: id === null ? null : goal,
    ...(later && { later }),
    kinds,
    period,
    first,
    last,
    yearStarts: goal.period === 'quarter' ? (goal.yearStarts ?? 1) : 1,
    target: String(target),
    floor: edge('floor'),
    ceiling: edge('ceiling'),
    terms: termsOf(goal),
    reason: '',
    removed: false,
  };
}
