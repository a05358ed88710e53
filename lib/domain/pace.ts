import type { DayKey } from './day';
import type { DayPlan } from './plan';
import { minutesWithin } from './schedule';

/** Where the rep stands in a plan: the day, and the minute of it by the wall clock. */
export interface Moment {
  readonly day: DayKey;
  readonly minute: number;
}

/**
 * Where the plan says the rep is, in actions: E(t) = G · s(t), linear in working minutes within a leg. A leg without
 * working minutes (a checkpoint before work with its own share) is asked for when its checkpoint comes.
 *
 * @param plans one day, or the days of a week, ascending
 * @returns 0 at the start to the plan's total at its end; never falls
 * @example 3 actions between 09:00 and 12:00 after 1 until 09:00: at 11:00 expected is 1 + 3 · 120 / 180 = 3
 */
export function expectedBy(plans: readonly DayPlan[], { day, minute }: Moment): number {
  return plans.reduce((sum, plan) => {
    if (plan.day > day) return sum;
    return sum + expectedOn(plan, plan.day < day ? Infinity : minute);
  }, 0);
}

function expectedOn({ hours, legs }: DayPlan, minute: number): number {
  let from = -Infinity;
  let expected = 0;
  for (const leg of legs) {
    if (minute < leg.minute) {
      const all = minutesWithin(hours, from, leg.minute);
      const gone = minutesWithin(hours, from, minute);
      return all > 0 ? expected + (leg.planned * gone) / all : expected;
    }
    expected += leg.planned;
    from = leg.minute;
  }
  return expected;
}

/**
 * How far ahead of the plan the rep is in working minutes, behind when negative: s⁻¹(k / G) − t, the working time from
 * now to when the plan expects what is done. On a plateau that is the plateau's end; with everything done it is all
 * working time that the plan has left.
 *
 * @param plans one day, or the days of a week, ascending
 * @param done actions of the plan's period
 * @returns whole minutes
 * @example 3 actions between 09:00 and 12:00, none before; 2 done at 10:00: the plan expects 2 at 11:00, so 60
 */
export function bufferOf(plans: readonly DayPlan[], done: number, now: Moment): number {
  // `+ 0` turns -0 into 0.
  return Math.round(timeOf(plans, done) - timeGone(plans, now)) + 0;
}

function timeGone(plans: readonly DayPlan[], { day, minute }: Moment): number {
  return plans.reduce((sum, plan) => {
    if (plan.day > day) return sum;
    return sum + minutesWithin(plan.hours, -Infinity, plan.day < day ? Infinity : minute);
  }, 0);
}

/** Working time from the plan's start to the last moment at which it expects no more than `done`. */
function timeOf(plans: readonly DayPlan[], done: number): number {
  let time = 0;
  let expected = 0;
  for (const { hours, legs } of plans) {
    let from = -Infinity;
    for (const leg of legs) {
      const width = minutesWithin(hours, from, leg.minute);
      if (expected + leg.planned > done) return time + (width * (done - expected)) / leg.planned;
      expected += leg.planned;
      time += width;
      from = leg.minute;
    }
    time += minutesWithin(hours, from, Infinity);
  }
  return time;
}
