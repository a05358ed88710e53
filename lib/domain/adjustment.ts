import type { DayKey, Span } from './day';
import { addDays, daysBetween, daysOf, weekdayOf, weekOf } from './day';
import type { Goal, GoalVersion } from './goal';
import type { GoalChange } from './goalChanges';
import { versionOn } from './goal';
import type { Moment } from './pace';
import { isWithin, spanOf } from './period';
import { usualReviews, type ReviewTimes } from './reviewTimes';
import type { Schedule, WorkingHours } from './schedule';
import { hoursOn, routineOn } from './schedule';
import { weekAround, weekStartOn } from './week';

/** Of the end of work, minutes: what comes when work is over is seen by nobody. */
const closing = 30;
/** Below it a goal is more wish than plan. */
export const slim = 0.35;
/** How far ahead the next review is looked for, days: two fortnights, because one may be all leave. */
const horizon = 28;

/**
 * The minute of a day at which goals may be adjusted: the rep's own point within the week, and half an hour before work
 * ends on the last workday of the week. Null on the other days, and in weeks that have no reviews.
 *
 * @throws RangeError when `day` is no day
 */
export function adjustmentPointOn(schedule: Schedule, day: DayKey): number | null {
  const hours = hoursOn(schedule, day);
  const { reviews = usualReviews } = routineOn(schedule, day);
  if (!hours || !isReviewed(schedule, reviews, day)) return null;
  const week = weekAround(schedule, day);
  if (week.findLast((one) => hoursOn(schedule, one)) === day) return closingOf(hours);
  return reviews.midweek?.weekday === weekdayOf(day) ? reviews.midweek.minute : null;
}

/** Whether the week of a day has reviews. */
export function isReviewed(schedule: Schedule, { everySecond }: ReviewTimes, day: DayKey): boolean {
  if (everySecond === undefined) return true;
  const start = weekStartOn(schedule, day);
  const apart = daysBetween(weekOf(everySecond, start)[0], weekOf(day, start)[0]);
  return apart % 14 === 0;
}

/** When the last half hour of a day's work begins, minute of the day. */
export function closingOf({ start, end }: WorkingHours): number {
  return Math.max(start, end - closing);
}

/**
 * The day from which a lowered target holds: the day after the next adjustment point; the day after this one, where its
 * point has come. So no target falls on the day on which it is missed, and none in a period that has no workday left:
 * there it holds from the next period on.
 *
 * @example Monday: Thursday. Wednesday 12:30: Thursday. Thursday: Saturday, after Friday's review; of a week's goal Monday
 */
export function lowersFrom(schedule: Schedule, { day }: Moment, goal?: Goal): DayKey {
  for (let ahead = 0; ahead < horizon; ahead += 1) {
    const one = addDays(day, ahead);
    if (adjustmentPointOn(schedule, one) === null) continue;
    const next = addDays(one, 1);
    if (!goal || goal.period === 'day' || !isWithin(one, spanOf(goal, one, schedule))) return next;
    const { last } = spanOf(goal, one, schedule);
    return hasWorkday(schedule, { first: next, last }) ? next : addDays(last, 1);
  }
  // A rep without workdays has no review either, and a month of leave asks for nothing.
  return addDays(day, 1);
}

function hasWorkday(schedule: Schedule, span: Span): boolean {
  return daysOf(span).some((one) => hoursOn(schedule, one));
}

/** What to do about a goal at an adjustment point. */
export type Adjustment =
  { readonly move: 'lower'; readonly target: number } | { readonly move: 'hold' };

/**
 * The proposal at an adjustment point: nothing while p ≥ 0.35; below it what is done and what the rest of the period gives
 * with 80 % probability; a hold where that is no more than is done already.
 *
 * @param p probability of reaching the target, 0 to 1
 * @param rest the largest number of further actions with a probability of 0.8
 * @example 20 a week, 4 done, p = 0.1, rest 8: lower to 12
 */
export function adjustment(
  p: number,
  { target, done, rest }: { readonly target: number; readonly done: number; readonly rest: number },
): Adjustment | null {
  if (p >= slim) return null;
  if (rest < 1) return { move: 'hold' };
  return { move: 'lower', target: Math.max(1, Math.min(target - 1, done + rest)) };
}

/** The day of the next adjustment point; null for who has no workdays in the next four weeks. */
export function nextReview(schedule: Schedule, { day, minute }: Moment): DayKey | null {
  const ahead = daysOf({ first: day, last: addDays(day, horizon) });
  const isAhead = (one: DayKey) => {
    const point = adjustmentPointOn(schedule, one);
    return point !== null && (one > day || minute < point);
  };
  return ahead.find(isAhead) ?? null;
}

/** Whether the adjustment point of a moment's day has come. */
export function isReview(schedule: Schedule, { day, minute }: Moment): boolean {
  const point = adjustmentPointOn(schedule, day);
  return point !== null && minute >= point;
}

/**
 * Whether the target of the period around a day was lowered already: once is wiggle room, twice is a moving goalpost. It
 * counts for the period in which it begins to hold, whenever that was decided and whatever was edited since.
 */
export function loweredIn(
  versions: readonly GoalVersion[],
  id: string,
  goal: Goal,
  day: DayKey,
  schedule: Schedule,
): boolean {
  const span = spanOf(goal, day, schedule);
  const began = new Map<DayKey, DayKey>();
  for (const { id: of, from, goal: then } of versions) {
    if (of !== id || !then?.lowered) continue;
    const earlier = began.get(then.lowered.on);
    if (earlier === undefined || from < earlier) began.set(then.lowered.on, from);
  }
  return [...began.values()].some((from) => isWithin(from, span));
}

/**
 * Whether a lower target only takes back what was set on the same day: a slip of the finger needs no review.
 *
 * @example 20 yesterday, 30 since this morning: back to 20 is a correction, 18 is a lowering
 */
export function isCorrection(
  versions: readonly GoalVersion[],
  id: string,
  target: number,
  day: DayKey,
): boolean {
  const own = versions.filter((version) => version.id === id);
  if (versionOn(own, day)?.from !== day) return false;
  const before = versionOn(own, addDays(day, -1))?.goal;
  return !before || target >= before.target;
}

/** A goal whose target is lowered: until a day it has the one that it had, whatever else changes holds at once. */
export function lowered(
  { target, floor, ceiling }: Goal,
  goal: Goal,
  from: DayKey,
  on: DayKey,
  reason: string,
): Pick<GoalChange, 'goal' | 'later'> {
  return {
    goal: { ...goal, target, floor, ceiling },
    later: { from, goal: { ...goal, lowered: { on, from: target, reason } } },
  };
}
