import type { DayKey } from '../day';
import { clockAt, weekOf } from '../day';
import type { Schedule } from '../schedule';
import { hoursOn, workingMinutes } from '../schedule';
import type { GoalStanding, Standing } from '../standing';
import type { NudgeMoment, NudgeRecord } from './nudge';

/**
 * The moment that a standing is, as far as speaking goes.
 *
 * A goal counts as reached just now while the last action towards it is fresh, so whoever goes on after it is left in
 * peace, and so does a win.
 *
 * @param history see `NudgeMoment`
 * @throws RangeError when the time zone is unknown
 */
export function momentOf(
  standing: Standing,
  schedule: Schedule,
  timeZone: string,
  history: readonly NudgeRecord[],
): NudgeMoment {
  const { computedAt: now, day, foothold, goals, recent, rest } = standing;
  const minute = clockAt(now, timeZone, day);
  const goal = goals.find(({ id }) => id === foothold?.goalId);
  const reached = new Set(
    goals.flatMap(({ today, kinds }) =>
      today.target > 0 && today.done >= today.target ? kinds : [],
    ),
  );
  const callBegunAt = recent.find(({ kind }) => kind === 'call')?.at;
  const goalReachedAt = recent.find(({ kind }) => kind === 'win' || reached.has(kind))?.at;
  return {
    now,
    day,
    minute,
    hours: hoursOn(schedule, day),
    resting: rest !== null && rest !== 'reached',
    fresh: isFresh(day, schedule),
    odds: goal?.odds ?? null,
    leg: goal ? legOf(goal, schedule, day, minute) : null,
    cue: false,
    stretch: false,
    history,
    ...(callBegunAt !== undefined && { callBegunAt }),
    ...(goalReachedAt !== undefined && { goalReachedAt }),
  };
}

/** What is left to the goal's next checkpoint; null after the last. */
function legOf(goal: GoalStanding, schedule: Schedule, day: DayKey, minute: number) {
  const next = goal.legs.findIndex((leg) => leg.minute > minute);
  const checkpoint = goal.legs[next];
  if (!checkpoint) return null;
  const actions = goal.legs
    .slice(0, next + 1)
    .reduce((sum, { planned, done }) => sum + planned - done, 0);
  return { actions, minutes: workingMinutes(schedule, day, minute, checkpoint.minute) };
}

/**
 * Whether a day is the first workday of its week or its month.
 *
 * @example isFresh('2026-03-02', defaultSchedule) === true // a Monday
 */
export function isFresh(day: DayKey, schedule: Schedule): boolean {
  if (!hoursOn(schedule, day)) return false;
  const works = (one: DayKey) => one < day && hoursOn(schedule, one) !== null;
  const month = Array.from({ length: Number(day.slice(8)) - 1 }, (_, index) =>
    day.slice(0, 8).concat(String(index + 1).padStart(2, '0')),
  );
  return !weekOf(day, schedule.weekStartsOn).some(works) || !month.some(works);
}
