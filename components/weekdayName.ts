import type { Weekday } from '../lib/domain/schedule';
import { dayText } from './dayText';

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A weekday by its full name. */
export function weekdayName(weekday: Weekday): string {
  // 2024-01-01 was a Monday.
  return dayText(`2024-01-0${String(weekday)}`, 'weekdayLong');
}
