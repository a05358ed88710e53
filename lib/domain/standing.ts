import type { Action, ActionKind } from './action';
import { ahead } from './ahead';
import type { ActiveGoal } from './activeGoals';
import { activeGoals } from './activeGoals';
import type { DayKey } from './day';
import { clockAt, dayAt, endOfDay, instantOf } from './day';
import { nextFoothold } from './foothold';
import type { SpokenNudge } from './nudge/spoken';
import type { GoalVersion } from './goal';
import type { OwnNames } from './ownKinds';
import { usualOf } from './history';
import { withoutHolds } from './hold';
import { goalOdds, type Odds } from './odds/goalOdds';
import type { Past } from './odds/past';
import { bufferOf, expectedBy, type Moment } from './pace';
import type { Period } from './period';
import type { PlannedLeg, Usual } from './plan';
import { askOfDay, capOfDay, marksOn, planDay, planSpan } from './plan';
import { latestFirst, mostRecent } from './recent';
import type { Checkpoint, Schedule } from './schedule';
import { hoursOn } from './schedule';
import { sideStandings, type SideStanding } from './sideGoal';
import { stretchTarget } from './stretch';
import type { Tally } from './tally';
import { totalsOf } from './totals';
import { worthOf } from './value';

/** The way between two checkpoints of today, for one goal. */
export interface Leg {
  /** When its checkpoint is, UTC ms. */
  readonly at: number;
  readonly minute: number;
  readonly anchor?: Checkpoint['anchor'];
  /** Actions planned for this leg; the legs of a goal add up to what it asks of today. */
  readonly planned: number;
  /** Of them done. Actions fill the legs in order, so catching up fills the missed leg first. */
  readonly done: number;
  readonly state: 'reached' | 'passed' | 'now' | 'ahead';
}

export interface GoalStanding {
  readonly id: string;
  readonly period: Period;
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
  /** In the goal's own period. */
  readonly done: number;
  readonly target: number;
  readonly floor: number;
  readonly ceiling: number;
  /** Where the plan says the rep is by now, in actions of the period; a fraction within a leg. */
  readonly expected: number;
  /** Whole actions ahead of (positive) or behind (negative) the plan. */
  readonly ahead: number;
  /** Working minutes ahead of (positive) or behind the plan. */
  readonly buffer: number;
  /** What it asks of today and what today has given. */
  readonly today: { readonly target: number; readonly done: number };
  readonly legs: readonly Leg[];
  /** At rest: it counts and asks for nothing. The last day of it, where that is known. */
  readonly hold?: { readonly until?: DayKey };
  /** 125 % that the rep goes for in this period. It never makes the goal itself look missed. */
  readonly stretch?: number;
  /** What no workday that is left can hold: actions beyond the cap of each. */
  readonly unplannable?: number;
  /** While the day asks for something and enough is known. */
  readonly odds?: Odds;
  /** Value of one of its actions a minute, where the rep has said what one is worth and how long it takes. */
  readonly worth?: number;
}

/** The next small batch: what the rep sees first. It stays the same until done, due or moot. */
export interface Foothold {
  /** Goal and start, so that a surface can tell one from the next. */
  readonly id: string;
  readonly goalId: string;
  readonly kind: ActionKind;
  /** 1 to 5. */
  readonly size: number;
  readonly done: number;
  /** What today had given its goal when it began: `done` counts from there. */
  readonly base: number;
  /** Due, UTC ms: the checkpoint, or 25 working minutes after the start where that is nearer. */
  readonly by: number;
  readonly byMinute: number;
  readonly due: 'soon' | 'checkpoint';
  readonly anchor?: Checkpoint['anchor'];
  /** `need` catches up with the plan, `buffer` goes ahead of it. */
  readonly reason: 'need' | 'buffer';
  /** What its goal has due by the next checkpoint; one that an earlier version began does not say. */
  readonly why?: {
    readonly due: number;
    readonly minute: number;
    readonly anchor?: Checkpoint['anchor'];
  };
}

/** Why there is no foothold. */
export type Rest = 'no-goals' | 'reached' | 'day-off' | 'after-hours' | 'paused' | 'held';

export type RecentAction = Pick<
  Action,
  'id' | 'kind' | 'at' | 'offset' | 'site' | 'via' | 'evidence' | 'tags' | 'amount'
> & {
  /** What the site it was counted on is called, for whoever does not know it by itself. */
  readonly where?: string;
  /** The rep has typed something beside it; what, only the journal knows. */
  readonly noted?: true;
};

/** Everything any surface shows, now. Plain JSON. */
export interface Standing {
  readonly computedAt: number;
  /** When it changes by itself: next checkpoint, foothold's end or day's end, UTC ms. */
  readonly validUntil: number;
  readonly day: DayKey;
  readonly goals: readonly GoalStanding[];
  /** What is measured beside them; absent when there is none. */
  readonly sides?: readonly SideStanding[];
  readonly foothold: Foothold | null;
  readonly rest: Rest | null;
  /** Today's counts. */
  readonly totals: Partial<Record<ActionKind, number>>;
  /** The last few of today, latest first. */
  readonly recent: readonly RecentAction[];
  /** What the rep's own kinds are called; the worker adds it. Absent when there are none. */
  readonly names?: OwnNames;
  /** What there is to say now; the worker adds it. */
  readonly nudge?: SpokenNudge;
  /** A rule of the rep's own has not come up yet: a page that comes to the front asks whether it is time. */
  readonly cueToCome?: true;
}

export interface StandingInput {
  /** From the day on that `lookBack` names; what lies before it is not looked at. */
  readonly tallies: readonly Tally[];
  readonly goals: readonly GoalVersion[];
  readonly schedule: Schedule;
  /** UTC ms. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
  /** The foothold of the standing before this one. */
  readonly previous: Foothold | null;
  /** Today's last actions that stand, in any order. */
  readonly recent: readonly RecentAction[];
  /** The day for which the rep has paused goals; counting goes on. */
  readonly pausedOn?: DayKey;
  /** The kind just done; without it the latest of `recent`. */
  readonly lastKind?: ActionKind;
  /** By goal; one without has no odds. */
  readonly pasts?: ReadonlyMap<string, Past>;
}

/**
 * Everything any surface shows, from what was counted, what was planned and the time: the one projection. The same
 * input always gives the same standing, and `validUntil` is always after `now`.
 *
 * @throws RangeError when the time zone is unknown or a day is no day
 * @example 8 calls a day, Monday 10:30, 2 done: expected 1 + 3 · 90 / 180 = 2.5, ahead 0, foothold "1 call by 10:55"
 */
export function standing(input: StandingInput): Standing {
  const { tallies, schedule, now, timeZone, previous } = input;
  const day = dayAt(now, timeZone, schedule.dayStartsAt);
  const minute = clockAt(now, timeZone, day);
  const hours = hoursOn(schedule, day);
  const recent = [...input.recent].sort(latestFirst);
  const next = nextDue(schedule, day, minute);
  const asks = next !== null && input.pausedOn !== day;
  const goals = activeGoals(input, day).map((goal) => {
    const past = asks && input.pasts?.get(goal.id);
    const odds = past ? goalOdds(goal, past, tallies, { day, minute }) : null;
    const usual = usualOf(goal.counts, withoutHolds(schedule, input.goals, goal.id, day), day);
    return { ...goalStanding(goal, usual, { day, minute }, timeZone), ...(odds && { odds }) };
  });
  const rest = restOf(goals, input.pausedOn === day, hours !== null, next !== null);
  const foothold =
    rest === null && next !== null
      ? nextFoothold(
          goals,
          { now, day, minute, timeZone, hours, next },
          previous,
          input.lastKind ?? recent[0]?.kind,
        )
      : null;
  const sides = sideStandings(input.goals, tallies, schedule, day);
  const changes = [
    endOfDay(now, timeZone, schedule.dayStartsAt),
    ...(next ? [instantOf(day, next.minute, timeZone)] : []),
    ...(foothold ? [foothold.by] : []),
  ];
  return {
    computedAt: now,
    validUntil: Math.min(...changes.filter((change) => change > now)),
    day,
    goals,
    ...(sides.length > 0 && { sides }),
    foothold,
    rest,
    totals: totalsOf(tallies, day),
    recent: recent.slice(0, mostRecent),
  };
}

function goalStanding(
  { id, goal, span, schedule, shares, counts, done, held }: ActiveGoal,
  usual: Usual | null,
  moment: Moment,
  timeZone: string,
): GoalStanding {
  const { period, kinds, target, floor, ceiling } = goal;
  const { day, minute } = moment;
  const doneToday = counts.get(day) ?? 0;
  const plans = planSpan(target, schedule, span, shares);
  const cap =
    period === 'day' ? target : capOfDay(target, plans.filter(({ hours }) => hours).length, usual);
  // What today asks follows what is left; pace is kept against the plan as it was made.
  const asked = askOfDay(plans, done - doneToday, day, cap);
  const stretch = goal.stretch?.first === span.first ? stretchTarget(target) : undefined;
  // The base goal comes first; what is beyond it is asked only once that is safe.
  const beyond = stretch !== undefined && period === 'day' && asked.today > 0 && done >= target;
  const ask = beyond ? stretch : asked.today;
  const today = planDay(ask, schedule, day, shares);
  const expected = expectedBy(plans, moment);
  const worth = worthOf(goal);
  return {
    id,
    period,
    kinds,
    done,
    target,
    floor,
    ceiling,
    expected,
    ahead: ahead(done, expected),
    buffer: bufferOf(plans, done, moment),
    today: { target: ask, done: doneToday },
    legs: legsOf(today.legs, doneToday, minute, (at) => instantOf(day, at, timeZone)),
    ...(held && { hold: goal.hold?.until === undefined ? {} : { until: goal.hold.until } }),
    ...(stretch !== undefined && { stretch }),
    ...(asked.unplannable > 0 && !held && { unplannable: asked.unplannable }),
    ...(worth !== null && { worth }),
  };
}

/** Actions fill the legs in order. A leg that asks for nothing is reached when its time has come. */
function legsOf(
  planned: readonly PlannedLeg[],
  doneToday: number,
  minute: number,
  instantOfMinute: (minute: number) => number,
): readonly Leg[] {
  let left = doneToday;
  const current = planned.find((leg) => leg.minute > minute);
  return planned.map((leg) => {
    const done = Math.min(leg.planned, left);
    left -= done;
    const gone = leg.minute <= minute;
    const reached = done === leg.planned && (leg.planned > 0 || gone);
    const state = reached ? 'reached' : gone ? 'passed' : leg === current ? 'now' : 'ahead';
    return { at: instantOfMinute(leg.minute), ...leg, done, state };
  });
}

/** What comes next today: a checkpoint, or after the last one the end of work; null when both are over. */
function nextDue(
  schedule: Schedule,
  day: DayKey,
  minute: number,
): { readonly minute: number; readonly anchor?: Checkpoint['anchor'] } | null {
  const next = marksOn(schedule, day).find((mark) => mark.minute > minute);
  if (next) return next;
  const hours = hoursOn(schedule, day);
  return hours && hours.end > minute ? { minute: hours.end } : null;
}

function restOf(
  goals: readonly GoalStanding[],
  paused: boolean,
  workday: boolean,
  moreToCome: boolean,
): Rest | null {
  if (goals.length === 0) return 'no-goals';
  if (paused) return 'paused';
  if (!workday) return 'day-off';
  if (goals.every(({ hold }) => hold)) return 'held';
  if (goals.every(({ today }) => today.done >= today.target)) return 'reached';
  return moreToCome ? null : 'after-hours';
}
