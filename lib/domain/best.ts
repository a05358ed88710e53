import type { ActiveGoalsInput } from './activeGoals';
import type { ActionKind } from './action';
import type { DayKey, Span } from './day';
import { addDays, daysOf, monthOf } from './day';
import type { Counts } from './history';
import { countIn, countsOf, hasHistory } from './history';
import { halfYear } from './lookBack';
import { isWithin } from './period';
import { marksOn } from './plan';
import type { Checkpoint, Schedule } from './schedule';
import { workdaysIn } from './schedule';
import { weekAround } from './week';

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
  readonly checkpoints: readonly (Best & { readonly minute: number } & Pick<
      Checkpoint,
      'anchor'
    >)[];
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
  const minutes = minutesByDay(tallies, kinds);
  const bestDay = (countOf: (one: DayKey) => number) =>
    bestBy(
      days.map((one) => ({ count: countOf(one), day: one })),
      ({ count }) => count,
    );
  const week = (one: DayKey): Span => {
    const all = weekAround(schedule, one);
    return { first: all[0], last: all.at(-1) ?? one };
  };
  return {
    day: bestDay((one) => counts.get(one) ?? 0),
    week: bestOver(days, counts, schedule, week, day),
    month: bestOver(days, counts, schedule, monthOf, day),
    checkpoints: marksOn(schedule, day).flatMap(({ minute, anchor }) => {
      const most = bestDay((one) => (minutes.get(one) ?? []).filter((at) => at <= minute).length);
      return most ? [{ ...most, minute, ...(anchor && { anchor }) }] : [];
    }),
  };
}

function minutesByDay(
  tallies: ActiveGoalsInput['tallies'],
  kinds: readonly ActionKind[],
): ReadonlyMap<DayKey, readonly number[]> {
  const all = new Map<DayKey, readonly number[]>();
  for (const { day, kind, minutes } of tallies)
    if (kinds.includes(kind)) all.set(day, [...(all.get(day) ?? []), ...minutes]);
  return all;
}

function bestOver(
  days: readonly DayKey[],
  counts: Counts,
  schedule: Schedule,
  spanOf: (day: DayKey) => Span,
  today: DayKey,
): Best | null {
  const present = spanOf(today);
  const wanted = workdaysIn(daysOf(present), schedule);
  const spans = new Map<DayKey, Span>();
  let span = present;
  for (const day of days) {
    if (!isWithin(day, span)) span = spanOf(day);
    if (span.last < present.first) spans.set(span.first, span);
  }
  const past = [...spans.values()].map((one) => ({
    count: countIn(counts, daysOf(one)),
    day: one.first,
    workdays: workdaysIn(daysOf(one), schedule),
  }));
  const best = bestBy(past, ({ count, workdays }) =>
    workdays * 2 >= wanted && workdays > 0 ? (count * Math.max(1, wanted)) / workdays : 0,
  );
  if (!best) return null;
  const { workdays, ...most } = best;
  return workdays < wanted ? best : most;
}

/** The latest of the highest; null where none is above 0. */
function bestBy<One extends { readonly day: DayKey }>(
  all: readonly One[],
  valueOf: (one: One) => number,
): One | null {
  let best: One | null = null;
  let most = 0;
  for (const one of all) {
    const value = valueOf(one);
    if (value > most || (best && value === most && one.day > best.day)) {
      best = one;
      most = value;
    }
  }
  return best;
}

/**
 * What has to be surpassed in a present period for a new best: a best of fewer workdays counts as much more as this one
 * has more of them.
 *
 * @param workdays of the present period
 * @example toBeat({ count: 24, day: '2026-05-25', workdays: 4 }, 5) === 30
 */
export function toBeat(best: Best, workdays: number): number {
  return best.workdays === undefined
    ? best.count
    : Math.floor((best.count * workdays) / best.workdays);
}

/** Where a day, a week or the way to a checkpoint stands to its best. */
export type Approach = 'new' | 'near' | null;

/**
 * Whether a best is broken, or so near that it is worth a word: at 0.8 of it or more, while breaking it has a probability
 * of 0.3 or more.
 *
 * @param likely probability of so many in this period, 0 to 1; asked only when near, for it takes a while
 * @example approach(8, 10, () => 0.4) === 'near'
 */
export function approach(done: number, best: number, likely: (count: number) => number): Approach {
  if (done > best) return 'new';
  return done >= 0.8 * best - 1e-9 && likely(best + 1) >= 0.3 ? 'near' : null;
}

/** What comes less often than once a month of workdays is nothing to go for today. */
const onceAMonth = 0.05;

/**
 * A best to go for: one more than the best of the last 60 days where that has a probability of 0.3 or more; or else that
 * best itself, unless it is as good as out of reach, which the odds beside it say.
 *
 * @param likely probability of so many actions today, 0 to 1
 * @returns null where the last 60 days have none, or the best of them has a probability below 0.05
 * @example beatable(bestOfNine, day, () => 0.2) === 9; with () => 0.01 it is null
 */
export function beatable(
  counts: Counts,
  day: DayKey,
  likely: (count: number) => number,
): number | null {
  const most = countOfBest(counts, { first: addDays(day, -60), last: addDays(day, -1) });
  if (most === 0) return null;
  if (likely(most + 1) >= 0.3) return most + 1;
  return likely(most) >= onceAMonth ? most : null;
}

function countOfBest(counts: Counts, { first, last }: Span): number {
  let most = 0;
  for (const [day, count] of counts) if (first <= day && day <= last) most = Math.max(most, count);
  return most;
}
