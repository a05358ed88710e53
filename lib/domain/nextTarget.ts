import { activeForecast, type ForecastGround } from './activeForecast';
import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import { isReview, loweredIn } from './adjustment';
import { comingOf } from './coming';
import type { DayKey } from './day';
import { mostFreely } from './gap';
import { goalsOn } from './goal';
import { meanOfFourWeeks } from './history';
import { withoutHolds } from './hold';
import { bandOf, largestTarget } from './odds/target';
import type { Moment } from './pace';
import { hoursOn, workdaysIn } from './schedule';
import { weekAround } from './week';

/** The number that a review has for the next period. */
export interface NextTarget {
  readonly move: 'raise' | 'lower';
  readonly target: number;
  readonly from: DayKey;
  /** Probability in that period, 0 to 1, of the present target and of this one. */
  readonly odds: { readonly present: number; readonly then: number };
}

/**
 * The largest target that the next period reaches with 80 % probability, at the review that ends this one (of a day goal:
 * this week), where the present one is not about right. A raise stays where nothing has to change for it; a period
 * lowered once is not lowered again. Null of a ramp and after a hold, which have their own numbers, where something is
 * planned already, and where days off make the next period a shorter one.
 *
 * @example 10 calls a week, of 1 to 7 a day and 20 a week so far: 16 instead, which is 82 % likely
 */
export function nextTarget(
  input: ActiveGoalsInput & ForecastGround,
  active: ActiveGoal,
  now: Moment,
): NextTarget | null {
  const { goals, schedule } = input;
  const { id, goal, held, counts } = active;
  if (held || goal.ramp || goal.hold || !isReview(schedule, now)) return null;
  if (weekAround(schedule, now.day).some((day) => day > now.day && hoursOn(schedule, day)))
    return null;
  if (goals.some((version) => version.id === id && version.from > now.day)) return null;
  const coming = comingOf(input, active, now);
  if (!coming || coming.until !== undefined) return null;
  const { of, days } = coming;
  const [from = now.day] = days;
  const present = goalsOn(goals, from).find((one) => one.id === id)?.goal.target;
  if (present !== of.goal.target) return null;

  const forecast = activeForecast(input, of, days, now);
  if (!forecast || forecast.rough) return null;
  const { chance } = forecast;
  const likely = largestTarget(chance);
  if (likely === null || bandOf(chance(present)) === 'right') return null;
  const mean = meanOfFourWeeks(counts, withoutHolds(schedule, goals, id, now.day), now.day);
  const free = mean === null ? likely : mostFreely(mean * workdaysIn(days, of.schedule));
  const target = likely > present ? Math.max(present, Math.min(likely, free)) : likely;
  if (target === present) return null;
  const move = target > present ? 'raise' : 'lower';
  if (move === 'lower' && loweredIn(goals, id, goal, from, schedule)) return null;
  return { move, target, from, odds: { present: chance(present), then: chance(target) } };
}
