import type { ActionKind } from './action';
import type { DayKey } from './day';
import { instantOf } from './day';
import type { Checkpoint, WorkingHours } from './schedule';
import { minutesWithin } from './schedule';
import type { Foothold, GoalStanding } from './standing';

/** A foothold is due after so many working minutes, where no checkpoint is nearer. */
const reach = 25;
const mostSize = 5;
/** A goal that is less likely is out of reach. */
const leastOdds = 0.05;

/** Now, and what comes next. */
export interface FootholdMoment {
  /** UTC ms. */
  readonly now: number;
  readonly day: DayKey;
  /** Of the local day, by `clockAt`. */
  readonly minute: number;
  readonly timeZone: string;
  readonly hours: WorkingHours | null;
  /** The next checkpoint, or after the last one the end of work; later than `minute`. */
  readonly next: { readonly minute: number; readonly anchor?: Checkpoint['anchor'] };
}

/**
 * The next small batch. The goalposts never move while the rep works towards it: the previous one stays, with `done`
 * counted on, until it is finished, due, or moot (its goal is gone, no longer of its kind, or no longer has that much
 * open today; the day or the time zone is another).
 *
 * A new one is for the goal with the highest urgency u = (1 − p) · w among those that need something, where need =
 * C_next − k: what is due by the next checkpoint less what today has; p the odds of its goal, 1/2 where none rest on the rep's own days,
 * and w its place in the rep's order (1, 1/2, 1/3 …). A goal with p below 0.05 waits until no other is open today. Of
 * equals the goal of the kind just done, then the one that is worth more a minute, then the rep's order. Its size is
 * clamp(ceil(need / max(1, ceil(working minutes to the checkpoint / 25))), 1, 5), due at the nearer of 25 working
 * minutes from now and the checkpoint. When nothing is needed it is one action of buffer, on the first of these goals.
 *
 * @param goals in the rep's order
 * @param lastKind the kind just done
 * @returns null when every goal has what it asks of today
 * @example 10:30, 5 more calls due at 12:00: 90 / 25 → 4 batches, so 2 calls by 10:55
 */
export function nextFoothold(
  goals: readonly GoalStanding[],
  moment: FootholdMoment,
  previous: Foothold | null,
  lastKind: ActionKind | undefined,
): Foothold | null {
  return kept(goals, moment, previous) ?? begun(goals, moment, lastKind);
}

function kept(
  goals: readonly GoalStanding[],
  { now, day, timeZone }: FootholdMoment,
  previous: Foothold | null,
): Foothold | null {
  const goal = goals.find(({ id }) => id === previous?.goalId);
  if (!previous || !goal?.kinds.includes(previous.kind)) return null;
  // After an undo of what came before it, it counts on from the lower number.
  const base = Math.min(previous.base, goal.today.done);
  const done = goal.today.done - base;
  const left = previous.size - done;
  const open = goal.today.target - goal.today.done;
  const sameDayAndZone = instantOf(day, previous.byMinute, timeZone) === previous.by;
  return left > 0 && left <= open && previous.by > now && sameDayAndZone
    ? { ...previous, base, done }
    : null;
}

function begun(
  goals: readonly GoalStanding[],
  moment: FootholdMoment,
  lastKind: ActionKind | undefined,
): Foothold | null {
  const { now, day, minute, timeZone, hours, next } = moment;
  const open = goals
    .map((goal, place) => ({ goal, need: needOf(goal, minute), urgency: urgencyOf(goal, place) }))
    .filter(({ goal: { today } }) => today.done < today.target);
  const withinReach = open.filter(({ goal }) => oddsOf(goal) >= leastOdds);
  const candidates = withinReach.length > 0 ? withinReach : open;
  const chosen = mostUrgent(candidates, lastKind) ?? candidates[0];
  if (!chosen) return null;

  const { goal, need } = chosen;
  const batches = Math.max(1, Math.ceil(minutesWithin(hours, minute, next.minute) / reach));
  const soon = hours ? Math.max(minute, hours.start) + reach : Infinity;
  const due = soon < next.minute && soon <= (hours?.end ?? 0) ? 'soon' : 'checkpoint';
  const byMinute = due === 'soon' ? soon : next.minute;
  return {
    // With the base, so that the one after it is another one even in the same millisecond.
    id: `${goal.id}@${String(now)}+${String(goal.today.done)}`,
    goalId: goal.id,
    kind: goal.kinds.find((kind) => kind === lastKind) ?? goal.kinds[0],
    size: Math.min(mostSize, Math.max(1, Math.ceil(need / batches))),
    done: 0,
    base: goal.today.done,
    by: instantOf(day, byMinute, timeZone),
    byMinute,
    due,
    ...(due === 'checkpoint' && next.anchor !== undefined && { anchor: next.anchor }),
    reason: need > 0 ? 'need' : 'buffer',
    why: { ...next, due: goal.today.done + need },
  };
}

/** Actions due by the next checkpoint less those done; after the last checkpoint, what is left of today. */
function needOf({ legs, today }: GoalStanding, minute: number): number {
  const next = legs.findIndex((leg) => leg.minute > minute);
  const due = next < 0 ? today.target : sum(legs.slice(0, next + 1).map(({ planned }) => planned));
  return Math.max(0, due - today.done);
}

interface Candidate {
  readonly goal: GoalStanding;
  readonly need: number;
  readonly urgency: number;
}

function mostUrgent(
  candidates: readonly Candidate[],
  lastKind: ActionKind | undefined,
): Candidate | undefined {
  const justDone = ({ goal }: Candidate) => goal.kinds.some((kind) => kind === lastKind);
  // The sort is stable: what is equal stays in the rep's order.
  return candidates
    .filter(({ need }) => need > 0)
    .sort(
      (a, b) =>
        b.urgency - a.urgency ||
        Number(justDone(b)) - Number(justDone(a)) ||
        (b.goal.worth ?? 0) - (a.goal.worth ?? 0),
    )[0];
}

/** @param place in the rep's order, 0 first */
function urgencyOf(goal: GoalStanding, place: number): number {
  // Rounded, so that (1 - 0.4) / 3 and 1 - 0.8 are equals.
  return Math.round(((1 - oddsOf(goal)) / (place + 1)) * 1e6);
}

/** Other people's figures do not say which of the rep's goals comes first. What is beyond a target that is reached can wait. */
function oddsOf({ odds, done, target }: GoalStanding): number {
  if (done >= target) return 1;
  return odds && !odds.rough ? odds.p : 0.5;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
