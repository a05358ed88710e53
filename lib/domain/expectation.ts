import type { DayKey, Span } from './day';
import { isDay } from './day';
import { isWithin } from './period';

export const expectationReasons = [
  'holiday',
  'list',
  'product',
  'territory',
  'season',
  'else',
] as const;
export type ExpectationReason = (typeof expectationReasons)[number];

/** Days on which the rep expects more or less than their history says, and why. */
export interface Expectation extends Span {
  /** Whole percent more (20) or less (-20) than usual: -30 to 30, not 0. */
  readonly percent: number;
  readonly reason: ExpectationReason;
}

/** Beyond it is no outlook but a wish. */
export const mostExpected = 30;

export type ExpectationProblem =
  | 'expectation-out-of-range'
  | 'expectation-without-reason'
  | 'expectation-not-days'
  | 'expectation-ends-before-start'
  | 'expectations-overlap';

/** What makes expectations impossible, or contradict each other. */
export function checkExpectations(
  expectations: readonly Expectation[],
): Record<ExpectationProblem, boolean> {
  const days = expectations.filter(({ first, last }) => isDay(first) && isDay(last));
  return {
    'expectation-out-of-range': expectations.some(
      ({ percent }) =>
        !Number.isInteger(percent) || percent === 0 || Math.abs(percent) > mostExpected,
    ),
    'expectation-without-reason': expectations.some(
      ({ reason }) => !expectationReasons.includes(reason),
    ),
    'expectation-not-days': days.length < expectations.length,
    'expectation-ends-before-start': days.some(({ first, last }) => last < first),
    'expectations-overlap': days.some((one, index) =>
      days.some((other, at) => at > index && one.first <= other.last && other.first <= one.last),
    ),
  };
}

/**
 * What a day's usual count is multiplied with.
 *
 * @example 20 % more because of a new list: 1.2; 1 on all other days
 */
export function expectedOn(expectations: readonly Expectation[], day: DayKey): number {
  const percent = expectations.find((one) => isWithin(day, one))?.percent ?? 0;
  return 1 + percent / 100;
}
