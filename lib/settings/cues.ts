import { actionKinds } from '../domain/action';
import { mostAtOnce, mostCues, type Cue } from '../domain/nudge/cue';
import { localItem } from './item';
import { isRecord } from './record';

/** The rep's own if-then rules. */
export const cueSettings = localItem('cues', parseCues);

export function parseCues(stored: unknown): readonly Cue[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap(cueOf).slice(0, mostCues);
}

function cueOf(entry: unknown): Cue[] {
  if (!isRecord(entry)) return [];
  const { id, origin, count, kind: named } = entry;
  const kind = actionKinds.find((one) => one === named);
  if (typeof id !== 'string' || typeof origin !== 'string' || typeof count !== 'number') return [];
  if (!kind || !Number.isInteger(count) || count < 1 || count > mostAtOnce) return [];
  return [{ id, origin, count, kind }];
}
