import type { DayKey } from './day';
import { daysOf } from './day';
import type { GoalVersion } from './goal';
import { versionOn } from './goal';
import type { Schedule } from './schedule';
import { hoursOn } from './schedule';
import type { Tally } from './tally';

/** A hold without a last day ends after so many workdays of data. */
export const enoughWorkdays = 10;

/**
 * A goal at rest: what is done counts on, nothing is asked, nothing is missed. It lasts to a day, or else until there
 * is enough data to set a target by.
 */
export interface Hold {
  readonly from: DayKey;
  /** The last day of it. */
  readonly until?: DayKey;
  /** Why a review led to it. */
  readonly reason?: string;
}

/**
 * The days of a goal that are on hold, among some days in order. Each day is judged by the version that it had, a day
 * to come by the present one; so ending a hold early leaves the days before as they were.
 *
 * Without a last day, a hold covers the days up to and with the tenth workday on which anything was counted.
 *
 * @param versions of this goal and others
 * @param today days after it are judged by its version
 * @param worked the days that have anything counted
 */
export function heldDays(
  versions: readonly GoalVersion[],
  id: string,
  days: readonly DayKey[],
  today: DayKey,
  schedule: Schedule,
  worked: ReadonlySet<DayKey>,
): ReadonlySet<DayKey> {
  const own = versions.filter((version) => version.id === id);
  if (!own.some(({ goal }) => goal?.hold)) return new Set();
  return new Set(
    days.filter((day) => {
      const hold = versionOn(own, day < today ? day : today)?.goal?.hold;
      return hold !== undefined && covers(hold, day, schedule, worked);
    }),
  );
}

/**
 * The schedule with the days of a goal's dated holds off: a rest says nothing about what the rep does at work.
 *
 * @param id null is a new goal, which had none
 */
export function withoutHolds(
  schedule: Schedule,
  versions: readonly GoalVersion[],
  id: string | null,
  today: DayKey,
): Schedule {
  if (id === null) return schedule;
  const dated = versions.flatMap(({ id: of, goal }) => {
    const { from, until } = goal?.hold ?? {};
    return of === id && from && until ? daysOf({ first: from, last: until }) : [];
  });
  const held = heldDays(versions, id, dated, today, schedule, new Set());
  return held.size > 0 ? { ...schedule, daysOff: [...schedule.daysOff, ...held] } : schedule;
}

function covers(
  { from, until }: Hold,
  day: DayKey,
  schedule: Schedule,
  worked: ReadonlySet<DayKey>,
): boolean {
  if (day < from) return false;
  if (until !== undefined) return day <= until;
  return workdaysWithData(from, day, schedule, worked) < enoughWorkdays;
}

/** How many workdays before a day, from a first one on, have data. */
export function workdaysWithData(
  from: DayKey,
  before: DayKey,
  schedule: Schedule,
  worked: ReadonlySet<DayKey>,
): number {
  return daysOf({ first: from, last: before }).filter(
    (day) => day !== before && worked.has(day) && hoursOn(schedule, day),
  ).length;
}

/** The days on which anything was counted. */
export function workedDays(tallies: readonly Tally[]): ReadonlySet<DayKey> {
  return new Set(tallies.filter(({ minutes }) => minutes.length > 0).map(({ day }) => day));
}
