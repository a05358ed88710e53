import type { ActionKind } from './action';
import type { DayKey } from './day';
import { versionsOn, type GoalVersion } from './goal';
import { isWithin, spanOf } from './period';
import type { Schedule } from './schedule';
import { fitting, isOutcome, type Tag } from './tags';
import type { Tally } from './tally';

export const sidePeriods = ['week', 'month'] as const;
export type SidePeriod = (typeof sidePeriods)[number];

/** At least so many percent of what is done of a kind in a period carry a tag. What has no tag counts as without it. */
export interface ShareGoal {
  readonly measure: 'share';
  readonly kind: ActionKind;
  readonly tag: Tag;
  /** Whole, 1 to 100. */
  readonly percent: number;
  readonly period: SidePeriod;
}

/** A goal beside the route: it is measured, asks for no number of actions, and so has no plan, no pace and no odds. */
export type SideGoal = ShareGoal;

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
  /** Of a share: actions that count for it, and all of them. */
  readonly done: number;
  readonly of: number;
  /** How much of the bar is full and where the goal is on it, 0 to 100. */
  readonly at: number;
  readonly mark: number;
  /** Enough is known to say whether it is reached. */
  readonly judged: boolean;
  readonly reached: boolean;
}

/**
 * Where the side goals of a day stand. Each is judged by its whole period so far.
 *
 * @example 60 % of calls connected, 5 of 10 calls were: at 50, mark 60, judged, not reached
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
    const of = own.reduce((sum, { minutes }) => sum + minutes.length, 0);
    const done = own.reduce((sum, { tagged }) => sum + (tagged?.[side.tag] ?? 0), 0);
    const judged = of >= leastJudged;
    return {
      id,
      side,
      done,
      of,
      at: of > 0 ? (100 * done) / of : 0,
      mark: side.percent,
      judged,
      reached: judged && 100 * done >= side.percent * of,
    };
  });
}

export type SideProblem =
  'percent-out-of-range' | 'tag-of-another-kind' | 'side-goal-twice' | 'outcomes-over-all';

/** What makes a side goal impossible beside the others; null when it can be pursued. */
export function checkSideGoal(side: SideGoal, others: readonly SideGoal[]): SideProblem | null {
  const { kind, tag, percent, period } = side;
  if (!(Number.isInteger(percent) && percent >= 1 && percent <= 100)) return 'percent-out-of-range';
  if (!fitting([tag], kind)) return 'tag-of-another-kind';
  const alike = others.filter((other) => other.kind === kind && other.period === period);
  if (alike.some((other) => other.tag === tag)) return 'side-goal-twice';
  // A call has one outcome: the shares of two add up.
  const outcomes = alike.filter((other) => isOutcome(other.tag));
  const sum = outcomes.reduce((all, other) => all + other.percent, percent);
  return isOutcome(tag) && sum > 100 ? 'outcomes-over-all' : null;
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
  return a.kind === b.kind && a.tag === b.tag && a.percent === b.percent && a.period === b.period;
}
