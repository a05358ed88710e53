import { nameOfKinds } from './action';
import type { ForecastGround } from './activeForecast';
import { activeGoals, type ActiveGoalsInput } from './activeGoals';
import { isCompanyGoal } from './companyGoal';
import type { DayKey } from './day';
import { focusOf } from './focus';
import { needsGapCard } from './gap';
import { askTwice, defaultRange, goalsOn, versionOn, type Goal, type GoalVersion } from './goal';
import { editedGoals, goalChanges } from './goalChanges';
import { countsOf, meanOfFourWeeks } from './history';
import { withoutHolds } from './hold';
import { draftForecast } from './odds/draftForecast';
import { pastOf } from './odds/past';
import { unfitted } from './odds/recalibration';
import { largestTarget } from './odds/target';
import { tooUnlikely } from './odds/tooUnlikely';
import type { Moment } from './pace';
import type { PipelineTrap } from './pipelineTrap';
import { workingMinutes } from './schedule';
import type { Change } from './terms';

/** Whether the floor that keeps a pipeline going can be a goal of every day, and what speaks against it. */
export type FloorOffer =
  | { readonly answer: 'free' }
  /** More than a tenth above what four weeks gave a workday: what will change? */
  | {
      readonly answer: 'raise';
      readonly goal: Goal;
      readonly mean: number;
      /** Of the day. */
      readonly workMinutes: number;
    }
  /** A goal asks for so many already. */
  | { readonly answer: 'asked'; readonly target: number }
  /** The goal it would raise is on hold. */
  | { readonly answer: 'held' }
  /** It would be one goal too many. */
  | { readonly answer: 'full' }
  /** Likelier missed than reached; the target that is 80 % likely, null where none is. */
  | {
      readonly answer: 'unlikely';
      readonly best: number | null;
      /** No goal asks for the likely target yet. */
      readonly free: boolean;
    };

/**
 * Judges the floor of a pipeline trap by what holds for every goal that a rep sets: five at most, no two that ask the
 * same, a gap card for a raise above a tenth, none that is likelier missed than reached.
 */
export function floorOffer(
  input: ActiveGoalsInput & ForecastGround,
  trap: PipelineTrap,
  now: Moment,
): FloorOffer {
  const { tallies, schedule, past = tallies, fits = {} } = input;
  const { floor, kinds } = trap;
  const { day } = now;
  const own = input.goals.filter((version) => !isCompanyGoal(version));
  const active = activeGoals({ ...input, goals: own }, day);
  const asked = Math.max(
    0,
    ...active
      .filter(({ held }) => !held)
      .filter(({ goal }) => goal.period === 'day' && goal.kinds.every((one) => kinds.includes(one)))
      .map(({ goal }) => goal.target),
  );
  if (asked >= floor) return { answer: 'asked', target: asked };
  const { id, goal, before } = flooredIn(own, trap, day);
  if (active.some((one) => one.id === id && one.held)) return { answer: 'held' };
  const all = goalsOn(own, day).map((one) => one.goal);
  if (!before && focusOf([...all, goal]).verdict === 'refused') return { answer: 'full' };
  const working = withoutHolds(schedule, own, id, day);
  const mean = meanOfFourWeeks(countsOf(tallies, kinds), working, day);
  if (mean !== null && needsGapCard(floor, mean)) {
    const workMinutes = workingMinutes(schedule, day, -Infinity, Infinity);
    return { answer: 'raise', goal, mean, workMinutes };
  }
  const known = pastOf(past, kinds, working, day, fits[nameOfKinds(kinds)] ?? unfitted);
  const forecast = draftForecast(goal, known, tallies, schedule, now);
  if (forecast && tooUnlikely(goal, before, forecast)) {
    const best = largestTarget(forecast.chance);
    return { answer: 'unlikely', best, free: best !== null && best > asked };
  }
  return { answer: 'free' };
}

/**
 * The versions with which the floor is asked for from a day on: of the goal for the same kinds a day, or of a new one.
 *
 * @param change what will change, where that was asked
 */
export function withFloor(
  versions: readonly GoalVersion[],
  trap: Pick<PipelineTrap, 'floor' | 'kinds'>,
  day: DayKey,
  newId: () => string,
  change?: Change,
): readonly GoalVersion[] {
  const own = versions.filter((version) => !isCompanyGoal(version));
  const { id, goal } = flooredIn(own, trap, day);
  const floored = { id, goal: { ...goal, ...(change && { change }) } };
  const edited = editedGoals(own, day).map((one) => (one.id === id ? floored : one));
  return goalChanges(own, id === null ? [...edited, floored] : edited, day, newId);
}

/** The versions that put back what was there before some others were saved. */
export function undoing(
  before: readonly GoalVersion[],
  saved: readonly GoalVersion[],
): readonly GoalVersion[] {
  return saved.map(({ id, from, order }) => {
    const was = versionOn(
      before.filter((one) => one.id === id),
      from,
    );
    return was ? { ...was, from } : { id, from, order, goal: null };
  });
}

/** The goal as it would be: the rep's own for these kinds a day with another number, or a new one. */
function flooredIn(
  own: readonly GoalVersion[],
  { floor, kinds }: Pick<PipelineTrap, 'floor' | 'kinds'>,
  day: DayKey,
) {
  const plain: Goal = { period: 'day', kinds, target: floor, ...defaultRange(floor) };
  const twin = goalsOn(own, day).find(({ goal }) => !goal.parked && askTwice(goal, plain));
  if (!twin) return { id: null, goal: plain, before: undefined };
  // A ramp has its own way up; a goal with another number stands still.
  const { ramp: _, change: __, ...still } = twin.goal;
  const goal: Goal = { ...still, target: floor, ...defaultRange(floor) };
  return { id: twin.id, goal, before: twin.goal };
}
