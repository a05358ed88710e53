import type { ActionKind } from './action';
import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import { activeGoals } from './activeGoals';
import type { Adjustment } from './adjustment';
import { adjustment, isReview, loweredIn, lowersFrom } from './adjustment';
import type { Approach, Bests } from './best';
import { approach, beatable, bestsOf } from './best';
import { isCompanyGoal } from './companyGoal';
import { continuity, type Continuity } from './continuity';
import type { DayKey } from './day';
import { addDays, daysOf } from './day';
import { defaultRange, goalsOn, type GoalVersion } from './goal';
import type { Forecast } from './odds/forecast';
import { historyOf, pastWorkdays } from './odds/history';
import { periodForecast } from './odds/periodForecast';
import { largestTarget } from './odds/target';
import type { Moment } from './pace';
import { rangeCredit, trialRule } from './rangeCredit';
import type { RampStanding } from './ramp';
import { hoursOn } from './schedule';
import { mayStretch, stretchTarget } from './stretch';

/** What can be said and done about one goal now, beside how far it is. */
export interface GoalOutlook {
  readonly id: string;
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  readonly done: number;
  readonly target: number;
  /** What the result counts as, 1 at the target; null below the floor. */
  readonly credit: number | null;
  /** The rep's own reward, once it is reached. */
  readonly reward: string | null;
  readonly ramp: RampStanding | null;
  /** 125 %: on offer, or on the way. */
  readonly stretch: { readonly target: number; readonly accepted: boolean } | null;
  /** At an adjustment point: what to do about a target that is out of reach. */
  readonly adjustment: (Adjustment & { readonly from: DayKey }) | null;
  /** A hold without an end is over: the target that its data suggest, for one period. */
  readonly afterHold: number | null;
}

/** The personal best that is worth a word today. */
export interface BestOutlook {
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  readonly today: number;
  readonly bests: Bests;
  readonly approach: Approach;
  /** A day to go for; null where there is none. */
  readonly goFor: number | null;
}

export interface Outlook {
  readonly goals: readonly GoalOutlook[];
  /** One that is broken or near first; or else that of the first goal. Null in the first ten workdays. */
  readonly best: BestOutlook | null;
  readonly continuity: Continuity;
}

/**
 * What the rep's own goals allow and suggest now: more for who is ahead, less for who is stuck. Plain JSON.
 *
 * @throws RangeError when the moment's day is no day
 */
export function outlook(input: ActiveGoalsInput, now: Moment): Outlook {
  const own = activeGoals(input, now.day).filter((goal) => !isCompanyGoal(goal));
  const bests = own.flatMap((goal) => bestOf(input, goal, now) ?? []);
  return {
    goals: own.map((goal) => goalOutlook(input, goal, now)),
    best:
      bests.find((best) => best.approach === 'new') ??
      bests.find((best) => best.approach === 'near') ??
      bests[0] ??
      null,
    continuity: continuity(input, now.day),
  };
}

function goalOutlook(input: ActiveGoalsInput, active: ActiveGoal, now: Moment): GoalOutlook {
  const { id, goal, span, done, held, ramp } = active;
  const reached = !held && done >= goal.target;
  const credit = held ? 0 : rangeCredit(done, goal, trialRule(goal.trial, now.day));
  const accepted = goal.stretch?.first === span.first;
  const stretch =
    accepted || mayStretch(input, active) ? { target: stretchTarget(goal.target), accepted } : null;
  return {
    id,
    kinds: goal.kinds,
    done,
    target: goal.target,
    credit: credit > 0 ? credit : null,
    reward: reached ? (goal.reward ?? null) : null,
    ramp: ramp ?? null,
    stretch,
    adjustment: reached || held ? null : adjustmentOf(input, active, now),
    afterHold: afterHold(input, active, now),
  };
}

function adjustmentOf(input: ActiveGoalsInput, active: ActiveGoal, now: Moment) {
  const { goals, schedule } = input;
  const { id, goal } = active;
  if (!isReview(schedule, now) || loweredIn(goals, id, goal, now.day, schedule)) return null;
  // Today is as it is; what may have to change for a day goal is the days to come.
  const done = goal.period === 'day' ? 0 : active.done;
  const forecast = goal.period === 'day' ? nextDay(input, active, now) : rest(input, active, now);
  if (!forecast || forecast.rough) return null;
  const likely = largestTarget(forecast.chance) ?? 0;
  const proposal = adjustment(forecast.chance(goal.target), {
    target: goal.target,
    done,
    rest: likely - done,
  });
  return proposal && { ...proposal, from: lowersFrom(schedule, now) };
}

/** A hold for want of data is over and the goal still has it: what its data suggest with 80 %. */
function afterHold(input: ActiveGoalsInput, active: ActiveGoal, now: Moment): number | null {
  const { goal, held } = active;
  if (held || !goal.hold || goal.hold.until !== undefined) return null;
  const forecast = goal.period === 'day' ? nextDay(input, active, now) : rest(input, active, now);
  return forecast ? largestTarget(forecast.chance) : null;
}

function rest(input: ActiveGoalsInput, active: ActiveGoal, now: Moment): Forecast | null {
  return forecastOf(input, active, daysOf(active.span), now);
}

function nextDay(input: ActiveGoalsInput, active: ActiveGoal, now: Moment): Forecast | null {
  const ahead = daysOf({ first: addDays(now.day, 1), last: addDays(now.day, 14) });
  const next = ahead.find((day) => hoursOn(input.schedule, day));
  return next === undefined ? null : forecastOf(input, active, [next], now);
}

function forecastOf(
  { tallies, schedule }: ActiveGoalsInput,
  { goal: { kinds } }: ActiveGoal,
  days: readonly DayKey[],
  now: Moment,
): Forecast | null {
  const history = historyOf(pastWorkdays(tallies, kinds, schedule, now.day));
  return periodForecast(history, { days, kinds, tallies, schedule, now });
}

function bestOf(input: ActiveGoalsInput, active: ActiveGoal, now: Moment): BestOutlook | null {
  const { goal, counts } = active;
  const bests = bestsOf(input, goal.kinds, now.day);
  if (!bests) return null;
  const today = counts.get(now.day) ?? 0;
  const forecast = forecastOf(input, active, [now.day], now);
  const chance = (count: number) => forecast?.chance(count) ?? 0;
  const most = bests.day?.count ?? 0;
  return {
    kinds: goal.kinds,
    today,
    bests,
    approach: most > 0 ? approach(today, most, chance(most + 1)) : null,
    goFor: beatable(counts, now.day, chance),
  };
}

/** The rep said yes to 125 % of a goal, for the period that a day is in. */
export function acceptStretch(
  input: ActiveGoalsInput,
  id: string,
  day: DayKey,
): readonly GoalVersion[] {
  const active = activeGoals(input, day).find((one) => one.id === id);
  return changed(input.goals, id, day, (goal) =>
    active ? { ...goal, stretch: { first: active.span.first } } : goal,
  );
}

/** The rep took a proposal of an adjustment point: a lower target from a later day, or a hold for the rest of the period. */
export function acceptAdjustment(
  input: ActiveGoalsInput,
  id: string,
  day: DayKey,
  { reason, ...proposal }: Adjustment & { readonly from: DayKey; readonly reason: string },
): readonly GoalVersion[] {
  const active = activeGoals(input, day).find((one) => one.id === id);
  if (!active) return [];
  if (proposal.move === 'hold') {
    return changed(input.goals, id, day, (goal) => ({
      ...goal,
      hold: { from: day, until: active.span.last },
    }));
  }
  const { target } = proposal;
  return changed(input.goals, id, day, (goal) => ({
    ...goal,
    target,
    ...defaultRange(target),
    lowered: { on: day, from: goal.target, reason },
  })).map((version) => ({ ...version, from: proposal.from }));
}

function changed(
  versions: readonly GoalVersion[],
  id: string,
  day: DayKey,
  change: (goal: NonNullable<GoalVersion['goal']>) => NonNullable<GoalVersion['goal']>,
): readonly GoalVersion[] {
  return goalsOn(versions, day)
    .filter((one) => one.id === id)
    .map(({ order, goal }) => ({ id, from: day, order, goal: change(goal) }));
}
