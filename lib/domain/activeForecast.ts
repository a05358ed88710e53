import { nameOfKinds } from './action';
import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import type { DayKey } from './day';
import { withoutHolds } from './hold';
import type { Forecast } from './odds/forecast';
import { pastOf, said } from './odds/past';
import { unfitted, type Fit } from './odds/recalibration';
import type { Moment } from './pace';
import type { Tally } from './tally';

/** What odds rest on beside the goals, so that everything said of one goal has the same ones. */
export interface ForecastGround {
  /** Of three years; without it of as long as the goals are judged by. */
  readonly past?: readonly Tally[];
  /** How the rep's odds are recalibrated, by the name of their kinds. */
  readonly fits?: Readonly<Record<string, Fit>>;
}

/**
 * How some days of a goal may come out, as odds are said: by the rep's own workdays before now without those on hold,
 * and recalibrated.
 *
 * @returns null when nothing is known of its kinds
 */
export function activeForecast(
  { goals, tallies, schedule, past = tallies, fits = {} }: ActiveGoalsInput & ForecastGround,
  { id, goal: { kinds }, schedule: asks }: Pick<ActiveGoal, 'id' | 'goal' | 'schedule'>,
  days: readonly DayKey[],
  now: Moment,
): Forecast | null {
  const own = withoutHolds(schedule, goals, id, now.day);
  const known = pastOf(past, kinds, own, now.day, fits[nameOfKinds(kinds)] ?? unfitted);
  return said(known, { days, kinds, tallies, schedule: asks, now });
}
