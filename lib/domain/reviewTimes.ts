import type { DayKey } from './day';
import type { Routine, Weekday } from './schedule';

/** When goals may be adjusted, beside the last half hour of the week's work. */
export interface ReviewTimes {
  /** The point within the week, minute of the local day; null is none. */
  readonly midweek: { readonly weekday: Weekday; readonly minute: number } | null;
  /** Only every second week has reviews, and the week of this day is one of them. Without it every week has. */
  readonly everySecond?: DayKey;
}

/** Wednesday at noon, every week. */
export const usualReviews: ReviewTimes = { midweek: { weekday: 3, minute: 12 * 60 } };

export type ReviewProblem = 'review-outside-hours' | 'review-at-weeks-end';

/** What makes chosen reviews impossible: a point that nobody is at work for, or one that the week's end has anyway. */
export function checkReviews(
  reviews: ReviewTimes | undefined,
  { hours }: Pick<Routine, 'hours'>,
  weekStartsOn: Weekday,
): Record<ReviewProblem, boolean> {
  const midweek = reviews?.midweek;
  const worked = midweek && hours[midweek.weekday];
  return {
    'review-outside-hours':
      !!midweek && !(worked && midweek.minute >= worked.start && midweek.minute < worked.end),
    'review-at-weeks-end':
      !!midweek &&
      !!worked &&
      weekFrom(weekStartsOn).findLast((one) => hours[one]) === midweek.weekday,
  };
}

function weekFrom(first: Weekday): readonly Weekday[] {
  const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  return [...week.slice(first - 1), ...week.slice(0, first - 1)];
}
