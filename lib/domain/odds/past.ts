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
 * today's is done, and an earlier day's is done and lifts the level of the days to come. Only a day before the rep's very
 * first changes since when they are at it. By history with the period's own days in it the Brier score of weeks, months and
 * quarters under way was lower by 0 to 1, 1 to 3 and 4 to 5 % (15 people), and one more on Monday could cost some points.
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
