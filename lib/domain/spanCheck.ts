import { nameOfKinds } from './action';
import { activeGoals } from './activeGoals';
import type { DayKey } from './day';
import { addDays, daysOf } from './day';
import type { Goal } from './goal';
import { spanOf } from './period';
import { amountOf, planSpan } from './plan';
import type { Schedule } from './schedule';
import { hoursOn } from './schedule';
import { sumCheck, type Part, type SumCheck } from './sumCheck';
import { weekAround } from './week';

export interface SpanCheck extends SumCheck<DayKey> {
  /** What can be added to: days of a week, weeks of a month, months of a quarter, each by its first day in the span. */
  readonly by: 'day' | 'week' | 'month';
  /** What the target asks for this time: of the rep's own less where days of it are off. */
  readonly asked: number;
}

const lengths = { day: 1, week: 2, month: 3, quarter: 4 };

/**
 * Whether what a goal plans adds up to another target of the same kinds, over that one's week, month or quarter: the
 * company's, or a longer goal of the rep's own. What is missing can go only where a workday is left. Days off and a late
 * start take from both what they take from goals anywhere, so nothing from the company's.
 *
 * @param day today; on a day off without a workday left in the period it is about the next one
 * @returns null where the two cannot be held against each other
 * @example 3 calls a day of 20 a week, on Thursday: short by 5, add 3 on Thursday and 2 on Friday
 */
export function spanCheck(
  goal: Goal,
  target: Goal,
  schedule: Schedule,
  day: DayKey,
): SpanCheck | null {
  if (goal.period === 'own' || target.period === 'own' || target.period === 'day') return null;
  if (lengths[goal.period] > lengths[target.period]) return null;
  if (nameOfKinds(goal.kinds) !== nameOfKinds(target.kinds)) return null;
  const from = daysOf({ first: day, last: addDays(day, 13) }).find((one) => hoursOn(schedule, one));
  if (from === undefined) return null;

  const days = daysOf(spanOf(target, from, schedule));
  const by = ({ week: 'day', month: 'week', quarter: 'month' } as const)[target.period];
  const partOf = (one: DayKey) =>
    by === 'day'
      ? one
      : by === 'week'
        ? weekAround(schedule, one)[0]
        : one.slice(0, 'yyyy-mm'.length);
  const inParts = (of: Goal): Part<DayKey>[] => {
    const asked = plannedOn(of, days, schedule);
    const firsts = days.filter(
      (one, index) => index === 0 || partOf(one) !== partOf(days[index - 1] ?? one),
    );
    return firsts.map((at) => ({
      at,
      count: days
        .filter((one) => partOf(one) === partOf(at))
        .reduce((sum, one) => sum + (asked.get(one) ?? 0), 0),
    }));
  };
  const whole = inParts(target);
  const asked = whole.reduce((sum, { count }) => sum + count, 0);
  if (asked === 0) return null;
  const left = new Set(days.filter((one) => one >= from && hoursOn(schedule, one)).map(partOf));
  const even = whole.filter(({ at }) => left.has(partOf(at)));
  return { ...sumCheck(inParts(goal), asked, even), by, asked };
}

/** What a goal asks of each of some days, period by period; a ramp where it ends, a hold once it is over. */
function plannedOn(
  { hold: _, ramp: __, ...goal }: Goal,
  days: readonly DayKey[],
  schedule: Schedule,
) {
  const asked = new Map<DayKey, number>();
  for (const day of days) {
    if (asked.has(day)) continue;
    const goals = [{ id: 'one', from: day, order: 0, goal }];
    const [active] = activeGoals({ goals, tallies: [], schedule }, day);
    if (!active) continue;
    for (const plan of planSpan(active.goal.target, active.schedule, active.span))
      asked.set(plan.day, amountOf([plan]));
  }
  return asked;
}
