import { seeded } from '../../../seeded';
import { foothold, goal, recent, standing } from '../../components/samples';
import type { ActiveGoal } from '../../../../lib/domain/activeGoals';
import type { ActionKind } from '../../../../lib/domain/action';
import { cuesToCome, type Cue } from '../../../../lib/domain/nudge/cue';
import { momentOf } from '../../../../lib/domain/nudge/moment';
import {
  nudge,
  type NudgeMoment,
  type NudgeRecord,
  type Silence,
} from '../../../../lib/domain/nudge/nudge';
import { mostRecent } from '../../../../lib/domain/recent';
import type { Schedule, WorkingHours } from '../../../../lib/domain/schedule';
import type { Leg } from '../../../../lib/domain/standing';

/** What was so when something was said, as the simulation knows it and not as the code under test reads it. */
export interface Truth {
  readonly hours: WorkingHours | null;
  /** Paused or on hold. */
  readonly resting: boolean;
  /** Nudges beside the rep's own rules. */
  readonly on: boolean;
  /** The first workday of a week or month. */
  readonly first: boolean;
  readonly odds: { readonly p: number; readonly rough: boolean };
  /** Of the goal that is next: whole actions and working minutes to its next checkpoint; null after the last. */
  readonly leg: { readonly actions: number; readonly minutes: number } | null;
  readonly stretch: boolean;
  /** The rules whose site is in front. */
  readonly inFront: readonly string[];
  /** All rules of the rep. */
  readonly rules: readonly string[];
  /** The last of each, UTC ms, today; -Infinity before. */
  readonly keyAt: number;
  readonly callAt: number;
  readonly winAt: number;
  /** An action towards a goal that has what it asks for. */
  readonly reachedAt: number;
}

export interface Spoken {
  readonly record: NudgeRecord;
  readonly truth: Truth;
}

/** All that was said to a rep in a year, and why not in the moments between. */
export interface Year {
  readonly spoken: readonly Spoken[];
  readonly silences: readonly Silence[];
  /** Of these, those that alone kept something from being said: without that one limit there was a nudge. */
  readonly decisive: readonly Silence[];
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A Thursday. */
const newYear = Date.UTC(2026, 0, 1);

/**
 * A year of one rep, by lot: week, hours, leave, goals, habits, typing, rules and patience. In each moment a standing, the
 * tallies and the schedule are put to the policy as the worker does it.
 */
export function yearOf(seed: number): Year {
  const lot = seeded(seed);
  const upTo = (most: number) => Math.floor(lot() * (most + 1));
  const rep = repOf(lot, upTo);
  const { schedule, berlin, marks, rules, impatience, on } = rep;
  const spoken: Spoken[] = [];
  const records: NudgeRecord[] = [];
  const silences = [] as Silence[];
  const decisive = [] as Silence[];
  let openUntil = -1;
  let worked = { week: NaN, month: '' };

  for (let date = 0; date < 365; date += 1) {
    const midnightUtc = newYear + date * dayMs;
    const day = keyOf(date);
    const hours = rep.hoursOf(date);
    const week = Math.floor((date + 4 - schedule.weekStartsOn) / 7);
    const month = day.slice(0, 7);
    const first = hours !== null && (worked.week !== week || worked.month !== month);
    if (hours) worked = { week, month };
    // At work in the browser for two weeks on end, so that one day bears on the next, then elsewhere for some: so that
    // 200 years take seconds.
    if (date > openUntil && lot() < 0.012) openUntil = date + 13;
    if (date > openUntil && lot() > (first ? 0.25 : 0.01)) continue;
    if (!hours && lot() < 0.7) continue;

    const summer = day >= '2026-03-29' && day < '2026-10-25';
    const midnight = midnightUtc - (berlin ? (summer ? 120 : 60) * minuteMs : 0);
    // By lot and not by the hours: each of both must hold without the other.
    const rest = lot() < 0.04 ? 'paused' : lot() < 0.04 ? 'held' : null;
    const goals = [
      { id: 'calls', kinds: ['call'] as const, planned: marks.map(() => upTo(4)) },
      { id: 'emails', kinds: ['email'] as const, planned: marks.map(() => upTo(6)) },
    ];
    const done: { kind: ActionKind; minute: number }[] = [];
    let keyAt = -Infinity;
    const yesterday = [{ day: keyOf(date - 1), kind: 'call' as const, minutes: [1, 1439] }];

    const { start, end } = rep.usual;
    for (let minute = start - 30; minute < end + 30; minute += 1 + upTo(lot() < 0.3 ? 5 : 120)) {
      const now = midnight + minute * minuteMs + upTo(minuteMs - 1);
      for (const kind of deeds(lot))
        done.push({ kind, minute: lot() < 0.4 ? minute : minute - upTo(12) });
      done.sort((a, b) => a.minute - b.minute);
      if (lot() < 0.3) keyAt = now - upTo(20_000);
      const at = (one: { readonly minute: number }) => midnight + one.minute * minuteMs;
      const lastOf = (counts: (kind: ActionKind) => boolean) =>
        Math.max(-Infinity, ...done.filter(({ kind }) => counts(kind)).map(at));

      const standings = goals.map(({ id, kinds, planned }) => {
        const count = done.filter(({ kind }) => kind === kinds[0]).length;
        const target = planned.reduce((sum, one) => sum + one, 0);
        const odds = { p: lot(), rough: lot() < 0.1, span: { first: day, last: day } };
        const legs = legsOf(marks, planned, count, midnight);
        return goal({
          id,
          kinds,
          done: count,
          target,
          today: { target, done: count },
          legs,
          odds,
        });
      });
      const open = standings.filter(({ target, done }) => done < target);
      const next = open[upTo(open.length - 1)];
      const full = standings.filter(({ target, done }) => target > 0 && done >= target);
      const stretch = full.length > 0 && lot() < 0.2;
      const toCome = cuesToCome(rules, records, day, minute);
      const inFront = rules.filter(() => lot() < 0.12);
      const cue = toCome.find((one) => inFront.includes(one)) ?? null;
      const truth: Truth = {
        hours,
        resting: rest !== null,
        on,
        first,
        odds: next?.odds ?? { p: NaN, rough: true },
        leg: next && hours ? toCheckpoint(next.legs, next.done, minute, hours) : null,
        stretch,
        inFront: inFront.map(({ id }) => id),
        rules: rules.map(({ id }) => id),
        keyAt,
        callAt: lastOf((kind) => kind === 'call'),
        winAt: lastOf((kind) => kind === 'win'),
        reachedAt: lastOf((kind) => full.some(({ kinds }) => kinds.includes(kind))),
      };
      const ground = {
        standing: standing({
          computedAt: now,
          day,
          goals: standings,
          foothold: next ? foothold({ goalId: next.id, kind: next.kinds[0] }) : null,
          rest: rest ?? (next ? null : 'reached'),
          recent: done
            .slice(-mostRecent)
            .reverse()
            .map((one) => recent({ kind: one.kind, at: at(one) })),
        }),
        tallies: [...yesterday, ...talliesOf(day, done)],
        schedule,
        timeZone: berlin ? 'Europe/Berlin' : 'UTC',
        history: records.slice(-60),
        on,
        cue,
        cueToCome: toCome.length > 0,
        stretch: stretch ? ({ id: full[0]?.id } as ActiveGoal) : null,
      };
      const moment = { ...momentOf(ground), lastKeyAt: keyAt };
      const result = nudge(moment, lot());
      if (!result.speak) {
        const { why } = result;
        silences.push(why);
        if (nudge({ ...moment, ...without(why, moment) }, 1).speak) decisive.push(why);
        continue;
      }
      const { reason, withheld } = result;
      const answer = withheld ? undefined : answerOf(lot(), impatience);
      const record: NudgeRecord = {
        at: now,
        day,
        minute,
        reason,
        withheld,
        ...(reason === 'cue' && cue && { cue: cue.id }),
        ...(answer && { answer, answeredAt: now + upTo(25 * minuteMs) }),
      };
      records.push(record);
      spoken.push({ record, truth });
    }
  }
  return { spoken, silences, decisive };
}

/** What to change for a moment to have nothing of what kept it silent. */
function without(why: Silence, { minute, hours }: NudgeMoment): Partial<NudgeMoment> {
  switch (why) {
    case 'resting':
      return { resting: false };
    case 'outside-hours':
      return { hours: { start: minute - 30, end: minute + 30 } };
    case 'settling-in':
      return { hours: { start: minute - 5, end: hours?.end ?? minute } };
    case 'in-call':
      return { callBegunAt: -Infinity };
    case 'typing':
      return { lastKeyAt: -Infinity };
    case 'just-reached':
      return { goalReachedAt: -Infinity };
    case 'not-today':
    case 'spent':
    case 'too-soon':
    case 'backing-off':
      return { history: [] };
    case 'cannot-matter':
      return { odds: 0.5 };
  }
}

type UpTo = (most: number) => number;

function repOf(lot: () => number, upTo: UpTo) {
  const start = 360 + upTo(240);
  const usual = { start, end: start + 240 + upTo(360) };
  const short = { start, end: usual.end - 60 };
  /** Sunday to Thursday, or Monday to Friday. */
  const weekStartsOn = lot() < 0.3 ? (7 as const) : (1 as const);
  const free = weekStartsOn === 7 ? [5, 6] : [6, 7];
  const on = (weekday: number) => (free.includes(weekday) ? null : weekday === 3 ? short : usual);
  const leave = upTo(350);
  const isOff = Array.from(
    { length: 365 },
    (_, date) => lot() < 0.05 || (date >= leave && date < leave + 14),
  );
  const hours = { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
  // The last one at the end of work, or for whoever has it so an hour after it.
  const marks = [
    start + 60,
    Math.round((start + usual.end) / 2),
    usual.end + (lot() < 0.3 ? 60 : 0),
  ];
  const rules: readonly Cue[] = [
    { id: 'inbox', origin: 'https://mail.example.com', count: 3, kind: 'call' as const },
    { id: 'crm', origin: 'https://crm.example.com', count: 1, kind: 'email' as const },
  ].slice(upTo(2));
  const schedule: Schedule = {
    dayStartsAt: 0,
    weekStartsOn,
    hours,
    daysOff: isOff.flatMap((off, date) => (off ? [keyOf(date)] : [])),
    checkpoints: marks.map((at) => ({ at })),
  };
  const hoursOf = (date: number) => (isOff[date] ? null : on(((date + 3) % 7) + 1));
  return {
    usual,
    marks,
    rules,
    schedule,
    hoursOf,
    berlin: lot() < 0.25,
    impatience: lot(),
    on: lot() < 0.9,
  };
}

function keyOf(date: number): string {
  return new Date(newYear + date * dayMs).toISOString().slice(0, 10);
}

/** What was done since the last moment: often nothing, at times so much that the last few hide what came before. */
function deeds(lot: () => number): readonly ActionKind[] {
  const rush = lot() < 0.1 ? Array.from({ length: 6 }, () => 'message' as const) : [];
  const kind = lot();
  if (kind < 0.15) return ['call', ...rush];
  if (kind < 0.35) return ['email', ...rush];
  return kind < 0.38 ? ['win', ...rush] : rush;
}

/** Actions fill the legs in order. */
function legsOf(
  marks: readonly number[],
  planned: readonly number[],
  count: number,
  midnight: number,
): readonly Leg[] {
  let left = count;
  return marks.map((minute, index) => {
    const asked = planned[index] ?? 0;
    const done = Math.min(asked, left);
    left -= done;
    return { at: midnight + minute * minuteMs, minute, planned: asked, done, state: 'ahead' };
  });
}

/** What is left to the next checkpoint, by the legs that are due. */
export function toCheckpoint(
  legs: readonly Leg[],
  done: number,
  minute: number,
  hours: WorkingHours,
): Truth['leg'] {
  const due = legs.filter((leg) => leg.minute <= minute);
  const next = legs[due.length];
  if (!next) return null;
  const asked = [...due, next].reduce((sum, leg) => sum + leg.planned, 0);
  return {
    actions: asked - Math.min(asked, done),
    minutes: Math.min(next.minute, hours.end) - minute,
  };
}

function talliesOf(day: string, done: readonly { kind: ActionKind; minute: number }[]) {
  const kinds = [...new Set(done.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    day,
    kind,
    minutes: done.filter((one) => one.kind === kind).map(({ minute }) => minute),
  }));
}

function answerOf(reply: number, impatience: number): NudgeRecord['answer'] {
  if (reply < impatience) return reply < impatience / 8 ? 'not-today' : 'dismissed';
  if (reply < 0.75) return 'accepted';
  return reply < 0.9 ? 'snoozed' : undefined;
}
