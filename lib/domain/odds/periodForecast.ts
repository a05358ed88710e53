import type { ActionKind } from '../action';
import { weekdayOf, type DayKey } from '../day';
import type { Moment } from '../pace';
import { hoursOn, minutesWithin, type Schedule } from '../schedule';
import { countOf, type Tally } from '../tally';
import { publishedFor } from './coldStart';
import { forecast, type Forecast } from './forecast';
import type { History } from './history';
import { stateAt } from './likeDays';
import type { Prior } from './restOfPeriod';

export interface Period {
  /** Its calendar days: a day, a week, a month or any other, under way or still to come. */
  readonly days: readonly DayKey[];
  /** Any of these kinds counts. */
  readonly kinds: readonly ActionKind[];
  /** Of the period's days until now at least; others are left out. */
  readonly tallies: readonly Tally[];
  readonly schedule: Schedule;
  readonly now: Moment;
}

/**
 * The odds of a period by the rep's workdays: free weekdays and days off bring nothing, what was done on them counts.
 *
 * @param history the finished workdays before today, of the same kinds
 * @returns null when nothing is known: no day of the rep's own, and no published figure
 * @throws RangeError when a day is no day
 * @example for the week of a Wednesday 12:00: done until then, the rest of the Wednesday, and two whole days after it
 */
export function periodForecast(history: History, period: Period): Forecast | null {
  const { days, kinds, tallies, schedule, now } = period;
  const hours = hoursOn(schedule, now.day);
  const underWay = days.includes(now.day) && hours !== null;
  const upcoming = days.filter((day) => day > now.day && hoursOn(schedule, day));
  const counted = days.filter((day) => day < now.day || (day === now.day && !underWay));
  const earlier = counted.reduce((sum, day) => sum + countOf(tallies, day, kinds), 0);
  const known = history.days.length;
  const [first] = upcoming;
  const others = publishedFor(kinds);
  const prior = (restOfDay: number): Prior | undefined =>
    others ? { perDay: others.perDay, restOfDay } : undefined;

  if (underWay) {
    const minutes = minutesOf(tallies, now.day, kinds);
    // Whatever today holds is done, though the clock may have been put back since.
    const today = { ...stateAt(minutes, now.minute), done: minutes.length };
    const ahead = { weekday: weekdayOf(now.day), minute: now.minute, days: upcoming.length };
    const left = minutesWithin(hours, now.minute, Infinity) / (hours.end - hours.start);
    return forecast(history, known, { earlier, today }, ahead, prior(left));
  }
  const ahead =
    first === undefined
      ? null
      : { weekday: weekdayOf(first), minute: -Infinity, days: upcoming.length - 1 };
  const soFar = { earlier, today: { done: 0, lately: false } };
  return forecast(history, known, soFar, ahead, prior(1));
}

function minutesOf(
  tallies: readonly Tally[],
  day: DayKey,
  kinds: readonly ActionKind[],
): readonly number[] {
  return tallies
    .filter((tally) => tally.day === day && kinds.includes(tally.kind))
    .flatMap(({ minutes }) => minutes)
    .sort((a, b) => a - b);
}
