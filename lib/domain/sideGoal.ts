import type { ActionKind } from './action';
import { isUnit, unitsFor, type Unit } from './amount';
import type { DayKey } from './day';
import { mostTarget, versionsOn, type GoalVersion } from './goal';
import { isWithin, spanOf } from './period';
import type { Schedule } from './schedule';
import { isOutcome, tagsFor, type Tag } from './tags';
import type { Tally } from './tally';

export const sidePeriods = ['week', 'month'] as const;
export type SidePeriod = (typeof sidePeriods)[number];

/**
 * A goal beside the route. Of a tag: at least so many percent of what is done of a kind in a period carry it, and what
 * has no tag counts as without it. Of a unit: at least so many minutes or pages in a period, as they were logged. It asks
 * for no number of actions, and so has no plan, no pace and no odds.
 */
export interface SideGoal {
  readonly kind: ActionKind;
  readonly what: Tag | Unit;
  /** Whole: percent of a tag, 1 to 100; of a unit 1 to 9999. */
  readonly target: number;
  readonly period: SidePeriod;
}

/** Of fewer actions than this a share says nothing yet. */
export const leastJudged = 10;
/** More than these are not watched at a time. */
export const mostSideGoals = 3;

export interface CurrentSideGoal {
  readonly id: string;
  readonly order: number;
  readonly side: SideGoal;
}

/** The side goals of a day, in the rep's order. */
export function sideGoalsOn(
  versions: readonly GoalVersion[],
  day: DayKey,
): readonly CurrentSideGoal[] {
  return versionsOn(versions, day).flatMap(({ id, order, side }) =>
    side ? [{ id, order, side }] : [],
  );
}

/** How far a side goal is in its period. Plain JSON. */
export interface SideStanding {
  readonly id: string;
  readonly side: SideGoal;
  /** How much of the bar is full and where the goal is on it, 0 to 100. */
  readonly at: number;
  readonly mark: number;
  /** What there is to say, and its two numbers: actions and how many are enough to judge by, or what there is and the target. */
  readonly says: 'few' | `${'share' | 'amount'}.${SidePeriod}`;
  readonly counts: readonly [number, number];
  readonly reached: boolean;
}

/**
 * Where the side goals of a day stand. Each is judged by its whole period so far.
 *
 * @example 60 % of calls connected, 5 of 10 calls were: at 50, mark 60, not reached
 */
export function sideStandings(
  versions: readonly GoalVersion[],
  tallies: readonly Tally[],
  schedule: Pick<Schedule, 'weekStartsOn'>,
  day: DayKey,
): readonly SideStanding[] {
  return sideGoalsOn(versions, day).map(({ id, side }) => {
    const span = spanOf(side, day, schedule);
    const own = tallies.filter((tally) => tally.kind === side.kind && isWithin(tally.day, span));
    const { what } = side;
    const measured = isUnit(what)
      ? amountIn(side, sum(own.map(({ amounts }) => amounts?.[what] ?? 0)))
      : shareIn(
          side,
          sum(own.map(({ tagged }) => tagged?.[what] ?? 0)),
          sum(own.map(({ minutes }) => minutes.length)),
        );
    return { id, side, ...measured };
  });
}

type Measured = Omit<SideStanding, 'id' | 'side'>;

function shareIn({ target, period }: SideGoal, done: number, all: number): Measured {
  const at = all > 0 ? (100 * done) / all : 0;
  if (all < leastJudged)
    return { at, mark: target, says: 'few', counts: [all, leastJudged], reached: false };
  return {
    at,
    mark: target,
    says: `share.${period}`,
    // Rounded down: 59.9 is not 60 yet.
    counts: [Math.floor(at), target],
    reached: 100 * done >= target * all,
  };
}

function amountIn({ target, period }: SideGoal, done: number): Measured {
  return {
    at: Math.min(100, (100 * done) / target),
    mark: 100,
    says: `amount.${period}`,
    counts: [done, target],
    reached: done >= target,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export type SideProblem =
  | 'percent-out-of-range'
  | 'amount-out-of-range'
  | 'not-of-this-kind'
  | 'side-goal-twice'
  | 'outcomes-over-all';

/** What a side goal of a kind can be about. */
export function measuresOf(kind: ActionKind): readonly SideGoal['what'][] {
  return [...tagsFor(kind), ...unitsFor(kind)];
}

/** What makes a side goal impossible beside the others; null when it can be pursued. */
export function checkSideGoal(side: SideGoal, others: readonly SideGoal[]): SideProblem | null {
  const { kind, what, target, period } = side;
  const most = isUnit(what) ? mostTarget : 100;
  if (!(Number.isInteger(target) && target >= 1 && target <= most))
    return isUnit(what) ? 'amount-out-of-range' : 'percent-out-of-range';
  if (!measuresOf(kind).includes(what)) return 'not-of-this-kind';
  const alike = others.filter((other) => other.kind === kind && other.period === period);
  if (alike.some((other) => other.what === what)) return 'side-goal-twice';
  // A call has one outcome: the shares of two add up.
  const outcomes = [...alike, side].filter((one) => isOutcome(one.what));
  const over = sum(outcomes.map((one) => one.target)) > 100;
  return isOutcome(what) && over ? 'outcomes-over-all' : null;
}

/** A side goal as the rep edits it: `id` is `null` until it is saved for the first time. */
export interface EditedSideGoal {
  readonly id: string | null;
  readonly side: SideGoal;
}

/** The versions that turn the side goals of a day into the edited ones from that day on; earlier days keep theirs. */
export function sideGoalChanges(
  versions: readonly GoalVersion[],
  edited: readonly EditedSideGoal[],
  day: DayKey,
  newId: () => string,
): readonly GoalVersion[] {
  const current = sideGoalsOn(versions, day);
  const kept = new Set(edited.map(({ id }) => id));
  const givenUp = current
    .filter(({ id }) => !kept.has(id))
    .map(({ id, order }) => ({ id, from: day, order, goal: null }));
  const changed = edited.flatMap(({ id, side }, order) => {
    const before = current.find((one) => one.id === id);
    const same = before?.order === order && isSame(before.side, side);
    return same ? [] : [{ id: id ?? newId(), from: day, order, goal: null, side }];
  });
  return [...changed, ...givenUp];
}

function isSame(a: SideGoal, b: SideGoal): boolean {
  return a.kind === b.kind && a.what === b.what && a.target === b.target && a.period === b.period;
}
