import { weekOf, type DayKey } from './day';
import type { Schedule, Weekday } from './schedule';

/** What weeks are cut by. */
export type WeekStarts = Pick<Schedule, 'weekStartsOn' | 'earlierWeeks'>;

/** The weekday that the week of a day begins on. */
export function weekStartOn({ weekStartsOn, earlierWeeks = [] }: WeekStarts, day: DayKey): Weekday {
  return earlierWeeks.find(({ last }) => day <= last)?.weekStartsOn ?? weekStartsOn;
}

/**
 * The week of a day, first day first: seven days, but for a shorter one after weeks that began on another day. No day is
 * in two weeks, and none in no week.
 *
 * @throws RangeError when `day` is no day
 * @example from Monday to Sunday until 2026-03-08, then from Sunday on: 2026-03-09 to 2026-03-14 is a week
 */
export function weekAround(weeks: WeekStarts, day: DayKey): readonly [DayKey, ...DayKey[]] {
  const seam = weeks.earlierWeeks?.findLast(({ last }) => last < day)?.last ?? '';
  const [first = day, ...more] = weekOf(day, weekStartOn(weeks, day)).filter((one) => one > seam);
  return [first, ...more];
}
