import type { DayKey } from '../lib/domain/day';
import type { GoalVersion } from '../lib/domain/goal';
import type { Schedule } from '../lib/domain/schedule';
import type { Tally } from '../lib/domain/tally';

/** What goals stand on while they are edited: the calendar, and what the rep has done. */
export interface GoalGround {
  readonly day: DayKey;
  /** Of the local day. */
  readonly minute: number;
  readonly schedule: Schedule;
  /** From the day on that `lookBack` names. */
  readonly tallies: readonly Tally[];
  readonly versions: readonly GoalVersion[];
}
