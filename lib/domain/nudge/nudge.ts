import type { ActionKind } from '../action';
import type { DayKey } from '../day';
import type { WorkingHours } from '../schedule';

/**
 * Why a moment is worth speaking in: the goal is still open and can go either way, its checkpoint is close, a week or
 * month begins afresh, the rep's own if-then rule was met, or a goal that was met early may be stretched.
 */
export type NudgeReason = 'open' | 'close' | 'fresh' | 'cue' | 'stretch';

/** Why Foothold says nothing, the first that holds. */
export type Silence =
  | 'resting'
  | 'outside-hours'
  | 'settling-in'
  | 'in-call'
  | 'typing'
  | 'just-reached'
  | 'not-today'
  | 'spent'
  | 'too-soon'
  | 'backing-off'
  | 'cannot-matter';

/** `snoozed` is neither yes nor no: not now. */
export const nudgeAnswers = ['accepted', 'dismissed', 'snoozed', 'not-today'] as const;
export type NudgeAnswer = (typeof nudgeAnswers)[number];

/** An answer to the nudge of a time, UTC ms. */
export interface NudgeReply {
  readonly at: number;
  readonly answer: NudgeAnswer;
}

/** A moment that was worth speaking in, and what came of it. */
export interface NudgeRecord {
  /** UTC ms. */
  readonly at: number;
  readonly day: DayKey;
  /** Minute of the local day, by the plan's clock. */
  readonly minute: number;
  readonly reason: NudgeReason;
  /** Kept to itself by lot, so that what speaking adds can be measured. */
  readonly withheld: boolean;
  /** What it was about. */
  readonly kind?: ActionKind;
  /** The rep's own rule that was met, by its id. */
  readonly cue?: string;
  readonly answer?: NudgeAnswer;
  /** UTC ms. */
  readonly answeredAt?: number;
}

export interface NudgeMoment {
  /** UTC ms. */
  readonly now: number;
  readonly day: DayKey;
  readonly minute: number;
  /** Null on a day off, on leave. */
  readonly hours: WorkingHours | null;
  /** Paused, on hold, or without a goal that asks for anything. */
  readonly resting: boolean;
  /** Whether today is the first workday of its week or month. */
  readonly fresh: boolean;
  /** Odds of the goal that the next foothold is for, 0 to 1; null where none are known. */
  readonly odds: number | null;
  /** What is left to the next checkpoint: whole actions, and working minutes. Null after the last one. */
  readonly leg: { readonly actions: number; readonly minutes: number } | null;
  /** Times, UTC ms; absent where it never happened. */
  readonly lastKeyAt?: number;
  readonly callBegunAt?: number;
  readonly goalReachedAt?: number;
  /** The rep's own if-then rule was met just now. */
  readonly cue: boolean;
  /** Such a rule has not been met yet in this half of the day: the last of the day's places is kept for it. */
  readonly cueToCome: boolean;
  /** A goal that was met early may be stretched. */
  readonly stretch: boolean;
  /** Today's, and the last eleven that were answered: as many as lead to the longest silence. In any order. */
  readonly history: readonly NudgeRecord[];
}

export type Nudge =
  | { readonly speak: true; readonly reason: NudgeReason; readonly withheld: boolean }
  | { readonly speak: false; readonly why: Silence };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const mostADay = 3;
/** Minutes. */
export const leastApart = 45;
const settling = 5;
const typing = 10_000;
const call = 3 * minuteMs;
const afterGoal = 20 * minuteMs;
const snooze = hourMs;
const patience = 3;
const longestBackOff = 7 * 24 * hourMs;
const withheldShare = 0.15;
/** Odds above it leave nothing to nudge about. */
export const asGoodAsReached = 0.9;

/**
 * Whether to speak now, and why. Speaking is the exception: at most three times a day and once in 45 minutes, never in
 * the first five minutes of work, while typing (10 s), in a call (3 min), outside hours, at rest, or within 20 minutes of
 * a goal reached (but for one offer to stretch it); after three dismissals in a row not for an hour, doubling with each
 * further one up to a week, until one is accepted; for an hour after "snooze", for the day after "not today". And only when it can matter: odds between .15 and .85, at most three
 * actions and 30 minutes to a checkpoint, the first hour of the first workday of a week or month, or the rep's own cue.
 * With odds above .9 only that cue and an offer to stretch are left.
 *
 * Of the moments left, 15 % are withheld by lot. A withheld one uses up its place in the day like a spoken one: otherwise
 * the next moment would speak in its stead, and the two would not compare.
 *
 * A rule of the rep's own obeys these limits as well, but is never withheld: it is not ours to try out. So that it does
 * not find the day's places taken, the last one is kept for it while it has not come up yet.
 *
 * @param lot uniform in [0, 1): the draw that decides whether to withhold
 * @example odds .5 at 10:00, nothing said today, lot .5: { speak: true, reason: 'open', withheld: false }
 */
export function nudge(moment: NudgeMoment, lot: number): Nudge {
  const reason = reasonOf(moment);
  const why = silence(moment, reason);
  if (why !== null) return { speak: false, why };
  if (reason === null) return { speak: false, why: 'cannot-matter' };
  return { speak: true, reason, withheld: reason !== 'cue' && lot < withheldShare };
}

function silence(moment: NudgeMoment, reason: NudgeReason | null): Silence | null {
  const { now, day, minute, hours, history } = moment;
  const within = (time: number | undefined, span: number) =>
    time !== undefined && now >= time && now - time < span;
  if (moment.resting) return 'resting';
  if (!hours || minute < hours.start || minute >= hours.end) return 'outside-hours';
  if (minute < hours.start + settling) return 'settling-in';
  if (within(moment.callBegunAt, call)) return 'in-call';
  if (within(moment.lastKeyAt, typing)) return 'typing';
  if (within(moment.goalReachedAt, afterGoal) && reason !== 'stretch') return 'just-reached';
  const today = history.filter((record) => record.day === day);
  if (today.some(({ answer }) => answer === 'not-today')) return 'not-today';
  const kept = moment.cueToCome && reason !== 'cue' ? 1 : 0;
  if (today.length >= mostADay - kept) return 'spent';
  if (history.some(({ at }) => within(at, leastApart * minuteMs))) return 'too-soon';
  if (now < quietUntil(history)) return 'backing-off';
  return null;
}

function reasonOf(moment: NudgeMoment): NudgeReason | null {
  const { day, minute, hours, odds, leg, history } = moment;
  const said = (reason: NudgeReason) =>
    history.some((record) => record.day === day && record.reason === reason);
  if (moment.cue) return 'cue';
  if (moment.stretch && !said('stretch')) return 'stretch';
  if (odds !== null && odds > asGoodAsReached) return null;
  if (moment.fresh && hours && minute < hours.start + 60 && !said('fresh')) return 'fresh';
  if (leg && leg.actions > 0 && leg.actions <= 3 && leg.minutes <= 30) return 'close';
  if (odds !== null && odds >= 0.15 && odds <= 0.85) return 'open';
  return null;
}

/**
 * Until when the rep wants to be left alone, UTC ms: after the n-th dismissal in a row, n ≥ 3, for 2^(n − 3) hours, at
 * most a week; for an hour after a snooze. 0 where nothing holds it back. What was withheld, snoozed or not answered is
 * neither yes nor no.
 *
 * @example dismissed at 9:00, 10:00 and 11:00: until 12:00; once more at 14:00: until 16:00
 */
export function quietUntil(history: readonly NudgeRecord[]): number {
  const snoozed = history.filter(({ answer }) => answer === 'snoozed').map(answeredAt);
  const answered = history
    .filter(({ answer }) => answer !== undefined && answer !== 'snoozed')
    .sort((a, b) => answeredAt(b) - answeredAt(a));
  const accepted = answered.findIndex(({ answer }) => answer === 'accepted');
  const dismissed = accepted < 0 ? answered.length : accepted;
  const [last] = answered;
  const backOff =
    last && dismissed >= patience
      ? answeredAt(last) + Math.min(longestBackOff, 2 ** (dismissed - patience) * hourMs)
      : 0;
  return Math.max(backOff, ...snoozed.map((at) => at + snooze));
}

function answeredAt({ at, answeredAt = at }: NudgeRecord): number {
  return answeredAt;
}
