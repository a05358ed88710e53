import type { ActiveGoalsInput } from './activeGoals';
import type { ActionKind } from './action';
import type { DayKey, Span } from './day';
import { addDays, daysOf, monthOf, weekOf } from './day';
import type { Counts } from './history';
import { countIn, countsOf, hasHistory } from './history';
import { halfYear } from './lookBack';
import { marksOn } from './plan';
import type { Schedule } from './schedule';
import { hoursOn } from './schedule';
import { minutesOn } from './stretch';

/** The most that was done in one period of a kind, within the last half-year. */
export interface Best {
  /** Actions that were done in it. */
  readonly count: number;
  /** The first day of that period. */
  readonly day: DayKey;
  /** How many workdays it had, where the present one has more. */
  readonly workdays?: number;
}

export interface Bests {
  readonly day: Best | null;
  readonly week: Best | null;
  readonly month: Best | null;
  /** The most that was done by each of today's checkpoints. */
  readonly checkpoints: readonly (Best & { readonly minute: number })[];
}

/**
 * The personal bests of some kinds before a day. Which is best is held against workdays: a week of four counts 5 / 4 of
 * itself against a week of five, once it has at least half of them; its count stays what was done. Only the last
 * half-year counts, so a best stays within reach; whoever has fewer than ten workdays of data has none.
 *
 * @example 24 calls in a week with one holiday beat 28 in a whole one: { count: 24, workdays: 4 }
 */
export function bestsOf(
  { tallies, schedule }: Pick<ActiveGoalsInput, 'tallies' | 'schedule'>,
  kinds: readonly ActionKind[],
  day: DayKey,
): Bests | null {
  const counts = countsOf(tallies, kinds);
  if (!hasHistory(counts, schedule, day)) return null;
  const since = addDays(day, -halfYear);
  const days = [...counts.keys()].filter((one) => since <= one && one < day);
  const week = (one: DayKey): Span => {
    const all = weekOf(one, schedule.weekStartsOn);
    return { first: all[0], last: all[6] };
  };
  const single = (one: DayKey): Span => ({ first: one, last: one });
  const over = (spanOf: (one: DayKey) => Span) =>
    bestOver(days, counts, schedule, spanOf, spanOf(day));
  return {
    day: over(single),
    week: over(week),
    month: over(monthOf),
    checkpoints: marksOn(schedule, day).flatMap(({ minute }) => {
      const most = bestBy(
        days,
        (one) => minutesOn(tallies, one, kinds).filter((at) => at <= minute).length,
      );
      return most ? [{ ...most, minute }] : [];
    }),
  };
}

function bestOver(
  days: readonly DayKey[],
  counts: Counts,
  schedule: Schedule,
  spanOf: (day: DayKey) => Span,
  present: Span,
): Best | null {
  const workdays = (span: Span) => daysOf(span).filter((one) => hoursOn(schedule, one)).length;
  const wanted = workdays(present);
  const past = [...new Map(days.map((one) => [spanOf(one).first, spanOf(one)])).values()];
  const spans = new Map(
    past.filter(({ last }) => last < present.first).map((span) => [span.first, span]),
  );
  const countOf = (span: Span) => countIn(counts, daysOf(span));
  const best = bestBy([...spans.keys()], (first) => {
    const span = spans.get(first) ?? { first, last: first };
    const worked = workdays(span);
    if (first === span.last) return countOf(span);
    return worked * 2 >= wanted && worked > 0 ? (countOf(span) * Math.max(1, wanted)) / worked : 0;
  });
  const span = best && spans.get(best.day);
  if (!span || span.first === span.last) return best;
  const worked = workdays(span);
  return { count: countOf(span), day: span.first, ...(worked < wanted && { workdays: worked }) };
}

/** The latest of the highest. */
function bestBy(days: readonly DayKey[], countOf: (day: DayKey) => number): Best | null {
  let best: Best | null = null;
  for (const day of days) {
    const count = countOf(day);
    if (count > 0 && (!best || count > best.count || (count === best.count && day > best.day)))
      best = { count, day };
  }
  return best;
}

/** Where today stands to a best. */
export type Approach = 'new' | 'near' | null;

/**
 * Whether a best is broken, or so near that it is worth a word: at 0.8 of it or more, while breaking it has a probability
 * of 0.3 or more.
 *
 * @param p probability of more than the best in this period, 0 to 1
 * @example approach(8, 10, 0.4) === 'near'
 */
export function approach(done: number, best: number, p: number): Approach {
  if (done > best) return 'new';
  return done >= 0.8 * best - 1e-9 && p >= 0.3 ? 'near' : null;
}

/**
 * A best to go for: one more than the best of the last 60 days where that has a probability of 0.3 or more; or else that
 * best itself.
 *
 * @param likely probability of so many actions in a day, 0 to 1
 * @returns null where the last 60 days have none
 */
export function beatable(
  counts: Counts,
  day: DayKey,
  likely: (count: number) => number,
): number | null {
  const most = countOfBest(counts, { first: addDays(day, -60), last: addDays(day, -1) });
  if (most === 0) return null;
  return likely(most + 1) >= 0.3 ? most + 1 : most;
}

function countOfBest(counts: Counts, { first, last }: Span): number {
  let most = 0;
  for (const [day, count] of counts) if (first <= day && day <= last) most = Math.max(most, count);
  return most;
}
