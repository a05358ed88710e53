import { now } from '../clock';
import type { DetectedAction } from '../domain/detected';
import { timedAction, type TimedKind } from '../domain/timer';
import { sendMessage } from '../messages/protocol';
import { timer } from '../settings/timer';

export async function startTimer(kind: TimedKind): Promise<void> {
  await timer.set({ kind, startedAt: now() });
}

/**
 * Logs the session. It runs on until that is stored, and where it is too long to be one.
 *
 * @param record answers once it is stored
 */
export async function stopTimer(
  record: (action: DetectedAction) => Promise<unknown> = (action) => sendMessage('record', action),
): Promise<void> {
  const running = await timer.get();
  const action = running && timedAction(running, now());
  if (!action) return;
  await record(action);
  await timer.set(null);
}

export async function discardTimer(): Promise<void> {
  await timer.set(null);
}
