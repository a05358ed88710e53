import { Temporal } from 'temporal-polyfill';
import type { Weekday } from './schedule';

/** `YYYY-MM-DD`, the rep's local day. */
export type DayKey = string;

/** A run of days, both ends in it. */
export interface Span {
  readonly first: DayKey;
  readonly last: DayKey;
}

/** Seven days in a row. */
export type Week = readonly [DayKey, DayKey, DayKey, DayKey, DayKey, DayKey, DayKey];

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * The local day that an instant belongs to, by the calendar: the wall clock's date, moved back by `dayStartsAt`.
 *
 * @param at UTC ms
 * @param offset minutes east of UTC at that instant
 * @param dayStartsAt minute at which a new day begins, 0 to 720
 * @throws RangeError when `at` is no time a calendar knows
 * @example dayOf(Date.UTC(2026, 2, 3, 1, 30), 60, 240) === '2026-03-02' // 02:30 on the wall, before 04:00
 */
export function dayOf(at: number, offset: number, dayStartsAt: number): DayKey {
  return Temporal.Instant.fromEpochMilliseconds(at + (offset - dayStartsAt) * minuteMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toString();
}

/**
 * Minute on the wall clock, counted from the local midnight with which the day's date begins; above 1440 after the
 * midnight of a day that starts later. Below 0 or far above 1440 where a row's day was fixed in another time zone.
 *
 * @param at UTC ms
 * @param offset minutes east of UTC at that instant
 * @throws RangeError when `day` is no day
 * @example minuteOf(Date.UTC(2026, 2, 3, 0, 30), 60, '2026-03-02') === 1530 // 01:30, day starting at 04:00
 */
export function minuteOf(at: number, offset: number, day: DayKey): number {
  return minuteSince(midnightOf(day), at, offset);
}

/** 00:00 UTC of a date, UTC ms. `minuteSince` takes it, for who counts many rows of one day. */
export function midnightOf(day: DayKey): number {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds;
}

/** `minuteOf` with the day given by its `midnightOf`. */
export function minuteSince(midnight: number, at: number, offset: number): number {
  return Math.floor((at - midnight) / minuteMs + offset);
}

/**
 * Minutes east of UTC in a time zone at an instant; negative in the west. A historic offset with seconds is rounded.
 *
 * @param at UTC ms
 * @throws RangeError when the zone is unknown
 * @example offsetAt(Date.UTC(2026, 6, 1), 'Asia/Kathmandu') === 345
 */
export function offsetAt(at: number, timeZone: string): number {
  return Math.round(zoned(at, timeZone).offsetNanoseconds / 60e9);
}

/**
 * The rep's day now.
 *
 * @param now UTC ms
 * @param dayStartsAt minute at which a new day begins, 0 to 720
 */
export function dayAt(now: number, timeZone: string, dayStartsAt: number): DayKey {
  return dayOf(now, offsetAt(now, timeZone), dayStartsAt);
}

/**
 * What a plan takes for the time: the minute of the local day, like `minuteOf`, except that it never runs back. In the
 * hour that the end of DST repeats it waits, so that a checkpoint that was reached stays behind.
 *
 * @param now UTC ms
 * @example clockAt(Date.UTC(2026, 9, 25, 1, 15), 'Europe/Berlin', '2026-10-25') === 180 // 02:15 for the second time
 */
export function clockAt(now: number, timeZone: string, day: DayKey): number {
  const offset = offsetAt(now, timeZone);
  const minute = minuteOf(now, offset, day);
  if (offsetAt(now - dayMs, timeZone) <= offset) return minute;
  // "Previous" leaves out the instant itself.
  const turn = zoned(now + 1, timeZone).getTimeZoneTransition('previous')?.epochMilliseconds;
  if (turn === undefined) return minute;
  return Math.max(minute, minuteOf(turn, offsetAt(turn - 1, timeZone), day));
}

/**
 * When the wall clock shows a minute of a local day, UTC ms. A minute that DST skips comes after the gap, as far in as
 * it was; of a minute that comes twice, the first ("compatible" disambiguation).
 *
 * @param minute from the midnight of the day's date; above 1440 for the next date
 * @throws RangeError when the day or the zone is unknown
 * @example instantOf('2026-03-29', 150, 'Europe/Berlin') === Date.UTC(2026, 2, 29, 1, 30) // 02:30 is shown as 03:30
 */
export function instantOf(day: DayKey, minute: number, timeZone: string): number {
  return wall(day, minute).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/**
 * When the rep's day now is over: the first instant after `now` that `dayAt` puts into the next day, UTC ms.
 *
 * @param now UTC ms
 * @param dayStartsAt minute at which a new day begins, 0 to 720
 */
export function endOfDay(now: number, timeZone: string, dayStartsAt: number): number {
  const next = wall(addDays(dayAt(now, timeZone, dayStartsAt), 1), dayStartsAt);
  const first = next.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (!first.toPlainDateTime().equals(next)) {
    // DST skips the very minute: the day changes with the clock.
    const turn = first.getTimeZoneTransition('next');
    if (turn) return turn.epochMilliseconds;
  }
  // Of a repeated minute the second, once the first is over.
  return first.epochMilliseconds > now
    ? first.epochMilliseconds
    : next.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
}

/** The day so many days later, earlier when negative. @throws RangeError when `day` is no day */
export function addDays(day: DayKey, days: number): DayKey {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days `later` comes after `day`; negative when before. @throws RangeError when one is no day */
export function daysBetween(day: DayKey, later: DayKey): number {
  return Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(later)).days;
}

/** @throws RangeError when `day` is no day */
export function weekdayOf(day: DayKey): Weekday {
  return Temporal.PlainDate.from(day).dayOfWeek as Weekday;
}

/**
 * The week that a day is in, first day first.
 *
 * @throws RangeError when `day` is no day
 * @example weekOf('2026-03-04', 7)[0] === '2026-03-01' // a Wednesday's Sunday
 */
export function weekOf(day: DayKey, weekStartsOn: Weekday): Week {
  const date = Temporal.PlainDate.from(day);
  const first = date.subtract({ days: (date.dayOfWeek - weekStartsOn + 7) % 7 });
  const after = (days: number) => first.add({ days }).toString();
  return [first.toString(), after(1), after(2), after(3), after(4), after(5), after(6)];
}

/** The calendar month that a day is in. @throws RangeError when `day` is no day */
export function monthOf(day: DayKey): Span {
  const date = Temporal.PlainDate.from(day);
  return {
    first: date.with({ day: 1 }).toString(),
    last: date.with({ day: date.daysInMonth }).toString(),
  };
}

/**
 * The quarter that a day is in, of a year that starts with a month.
 *
 * @param yearStarts month, 1 to 12
 * @throws RangeError when `day` is no day
 * @example quarterOf('2026-03-04', 2) // { first: '2026-02-01', last: '2026-04-30' }
 */
export function quarterOf(day: DayKey, yearStarts: number): Span {
  const date = Temporal.PlainDate.from(day);
  const into = (date.month - yearStarts + 12) % 3;
  const first = date.with({ day: 1 }).subtract({ months: into });
  return {
    first: first.toString(),
    last: first.add({ months: 3 }).subtract({ days: 1 }).toString(),
  };
}

/** Every day of a span, in order; none when it ends before it begins. @throws RangeError when an end is no day */
export function daysOf(span: Span): readonly DayKey[] {
  const from = Temporal.PlainDate.from(span.first);
  const length = Math.max(0, lengthOf(span));
  return Array.from({ length }, (_, days) => from.add({ days }).toString());
}

/** How many days a span has; less than 1 when it ends before it begins. @throws RangeError when an end is no day */
export function lengthOf({ first, last }: Span): number {
  return Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last)).days + 1;
}

/** Whether a text is a day key: `YYYY-MM-DD`, and on the calendar. */
export function isDay(text: string): text is DayKey {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

function wall(day: DayKey, minute: number): Temporal.PlainDateTime {
  return Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute });
}
