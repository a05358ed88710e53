import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import { activeGoals } from './activeGoals';
import { lowersFrom } from './adjustment';
import { addDays, daysOf, type DayKey } from './day';
import type { Moment } from './pace';
import { hoursOn } from './schedule';

/** What of a goal an adjustment point can still change. */
export interface Coming {
  /** The goal as the period in question has it. */
  readonly of: ActiveGoal;
  readonly done: number;
  /** The days that the forecast is about. */
  readonly days: readonly DayKey[];
  readonly from: DayKey;
  readonly until?: DayKey;
}

/**
 * What can still be adjusted: of a day goal the days to come, because today is as it is; of a longer one the rest of its
 * period, and where no workday is left of that, the next one. Null where a sprint is over.
 */
export function comingOf(input: ActiveGoalsInput, active: ActiveGoal, now: Moment): Coming | null {
  const { goal, span, done, schedule } = active;
  const from = lowersFrom(input.schedule, now, goal);
  if (goal.period === 'day') {
    const next = nextWorkday(input, now.day);
    return next === null ? null : { of: active, done: 0, days: [next], from };
  }
  if (from <= span.last) {
    const left = daysOf({ first: from, last: span.last });
    if (!left.some((day) => hoursOn(schedule, day))) return null;
    return { of: active, done, days: daysOf(span), from, until: span.last };
  }
  const next = activeGoals(input, from).find(({ id }) => id === active.id);
  if (!next || next.held) return null;
  return { of: next, done: 0, days: daysOf(next.span), from };
}

/** The first workday after a day; null within a fortnight off. */
export function nextWorkday({ schedule }: ActiveGoalsInput, after: DayKey): DayKey | null {
  const ahead = daysOf({ first: addDays(after, 1), last: addDays(after, 14) });
  return ahead.find((day) => hoursOn(schedule, day)) ?? null;
}
