import type { ActionKind } from './action';
import type { DayKey } from './day';

/** How often the rep has been in touch with one record. */
export interface Touches {
  readonly count: number;
  /** Of the last one, in the rep's days: 0 is today. */
  readonly daysAgo: number;
  /** The last one's day, where it is not today. */
  readonly day?: DayKey;
}

/** What the other side notices. A note or a moved deal is work on the record and no touch. */
export const touchKinds: readonly ActionKind[] = [
  'call',
  'email',
  'connection',
  'message',
  'comment',
  'meeting',
];
