import type { ActionKind } from '../action';
import type { ActiveGoal } from '../activeGoals';
import type { DayKey } from '../day';
import { addDays, clockAt, instantOf } from '../day';
import type { Schedule } from '../schedule';
import { hoursOn, workingMinutes } from '../schedule';
import type { GoalStanding, Standing } from '../standing';
import type { Tally } from '../tally';
import type { Cue } from './cue';
import type { NudgeMoment, NudgeRecord } from './nudge';
import { weekAround } from '../week';

/** What a moment is judged by. */
export interface NudgeGround {
  readonly standing: Standing;
  /** Of the standing's day at least: it shows only the last few actions itself. */
  readonly tallies: readonly Tally[];
  readonly schedule: Schedule;
  /** IANA name. */
  readonly timeZone: string;
  /** See `NudgeMoment`. */
  readonly history: readonly NudgeRecord[];
  /** Whether anything but the rep's own rules may speak. */
  readonly on: boolean;
  /** The rep's own rule that is met now. */
  readonly cue: Cue | null;
  /** Whether a rule has not come up yet in this half of the day. */
  readonly cueToCome: boolean;
  /** A goal that was met early and may be stretched. */
  readonly stretch: ActiveGoal | null;
}

/**
 * The moment that a standing is, as far as speaking goes. Odds that rest on other people's figures are no odds here: what
 * is hardly known is no reason to speak.
 *
 * A goal counts as reached just now while the last action towards it is fresh, so whoever goes on after it is left in
 * peace, and so does a win.
 *
 * @throws RangeError when the time zone is unknown
 */
export function momentOf(ground: NudgeGround): NudgeMoment {
  const { standing, schedule, timeZone, history, on, cue, cueToCome, stretch } = ground;
  const { computedAt: now, day, foothold, goals, recent, rest } = standing;
  const minute = clockAt(now, timeZone, day);
  const goal = on ? goals.find(({ id }) => id === foothold?.goalId) : undefined;
  const reached = new Set(
    goals.flatMap(({ today, kinds }) =>
      today.target > 0 && today.done >= today.target ? kinds : [],
    ),
  );
  const lastAt = (counts: (kind: ActionKind) => boolean) => {
    const minutes = ground.tallies.flatMap((tally) =>
      tally.day === day && counts(tally.kind) ? tally.minutes : [],
    );
    const shown = recent.find(({ kind }) => counts(kind))?.at;
    if (shown !== undefined || minutes.length === 0) return shown;
    return instantOf(day, Math.max(...minutes), timeZone);
  };
  const callBegunAt = lastAt((kind) => kind === 'call');
  const goalReachedAt = lastAt((kind) => kind === 'win' || reached.has(kind));
  return {
    now,
    day,
    minute,
    hours: hoursOn(schedule, day),
    resting: rest !== null && rest !== 'reached',
    fresh: goal !== undefined && isFresh(day, schedule),
    odds: goal?.odds && !goal.odds.rough ? goal.odds.p : null,
    leg: goal ? legOf(goal, schedule, day, minute) : null,
    cue: cue !== null,
    cueToCome,
    stretch: on && stretch !== null,
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
  const [week] = weekAround(schedule, day);
  const month = `${day.slice(0, 7)}-01`;
  const before = week < month ? month : week;
  for (let one = addDays(day, -1); one >= before; one = addDays(one, -1))
    if (hoursOn(schedule, one)) return false;
  return true;
}
