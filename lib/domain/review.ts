import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import { activeGoals } from './activeGoals';
import { closingOf, isReview } from './adjustment';
import { ahead } from './ahead';
import type { DayKey } from './day';
import { isNewcomer } from './history';
import { expectedBy, type Moment } from './pace';
import { planDay, planSpan } from './plan';
import { hoursOn } from './schedule';
import { weekAround } from './week';

/** What can stand in the way, in the order in which it is offered. */
export const blockers = ['time', 'reach', 'answers', 'list', 'tools', 'away', 'else'] as const;
export type Blocker = (typeof blockers)[number];

/** What the rep said at a review of a goal. */
export interface Review {
  /** Id of the goal. */
  readonly goal: string;
  readonly day: DayKey;
  /** At least one. */
  readonly blocked: readonly [Blocker, ...Blocker[]];
}

/** The last so many are kept: five goals, two reviews a week, over a quarter. */
export const mostReviews = 130;

/** The sub-goal of a review: what the plan had by now, and what is done. */
export interface CheckIn {
  readonly done: number;
  /** Whole actions. */
  readonly planned: number;
}

/** Whether a review has come: an adjustment point, and in the first ten workdays the last half hour of each. */
export function isCheckIn({ goals, tallies, schedule }: ActiveGoalsInput, now: Moment): boolean {
  if (isReview(schedule, now)) return true;
  const hours = hoursOn(schedule, now.day);
  if (!hours || now.minute < closingOf(hours)) return false;
  return isNewcomer(goals, tallies, schedule, now.day);
}

/**
 * How a goal stands at a review: since its period began, a day goal since the week did. Null between reviews, on hold, and
 * where nothing was planned yet.
 *
 * @example 8 calls a day, 5 on Monday, 8 on Tuesday, 4 by Wednesday noon: 17 of 20
 */
export function checkIn(input: ActiveGoalsInput, active: ActiveGoal, now: Moment): CheckIn | null {
  if (active.held || !isCheckIn(input, now)) return null;
  const parts = active.goal.period === 'day' ? daysSoFar(input, active, now.day) : [active];
  const done = parts.reduce((sum, part) => sum + part.done, 0);
  const expected = parts.reduce((sum, { goal, schedule, span, shares }) => {
    const plans =
      goal.period === 'day'
        ? [planDay(goal.target, schedule, span.first, shares)]
        : planSpan(goal.target, schedule, span, shares);
    return sum + expectedBy(plans, now);
  }, 0);
  // Within less than one action a rep is on pace.
  const planned = done - ahead(done, expected);
  return expected >= 1 ? { done, planned } : null;
}

/** A day goal on each day of the week until today, as each had it. */
function daysSoFar(
  input: ActiveGoalsInput,
  { id }: ActiveGoal,
  today: DayKey,
): readonly ActiveGoal[] {
  return weekAround(input.schedule, today)
    .filter((day) => day <= today)
    .flatMap((day) => activeGoals(input, day).filter((one) => one.id === id && !one.held));
}

/** What was said at a goal's review of a day; nothing when nothing was. */
export function blockedOn(
  reviews: readonly Review[],
  goal: string,
  day: DayKey,
): readonly Blocker[] {
  return reviews.find((one) => one.goal === goal && one.day === day)?.blocked ?? [];
}

/** What was said at a goal's last review before a day. */
export function lastReview(
  reviews: readonly Review[],
  goal: string,
  day: DayKey,
): Review | undefined {
  return reviews.findLast((one) => one.goal === goal && one.day < day);
}

/** The reviews with one blocker said, or taken back where it was said already. */
export function withBlocker(
  reviews: readonly Review[],
  goal: string,
  day: DayKey,
  blocker: Blocker,
): readonly Review[] {
  const said = blockedOn(reviews, goal, day);
  const [first, ...more] = blockers.filter((one) => said.includes(one) !== (one === blocker));
  const others = reviews.filter((one) => one.goal !== goal || one.day !== day);
  if (!first) return others;
  const review: Review = { goal, day, blocked: [first, ...more] };
  return [...others, review].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-mostReviews);
}
