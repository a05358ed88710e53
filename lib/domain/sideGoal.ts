import type { ActionKind } from './action';
import { isUnit, unitsFor, type Unit } from './amount';
import type { DayKey } from './day';
import { mostTarget, versionsOn, type GoalVersion } from './goal';
import { isWithin, spanOf } from './period';
import type { GoalStanding } from './standing';
import { isOutcome, tagsFor, type Tag } from './tags';
import type { Tally } from './tally';
import type { WeekStarts } from './week';

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

/**
 * How far a side goal is in its period, so that the bar of any goal can show it. Of a tag in whole percent, rounded down
 * so that 59.9 is not 60 yet; of a unit as much as there is. Plain JSON.
 */
export interface SideStanding extends Pick<
  GoalStanding,
  'id' | 'kinds' | 'done' | 'target' | 'floor' | 'ceiling' | 'expected' | 'ahead'
> {
  readonly period: SidePeriod;
  readonly what: SideGoal['what'];
  /** How it is said: of a share, or while there are too few to judge by: then it is how many there are, of how many. */
  readonly says?: 'few' | `share.${SidePeriod}`;
}

/**
 * Where the side goals of a day stand. Each is judged by its whole period so far.
 *
 * @example 60 % of calls connected, 5 of 10 calls were: 50 of 60
 * @example the same after 4 calls, whatever they were: 4 of 10, too few
 */
export function sideStandings(
  versions: readonly GoalVersion[],
  tallies: readonly Tally[],
  schedule: WeekStarts,
  day: DayKey,
): readonly SideStanding[] {
  return sideGoalsOn(versions, day).map(({ id, side }) => {
    const span = spanOf(side, day, schedule);
    const own = tallies.filter((tally) => tally.kind === side.kind && isWithin(tally.day, span));
    return { id, ...standingOf(side, own) };
  });
}

function standingOf(
  { kind, what, target, period }: SideGoal,
  tallies: readonly Tally[],
): Omit<SideStanding, 'id'> {
  // It asks for nothing by now, so there is no pace.
  const own = { kinds: [kind], what, period, expected: 0, ahead: 0 } as const;
  if (isUnit(what)) {
    const done = sum(tallies.map(({ amounts }) => amounts?.[what] ?? 0));
    return { ...own, done, target, floor: target, ceiling: target };
  }
  const all = sum(tallies.map(({ minutes }) => minutes.length));
  if (all < leastJudged) {
    const enough = { target: leastJudged, floor: leastJudged, ceiling: leastJudged };
    return { ...own, says: 'few', done: all, ...enough };
  }
  const tagged = sum(tallies.map((tally) => tally.tagged?.[what] ?? 0));
  const done = Math.floor((100 * tagged) / all);
  return { ...own, says: `share.${period}`, done, target, floor: target, ceiling: 100 };
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
