import type { ActionKind } from '../action';
import type { DayKey } from '../day';
import type { NudgeRecord } from './nudge';

/** An if-then rule that the rep made: "when I open my inbox: 3 calls first". */
export interface Cue {
  readonly id: string;
  /** The rep's site that is opened: `https://mail.example.com`. */
  readonly origin: string;
  /** 1 to 5: small enough to start now. */
  readonly count: number;
  readonly kind: ActionKind;
}

/** More than these are no habit any more. */
export const mostCues = 5;
export const mostAtOnce = 5;

export type CueProblem = 'no-site' | 'count' | 'too-many' | 'taken';

/** Why a rule cannot be added to these; null when it can. One site has one rule: two "first" contradict each other. */
export function cueProblem(
  cue: Omit<Cue, 'id'>,
  cues: readonly Cue[],
  sites: readonly string[],
): CueProblem | null {
  if (!sites.includes(cue.origin)) return 'no-site';
  if (!Number.isInteger(cue.count) || cue.count < 1 || cue.count > mostAtOnce) return 'count';
  if (cues.some(({ origin }) => origin === cue.origin)) return 'taken';
  return cues.length >= mostCues ? 'too-many' : null;
}

const noon = 12 * 60;

/**
 * The rules that have not come up yet in this half of the day, before or after 12:00: each comes up once in it, and once
 * more after a snooze.
 */
export function cuesToCome(
  cues: readonly Cue[],
  history: readonly NudgeRecord[],
  day: DayKey,
  minute: number,
): readonly Cue[] {
  const cameUp = history.filter(
    (record) =>
      record.day === day && record.minute < noon === minute < noon && record.answer !== 'snoozed',
  );
  return cues.filter(({ id }) => !cameUp.some(({ cue }) => cue === id));
}
