import type { DayKey } from '../lib/domain/day';
import { shortDay } from './shortDay';

const formats = {
  long: new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }),
  short: shortDay,
  full: new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
  month: new Intl.DateTimeFormat(undefined, { month: 'long', timeZone: 'UTC' }),
  weekday: new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' }),
  weekdayLong: new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }),
  narrow: new Intl.DateTimeFormat(undefined, { weekday: 'narrow', timeZone: 'UTC' }),
};

/** A local day in words: "Tuesday 24 November", "Tue 24 Nov", "Tue 24 Nov 2026", "November", "Tue", "Tuesday", "T". */
export function dayText(day: DayKey, length: keyof typeof formats): string {
  return formats[length].format(Date.parse(day));
}
