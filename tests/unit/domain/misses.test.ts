import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeGoals, hasAsked, type ActiveGoalsInput } from '../../../lib/domain/activeGoals';
import { continuity } from '../../../lib/domain/continuity';
import { addDays, daysOf, type DayKey } from '../../../lib/domain/day';
import { defaultRange, type Goal, type GoalVersion } from '../../../lib/domain/goal';
import { goalAudit } from '../../../lib/domain/goalAudit';
import type { Hold } from '../../../lib/domain/hold';
import { outlook } from '../../../lib/domain/outlook';
import { resolveSaid, withSaid, type Said } from '../../../lib/domain/odds/said';
import { periods, spanOf, type Period } from '../../../lib/domain/period';
import { checkIn } from '../../../lib/domain/review';
import { defaultSchedule, hoursOn, workdaysIn, type Schedule } from '../../../lib/domain/schedule';
import { periodsMet } from '../../../lib/domain/stretch';
import type { Tally } from '../../../lib/domain/tally';
import { goal as standingOf } from '../components/samples';
import { patience } from './arbitrary';

/** A Monday that a week, a month and a quarter begin with. */
const first = '2024-01-01';
const last = '2024-04-14';
const evening = 18 * 60;

/** A goal of any period: so many on each of its usual workdays, and some more over all. */
function goalOver(period: Period, perDay: number, more: number): Goal {
  const asks = { kinds: ['call'] as const };
  const days = { day: 1, week: 5, month: 23, quarter: 66, own: 43 }[period];
  const target = days * perDay + more;
  const range = defaultRange(target);
  if (period !== 'own') return { ...asks, period, target, ...range };
  return {
    ...asks,
    period,
    target,
    ...range,
    first: '2024-01-08',
    last: '2024-03-06',
    workdays: 43,
  };
}

const leave = fc.record({
  from: fc.integer({ min: 0, max: 100 }),
  days: fc.integer({ min: 1, max: 30 }),
  /** Entered before there was a goal, or when it was taken. */
  known: fc.boolean(),
});

const rest = fc.option(
  fc.record({
    from: fc.integer({ min: 0, max: 90 }),
    days: fc.option(fc.integer({ min: 1, max: 40 })),
  }),
);

/** @param leastPerDay actions that each usual workday gets at least */
const history = (leastPerDay: 0 | 1) =>
  fc.record({
    period: fc.constantFrom(...periods),
    perDay: fc.integer({ min: leastPerDay, max: 3 }),
    more: fc.integer({ min: 1, max: 9 }),
    leaves: fc.array(leave, { maxLength: 4 }),
    rest,
  });
type History = ReturnType<typeof history> extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const after = (days: number): DayKey => addDays(first, days);
const datesOf = ({ from, days }: { from: number; days: number }) =>
  daysOf({ first: after(from), last: after(from + days - 1) });

/** What a rep does who works at the goal's pace on each day that is neither leave nor on hold. */
function atPace({ period, perDay, more, leaves, rest: held }: History) {
  const goal = goalOver(period, perDay, more);
  const schedule: Schedule = { ...defaultSchedule, daysOff: leaves.flatMap(datesOf) };
  const known: Schedule = {
    ...defaultSchedule,
    daysOff: leaves.filter((one) => one.known).flatMap(datesOf),
  };
  const workdays = daysOf({ first, last }).filter((day) => hoursOn(schedule, day));
  const hold: Hold | null = held && {
    from: after(held.from),
    ...(held.days !== null && { until: after(held.from + held.days - 1) }),
  };
  // Without an end it is over after ten workdays on which something was done: before a sprint nothing is.
  const begun = workdays.filter((day) => spanOf(goal, first, schedule).first <= day);
  const until = hold?.until ?? begun.filter((day) => hold && hold.from <= day)[9] ?? last;
  const resting = (day: DayKey) => hold !== null && hold.from <= day && day <= until;

  const versions: readonly GoalVersion[] = [
    { id: 'g', from: first, order: 0, goal },
    ...(hold ? [{ id: 'g', from: hold.from, order: 0, goal: { ...goal, hold } }] : []),
  ];
  const tallies: Tally[] = [];
  let span = spanOf(goal, first, schedule);
  let [worked, done] = [0, 0];
  for (const day of workdays) {
    if (day < span.first) continue;
    if (day > span.last) {
      span = spanOf(goal, day, schedule);
      [worked, done] = [0, 0];
    }
    const usual =
      goal.period === 'own' ? 43 : workdaysIn(daysOf(span), { ...schedule, daysOff: [] });
    if (!resting(day)) worked += 1;
    const wanted = Math.ceil((goal.target * worked) / usual - 1e-9);
    const count = resting(day) ? 1 : wanted - done;
    if (!resting(day)) done = wanted;
    tallies.push({
      day,
      kind: 'call',
      minutes: Array.from({ length: count }, (_, one) => 600 + one),
    });
  }
  return { input: { goals: versions, tallies, schedule }, known, hold, resting, workdays };
}

/** What was said of each period on the day it began, by what was known of leave then. */
function saidOf({ goals, tallies }: ActiveGoalsInput, schedule: Schedule): readonly Said[] {
  return daysOf({ first, last }).reduce<readonly Said[]>((before, day) => {
    if (before.some((one) => day <= one.last)) return before;
    const input = { goals, tallies: tallies.filter((one) => one.day < day), schedule };
    const [active] = activeGoals(input, day);
    if (!active || active.held || !hasAsked(active)) return before;
    const odds = { p: 0.8, rough: false, span: active.span };
    return withSaid(before, [standingOf({ id: 'g', target: active.goal.target, odds })], schedule);
  }, []);
}

describe('hold and leave never count as a miss', () => {
  test(
    'whatever the period, for who works at the pace of the goal on the days between',
    () => {
      fc.assert(
        fc.property(history(0), (drawn) => {
          const { input, known, resting } = atPace(drawn);
          const isTouched = (day: DayKey) => resting(day) || input.schedule.daysOff.includes(day);

          const audit = goalAudit(input, addDays(last, 1));
          expect(audit.reached).toBe(audit.periods);

          const came = resolveSaid(
            saidOf(input, known),
            input.tallies,
            input.goals,
            input.schedule,
            addDays(last, 1),
          );
          expect(came.filter(({ reached }) => !reached)).toEqual([]);

          for (const day of daysOf({ first, last })) {
            const [active] = activeGoals(input, day);
            if (active?.span.last !== day || !daysOf(active.span).some(isTouched)) continue;
            const then = { ...input, tallies: input.tallies.filter((one) => one.day <= day) };
            const now = { day, minute: evening };
            expect(outlook(then, now).goals).toMatchObject([{ missed: false, struggling: null }]);
            const review = checkIn(then, active, now);
            if (review) expect(review.done).toBeGreaterThanOrEqual(review.planned);
            if (hasAsked(active)) expect(active.done).toBeGreaterThanOrEqual(active.goal.target);
            expect(periodsMet(input, active)).not.toContain(false);
          }
        }),
        { numRuns: 8 },
      );
    },
    patience,
  );

  test(
    'so days in a row are all those that were asked for',
    () => {
      fc.assert(
        fc.property(history(1), (one) => {
          const { input, resting, workdays } = atPace(one);
          const asked = workdays.filter(
            (day) => !resting(day) && activeGoals(input, day).length > 0,
          );
          const today = one.period === 'own' ? '2024-03-06' : last;
          expect(continuity(input, today).days).toBe(asked.filter((day) => day <= today).length);
        }),
        { numRuns: 10 },
      );
    },
    patience,
  );
});
