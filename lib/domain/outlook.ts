import type { ActionKind } from './action';
import { activeForecast, type ForecastGround } from './activeForecast';
import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import { activeGoals, withTarget } from './activeGoals';
import type { Adjustment } from './adjustment';
import { adjustment, isReview, loweredIn, nextReview } from './adjustment';
import { bestOutlook, otherBests, type BestOutlook, type OtherBests } from './bestOutlook';
import { comingOf, nextWorkday } from './coming';
import { isCompanyGoal } from './companyGoal';
import { continuity, type Continuity } from './continuity';
import type { DayKey } from './day';
import { addDays, daysOf } from './day';
import { floorOffer, type FloorOffer } from './floorOffer';
import { defaultRange, goalsOn, type Goal, type GoalVersion, type Range } from './goal';
import type { Forecast } from './odds/forecast';
import { largestTarget } from './odds/target';
import { nextTarget, type NextTarget } from './nextTarget';
import type { Moment } from './pace';
import { pipelineTrap, type PipelineTrap } from './pipelineTrap';
import { rangeCredit, trialRule } from './rangeCredit';
import type { RampStanding } from './ramp';
import { checkIn, type CheckIn } from './review';
import { hoursOn } from './schedule';
import type { Change } from './terms';
import { mayStretch, stretchTarget } from './stretch';
import { isStruggling } from './struggling';

/** The goals and what was done, and what their odds rest on. */
export type OutlookInput = ActiveGoalsInput & ForecastGround;

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
  /** What the rep promised. */
  readonly commitment: string | null;
  /** What was to change when it was raised. */
  readonly change: Change | null;
  /** Its working time is over and it is not reached. */
  readonly missed: boolean;
  readonly ramp: RampStanding | null;
  /** 125 %: on offer, or on the way. */
  readonly stretch: { readonly target: number; readonly accepted: boolean } | null;
  /** At a review: what is done of what the plan had by now. */
  readonly checkIn: CheckIn | null;
  /** Out of reach at two checkpoints in a row: the day of the review that can adjust it. Null where all is well or done. */
  readonly struggling: DayKey | null;
  /** At an adjustment point: what to do about a target that is out of reach. */
  readonly adjustment: Proposal | null;
  /** At the review that ends a period, where nothing is out of reach: the number for the next one. */
  readonly next: NextTarget | null;
  /** What an adjustment point has led to and a later day begins with. */
  readonly adjusted: Adjusted | null;
  /** A hold without an end is over: the target that its data suggest, for one period. */
  readonly afterHold: number | null;
}

/** What an adjustment point proposes: from a later day, and for how long. */
export type Proposal = Adjustment & {
  readonly from: DayKey;
  /** The last day of it; without it a lower target lasts, and a hold ends with enough data. */
  readonly until?: DayKey;
};

export interface Adjusted {
  readonly from: DayKey;
  /** Null is a hold. */
  readonly target: number | null;
  /** Empty where it is higher. */
  readonly reason: string;
}

export interface Outlook {
  readonly goals: readonly GoalOutlook[];
  readonly best: BestOutlook | null;
  readonly otherBests: readonly OtherBests[];
  readonly continuity: Continuity;
  /** Outcomes are up and what leads to them is dropped; null while goals rest. */
  readonly trap: (PipelineTrap & { readonly offer: FloorOffer }) | null;
}

/**
 * What the rep's own goals allow and suggest now: more for who is ahead, less for who is stuck. Plain JSON.
 *
 * @throws RangeError when the moment's day is no day
 */
export function outlook(input: OutlookInput, now: Moment): Outlook {
  const own = activeGoals(input, now.day).filter((goal) => !isCompanyGoal(goal));
  const best = bestOutlook(input, own, now);
  return {
    goals: own.map((goal) => goalOutlook(input, goal, now)),
    best,
    otherBests: otherBests(input, own, best, now.day),
    continuity: continuity(input, now.day),
    trap: own.every(({ held }) => held) ? null : trapOf(input, now),
  };
}

function trapOf(input: OutlookInput, now: Moment): Outlook['trap'] {
  const trap = pipelineTrap(input.tallies, input.schedule, now.day);
  return trap && { ...trap, offer: floorOffer(input, trap, now) };
}

function goalOutlook(input: OutlookInput, active: ActiveGoal, now: Moment): GoalOutlook {
  const { id, goal, span, done, held, ramp } = active;
  const review = checkIn(input, active, now);
  const adjusted = adjustedOf(input, active, now);
  const reached = !held && done >= goal.target;
  const credit = held ? 0 : rangeCredit(done, goal, trialRule(goal.trial, now.day));
  const over = isOver(active, now);
  const settled = held || reached || over || review !== null || adjusted !== null;
  const accepted = goal.stretch?.first === span.first;
  const adjusting = held || reached || adjusted ? null : adjustmentOf(input, active, now);
  const stretch =
    accepted || mayStretch(input, active) ? { target: stretchTarget(goal.target), accepted } : null;
  return {
    id,
    kinds: goal.kinds,
    done,
    target: goal.target,
    credit: credit > 0 ? credit : null,
    reward: reached ? (goal.reward ?? null) : null,
    commitment: goal.commitment ?? null,
    change: goal.change ?? null,
    missed: !held && !reached && over,
    ramp: ramp ?? null,
    stretch,
    checkIn: review,
    struggling:
      !settled && isStruggling(input, active, now) ? nextReview(input.schedule, now) : null,
    adjustment: adjusting,
    next: adjusting ? null : nextTarget(input, active, now),
    adjusted,
    afterHold: afterHold(input, active, now),
  };
}

/** Whether a period has no working time left; one that had none asks for nothing. */
function isOver({ span, schedule }: ActiveGoal, { day, minute }: Moment): boolean {
  const worked = daysOf(span).flatMap((one) => {
    const hours = hoursOn(schedule, one);
    return hours ? [{ one, hours }] : [];
  });
  const last = worked.at(-1);
  return last !== undefined && (last.one < day || (last.one === day && minute >= last.hours.end));
}

function adjustmentOf(input: OutlookInput, active: ActiveGoal, now: Moment): Proposal | null {
  const { goals, schedule } = input;
  if (!isReview(schedule, now)) return null;
  const coming = comingOf(input, active, now);
  if (!coming) return null;
  const { of, done, days, from, until } = coming;
  const { target } = of.goal;
  if (loweredIn(goals, active.id, active.goal, from, schedule)) return null;
  const forecast = activeForecast(input, of, days, now);
  if (!forecast || forecast.rough) return null;
  const likely = largestTarget(forecast.chance) ?? 0;
  const proposal = adjustment(forecast.chance(target), { target, done, rest: likely - done });
  return proposal && { ...proposal, from, ...(until !== undefined && { until }) };
}

/** What begins on a later day because a review said so. */
function adjustedOf(
  { goals }: ActiveGoalsInput,
  { id }: ActiveGoal,
  { day }: Moment,
): Adjusted | null {
  const [next] = goals
    .filter((version) => version.id === id && version.from > day)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!next?.goal) return null;
  const { from, goal } = next;
  if (goal.hold?.from === from) return { from, target: null, reason: goal.hold.reason ?? '' };
  const present = goalsOn(goals, day).find((one) => one.id === id)?.goal;
  const target = present?.target ?? 0;
  // What comes back after its period is no raise: it knows nothing of the lowering.
  if (goal.target > target && goal.lowered?.on === present?.lowered?.on)
    return { from, target: goal.target, reason: '' };
  // A goal that comes back after its period may have been lowered long ago.
  if (!goal.lowered || goal.target >= target) return null;
  return { from, target: goal.target, reason: goal.lowered.reason };
}

/**
 * A hold for want of data is over and the goal still has it: what its data suggest with 80 %. Null where what was done
 * meanwhile was of other kinds: other people's figures are no data of the rep's.
 */
function afterHold(input: OutlookInput, active: ActiveGoal, now: Moment): number | null {
  const { goal, held } = active;
  if (held || !goal.hold || goal.hold.until !== undefined) return null;
  const forecast = goal.period === 'day' ? nextDay(input, active, now) : rest(input, active, now);
  return forecast && !forecast.rough ? largestTarget(forecast.chance) : null;
}

function rest(input: OutlookInput, active: ActiveGoal, now: Moment): Forecast | null {
  return activeForecast(input, active, daysOf(active.span), now);
}

function nextDay(input: OutlookInput, active: ActiveGoal, now: Moment): Forecast | null {
  const next = nextWorkday(input, now.day);
  return next === null ? null : activeForecast(input, active, [next], now);
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

/**
 * The rep took a proposal of an adjustment point: from a later day on another target, or a hold. Where it is about the
 * rest of a period, the next one has the goal as it was.
 */
export function acceptAdjustment(
  input: ActiveGoalsInput,
  id: string,
  day: DayKey,
  {
    reason,
    from,
    until,
    ...proposal
  }: (Proposal | (NextTarget & { readonly until?: never })) & { readonly reason: string },
): readonly GoalVersion[] {
  const current = goalsOn(input.goals, day).find((one) => one.id === id);
  if (!current) return [];
  const { order, goal } = current;
  const version = { id, order };
  if (proposal.move === 'hold') {
    const hold = { from, ...(until !== undefined && { until }), reason };
    return [{ ...version, from, goal: { ...goal, hold } }];
  }
  // A ramp has its own way down; a goal with another number stands still.
  const { ramp: _, change: __, ...still } = goal;
  const then = activeGoals(input, from).find((one) => one.id === id);
  const whole = then?.ramp?.target ?? goal.target;
  // A period that is partly on hold or began late asks for a part of the target.
  const part = (then?.goal.target ?? whole) / whole || 1;
  const target = Math.max(1, Math.round(proposal.target / part));
  const lowered = proposal.move === 'lower' && { lowered: { on: day, from: whole, reason } };
  const adjusted = {
    ...version,
    from,
    goal: { ...still, target, ...rangeAt(still, target), ...lowered },
  };
  if (until === undefined || goal.period === 'own') return [adjusted];
  const next = addDays(until, 1);
  const planned = input.goals.some((one) => one.id === id && one.from > day && one.from <= next);
  return planned ? [adjusted] : [adjusted, { ...version, from: next, goal }];
}

/** A goal's floor and ceiling for another target: what is the usual stays so, what is the rep's own keeps its proportion. */
function rangeAt(goal: Goal, target: number): Range {
  const [before, usual, own] = [
    defaultRange(goal.target),
    defaultRange(target),
    withTarget(goal, target),
  ];
  return {
    floor: (goal.floor === before.floor ? usual : own).floor,
    ceiling: (goal.ceiling === before.ceiling ? usual : own).ceiling,
  };
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
