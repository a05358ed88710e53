import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionKind } from '../../../lib/domain/action';
import {
  activeGoals,
  hasAsked,
  type ActiveGoal,
  type ActiveGoalsInput,
} from '../../../lib/domain/activeGoals';
import { continuity } from '../../../lib/domain/continuity';
import { addDays, daysOf, type DayKey } from '../../../lib/domain/day';
import { defaultRange, goalsOn, type Goal, type GoalVersion } from '../../../lib/domain/goal';
import { goalAudit } from '../../../lib/domain/goalAudit';
import type { Hold } from '../../../lib/domain/hold';
import { outlook } from '../../../lib/domain/outlook';
import { resolveSaid, withSaid, type Said } from '../../../lib/domain/odds/said';
import { periods, spanOf } from '../../../lib/domain/period';
import { checkIn } from '../../../lib/domain/review';
import { defaultSchedule, hoursOn, workdaysIn, type Schedule } from '../../../lib/domain/schedule';
import { periodsMet } from '../../../lib/domain/stretch';
import type { Tally } from '../../../lib/domain/tally';
import { goal as standingOf } from '../components/samples';

/** A Monday that a week, a month and a quarter begin with. */
const first = '2024-01-01';
const last = '2024-04-14';
const evening = 18 * 60;
/** Many drawn quarters, day by day, on a machine that may be busy, ms. */
const patience = 120_000;

const after = (days: number): DayKey => addDays(first, days);
const all = daysOf({ first, last });

/** Days from one on. */
interface Stretch {
  readonly from: number;
  readonly days: number;
}
const datesOf = ({ from, days }: Stretch) =>
  daysOf({ first: after(from), last: after(from + days - 1) });

/** Holidays are known from the start; leave is entered before there was a goal, or when it was taken. */
const leave = fc.record({
  from: fc.integer({ min: 0, max: 100 }),
  days: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 30 })),
  known: fc.boolean(),
});

/** A rest with a last day or until there is enough data, and perhaps an end that the rep gives it before. */
const rest = fc.record({
  from: fc.integer({ min: 0, max: 90 }),
  days: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 }),
  endedAfter: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2 }),
});

/** @param leastPerDay actions that each usual workday gets at least */
const goalOf = (leastPerDay: 0 | 1) =>
  fc.record({
    period: fc.constantFrom(...periods),
    perDay: fc.integer({ min: leastPerDay, max: 3 }),
    more: fc.integer({ min: 1, max: 9 }),
    sprint: fc.record({
      from: fc.integer({ min: 0, max: 40 }),
      days: fc.integer({ min: 7, max: 60 }),
    }),
    both: fc.boolean(),
    rests: fc.array(rest, { maxLength: 2 }),
  });
type DrawnGoal = ReturnType<typeof goalOf> extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Monday to Friday, Monday to Thursday, or Tuesday to Saturday. */
const freeDays = fc.constantFrom([6, 7] as const, [5, 6, 7] as const, [1, 7] as const);

const history = (leastPerDay: 0 | 1) =>
  fc.record({
    drawn: fc.array(goalOf(leastPerDay), { minLength: 1, maxLength: 2 }),
    free: freeDays,
    leaves: fc.array(leave, { maxLength: 4 }),
    /** Something that no goal counts is done on every workday. */
    notes: fc.boolean(),
  });
type History = ReturnType<typeof history> extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Of each goal, and none of another's. */
const kinds: readonly (readonly [ActionKind, ActionKind])[] = [
  ['call', 'message'],
  ['email', 'meeting'],
];
const uncounted: ActionKind = 'note';

/** A goal of any period: so many on each of its usual workdays, and some more over all. */
function goalOver(one: DrawnGoal, index: number, usual: Schedule): Goal {
  const { period, perDay, more, sprint, both } = one;
  const [kind, other] = kinds[index] ?? ['call', 'message'];
  const days = daysOf({ first: after(sprint.from), last: after(sprint.from + sprint.days - 1) });
  const workdays = workdaysIn(days, usual);
  const target = { day: 1, week: 5, month: 23, quarter: 66, own: workdays }[period] * perDay + more;
  const asks = { kinds: both ? ([kind, other] as const) : ([kind] as const), target };
  const range = defaultRange(target);
  if (period !== 'own') return { ...asks, period, ...range };
  const [from = first] = days;
  return { ...asks, period, ...range, first: from, last: days.at(-1) ?? from, workdays };
}

/** Days on which a version begins, and the rest that it has. */
function versionsOf(goal: Goal, id: string, order: number, rests: DrawnGoal['rests']) {
  const changes = new Map<DayKey, Hold | null>([[first, null]]);
  for (const { from, days, endedAfter } of rests.toSorted((a, b) => a.from - b.from)) {
    const until = days === null ? {} : { until: after(from + days - 1) };
    changes.set(after(from), { from: after(from), ...until });
    if (endedAfter !== null) changes.set(after(from + endedAfter), null);
  }
  const sorted = [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
  const versions = sorted.map(([from, hold]): GoalVersion => {
    return { id, from, order, goal: hold ? { ...goal, hold } : goal };
  });
  const holdOn = (day: DayKey) => sorted.findLast(([from]) => from <= day)?.[1] ?? null;
  return { versions, holdOn };
}

/** What a rep does who works at the pace of each goal on each day that is neither leave nor on hold. */
function atPace({ drawn, free, leaves, notes }: History) {
  const hours = { ...defaultSchedule.hours };
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const)
    hours[weekday] = free.some((one) => one === weekday) ? null : { start: 540, end: 1020 };
  const usual: Schedule = { ...defaultSchedule, hours, daysOff: [] };
  const schedule = { ...usual, daysOff: leaves.flatMap(datesOf) };
  const known = { ...usual, daysOff: leaves.filter((one) => one.known).flatMap(datesOf) };
  const workdays = all.filter((day) => hoursOn(schedule, day));
  // Two goals would end each other's rest by what is done for them; so then something is done every day.
  const daily = notes || drawn.length > 1;

  const goals: GoalVersion[] = [];
  const tallies: Tally[] = daily
    ? workdays.map((day) => ({ day, kind: uncounted, minutes: [700] }))
    : [];
  const resting = drawn.map((one, index) => {
    const goal = goalOver(one, index, usual);
    const { versions, holdOn } = versionsOf(goal, `g${String(index)}`, index, one.rests);
    goals.push(...versions);
    const rests = new Set<DayKey>();
    const worked = new Set(daily ? workdays : []);
    let span = spanOf(goal, first, schedule);
    let [asked, done] = [0, 0];
    for (const day of all) {
      if (day > span.last && goal.period !== 'own') {
        span = spanOf(goal, day, schedule);
        [asked, done] = [0, 0];
      }
      const hold = holdOn(day);
      const data = workdays.filter((one) => hold && one >= hold.from && one < day);
      // Without an end it is over after ten workdays on which something was done.
      const enough = data.filter((one) => worked.has(one)).length >= 10;
      const rest = hold && (hold.until === undefined ? !enough : day <= hold.until);
      if (rest) rests.add(day);
      const inSpan = day >= span.first && day <= span.last;
      if (!hoursOn(schedule, day) || !inSpan) continue;
      if (!rest) asked += 1;
      const wanted = Math.ceil((goal.target * asked) / workdaysIn(daysOf(span), usual) - 1e-9);
      const count = rest ? 1 : wanted - done;
      if (!rest) done = wanted;
      const minutes = Array.from({ length: count }, (_, at) => 600 + at);
      if (count > 0) worked.add(day);
      tallies.push({ day, kind: goal.kinds.at(count % goal.kinds.length) ?? 'call', minutes });
    }
    return rests;
  });
  return { input: { goals, tallies, schedule }, known, resting, workdays };
}

/** What was said of each period on the day it began, by what was known of leave then. */
function saidOf({ goals, tallies }: ActiveGoalsInput, schedule: Schedule): readonly Said[] {
  let before: readonly Said[] = [];
  const ids = new Set(goals.map(({ id }) => id));
  const covered = (id: string, day: DayKey) =>
    before.some((one) => one.id === id && day <= one.last);
  for (const day of all) {
    if ([...ids].every((id) => covered(id, day))) continue;
    const input = { goals, tallies: tallies.filter((one) => one.day < day), schedule };
    const fresh = activeGoals(input, day)
      .filter((one) => !covered(one.id, day) && !one.held && hasAsked(one))
      .map(({ id, goal, span }) => {
        const odds = { p: 0.8, rough: false, span };
        return standingOf({ id, kinds: goal.kinds, target: goal.target, odds });
      });
    before = withSaid(before, fresh, schedule);
  }
  return before;
}

/** Periods on their last day that leave or a rest had touched. */
function touched({ input, resting }: ReturnType<typeof atPace>) {
  const off = new Set(input.schedule.daysOff);
  const isTouched = (id: string, days: readonly DayKey[]) =>
    days.some((day) => off.has(day) || resting[Number(id.slice(1))]?.has(day));
  return all.flatMap((day) => {
    const ending = goalsOn(input.goals, day).filter(({ id, goal }) => {
      const span = spanOf(goal, day, input.schedule);
      return span.last === day && isTouched(id, daysOf(span));
    });
    if (ending.length === 0) return [];
    return activeGoals(input, day)
      .filter(({ id }) => ending.some((one) => one.id === id))
      .map((active): readonly [DayKey, ActiveGoal] => [day, active]);
  });
}

/** The check-in on the evening of a period's last workday, as that day knew it. */
function reviewAtTheEnd(input: ActiveGoalsInput, end: DayKey, { id, span, schedule }: ActiveGoal) {
  const day = daysOf(span).findLast((one) => hoursOn(schedule, one));
  if (day === undefined) return null;
  const then = { ...input, tallies: input.tallies.filter((tally) => tally.day <= day) };
  const active = activeGoals(then, day).find((one) => one.id === id);
  // A rest that began after it was not known yet: the period went on.
  const left = workdaysIn(daysOf({ first: addDays(day, 1), last: end }), input.schedule);
  return active && left === 0 ? checkIn(then, active, { day, minute: evening }) : null;
}

describe('hold and leave never count as a miss', () => {
  test(
    'whatever the period, for who works at the pace of the goal on the days between',
    () => {
      const met: Record<string, number> = {};
      const count = (what: string, more = 1) => (met[what] = (met[what] ?? 0) + more);
      fc.assert(
        fc.property(history(0), (one) => {
          const rep = atPace(one);
          const { input, known } = rep;
          const said = saidOf(input, known);
          const { tallies, goals, schedule } = input;
          const came = resolveSaid(said, tallies, goals, schedule, addDays(last, 1));
          expect(came.filter(({ reached }) => !reached)).toEqual([]);
          count('said and come true', came.length);

          for (const [day, active] of touched(rep)) {
            const review = reviewAtTheEnd(input, day, active);
            if (review) expect(review.done).toBeGreaterThanOrEqual(review.planned);
            if (hasAsked(active)) expect(active.done).toBeGreaterThanOrEqual(active.goal.target);
            expect(periodsMet(input, active)).not.toContain(false);
            count(`${active.goal.period} touched`);
            if (review) count('reviews');
          }
          for (const { rests } of one.drawn) {
            const early = rests.filter(({ endedAfter }) => endedAfter !== null).length;
            count('rests ended early', early);
            count('rests without an end', rests.filter(({ days }) => days === null).length);
            count('rests with one', rests.filter(({ days }) => days !== null).length);
          }
          for (const { known } of one.leaves) count(known ? 'leave known' : 'leave taken later');
        }),
        { numRuns: 60 },
      );
      // Each period was touched, by each kind of rest and leave, and reviewed.
      expect(Object.keys(met)).toHaveLength(12);
      expect(Math.min(...Object.values(met))).toBeGreaterThan(2);
    },
    patience,
  );

  test(
    'so an audit of the goals finds each of their periods reached',
    () => {
      let periods = 0;
      fc.assert(
        fc.property(history(0), (one) => {
          const { input } = atPace(one);
          const audit = goalAudit(input, addDays(last, 1));
          expect(audit.reached).toBe(audit.periods);
          periods += audit.periods;
        }),
        { numRuns: 25 },
      );
      expect(periods).toBeGreaterThan(100);
    },
    patience,
  );

  test(
    'and nothing is shown as missed or in trouble on the evening on which such a period ends',
    () => {
      let seen = 0;
      fc.assert(
        fc.property(history(0), fc.nat(), (one, pick) => {
          const rep = atPace(one);
          const ends = touched(rep);
          const end = ends[pick % Math.max(1, ends.length)];
          if (!end) return;
          const [day, { id }] = end;
          const { tallies } = rep.input;
          const then = { ...rep.input, tallies: tallies.filter((tally) => tally.day <= day) };
          const shown = outlook(then, { day, minute: evening }).goals.filter(
            (goal) => goal.id === id,
          );
          expect(shown).toMatchObject([{ missed: false, struggling: null }]);
          seen += 1;
        }),
        { numRuns: 40 },
      );
      expect(seen).toBeGreaterThan(20);
    },
    patience,
  );

  test(
    'so days in a row are all those that were asked for',
    () => {
      let frozen = 0;
      fc.assert(
        fc.property(history(1), fc.integer({ min: 60, max: 104 }), (one, at) => {
          const { input, workdays } = atPace(one);
          const today = after(at);
          const asked = workdays.filter(
            (day) => day <= today && activeGoals(input, day).some(({ held }) => !held),
          );
          expect(continuity(input, today).days).toBe(asked.length);
          frozen += workdays.filter((day) => day <= today).length - asked.length;
        }),
        { numRuns: 40 },
      );
      expect(frozen).toBeGreaterThan(100);
    },
    patience,
  );
});
