import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeGoals } from '../../../lib/domain/activeGoals';
import { addDays, daysOf } from '../../../lib/domain/day';
import type { Goal, GoalVersion, WeekGoal } from '../../../lib/domain/goal';
import { checkGoal, goalsOn } from '../../../lib/domain/goal';
import { goalChanges, type GoalChange } from '../../../lib/domain/goalChanges';
import { defaultSchedule } from '../../../lib/domain/schedule';
import type { Tally } from '../../../lib/domain/tally';
import type { Terms } from '../../../lib/domain/terms';
import { day as anyDay, goals as anyGoals, patience, schedule as anySchedule } from './arbitrary';
import { daily } from '../dailyGoal';

const monday = '2026-03-02';
const wednesday = '2026-03-04';
const friday = '2026-03-06';

const weekly = (target: number, terms: Terms = {}): WeekGoal => ({
  ...daily(target, terms),
  period: 'week',
});
const version = (goal: Goal | null, from = '2026-01-01', id = 'g', order = 0): GoalVersion => ({
  id,
  from,
  order,
  goal,
});
const calls = (day: string, count: number): Tally => ({
  day,
  kind: 'call',
  minutes: Array.from({ length: count }, (_, index) => 600 + index),
});
const on = (day: string, goals: readonly GoalVersion[], tallies: readonly Tally[] = []) =>
  activeGoals({ goals, tallies, schedule: defaultSchedule }, day);

describe('periods', () => {
  const spanOn = (goal: Goal, day = wednesday) => on(day, [version(goal)])[0]?.span;

  test('are the calendar’s', () => {
    expect(spanOn(daily(8))).toEqual({ first: wednesday, last: wednesday });
    expect(spanOn(weekly(8))).toEqual({ first: monday, last: '2026-03-08' });
    expect(spanOn({ ...daily(8), period: 'month' }, '2026-02-10')).toEqual({
      first: '2026-02-01',
      last: '2026-02-28',
    });
    expect(spanOn({ ...daily(8), period: 'quarter' })).toEqual({
      first: '2026-01-01',
      last: '2026-03-31',
    });
  });

  test('a fiscal quarter follows the month its year starts with', () => {
    const quarter = { ...daily(8), period: 'quarter' } as const;
    expect(spanOn({ ...quarter, yearStarts: 2 })).toEqual({
      first: '2026-02-01',
      last: '2026-04-30',
    });
    expect(spanOn({ ...quarter, yearStarts: 12 }, '2026-02-28')).toEqual({
      first: '2025-12-01',
      last: '2026-02-28',
    });
  });

  test('a sprint is there from its first day to its last', () => {
    const sprint: Goal = { ...daily(30), period: 'own', first: wednesday, last: '2026-03-17' };
    const days = [monday, '2026-03-03', wednesday, '2026-03-17', '2026-03-18'];
    expect(days.map((day) => on(day, [version(sprint)]).length)).toEqual([0, 0, 1, 1, 0]);
  });

  test('impossible ones are named', () => {
    const sprint = (first: string, last: string): Goal => ({
      ...daily(8),
      period: 'own',
      first,
      last,
    });
    expect(checkGoal(sprint('', friday))).toEqual(['span-not-days']);
    expect(checkGoal(sprint(friday, monday))).toEqual(['span-ends-before-start']);
    expect(checkGoal(sprint(monday, '2027-03-03'))).toEqual(['span-too-long']);
    expect(checkGoal({ ...daily(8), period: 'quarter', yearStarts: 13 })).toEqual([
      'year-start-out-of-range',
    ]);
  });
});

describe('a late start', () => {
  test('asks for its part of the first period, and for all of the next', () => {
    const goals = [version(weekly(20, { starts: wednesday }), wednesday)];
    expect(on(friday, goals)[0]).toMatchObject({
      span: { first: wednesday, last: '2026-03-08' },
      goal: { target: 12, floor: 11, ceiling: 15 },
    });
    expect(on('2026-03-10', goals)[0]?.goal).toMatchObject({ target: 20, floor: 18 });
  });

  test('counts from then on', () => {
    const goals = [version(weekly(20, { starts: wednesday }))];
    expect(on(friday, goals, [calls(monday, 5), calls(wednesday, 2)])[0]?.done).toBe(2);
  });

  test('is not there before it', () => {
    expect(on(monday, [version(weekly(20, { starts: wednesday }))])).toEqual([]);
  });
});

describe('a hold', () => {
  const held = (goals: readonly GoalVersion[], tallies: readonly Tally[] = []) =>
    daysOf({ first: monday, last: '2026-03-20' }).filter((day) => on(day, goals, tallies)[0]?.held);

  test('covers its days and takes them out of the week', () => {
    const goals = [version(weekly(20, { hold: { from: monday, until: wednesday } }))];
    expect(held(goals)).toEqual([monday, '2026-03-03', wednesday]);
    expect(on(monday, goals)[0]?.goal.target).toBe(8);
    expect(on('2026-03-09', goals)[0]?.goal.target).toBe(20);
  });

  test('of a whole week asks for nothing, and what is done counts', () => {
    const goals = [version(weekly(20, { hold: { from: monday, until: '2026-03-08' } }))];
    const [goal] = on(wednesday, goals, [calls(monday, 3)]);
    expect(goal).toMatchObject({ done: 3, held: true, goal: { target: 0 } });
  });

  test('ended early leaves the days before as they were', () => {
    const goals = [
      version(weekly(20, { hold: { from: monday, until: '2026-03-20' } }), monday),
      version(weekly(20), wednesday),
    ];
    expect(on('2026-03-03', goals)[0]?.held).toBe(true);
    expect(on(wednesday, goals)[0]).toMatchObject({ held: false, goal: { target: 12 } });
  });

  test('without an end lasts for ten workdays of data', () => {
    const goals = [version(daily(8, { hold: { from: monday } }))];
    expect(held(goals)).toHaveLength(19);
    const worked = daysOf({ first: monday, last: '2026-03-13' }).map((day) => calls(day, 1));
    // Two weeks of workdays, and the weekend that follows them is not on hold any more.
    expect(held(goals, worked).at(-1)).toBe('2026-03-13');
  });

  test('that ends before it begins is impossible', () => {
    expect(checkGoal(daily(8, { hold: { from: friday, until: monday } }))).toEqual([
      'hold-ends-before-start',
    ]);
  });
});

describe('days off', () => {
  const away = (daysOff: readonly string[], goal: Goal) =>
    activeGoals(
      { goals: [version(goal)], tallies: [], schedule: { ...defaultSchedule, daysOff } },
      wednesday,
    )[0]?.goal.target;
  const lastTwo = ['2026-03-05', friday];

  test('take their part of the rep’s own week, month and quarter', () => {
    expect(away(lastTwo, weekly(5))).toBe(3);
    expect(away(lastTwo, weekly(1))).toBe(1);
    expect(away(lastTwo, daily(5))).toBe(5);
    expect(away(lastTwo, { ...weekly(22), period: 'month' })).toBe(20);
    expect(away(lastTwo, { ...weekly(64), period: 'quarter' })).toBe(62);
  });

  test('leave what a company has set', () => {
    const company = { layer: 'company' } as const;
    expect(away(lastTwo, weekly(5, company))).toBe(5);
    expect(away(lastTwo, { ...weekly(22, company), period: 'month' })).toBe(22);
  });

  test('take their part of a sprint, but those that it was set with', () => {
    const sprint = { ...weekly(30), period: 'own', first: monday, last: '2026-03-13' } as const;
    expect(away(lastTwo, sprint)).toBe(24);
    expect(away(lastTwo, { ...sprint, workdays: 10 })).toBe(24);
    expect(away(lastTwo, { ...sprint, workdays: 9 })).toBe(27);
    expect(away(lastTwo, { ...sprint, workdays: 8 })).toBe(30);
    expect(away([], { ...sprint, workdays: 8 })).toBe(30);
  });

  test('of a whole week leave its number to look at', () => {
    expect(away([monday, '2026-03-03', wednesday, ...lastTwo], weekly(5))).toBe(5);
  });
});

describe('one after another', () => {
  const goals = [
    version(daily(2), '2026-01-01', 'first', 0),
    version({ ...daily(3, { afterPrevious: true }), kinds: ['email'] }, '2026-01-01', 'second', 1),
    version({ ...daily(1, { afterPrevious: true }), kinds: ['note'] }, '2026-01-01', 'third', 2),
  ];
  const ids = (...tallies: Tally[]) => on(monday, goals, tallies).map(({ id }) => id);

  test('only the first that is not reached is there, with those before it', () => {
    expect(ids()).toEqual(['first']);
    expect(ids(calls(monday, 2))).toEqual(['first', 'second']);
    expect(ids(calls(monday, 2), { ...calls(monday, 3), kind: 'email' })).toEqual([
      'first',
      'second',
      'third',
    ]);
    // The second is done, but its turn has not come, so neither has the third's.
    expect(ids({ ...calls(monday, 3), kind: 'email' })).toEqual(['first']);
  });

  test('a parked goal is not waited for', () => {
    const parked = goals.map((one) =>
      one.id === 'first' ? version(daily(2, { parked: true }), '2026-01-01', 'first', 0) : one,
    );
    expect(on(monday, parked).map(({ id }) => id)).toEqual(['second']);
  });
});

describe('a ramp', () => {
  const ramp = { base: 20, step: 0.1, mode: 'additive', from: monday } as const;
  const goals = [version(weekly(30, { ramp }), monday)];
  const week = (first: string, count: number) => [calls(first, count)];

  test('climbs from week to week', () => {
    expect(on(wednesday, goals)[0]).toMatchObject({ goal: { target: 22 }, ramp: { step: 1 } });
    const done = [...week(monday, 22), ...week('2026-03-09', 24)];
    expect(on('2026-03-17', goals, done)[0]).toMatchObject({
      goal: { target: 26 },
      ramp: { step: 3, moved: 'on' },
    });
  });

  test('waits for a whole week to begin with', () => {
    const late = [version(weekly(30, { ramp: { ...ramp, from: wednesday } }), wednesday)];
    expect(on(friday, late)[0]?.goal.target).toBe(20);
    expect(on('2026-03-09', late)[0]?.goal.target).toBe(22);
  });

  test('a week on hold neither opens nor closes a step', () => {
    const resting = [
      version(weekly(30, { ramp, hold: { from: monday, until: '2026-03-08' } }), monday),
    ];
    expect(on('2026-03-10', resting)[0]?.ramp).toMatchObject({ step: 1, moved: 'start' });
    expect(on('2026-03-10', goals)[0]?.ramp).toMatchObject({ step: 1, moved: 'again' });
  });

  test('of a day goal is gated by the whole week', () => {
    const days = [version(daily(15, { ramp: { ...ramp, base: 10 } }), monday)];
    expect(on('2026-03-09', days, week(monday, 53))[0]?.goal.target).toBe(12);
    expect(on('2026-03-09', days, week(monday, 52))[0]?.goal.target).toBe(11);
  });
});

/** What an edited goal may come to have, by a day around the edit: the rep may choose an earlier one, too. */
const termsFrom = {
  parked: () => ({ parked: true }),
  afterPrevious: () => ({ afterPrevious: true }),
  starts: (day) => ({ starts: day }),
  hold: (_, today) => ({ hold: { from: today } }),
  ramp: (_, today) => ({ ramp: { base: 10, step: 0.1, mode: 'additive', from: today } }),
  lowered: (_, today) => ({ lowered: { on: today, from: 50, reason: 'Fair' } }),
  stretch: (day) => ({ stretch: { first: day } }),
  bites: () => ({
    bites: [
      { at: 600, count: 3 },
      { at: 900, count: 4 },
    ],
  }),
} satisfies Record<string, (day: string, today: string) => Terms>;

const periods = {
  day: () => ({ period: 'day' }),
  week: () => ({ period: 'week' }),
  month: () => ({ period: 'month' }),
  quarter: () => ({ period: 'quarter', yearStarts: 2 }),
  own: (day) => ({ period: 'own', first: day, last: addDays(day, 20) }),
} satisfies Record<string, (day: string) => Partial<Goal>>;

const edits = fc.record({
  period: fc.constantFrom(...Object.values(periods)),
  target: fc.integer({ min: 1, max: 40 }),
  terms: fc.subarray(Object.values(termsFrom)),
  away: fc.integer({ min: -10, max: 10 }),
  kept: fc.boolean(),
});

test(
  'a past day keeps the goals it had, whatever is edited, added or given up later',
  () => {
    fc.assert(
      fc.property(
        anyGoals,
        anySchedule,
        anyDay,
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 30, maxLength: 30 }),
        fc.array(edits, { minLength: 8, maxLength: 8 }),
        (goals, schedule, day, later, counts, changes) => {
          const tallies = counts.map((count, back) => calls(addDays(day, -back), count));
          const today = addDays(day, later);
          const edited = goalsOn(goals, today).flatMap(({ id, goal }, index): GoalChange[] => {
            const change = changes[index];
            if (!change?.kept) return [];
            const chosen = addDays(today, change.away);
            const settled = change.terms.map((term) => term(chosen, today));
            const terms = Object.assign({}, ...settled) as Terms;
            return [
              { id, goal: { ...goal, ...daily(change.target, terms), ...change.period(chosen) } },
            ];
          });
          const added: GoalChange = { id: null, goal: weekly(20) };
          const fresh = goalChanges(goals, [...edited, added], today, () => 'new');
          const stored = [
            ...goals.filter(
              ({ id, from }) => !fresh.some((one) => one.id === id && one.from === from),
            ),
            ...fresh,
          ];
          const plain = (of: readonly GoalVersion[]) =>
            activeGoals({ goals: of, tallies, schedule }, day).map(({ shares, ...rest }) => [
              typeof shares,
              rest,
            ]);
          expect(plain(stored)).toEqual(plain(goals));
        },
      ),
      { numRuns: 100 },
    );
  },
  patience,
);
