import type { DayKey } from '../domain/day';
import type { Nudges } from '../domain/nudge';
import { localItem } from './item';
import { isRecord } from './record';

/** Whether a checkpoint that passes may be told by a notification. Off unless the rep turned it on. */
export const notify = localItem('notify', (stored) => stored === true);

/** What was told, so that it stays little. */
export const nudges = localItem('nudges', parseNudges);

/** The rep wants no more of it on that day. */
export async function quietOn(day: DayKey): Promise<void> {
  await nudges.set({ ...(await nudges.get()), quietOn: day });
}

export function parseNudges(stored: unknown): Nudges {
  const { day, at, quietOn } = isRecord(stored) ? stored : {};
  return {
    day: typeof day === 'string' ? day : '',
    at: Array.isArray(at) ? at.filter((time) => typeof time === 'number') : [],
    ...(typeof quietOn === 'string' && { quietOn }),
  };
}
