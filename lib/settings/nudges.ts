import { drives, mostDrives, type Drive } from '../domain/nudge/drive';
import { localItem } from './item';
import { isRecord } from './record';

export interface NudgeSettings {
  readonly on: boolean;
  /** Up to three of the rep's own; none: plain words. */
  readonly drives: readonly Drive[];
  /** Foothold switched itself off, because speaking did not help. */
  readonly stopped?: true;
  /** What came before this time, UTC ms, is no longer held against it: the rep wants another try. */
  readonly since?: number;
}

export const nudgeSettings = localItem('nudges', parseNudgeSettings);

export function parseNudgeSettings(stored: unknown): NudgeSettings {
  const { on, drives: chosen, stopped, since } = isRecord(stored) ? stored : {};
  const known = Array.isArray(chosen) ? drives.filter((drive) => chosen.includes(drive)) : [];
  return {
    on: on !== false,
    drives: known.slice(0, mostDrives),
    ...(stopped === true && { stopped }),
    ...(typeof since === 'number' && { since }),
  };
}
