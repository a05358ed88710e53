import type { ActionKind } from '../action';
import { weekdayOf, type DayKey } from '../day';
import { expectedOn } from '../expectation';
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
 * Where the rep expects more or less of the days to come than usual, it is history × that factor.
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
  const known = beforePeriod(history, days);
  const since = history.days.slice(known).map(({ minutes }) => minutes.length);
  const [first] = upcoming;
  const others = publishedFor(kinds);
  const prior = (restOfDay: number): Prior | undefined =>
    others ? { perDay: others.perDay, restOfDay } : undefined;

  if (underWay) {
    const minutes = minutesOf(tallies, now.day, kinds);
    // Whatever today holds is done, though the clock may have been put back since.
    const today = { ...stateAt(minutes, now.minute), done: minutes.length };
    const left = minutesWithin(hours, now.minute, Infinity) / (hours.end - hours.start);
    const ahead = {
      weekday: weekdayOf(now.day),
      minute: now.minute,
      days: upcoming.length,
      since,
      restOfDay: left,
    };
    const factor = factorOf(schedule, [[now.day, left], ...upcoming.map(whole)]);
    return expecting(factor, (of) =>
      forecast(history, known, { earlier, today }, { ...ahead, ...of }, prior(left)),
    );
  }
  const ahead =
    first === undefined
      ? null
      : { weekday: weekdayOf(first), minute: -Infinity, days: upcoming.length - 1, since };
  const soFar = { earlier, today: { done: 0, lately: false } };
  return expecting(factorOf(schedule, upcoming.map(whole)), (of) =>
    forecast(history, known, soFar, ahead && { ...ahead, ...of }, prior(1)),
  );
}

/** How many of the history's days came before a period: its own are done, and history only once it is over. */
function beforePeriod({ days: past }: History, days: readonly DayKey[]): number {
  const [first] = days;
  const own = past.findIndex(({ day }) => day !== undefined && first !== undefined && day >= first);
  return own < 0 ? past.length : own;
}

/** A workday to come, and the part of its work that is. */
type PartOfDay = readonly [day: DayKey, part: number];

function whole(day: DayKey): PartOfDay {
  return [day, 1];
}

/** What is expected of some days together: the mean of what is expected of each. */
function factorOf({ expectations = [] }: Schedule, days: readonly PartOfDay[]): number {
  const all = days.reduce((sum, [, part]) => sum + part, 0);
  if (expectations.length === 0 || all === 0) return 1;
  // As a sum of differences, so that nothing expected is exactly 1.
  const more = days.reduce(
    (sum, [day, part]) => sum + part * (expectedOn(expectations, day) - 1),
    0,
  );
  return 1 + more / all;
}

/** History × factor, with what history says alone beside it. */
function expecting(
  factor: number,
  make: (of: { readonly factor?: number }) => Forecast | null,
): Forecast | null {
  const usual = make({});
  if (factor === 1 || !usual) return usual;
  const expected = make({ factor });
  return expected && { ...expected, byHistory: usual.chance };
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
