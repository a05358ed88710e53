import { nameOfKinds, type ActionKind } from './action';
import type { DayKey, Span } from './day';
import { isDay, lengthOf } from './day';
import type { Period } from './period';
import { longestOwn } from './period';
import type { SideGoal } from './sideGoal';
import { checkTerms, type TermsProblem } from './checkTerms';
import type { Terms } from './terms';

/** Success range around a target, in actions: floor < target < ceiling. */
export interface Range {
  readonly floor: number;
  readonly ceiling: number;
}

interface GoalOf<In extends Period> extends Range, Terms {
  readonly period: In;
  /** Any of these kinds counts towards it. */
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  /** Whole actions, 1 to 9999. */
  readonly target: number;
}

export type DayGoal = GoalOf<'day'>;
export type WeekGoal = GoalOf<'week'>;
export type MonthGoal = GoalOf<'month'>;
export interface QuarterGoal extends GoalOf<'quarter'> {
  /** Month that the company's year starts with, 1 to 12; January without it. */
  readonly yearStarts?: number;
}
/** A sprint: once, from a day to a day. */
export interface OwnGoal extends GoalOf<'own'>, Span {
  /** How many of its days were workdays when it was set: leave that was known then is in its target. */
  readonly workdays?: number;
}
export type Goal = DayGoal | WeekGoal | MonthGoal | QuarterGoal | OwnGoal;

/** What a goal was from a day on. `goal: null` gives it up from that day; earlier days keep what they had. */
export interface GoalVersion {
  readonly id: string;
  readonly from: DayKey;
  /** The rep's order, 0 first; what the company has set comes before. */
  readonly order: number;
  readonly goal: Goal | null;
  /** In the place of a goal that is counted, one that is only measured. */
  readonly side?: SideGoal;
}

/** A goal as it stands on some day. */
export interface CurrentGoal {
  readonly id: string;
  readonly order: number;
  readonly goal: Goal;
}

export const mostTarget = 9999;

/**
 * The goals of a day, in the rep's order: of each id the version with the latest `from` not after the day (of two from
 * the same day the one later in the list), without those given up.
 */
export function goalsOn(versions: readonly GoalVersion[], day: DayKey): readonly CurrentGoal[] {
  return versionsOn(versions, day).flatMap(({ id, order, goal }) =>
    goal ? [{ id, order, goal }] : [],
  );
}

/** Of each goal the version that a day has, given up or not, in the rep's order. */
export function versionsOn(versions: readonly GoalVersion[], day: DayKey): readonly GoalVersion[] {
  return [...new Set(versions.map(({ id }) => id))]
    .flatMap(
      (one) =>
        versionOn(
          versions.filter(({ id }) => id === one),
          day,
        ) ?? [],
    )
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The version of one goal that a day has. */
export function versionOn(versions: readonly GoalVersion[], day: DayKey): GoalVersion | undefined {
  return versions.reduce<GoalVersion | undefined>(
    (latest, version) =>
      version.from <= day && (!latest || latest.from <= version.from) ? version : latest,
    undefined,
  );
}

/**
 * The success range around a target: 0.9 and 1.25 of it, rounded to whole actions and kept at least one action away
 * from it; the floor is at least 0.
 *
 * @param target whole actions, 1 to 9999
 * @example defaultRange(20) // { floor: 18, ceiling: 25 }
 * @example defaultRange(1) // { floor: 0, ceiling: 2 }
 */
export function defaultRange(target: number): Range {
  return {
    floor: Math.max(0, Math.min(Math.round((9 * target) / 10), target - 1)),
    ceiling: Math.max(Math.round((5 * target) / 4), target + 1),
  };
}

/**
 * Whether two goals ask the same of the same time, so that one number would have to be two. One that waits for the other
 * is the next tier of it.
 */
export function askTwice(a: Goal, b: Goal): boolean {
  return askTheSame(a, b) && !a.afterPrevious && !b.afterPrevious;
}

/** Whether a goal waits for one that asks for as many of the same: it would be reached before it begins. */
export function waitsInVain(goal: Goal, above: Goal): boolean {
  return goal.afterPrevious === true && askTheSame(goal, above) && goal.target <= above.target;
}

function askTheSame(a: Goal, b: Goal): boolean {
  const sameTime =
    a.period === 'own'
      ? b.period === 'own' && a.first === b.first && a.last === b.last
      : a.period === b.period;
  return sameTime && nameOfKinds(a.kinds) === nameOfKinds(b.kinds);
}

export type GoalProblem =
  | 'target-not-whole'
  | 'target-out-of-range'
  | 'floor-negative'
  | 'floor-not-below-target'
  | 'ceiling-not-above-target'
  | 'no-kinds'
  | 'duplicate-kinds'
  | 'year-start-out-of-range'
  | 'span-not-days'
  | 'span-ends-before-start'
  | 'span-too-long'
  | TermsProblem;

/** What makes a goal impossible, each problem once; empty when it can be pursued. */
export function checkGoal(goal: Goal): readonly GoalProblem[] {
  const { target, floor, ceiling } = goal;
  const kinds: readonly ActionKind[] = goal.kinds;
  const found: Record<GoalProblem, boolean> = {
    'target-not-whole': !Number.isInteger(target),
    'target-out-of-range': !(target >= 1 && target <= mostTarget),
    'floor-negative': floor < 0,
    'floor-not-below-target': !(floor < target),
    'ceiling-not-above-target': !(ceiling > target && Number.isFinite(ceiling)),
    'no-kinds': kinds.length === 0,
    'duplicate-kinds': new Set(kinds).size < kinds.length,
    ...checkPeriod(goal),
    ...checkTerms(goal),
  };
  return (Object.keys(found) as GoalProblem[]).filter((problem) => found[problem]);
}

type PeriodProblem = Extract<GoalProblem, 'year-start-out-of-range' | `span-${string}`>;

function checkPeriod(goal: Goal): Record<PeriodProblem, boolean> {
  const yearStarts = goal.period === 'quarter' ? (goal.yearStarts ?? 1) : 1;
  const span = goal.period === 'own' ? goal : undefined;
  const days = span && isDay(span.first) && isDay(span.last) ? lengthOf(span) : undefined;
  return {
    'year-start-out-of-range': !(
      Number.isInteger(yearStarts) &&
      yearStarts >= 1 &&
      yearStarts <= 12
    ),
    'span-not-days': span !== undefined && days === undefined,
    'span-ends-before-start': (days ?? 1) < 1,
    'span-too-long': (days ?? 0) > longestOwn,
  };
}

/** A first plan, from a day on, for a rep who has none yet. */
export function defaultGoals(day: DayKey): readonly GoalVersion[] {
  // One call an hour, a note for most of them and a next step for half: what a rep who works in the CRM can do beside
  // the rest of the job. Opportunities are too few for a day, so they get the week.
  const goals: readonly [string, 'day' | 'week', ActionKind, number][] = [
    ['first-calls', 'day', 'call', 8],
    ['first-notes', 'day', 'note', 5],
    ['first-follow-ups', 'day', 'follow-up', 4],
    ['first-opportunities', 'week', 'opportunity', 5],
  ];
  return goals.map(([id, period, kind, target], order) => ({
    id,
    from: day,
    order,
    goal: { period, kinds: [kind], target, ...defaultRange(target) },
  }));
}
