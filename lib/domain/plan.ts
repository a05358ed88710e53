import type { DayKey } from './day';
import { weekOf } from './day';
import type { Checkpoint, Schedule, WorkingHours } from './schedule';
import { hoursOn } from './schedule';

/** A checkpoint of one day, with the part of the day's goal that is due by then. */
export interface Mark {
  /** Minute of the local day. */
  readonly minute: number;
  readonly anchor?: Checkpoint['anchor'];
  /** Cumulative, 0 to 1; 1 at the last. */
  readonly share: number;
}

/** What one leg of a day asks for. */
export interface PlannedLeg {
  /** Minute of its checkpoint. */
  readonly minute: number;
  readonly anchor?: Checkpoint['anchor'];
  /** Whole actions. */
  readonly planned: number;
}

/** What a goal asks of one day. Without hours there are no legs. */
export interface DayPlan {
  readonly day: DayKey;
  readonly hours: WorkingHours | null;
  readonly legs: readonly PlannedLeg[];
}

/**
 * The checkpoints of a day with the share of the goal due by each. A checkpoint's own share counts; otherwise it is the
 * part of the working hours that has gone by then, so 0 before work. Shares never fall, and the last gets the rest.
 *
 * A checkpoint after work means "before you leave" unless it has its own share: it moves to the end of work, on a short
 * Friday too. Where no checkpoint could hold the rest (there is none, or all stand before work and leave some of the goal),
 * the end of work is one.
 *
 * @returns ascending; empty on a day off
 * @throws RangeError when `day` is no day
 * @example marksOn(defaultSchedule, '2026-03-02') // 09:00 share 1/9, 12:00 share 4/9, 17:00 share 1
 */
export function marksOn(schedule: Schedule, day: DayKey): readonly Mark[] {
  const hours = hoursOn(schedule, day);
  if (!hours) return [];
  const folded = new Map<number, Checkpoint>();
  for (const checkpoint of schedule.checkpoints) {
    const late = checkpoint.at > hours.end && checkpoint.share === undefined;
    const at = late ? hours.end : checkpoint.at;
    folded.set(at, { ...checkpoint, at });
  }
  const checkpoints = [...folded.values()].sort((a, b) => a.at - b.at);
  const last = checkpoints.at(-1);
  if (!last || (last.at <= hours.start && (last.share ?? 0) < 1))
    checkpoints.push({ at: hours.end });

  let due = 0;
  return checkpoints.map(({ at, anchor, share }, index) => {
    const own = share ?? (at - hours.start) / (hours.end - hours.start);
    due = index === checkpoints.length - 1 ? 1 : Math.max(due, Math.min(1, Math.max(0, own)));
    return { minute: at, ...(anchor !== undefined && { anchor }), share: due };
  });
}

/**
 * What a goal of one day asks of each leg: cumulatively C_j = round(G · s(t_j)), the last C = G, so the legs are never
 * negative and add up to G exactly.
 *
 * @param target whole actions, 0 or more
 * @throws RangeError when `day` is no day
 * @example planDay(8, defaultSchedule, '2026-03-02').legs.map(({ planned }) => planned) // [1, 3, 4]
 */
export function planDay(target: number, schedule: Schedule, day: DayKey): DayPlan {
  let before = 0;
  const legs = marksOn(schedule, day).map(({ minute, anchor, share }) => {
    const due = Math.round(target * share);
    const planned = due - before;
    before = due;
    return { minute, ...(anchor !== undefined && { anchor }), planned };
  });
  return { day, hours: hoursOn(schedule, day), legs };
}

/**
 * The plan of a week goal, made once for the whole week: what `askOfDay` asks of a rep who does exactly that every day.
 * So it is spread evenly, the first workdays taking what does not divide, and who does what is asked is on pace.
 *
 * @param target whole actions
 * @param day any day of the week
 * @returns seven plans, first day of the week first; without hours on days off
 * @throws RangeError when `day` is no day
 * @example planWeek(7, defaultSchedule, '2026-03-04') // Monday to Friday 2, 2, 1, 1, 1
 */
export function planWeek(target: number, schedule: Schedule, day: DayKey): readonly DayPlan[] {
  const week = weekOf(day, schedule.weekStartsOn);
  const workdays = week.filter((one) => hoursOn(schedule, one));
  const each = Math.floor(target / workdays.length);
  const spare = target % workdays.length;
  return week.map((one) => {
    const index = workdays.indexOf(one);
    return planDay(index < 0 ? 0 : each + (index < spare ? 1 : 0), schedule, one);
  });
}

/**
 * What a week goal asks of a day: what remained at its start, spread over the workdays that are left, rounded up; at
 * most 1.3 times an even share, so that a deficit is never dumped on one day, and never more than remains. 0 on a day
 * off.
 *
 * @param target whole actions in the week
 * @param doneElsewhere actions of the other days of the week
 * @throws RangeError when `day` is no day
 * @example askOfDay(10, 0, defaultSchedule, '2026-03-05') === 3 // Thursday: min(ceil(10 / 2), ceil(1.3 · 10 / 5))
 */
export function askOfDay(
  target: number,
  doneElsewhere: number,
  schedule: Schedule,
  day: DayKey,
): number {
  const workdays = weekOf(day, schedule.weekStartsOn).filter((one) => hoursOn(schedule, one));
  if (!workdays.includes(day)) return 0;
  const remains = Math.max(0, target - doneElsewhere);
  const left = workdays.filter((one) => one >= day).length;
  // 13 / 10 instead of 1.3: whole numbers divide exactly, 1.3 · 110 is more than 143.
  const cap = Math.ceil((13 * target) / (10 * workdays.length));
  return Math.min(Math.ceil(remains / left), cap, remains);
}
