import type { DayKey } from '../lib/domain/day';
import type { Goal } from '../lib/domain/goal';

/** A goal as the rep edits it: `id` is `null` until it is saved for the first time. */
export interface EditedGoal {
  readonly id: string | null;
  readonly goal: Goal;
  /** What it becomes on a later day: a lowered target waits for the next review. */
  readonly later?: { readonly from: DayKey; readonly goal: Goal };
}
