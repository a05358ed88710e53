import { activeForecast, type ForecastGround } from './activeForecast';
import type { ActiveGoal, ActiveGoalsInput } from './activeGoals';
import { slim } from './adjustment';
import { daysOf } from './day';
import type { Moment } from './pace';
import { marksOn } from './plan';
import { talliesUntil } from './tally';

/**
 * Whether a goal was out of reach at two checkpoints in a row: its probability was below 0.35 at the last two that its
 * period has had, each by what was done until then. Other people's figures say nothing here.
 *
 * @example 16 calls a day for who makes 8: nothing at 9:00, at 12:00 yes
 */
export function isStruggling(
  input: ActiveGoalsInput & ForecastGround,
  active: ActiveGoal,
  now: Moment,
): boolean {
  const days = daysOf(active.span);
  const passed = days
    .filter((day) => day <= now.day)
    .flatMap((day) => marksOn(input.schedule, day).map(({ minute }) => ({ day, minute })))
    .filter(({ day, minute }) => day < now.day || minute <= now.minute);
  const two = passed.slice(-2);
  return (
    two.length === 2 &&
    two.every((at) => {
      const known = { ...input, tallies: talliesUntil(input.tallies, at.day, at.minute) };
      const forecast = activeForecast(known, active, days, at);
      return forecast !== null && !forecast.rough && forecast.chance(active.goal.target) < slim;
    })
  );
}
