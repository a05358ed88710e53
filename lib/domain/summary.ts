import type { ActionKind } from './action';
import type { ActiveGoal } from './activeGoals';
import { activeGoals } from './activeGoals';
import { oneLayer } from './companyGoal';
import type { DayKey } from './day';
import { clockAt, dayAt } from './day';
import { expectedBy } from './pace';
import type { DayPlan } from './plan';
import { planDay } from './plan';
import { hoursOn } from './schedule';
import type { StandingInput } from './standing';
import type { Tally } from './tally';
import { totalsOf } from './totals';
import { weekAround } from './week';

/** A point of a curve over the day. */
export interface CurvePoint {
  /** Minute of the local day. */
  readonly minute: number;
  /** Actions so far. */
  readonly count: number;
}

/** One day of the week, over the day goals that it had. */
export interface DaySummary {
  readonly day: DayKey;
  readonly done: number;
  /** 0 on a day off. */
  readonly asked: number;
  readonly totals: Partial<Record<ActionKind, number>>;
}

export interface LongGoalSummary {
  readonly id: string;
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  readonly done: number;
  readonly target: number;
}

/** The day in numbers. Plain JSON. */
export interface Summary {
  readonly day: DayKey;
  /** Minute of the local day now. */
  readonly minute: number;
  readonly totals: Partial<Record<ActionKind, number>>;
  /** Over today's day goals of one layer; more than asked stays more. An action that serves two goals counts for both. */
  readonly done: number;
  readonly asked: number;
  /** A step at each minute with an action, cumulative; the last count is `done`. */
  readonly curve: readonly CurvePoint[];
  /** Straight lines between the points, from 0 to `asked`; two points of one minute are a step. Empty on a day off. */
  readonly plan: readonly CurvePoint[];
  /** Goals of a longer period than a day. */
  readonly week: readonly LongGoalSummary[];
  /** First day of the week first. */
  readonly days: readonly DaySummary[];
}

export type SummaryInput = Pick<
  StandingInput,
  'tallies' | 'goals' | 'schedule' | 'now' | 'timeZone'
>;

/**
 * Today and this week in numbers. Each day is held against the goals that it had.
 *
 * @throws RangeError when the time zone is unknown or a day is no day
 * @example 8 calls a day, default schedule: plan (480, 0) (540, 1) (720, 4) (1020, 8)
 */
export function summary(input: SummaryInput): Summary {
  const { tallies, schedule, now, timeZone } = input;
  const day = dayAt(now, timeZone, schedule.dayStartsAt);
  const week = weekAround(schedule, day);
  const days = week.map((one) => {
    const dayGoals = oneLayer(activeGoals(input, one).filter(isDayGoal));
    return {
      day: one,
      done: total(dayGoals.map(({ done }) => done)),
      asked: askedOf(dayGoals, one),
      totals: totalsOf(tallies, one),
    };
  });
  const current = activeGoals(input, day);
  const today = oneLayer(current.filter(isDayGoal));
  const curve = curveOf(tallies, day, today);
  return {
    day,
    minute: clockAt(now, timeZone, day),
    totals: totalsOf(tallies, day),
    done: curve.at(-1)?.count ?? 0,
    asked: askedOf(today, day),
    curve,
    plan: planCurve(
      today
        .filter(({ held }) => !held)
        .map((one) => planDay(one.goal.target, one.schedule, day, one.shares)),
    ),
    week: current
      .filter((one) => !isDayGoal(one))
      .map(({ id, goal: { kinds, target }, done }) => ({ id, kinds, done, target })),
    days,
  };
}

function isDayGoal({ goal }: ActiveGoal): boolean {
  return goal.period === 'day';
}

/** Nothing on a day off; a goal on hold asks for nothing. */
function askedOf(goals: readonly ActiveGoal[], day: DayKey): number {
  return total(goals.map(({ goal, schedule }) => (hoursOn(schedule, day) ? goal.target : 0)));
}

function curveOf(
  tallies: readonly Tally[],
  day: DayKey,
  goals: readonly ActiveGoal[],
): readonly CurvePoint[] {
  const minutes = goals
    .flatMap(({ goal }) =>
      tallies.filter((tally) => tally.day === day && goal.kinds.includes(tally.kind)),
    )
    .flatMap((tally) => tally.minutes)
    .sort((a, b) => a - b);
  return minutes
    .map((minute, index) => ({ minute, count: index + 1 }))
    .filter(({ minute }, index) => minutes[index + 1] !== minute);
}

function planCurve(plans: readonly DayPlan[]): readonly CurvePoint[] {
  const [first] = plans;
  if (!first?.hours) return [];
  const { day, hours, legs } = first;
  const expected = (minute: number) =>
    total(plans.map((plan) => expectedBy([plan], { day, minute })));
  const turns = [hours.start, hours.end, ...legs.map(({ minute }) => minute)];
  return [...new Set(turns)]
    .sort((a, b) => a - b)
    .flatMap((minute) => {
      const count = expected(minute);
      // Outside working hours the plan stands still until a checkpoint asks for its whole share at once.
      const stands = minute <= hours.start || minute > hours.end;
      const before = stands ? expected(minute - 1) : count;
      return before < count
        ? [
            { minute, count: before },
            { minute, count },
          ]
        : [{ minute, count }];
    });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
