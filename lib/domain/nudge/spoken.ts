import type { ActionKind } from '../action';
import type { NudgeReason } from './nudge';

/** What moves a rep; the words of a nudge follow it. */
export const drives = ['money', 'recognition', 'mastery', 'helping', 'freedom'] as const;
export type Drive = (typeof drives)[number];

/** What Foothold has to say, until it is answered or its time has passed. */
export interface SpokenNudge {
  /** Its record's time, UTC ms. */
  readonly at: number;
  /** UTC ms. */
  readonly until: number;
  readonly reason: NudgeReason;
  readonly kind: ActionKind;
  /** Whole actions, 1 to 5. */
  readonly count: number;
  readonly drive?: Drive;
}
