import type { DayKey, Span } from './day';
import { daysOf, lengthOf } from './day';
import type { Checkpoint, Schedule, WorkingHours } from './schedule';
import { hoursOn, routineOn } from './schedule';
import { weekAround } from './week';

/** A checkpoint of one day, with the part of the day's goal that is due by then. */
export interface Mark {
  /** Minute of the local day. */
  readonly minute: number;
  readonly anchor?: Checkpoint['anchor'];
  /** Cumulative, 0 to 1; 1 at the last. */
  readonly share: number;
}

/** What one leg of a day asks for. */
export interface PlannedLeg {
  /** Minute of its checkpoint. */
  readonly minute: number;
  readonly anchor?: Checkpoint['anchor'];
  /** Whole actions. */
  readonly planned: number;
}

/** What a goal asks of one day. Without hours there are no legs. */
export interface DayPlan {
  readonly day: DayKey;
  readonly hours: WorkingHours | null;
  readonly legs: readonly PlannedLeg[];
}

/**
 * The part of a day's goal that is due by a minute of it, 0 to 1, where no checkpoint has a share of its own.
 *
 * @param hours of that day
 */
export type Shares = (minute: number, hours: WorkingHours, day: DayKey) => number;

/** The part of the working hours that has gone by then; below 0 before work, above 1 after it. */
export const byHours: Shares = (minute, { start, end }) => (minute - start) / (end - start);

/**
 * The checkpoints of a day with the share of the goal due by each. A checkpoint's own share counts; otherwise it
 * is what `shares` says, by default the part of the working hours that has gone by then, so 0 before work, brought forward
 * where the rep wants more early: s + λ s (1 − s). Shares never fall, and the last gets the rest.
 *
 * A checkpoint after work means "before you leave" unless it has its own share: it moves to the end of work, on a short
 * Friday too. Where no checkpoint could hold the rest (there is none, or all stand before work and leave some of the goal),
 * the end of work is one.
 *
 * @returns ascending; empty on a day off
 * @throws RangeError when `day` is no day
 * @example marksOn(defaultSchedule, '2026-03-02') // 09:00 share 1/9, 12:00 share 4/9, 17:00 share 1
 */
export function marksOn(
  schedule: Schedule,
  day: DayKey,
  shares: Shares = byHours,
): readonly Mark[] {
  const hours = hoursOn(schedule, day);
  if (!hours) return [];
  const folded = new Map<number, Checkpoint>();
  const { checkpoints: all, frontLoad = 0 } = routineOn(schedule, day);
  for (const checkpoint of all) {
    const late = checkpoint.at > hours.end && checkpoint.share === undefined;
    const at = late ? hours.end : checkpoint.at;
    folded.set(at, { ...checkpoint, at });
  }
  const checkpoints = [...folded.values()].sort((a, b) => a.at - b.at);
  const last = checkpoints.at(-1);
  if (!last || (last.at <= hours.start && (last.share ?? 0) < 1))
    checkpoints.push({ at: hours.end });

  let due = 0;
  return checkpoints.map(({ at, anchor, share }, index) => {
    const own = share ?? early(Math.min(1, Math.max(0, shares(at, hours, day))), frontLoad);
    due = index === checkpoints.length - 1 ? 1 : Math.max(due, Math.min(1, Math.max(0, own)));
    return { minute: at, ...(anchor !== undefined && { anchor }), share: due };
  });
}

/** Rises with the share, from 0 to 0 and 1 to 1; most is added at the middle of the day: a quarter of λ. */
function early(share: number, frontLoad: number): number {
  return share + frontLoad * share * (1 - share);
}

/**
 * What a goal of one day asks of each leg: cumulatively C_j = round(G · s(t_j)), the last C = G, so the legs are never
 * negative and add up to G exactly.
 *
 * @param target whole actions, 0 or more
 * @throws RangeError when `day` is no day
 * @example planDay(8, defaultSchedule, '2026-03-02').legs.map(({ planned }) => planned) // [1, 3, 4]
 */
export function planDay(
  target: number,
  schedule: Schedule,
  day: DayKey,
  shares: Shares = byHours,
): DayPlan {
  let before = 0;
  const legs = marksOn(schedule, day, shares).map(({ minute, anchor, share }) => {
    const due = Math.round(target * share);
    const planned = due - before;
    before = due;
    return { minute, ...(anchor !== undefined && { anchor }), planned };
  });
  return { day, hours: hoursOn(schedule, day), legs };
}

/**
 * The plan of a goal for all days of its period, made once: what `askOfDay` asks of a rep who does exactly that every day.
 * It is spread by workdays, over months where the span is longer than one, over weeks, over days. Each part gets what is
 * left times its share of the workdays that are left, rounded up, so what does not divide comes early, every part is a
 * whole number, and they add up to the target.
 *
 * @param target whole actions
 * @returns a plan for each day, in order; without hours on days off
 * @throws RangeError when an end of the span is no day
 * @example 7 in a week from Monday to Friday: 2, 2, 1, 1, 1
 * @example 20 in a quarter with 22, 20 and 22 workdays: 7, 7, 6 a month
 */
export function planSpan(
  target: number,
  schedule: Schedule,
  span: Span,
  shares: Shares = byHours,
): readonly DayPlan[] {
  const days = daysOf(span);
  const workdays = days.filter((day) => hoursOn(schedule, day));
  const levels = levelsOf(span, schedule);
  const amounts = new Map(spread(target, workdays, levels));
  return days.map((day) => planDay(amounts.get(day) ?? 0, schedule, day, shares));
}

type NameOfPart = (day: DayKey) => string;

/** Which parts a span is cut into, the largest first. */
function levelsOf(span: Span, schedule: Schedule): readonly NameOfPart[] {
  const length = lengthOf(span);
  const week: NameOfPart = (day) => weekAround(schedule, day)[0];
  const month: NameOfPart = (day) => day.slice(0, 7);
  const itself: NameOfPart = (day) => day;
  if (length <= 7) return [itself];
  return length <= 31 ? [week, itself] : [month, week, itself];
}

/** Cuts an amount down to days, level by level. */
function spread(
  amount: number,
  days: readonly DayKey[],
  [nameOf, ...smaller]: readonly NameOfPart[],
): readonly (readonly [DayKey, number])[] {
  if (!nameOf) return days.map((day) => [day, amount] as const);
  const parts: [DayKey, ...DayKey[]][] = [];
  for (const day of days) {
    const part = parts.at(-1);
    if (part && nameOf(part[0]) === nameOf(day)) part.push(day);
    else parts.push([day]);
  }
  let left = amount;
  let daysLeft = days.length;
  return parts.flatMap((part) => {
    const share = Math.ceil((left * part.length) / daysLeft);
    left -= share;
    daysLeft -= part.length;
    return spread(share, part, smaller);
  });
}

/** What a goal asks of a day, and what no day that is left can hold. */
export interface Ask {
  /** Whole actions. */
  readonly today: number;
  /** Actions by which what remains is more than the cap of all workdays left. */
  readonly unplannable: number;
}

/**
 * Re-planning: what a goal asks of a day after what was done on the others. The plan's part of that day, and of what the
 * days before are behind (ahead: less) an even share of the workdays that are left, rounded up; at most the cap, so that
 * a deficit is never dumped on one day, and never more than remains. Nothing on a day off.
 *
 * @param plans of the goal's period, by `planSpan`
 * @param doneElsewhere actions of the period's other days
 * @param cap most actions a day can be asked for, by `capOfDay`
 * @example 10 a week, nothing done by Thursday: 2 planned, 6 behind over 2 days, capped at 3: today 3, unplannable 4
 */
export function askOfDay(
  plans: readonly DayPlan[],
  doneElsewhere: number,
  day: DayKey,
  cap: number,
): Ask {
  const target = amountOf(plans);
  const remains = Math.max(0, target - doneElsewhere);
  const before = plans.filter((plan) => plan.day < day);
  const daysLeft = plans.filter((plan) => plan.day >= day && plan.hours).length;
  const today = plans.find((plan) => plan.day === day);
  const unplannable = Math.max(0, remains - cap * daysLeft);
  if (!today?.hours) return { today: 0, unplannable };
  const behind = amountOf(before) - doneElsewhere;
  const asked = amountOf([today]) + Math.ceil(behind / daysLeft);
  return { today: Math.min(Math.max(0, asked), cap, remains), unplannable };
}

/** What the trailing workdays of a goal's kinds show. */
export interface Usual {
  /** Actions of the trailing workdays, up to 20 of them. */
  readonly done: number;
  /** How many workdays that is, 1 to 20. */
  readonly days: number;
  /** The most that one day had. */
  readonly best: number;
}

/**
 * The most that a day is asked for when a goal is re-planned: 1.3 times what a workday usually gives, but no more than the
 * best one gave; while there is no history, 1.3 times what the plan has for a day. Rounded up, and at least 1.
 *
 * @param target of the whole period
 * @param workdays of the whole period
 * @example capOfDay(10, 5, null) === 3 // 1.3 · 2 = 2.6
 * @example capOfDay(10, 5, { done: 60, days: 20, best: 9 }) === 4 // 1.3 · 3 = 3.9
 */
export function capOfDay(target: number, workdays: number, usual: Usual | null): number {
  // 13 / 10 instead of 1.3: whole numbers divide exactly, 1.3 · 110 is more than 143.
  const most = usual
    ? Math.min((13 * usual.done) / (10 * usual.days), usual.best)
    : (13 * target) / (10 * Math.max(1, workdays));
  return Math.max(1, Math.ceil(most));
}

/** All that some plans ask for. */
export function amountOf(plans: readonly DayPlan[]): number {
  return plans.reduce(
    (sum, { legs }) => sum + legs.reduce((day, { planned }) => day + planned, 0),
    0,
  );
}
