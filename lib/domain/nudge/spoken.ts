import type { ActionKind } from '../action';
import { stretchTarget } from '../stretch';
import type { Drive } from './drive';
import { momentOf, type NudgeGround } from './moment';
import type { NudgeReason, NudgeRecord } from './nudge';

/** What Foothold has to say, until it is answered or its time has passed. Plain JSON. */
export interface SpokenNudge {
  /** Its record's time, UTC ms. */
  readonly at: number;
  /** UTC ms. */
  readonly until: number;
  readonly reason: NudgeReason;
  readonly kind: ActionKind;
  /** Whole actions, at least 1. */
  readonly count: number;
  /** Of a rule of the rep's own: how many of the kind today had when it was met. What comes on top is done. */
  readonly base?: number;
  /** The goal that may be stretched. */
  readonly goalId?: string;
  readonly drive?: Drive;
}

const minuteMs = 60_000;
/** What nobody has answered leaves by itself, ms. */
const staysFor = 25 * minuteMs;
/** A rule of the rep's own is worked off, which takes longer. */
const ruleStaysFor = 60 * minuteMs;

/**
 * What is said at a moment that is worth it. The rep's drives take turns.
 *
 * @param record the moment, as written down
 */
export function spokenOf(
  record: NudgeRecord,
  ground: NudgeGround,
  drives: readonly Drive[],
): SpokenNudge {
  const { at, day, reason } = record;
  const drive = drives[ground.history.filter((one) => one.day === day).length % drives.length];
  return {
    at,
    until: at + (reason === 'cue' ? ruleStaysFor : staysFor),
    reason,
    ...subjectOf(reason, ground),
    ...(drive !== undefined && { drive }),
  };
}

/** How many of what it is about. */
export function subjectOf(
  reason: NudgeReason,
  ground: NudgeGround,
): Pick<SpokenNudge, 'kind' | 'count' | 'base' | 'goalId'> {
  const { cue, stretch } = ground;
  const { foothold, totals } = ground.standing;
  if (reason === 'cue' && cue)
    return { kind: cue.kind, count: cue.count, base: totals[cue.kind] ?? 0 };
  if (reason === 'stretch' && stretch) {
    const { id, goal, done } = stretch;
    return {
      kind: goal.kinds[0],
      count: Math.max(1, stretchTarget(goal.target) - done),
      goalId: id,
    };
  }
  if (!foothold) throw new RangeError(`nothing to say for ${reason}`);
  // A foothold may be but a part of what is left to the checkpoint.
  const left = reason === 'close' ? momentOf(ground).leg?.actions : undefined;
  return { kind: foothold.kind, count: left ?? Math.max(1, foothold.size - foothold.done) };
}
