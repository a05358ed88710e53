import type { ActionKind } from './action';
import type { DayKey } from './day';
import { addDays, daysOf } from './day';
import type { Usual } from './plan';
import type { Schedule } from './schedule';
import { hoursOn } from './schedule';
import type { Tally } from './tally';

/** Before so many workdays of data a rep has no history to be held against. */
export const newcomerDays = 10;

/** How many actions of some kinds each day has; days without any are left out. */
export type Counts = ReadonlyMap<DayKey, number>;

export function countsOf(tallies: readonly Tally[], kinds: readonly ActionKind[]): Counts {
  const counts = new Map<DayKey, number>();
  for (const { day, kind, minutes } of tallies) {
    if (kinds.includes(kind) && minutes.length > 0)
      counts.set(day, (counts.get(day) ?? 0) + minutes.length);
  }
  return counts;
}

export function countIn(counts: Counts, days: Iterable<DayKey>): number {
  let sum = 0;
  for (const day of days) sum += counts.get(day) ?? 0;
  return sum;
}

/** The first day that has anything. */
export function firstDay(counts: Counts): DayKey | undefined {
  let first: DayKey | undefined;
  for (const day of counts.keys()) if (first === undefined || day < first) first = day;
  return first;
}

/** Whether a rep is in the first ten workdays: neither a goal nor anything counted is older. */
export function isNewcomer(
  goals: readonly { readonly from: DayKey }[],
  tallies: readonly Tally[],
  schedule: Schedule,
  day: DayKey,
): boolean {
  const days = [...goals.map(({ from }) => from), ...tallies.map((tally) => tally.day)];
  const [first = day] = days.sort();
  return workdaysBefore(schedule, day, newcomerDays, first) === null;
}

/** Whether the kinds have been counted for ten workdays before a day. */
export function hasHistory(counts: Counts, schedule: Schedule, day: DayKey): boolean {
  const first = firstDay(counts);
  return first !== undefined && workdaysBefore(schedule, day, newcomerDays, first) !== null;
}

/**
 * What the last workdays before a day show; null in the first ten workdays of these kinds.
 *
 * @example 3 calls on each of the last 30 workdays, once 9: { done: 66, days: 20, best: 9 }
 */
export function usualOf(counts: Counts, schedule: Schedule, day: DayKey): Usual | null {
  const first = firstDay(counts);
  if (first === undefined) return null;
  const days =
    workdaysBefore(schedule, day, 20, first) ?? daysOf({ first, last: addDays(day, -1) });
  const workdays = days.filter((one) => hoursOn(schedule, one));
  if (workdays.length < newcomerDays) return null;
  const best = Math.max(...[...counts].filter(([on]) => on < day).map(([, count]) => count));
  return { done: countIn(counts, workdays), days: workdays.length, best };
}

/**
 * The mean of the last four weeks before a day, in actions a workday; null where they have no workday, or begin before
 * the kinds were first counted and have fewer than ten. What was done on a day off is left out, as it is in forecasts.
 *
 * @example 40 calls in 20 workdays: 2
 */
export function meanOfFourWeeks(counts: Counts, schedule: Schedule, day: DayKey): number | null {
  const first = firstDay(counts);
  const start = addDays(day, -28);
  if (first === undefined) return null;
  const days = daysOf({ first: first > start ? first : start, last: addDays(day, -1) });
  const workdays = days.filter((one) => hoursOn(schedule, one)).length;
  if (workdays === 0 || (first > start && workdays < newcomerDays)) return null;
  const atWork = days.filter((one) => !schedule.daysOff.includes(one));
  return countIn(counts, atWork) / workdays;
}

/** The last so many workdays before a day, but none before the first; null when there are fewer. */
function workdaysBefore(
  schedule: Schedule,
  day: DayKey,
  many: number,
  first: DayKey,
): readonly DayKey[] | null {
  const found: DayKey[] = [];
  for (let one = addDays(day, -1); one >= first; one = addDays(one, -1)) {
    if (hoursOn(schedule, one)) found.push(one);
    if (found.length === many) return found;
  }
  return null;
}
