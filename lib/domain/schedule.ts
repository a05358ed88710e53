import type { DayKey } from './day';
import { isDay, weekdayOf } from './day';
import { checkExpectations, type Expectation, type ExpectationProblem } from './expectation';
import { checkReviews, type ReviewProblem, type ReviewTimes } from './reviewTimes';

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Minutes of a local day by the clock on the wall; above 1440 after midnight of a day that starts later. */
export interface WorkingHours {
  readonly start: number;
  readonly end: number;
}

/** A time of day with a share of the day's goal. */
export interface Checkpoint {
  /** Minute of the local day. */
  readonly at: number;
  /** What the rep calls it; shown instead of the bare time. */
  readonly anchor?: 'coffee' | 'lunch' | 'leave';
  /** Part of the day's goal due by then, cumulative, 0 to 1. Without it the share follows the working hours. */
  readonly share?: number;
}

/** What a day is asked by, and later judged by. */
export interface Routine {
  readonly hours: Readonly<Record<Weekday, WorkingHours | null>>;
  /** Ascending by `at`. */
  readonly checkpoints: readonly Checkpoint[];
  /** λ: how much more of the day is due early than its shares say, 0 to 0.25: s + λ s (1 − s). Without it 0. */
  readonly frontLoad?: number;
  /** Without it `usualReviews`. */
  readonly reviews?: ReviewTimes;
}

/** A routine that applied before the present one. */
export interface EarlierRoutine extends Routine {
  /** The last day on which it applied; it began after that of the one before. */
  readonly last: DayKey;
}

/** On which day weeks began before the present one. */
export interface EarlierWeeks {
  /** The last day of the last of these weeks. */
  readonly last: DayKey;
  readonly weekStartsOn: Weekday;
}

/** The routine is the present one. */
export interface Schedule extends Routine {
  /** Minute at which a new day begins, 0 to 720. */
  readonly dayStartsAt: number;
  readonly weekStartsOn: Weekday;
  readonly daysOff: readonly DayKey[];
  /** Oldest first: a change must not judge the days before it. */
  readonly earlier?: readonly EarlierRoutine[];
  /** Oldest first: another first day of the week must not cut weeks that have begun anew. */
  readonly earlierWeeks?: readonly EarlierWeeks[];
  /** Where the past does not say what is to come; no two share a day. */
  readonly expectations?: readonly Expectation[];
}

/** Beyond it a morning would be asked for what it cannot hold. */
export const mostFrontLoad = 0.25;
/** More checkpoints than this are no longer a plan. */
export const mostCheckpoints = 8;

const nineToFive: WorkingHours = { start: 8 * 60, end: 17 * 60 };

/** Monday to Friday from 08:00 to 17:00; checkpoints at 09:00, at lunch and before leaving. */
export const defaultSchedule: Schedule = {
  dayStartsAt: 0,
  weekStartsOn: 1,
  hours: {
    1: nineToFive,
    2: nineToFive,
    3: nineToFive,
    4: nineToFive,
    5: nineToFive,
    6: null,
    7: null,
  },
  daysOff: [],
  checkpoints: [{ at: 9 * 60 }, { at: 12 * 60, anchor: 'lunch' }, { at: 17 * 60, anchor: 'leave' }],
};

/** The routine that a day has or had; whatever asks for hours or checkpoints of a day goes by it. */
export function routineOn(schedule: Schedule, day: DayKey): Routine {
  return schedule.earlier?.find(({ last }) => day <= last) ?? schedule;
}

/**
 * When the rep works on a day; null on a day off, and where the hours end before they begin.
 *
 * @throws RangeError when `day` is no day
 */
export function hoursOn(schedule: Schedule, day: DayKey): WorkingHours | null {
  if (schedule.daysOff.includes(day)) return null;
  const hours = routineOn(schedule, day).hours[weekdayOf(day)];
  return hours && hours.end > hours.start ? hours : null;
}

/** How many of some days are workdays. */
export function workdaysIn(days: readonly DayKey[], schedule: Schedule): number {
  return days.filter((day) => hoursOn(schedule, day)).length;
}

/**
 * Working minutes of a day between two of its minutes by the wall clock; 0 on a day off and when `to` is not after
 * `from`.
 *
 * @throws RangeError when `day` is no day
 * @example workingMinutes(defaultSchedule, '2026-03-02', 450, 540) === 60 // 07:30 to 09:00, working from 08:00
 */
export function workingMinutes(schedule: Schedule, day: DayKey, from: number, to: number): number {
  return minutesWithin(hoursOn(schedule, day), from, to);
}

/** Minutes of a span that lie within working hours; 0 without hours. Infinity is a fine end of a span. */
export function minutesWithin(hours: WorkingHours | null, from: number, to: number): number {
  return hours ? Math.max(0, Math.min(to, hours.end) - Math.max(from, hours.start)) : 0;
}

export type ScheduleProblem =
  | 'day-start-out-of-range'
  | 'week-start-out-of-range'
  | 'hours-not-whole'
  | 'hours-end-before-start'
  | 'hours-outside-day'
  | 'day-off-not-a-day'
  | 'too-many-checkpoints'
  | 'checkpoint-not-whole'
  | 'checkpoint-outside-day'
  | 'checkpoints-out-of-order'
  | 'share-out-of-range'
  | 'shares-falling'
  | 'front-load-out-of-range'
  | ReviewProblem
  | ExpectationProblem;

/**
 * What makes a schedule impossible, each problem once; empty when it can be worked by. The day runs from `dayStartsAt`
 * to 24 hours later: hours lie within it, checkpoints after its start. A week without working hours is possible.
 */
export function checkSchedule(schedule: Schedule): readonly ScheduleProblem[] {
  const { dayStartsAt, weekStartsOn, daysOff, checkpoints, frontLoad = 0 } = schedule;
  const dayEndsAt = dayStartsAt + 24 * 60;
  const hours = Object.values(schedule.hours).filter((span) => span !== null);
  const times = checkpoints.map(({ at }) => at);
  const shares = checkpoints.map(({ share }) => share).filter((share) => share !== undefined);
  const found: Record<ScheduleProblem, boolean> = {
    'day-start-out-of-range': !isWholeWithin(dayStartsAt, 0, 720),
    'week-start-out-of-range': !isWholeWithin(weekStartsOn, 1, 7),
    'hours-not-whole': hours.some(
      ({ start, end }) => !Number.isInteger(start) || !Number.isInteger(end),
    ),
    'hours-end-before-start': hours.some(({ start, end }) => end <= start),
    'hours-outside-day': hours.some(({ start, end }) => start < dayStartsAt || end > dayEndsAt),
    'day-off-not-a-day': !daysOff.every(isDay),
    'too-many-checkpoints': checkpoints.length > mostCheckpoints,
    'checkpoint-not-whole': !times.every(Number.isInteger),
    'checkpoint-outside-day': times.some((at) => at <= dayStartsAt || at > dayEndsAt),
    'checkpoints-out-of-order': !rises(times, (earlier, later) => earlier < later),
    'share-out-of-range': !shares.every((share) => share >= 0 && share <= 1),
    'shares-falling': !rises(shares, (earlier, later) => earlier <= later),
    'front-load-out-of-range': !(frontLoad >= 0 && frontLoad <= mostFrontLoad),
    ...checkReviews(schedule.reviews, schedule, weekStartsOn),
    ...checkExpectations(schedule.expectations ?? []),
  };
  return (Object.keys(found) as ScheduleProblem[]).filter((problem) => found[problem]);
}

function isWholeWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function rises(values: readonly number[], inOrder: (a: number, b: number) => boolean): boolean {
  return values.every((value, index) => {
    const before = values[index - 1];
    return before === undefined || inOrder(before, value);
  });
}
