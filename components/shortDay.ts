import type { DayKey } from '../lib/domain/day';

export const shortFormat = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A local day in the only words for one that a page pays for: "Tue 24 Nov". */
export function shortDay(day: DayKey): string {
  return shortFormat.format(Date.parse(day));
}
