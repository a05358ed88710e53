import type { DayKey } from '../lib/domain/day';

let format: Intl.DateTimeFormat | undefined;

/** A local day as "Tue 24 Nov". The sidebar names one seldom, so its format is made when it does. */
export function shortDay(day: DayKey): string {
  format ??= new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(day));
}
