import type { DayKey, Span } from './day';
import { monthOf, quarterOf } from './day';
import type { Goal } from './goal';
import { weekAround, type WeekStarts } from './week';

export const periods = ['day', 'week', 'month', 'quarter', 'own'] as const;
export type Period = (typeof periods)[number];

/** No sprint is longer, in days. */
export const longestOwn = 366;

/**
 * The days of a goal's period around a day. An own span is what it is, also where the day lies outside of it.
 *
 * @throws RangeError when `day` is no day
 * @example a quarter of a year that starts in February, on 2026-03-04: 2026-02-01 to 2026-04-30
 */
export function spanOf(
  goal: Goal | { readonly period: 'week' | 'month' },
  day: DayKey,
  weeks: WeekStarts,
): Span {
  switch (goal.period) {
    case 'day':
      return { first: day, last: day };
    case 'week': {
      const week = weekAround(weeks, day);
      return { first: week[0], last: week.at(-1) ?? day };
    }
    case 'month':
      return monthOf(day);
    case 'quarter':
      return quarterOf(day, goal.yearStarts ?? 1);
    case 'own':
      return { first: goal.first, last: goal.last };
  }
}

export function isWithin(day: DayKey, { first, last }: Span): boolean {
  return first <= day && day <= last;
}
