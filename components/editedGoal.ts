import type { Goal } from '../lib/domain/goal';

/** A goal as the rep edits it: `id` is `null` until it is saved for the first time. */
export interface EditedGoal {
  readonly id: string | null;
  readonly goal: Goal;
}
