import type { DayKey, Span } from './day';
import { addDays, daysOf, weekOf } from './day';
import type { CurrentGoal, Goal, GoalVersion } from './goal';
import { goalsOn } from './goal';
import { heldDays, workedDays } from './hold';
import type { Counts } from './history';
import { countIn, countsOf } from './history';
import { isWithin, spanOf } from './period';
import type { Shares } from './plan';
import { byHours } from './plan';
import { ownShares } from './profile';
import type { RampStanding } from './ramp';
import { rampStanding } from './ramp';
import type { Routine, Schedule } from './schedule';
import { hoursOn, workdaysIn } from './schedule';
import type { Tally } from './tally';
import type { Bite } from './terms';
import { weekAround, weekStartOn } from './week';

/** A goal as a day has it: its period, what that asks, and when. */
export interface ActiveGoal extends CurrentGoal {
  /** With the target of this very period: a ramp's step, the part of a late start, less what a hold takes away. */
  readonly goal: Goal;
  /** The days that count, from a late start on. */
  readonly span: Span;
  /** When it asks: days on hold are days off. */
  readonly schedule: Schedule;
  readonly shares: Shares;
  readonly counts: Counts;
  /** Actions of the span. */
  readonly done: number;
  /** The day is on hold. */
  readonly held: boolean;
  readonly ramp?: RampStanding;
}

export interface ActiveGoalsInput {
  readonly goals: readonly GoalVersion[];
  readonly tallies: readonly Tally[];
  readonly schedule: Schedule;
}

/**
 * The goals that a day has, in the rep's order, without those that are parked, not begun, over, or wait for the goal
 * above them. Each has the target of its own period there:
 * - a ramp's step instead of the target it leads to,
 * - of a period that began before the goal did, or that is partly on hold, the part of its workdays that asks:
 *   round(G · asking / all), at least 1 while a day asks,
 * - of the rep's own goal with days off the same part of the usual workdays: leave is no miss. A sprint happens once, so
 *   what was off when it was set is in its number already; and a company's target is not the rep's to lower.
 *
 * @param day also a past one: it has the goals it had
 * @example 20 a week, on hold until Wednesday: round(20 · 2 / 5) = 8
 * @example 5 a week, Thursday and Friday off: 3
 * @example 22 a month of 22 workdays, three weeks off: 7
 */
export function activeGoals(
  { goals, tallies, schedule }: ActiveGoalsInput,
  day: DayKey,
): readonly ActiveGoal[] {
  const worked = workedDays(tallies);
  const active: ActiveGoal[] = [];
  let reached = true;
  for (const current of goalsOn(goals, day)) {
    const { goal } = current;
    if (goal.parked) continue;
    const one: ActiveGoal | null = inPeriod(current, { goals, tallies, schedule }, day, worked);
    const waits: boolean = goal.afterPrevious === true && !reached;
    reached = !waits && (!one || one.held || one.done >= one.goal.target);
    if (one && !waits) active.push(one);
  }
  return active;
}

/** Whether its period asked for anything at all: not where it was wholly on hold or leave. */
export function hasAsked({ goal, span, schedule }: Pick<ActiveGoal, 'goal' | 'span' | 'schedule'>) {
  return goal.target > 0 && daysOf(span).some((day) => hoursOn(schedule, day));
}

function inPeriod(
  current: CurrentGoal,
  { goals, tallies, schedule }: ActiveGoalsInput,
  day: DayKey,
  worked: ReadonlySet<DayKey>,
): ActiveGoal | null {
  const { id, goal } = current;
  const { starts, kinds, bites } = goal;
  const whole = spanOf(goal, day, schedule);
  const span = starts && starts > whole.first ? { ...whole, first: starts } : whole;
  if (!isWithin(day, span)) return null;

  const counts = countsOf(tallies, kinds);
  const withoutHeld = (days: readonly DayKey[]): Schedule => {
    const held = heldDays(goals, id, days, day, schedule, worked);
    return held.size > 0 ? { ...schedule, daysOff: [...schedule.daysOff, ...held] } : schedule;
  };
  const days = daysOf(span);
  const asking = withoutHeld(days);
  const all = workdaysOfWhole(goal, whole, schedule, day);
  const part = all > 0 ? workdaysIn(days, asking) / all : 1;
  const ramp = rampOn(goal, day, schedule, counts, withoutHeld);
  const target = ramp?.target ?? goal.target;
  return {
    ...current,
    goal: withTarget(
      goal,
      part < 1 ? Math.max(part > 0 ? 1 : 0, Math.round(target * part)) : target,
    ),
    span,
    schedule: bites ? withoutShares(asking) : asking,
    shares: bites ? sharesOf(bites) : ownShares(tallies, kinds, day),
    counts,
    done: countIn(counts, days),
    held: asking.daysOff.includes(day) && !schedule.daysOff.includes(day),
    ...(ramp && { ramp }),
  };
}

/** Of how many workdays a goal's number is; of a period that is wholly off the number is left to look at. */
function workdaysOfWhole(goal: Goal, whole: Span, schedule: Schedule, day: DayKey): number {
  // A shorter week after a change of its first day asks for its part of a usual one.
  const days = goal.period === 'week' ? usualWeek(schedule, day) : daysOf(whole);
  if (goal.layer === 'company' || workdaysIn(daysOf(whole), schedule) === 0)
    return workdaysIn(days, schedule);
  const set = goal.period === 'own' ? goal.workdays : undefined;
  return set ?? workdaysIn(days, { ...schedule, daysOff: [] });
}

/** Where the ramp of a day or week goal stands on a day; before its first whole week it asks for the base. */
function rampOn(
  { ramp, period, target }: Goal,
  day: DayKey,
  schedule: Schedule,
  counts: Counts,
  withoutHeld: (days: readonly DayKey[]) => Schedule,
): RampStanding | undefined {
  if (!ramp) return undefined;
  const [thisWeek] = weekAround(schedule, day);
  const next = (week: readonly DayKey[]) => addDays(week.at(-1) ?? day, 1);
  const begun = weekAround(schedule, ramp.from);
  const first = begun[0] === ramp.from ? ramp.from : next(begun);
  const weeks = [];
  for (let one = first; one < thisWeek; one = next(weekAround(schedule, one))) {
    const days = weekAround(schedule, one);
    const asked = workdaysIn(days, withoutHeld(days));
    const usual = workdaysIn(usualWeek(schedule, one), { ...schedule, daysOff: [] });
    const weight = period === 'day' ? asked : asked / Math.max(1, usual);
    weeks.push({ done: countIn(counts, days), weight });
  }
  const standing = rampStanding(ramp, target, weeks);
  return thisWeek < first
    ? { ...standing, step: 0, target: Math.max(1, Math.floor(ramp.base)) }
    : standing;
}

/** The goal with another target; floor and ceiling keep their distance to it in proportion. */
export function withTarget(goal: Goal, target: number): Goal {
  if (target === goal.target) return goal;
  const part = target / goal.target;
  return {
    ...goal,
    target,
    floor: Math.max(0, Math.min(Math.round(goal.floor * part), target - 1)),
    ceiling: Math.max(Math.round(goal.ceiling * part), target + 1),
  };
}

function usualWeek(schedule: Schedule, day: DayKey): readonly DayKey[] {
  return weekOf(day, weekStartOn(schedule, day));
}

/** A plan in actions is exact: neither shares of checkpoints nor more in the morning change it. */
function withoutShares(schedule: Schedule): Schedule {
  const bare = <R extends Routine>({ frontLoad: _, ...routine }: R) => ({
    ...routine,
    checkpoints: routine.checkpoints.map(({ at, anchor }) => ({
      at,
      ...(anchor !== undefined && { anchor }),
    })),
  });
  return { ...bare(schedule), ...(schedule.earlier && { earlier: schedule.earlier.map(bare) }) };
}

/** Shares in proportion to what the rep wants to have done by each checkpoint; by hours where that is nothing. */
export function sharesOf(bites: readonly Bite[]): Shares {
  const total = bites.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return byHours;
  return (minute) =>
    bites.reduce((sum, { at, count }) => sum + (at <= minute ? count : 0), 0) / total;
}
