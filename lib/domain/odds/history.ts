import type { ActionKind } from '../action';
import { midnightOf, weekdayOf, type DayKey } from '../day';
import { routineOn, type Schedule, type Weekday } from '../schedule';
import type { Tally } from '../tally';

/** A workday that is over. */
export interface Workday {
  /** Where it is known: a period under way tells its own days from those before it. */
  readonly day?: DayKey;
  readonly weekday: Weekday;
  /** Minute of the local day of each action, ascending; none on a day without any. */
  readonly minutes: readonly number[];
}

/** Finished workdays, oldest first, with what forecasts need of them. */
export interface History {
  readonly days: readonly Workday[];
  /** Actions before each day and, last, before today. */
  readonly before: readonly number[];
  /** The run of form before each day and, last, before today; see `historyOf`. */
  readonly form: readonly number[];
}

const dayMs = 24 * 60 * 60_000;
/** Workdays after which a day's weight in the form has halved. */
const formHalfLife = 2;

/**
 * Adds up what forecasts ask again and again. Form is √(5 · discounted mean of the days before), so of a week at the
 * present rate: the square root makes a step from 1 to 4 as wide as one from 16 to 25, as it is for counts.
 *
 * Every figure of a day comes from the days before it only, so a forecast at any day of the past does not peek.
 */
export function historyOf(days: readonly Workday[]): History {
  const keep = 0.5 ** (1 / formHalfLife);
  const before = [0];
  const form = [0];
  let all = 0;
  let sum = 0;
  let weight = 0;
  for (const { minutes } of days) {
    all += minutes.length;
    sum = sum * keep + minutes.length;
    weight = weight * keep + 1;
    before.push(all);
    form.push(Math.sqrt((5 * sum) / weight));
  }
  return { days, before, form };
}

/**
 * The workdays from the first on which any of these kinds was done until the day before today, without days off and
 * free weekdays; a workday without any action counts as 0. What was done on a day off is left out.
 *
 * @param tallies in any order; later than yesterday is left out
 * @throws RangeError when a day is no day
 */
export function pastWorkdays(
  tallies: readonly Tally[],
  kinds: readonly ActionKind[],
  schedule: Schedule,
  today: DayKey,
): readonly Workday[] {
  const known = new Map<DayKey, number[]>();
  let first = today;
  for (const { day, kind, minutes } of tallies) {
    if (day >= today || minutes.length === 0 || !kinds.includes(kind)) continue;
    known.set(
      day,
      [...(known.get(day) ?? []), ...minutes].sort((a, b) => a - b),
    );
    if (day < first) first = day;
  }
  const off = new Set(schedule.daysOff);
  const workdays: Workday[] = [];
  // Plain arithmetic over UTC midnights: the calendar is asked once, not a thousand times.
  const end = midnightOf(today);
  let weekday = weekdayOf(first);
  for (let at = midnightOf(first); at < end; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    const hours = routineOn(schedule, day).hours[weekday];
    if (hours && hours.end > hours.start && !off.has(day))
      workdays.push({ day, weekday, minutes: known.get(day) ?? [] });
    weekday = ((weekday % 7) + 1) as Weekday;
  }
  return workdays;
}

/** How many of ascending minutes are not after one. */
export function countUntil(minutes: readonly number[], minute: number): number {
  let low = 0;
  let high = minutes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((minutes[middle] ?? 0) <= minute) low = middle + 1;
    else high = middle;
  }
  return low;
}
