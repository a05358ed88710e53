import type { ActionKind } from './action';
import { loggedByHand, type DetectedAction } from './detected';

/** What is worth its time and not its number. */
export const timedKinds = ['learning', 'networking'] as const satisfies readonly ActionKind[];
export type TimedKind = (typeof timedKinds)[number];

/** A session that is under way. */
export interface Timer {
  readonly kind: TimedKind;
  /** UTC ms. */
  readonly startedAt: number;
}

/** Minutes after which it has been forgotten, not used. */
export const longestSession = 8 * 60;

/**
 * How long a session has taken, in whole minutes, the first one begun counts.
 *
 * @param now UTC ms
 * @returns null where it is too long to be one session
 */
export function minutesOf({ startedAt }: Timer, now: number): number | null {
  const minutes = Math.max(1, Math.round((now - startedAt) / 60_000));
  return minutes > longestSession ? null : minutes;
}

/**
 * The session as what the rep did: one of its kind, with its minutes, at the time it ended. It is the same action however
 * often it is stopped.
 *
 * @returns null where it is too long to be one session
 */
export function timedAction(timer: Timer, now: number): DetectedAction | null {
  const count = minutesOf(timer, now);
  if (count === null) return null;
  const action = loggedByHand(timer.kind, now, { amount: { count, unit: 'minutes' } });
  return { ...action, occurrence: `timer-${String(timer.startedAt)}` };
}
