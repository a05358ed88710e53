import { dayAt, type DayKey } from '../domain/day';
import type { Schedule } from '../domain/schedule';

/** The time zone this machine is in now; it may change while the worker sleeps. */
export function timeZoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The rep's day at `now`, UTC ms. */
export function today({ dayStartsAt }: Schedule, now: number): DayKey {
  return dayAt(now, timeZoneHere(), dayStartsAt);
}
