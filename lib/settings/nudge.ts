import type { ActionKind } from '../domain/action';
import type { NudgeReason } from '../domain/nudge/nudge';
import { localItem } from './item';
import { isRecord } from './record';
import type { Drive } from './nudges';

/** What Foothold has to say, until it is answered or no longer true. */
export interface SpokenNudge {
  /** Its record's time, UTC ms. */
  readonly at: number;
  /** UTC ms. */
  readonly until: number;
  readonly reason: NudgeReason;
  readonly kind: ActionKind;
  /** Whole actions. */
  readonly count: number;
  readonly drive?: Drive;
}

/** Only our own worker writes it, and reads its own shape; anything else is silence. */
export const spokenNudge = localItem('nudge', (stored): SpokenNudge | null =>
  isRecord(stored) && typeof stored['until'] === 'number'
    ? (stored as unknown as SpokenNudge)
    : null,
);
