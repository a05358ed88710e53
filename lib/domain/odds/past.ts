import type { ActionKind } from '../action';
import type { DayKey } from '../day';
import type { Schedule } from '../schedule';
import type { Tally } from '../tally';
import { publishedFor } from './coldStart';
import type { Forecast } from './forecast';
import { historyOf, pastWorkdays, type History } from './history';
import { lookBack } from './lookBack';
import { periodForecast, type Period } from './periodForecast';
import { fitOf, recalibrationOf, type Fit } from './recalibration';

/** What odds need of the days before today. */
export interface Past {
  readonly history: History;
  readonly fit: Fit;
}

/** Three years, in days: odds look no further back. */
export const longestPast = 3 * 366;
/** Workdays of history that a forecast needs to say something about later ones. */
const leastHistory = 60;

/** The days before `today`, with the fit of an earlier look where there is one: it takes a while. */
export function pastOf(
  tallies: readonly Tally[],
  kinds: readonly ActionKind[],
  schedule: Schedule,
  today: DayKey,
  fit?: Fit,
): Past {
  const history = historyOf(pastWorkdays(tallies, kinds, schedule, today));
  return { history, fit: fit ?? fitTo(history) };
}

/** The fit by what would have been said of the days and weeks of a history, and what came. */
export function fitTo(history: History): Fit {
  return fitOf([1, 5].flatMap((days) => lookBack(history, days, leastHistory)));
}

/**
 * The odds as they are said: forecast, then recalibrated. One more action on any day of the period never lowers them:
 * today's is done, and an earlier day's is done and lifts the level of the days to come. Only one on a day before the
 * rep's very first changes for how long they have been at it.
 *
 * That has its price beside a history with the period's own days in it, by which one more on Monday could cost points: on
 * the half of the series that it was not chosen by, the Brier score of weeks and months under way is within 2 % of what
 * it was, that of quarters 8 to 9 % above it (190 cases).
 *
 * @returns null when neither the rep's own days nor anybody's figures say enough
 * @throws RangeError when a day is no day
 */
export function said({ history, fit }: Past, period: Period): Forecast | null {
  const forecast = periodForecast(history, period);
  if (!forecast || (forecast.rough && !publishedFor(period.kinds))) return null;
  const recalibrated = recalibrationOf(fit);
  const { chance, byHistory } = forecast;
  return {
    ...forecast,
    chance: (target) => recalibrated(chance(target)),
    ...(byHistory && { byHistory: (target: number) => recalibrated(byHistory(target)) }),
  };
}
