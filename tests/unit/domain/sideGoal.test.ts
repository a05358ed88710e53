import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GoalVersion } from '../../../lib/domain/goal';
import { defaultSchedule } from '../../../lib/domain/schedule';
import {
  checkSideGoal,
  sideGoalChanges,
  sideGoalsOn,
  sideStandings,
  type SideGoal,
} from '../../../lib/domain/sideGoal';
import { standing } from '../../../lib/domain/standing';
import { tallyOf, type Tally } from '../../../lib/domain/tally';
import { tags } from '../../../lib/domain/tags';
import { input as anyInput, patience } from './arbitrary';

const monday = '2026-03-02';
const connected: SideGoal = {
  kind: 'call',
  what: 'connected',
  target: 60,
  period: 'week',
};
const version = (side: SideGoal | undefined, more: Partial<GoalVersion> = {}): GoalVersion => ({
  id: 'quality',
  from: '2026-01-01',
  order: 0,
  goal: null,
  ...(side && { side }),
  ...more,
});
const calls = (day: string, many: number, good: number): Tally => ({
  day,
  kind: 'call',
  minutes: Array.from({ length: many }, (_, index) => 540 + index),
  ...(good > 0 && { tagged: { connected: good } }),
});
const reading: SideGoal = {
  kind: 'learning',
  what: 'minutes',
  target: 60,
  period: 'week',
};
const one = (tallies: readonly Tally[], side: SideGoal = connected) =>
  sideStandings([version(side)], tallies, defaultSchedule, monday)[0];

describe('a share', () => {
  test('is of all of the kind in the period, with a tag or without', () => {
    const tallies = [
      calls('2026-03-01', 50, 50),
      calls(monday, 8, 5),
      calls('2026-03-04', 12, 6),
      { day: monday, kind: 'email', minutes: [600], tagged: { senior: 1 } } as const,
    ];
    expect(one(tallies)).toMatchObject({ done: 55, target: 60, floor: 60, ceiling: 100 });
    expect(one(tallies, { ...connected, period: 'month' })).toMatchObject({
      done: 87,
      says: 'share.month',
    });
  });

  test('is reached from exactly its percent on, and never rounded up to it', () => {
    expect(one([calls(monday, 10, 6)])).toMatchObject({ done: 60, target: 60 });
    expect(one([calls(monday, 1000, 599)])).toMatchObject({ done: 59, target: 60 });
  });

  test('is not judged by fewer than ten', () => {
    expect(one([])).toMatchObject({ says: 'few', done: 0, target: 10 });
    expect(one([calls(monday, 9, 9)])).toMatchObject({ says: 'few', done: 9, target: 10 });
    expect(one([calls(monday, 10, 10)])).toMatchObject({ says: 'share.week', done: 100 });
  });

  test('equals a recount of the actions', () => {
    const row = fc.record({
      kind: fc.constantFrom('call' as const, 'email' as const),
      at: fc.integer({ min: Date.UTC(2026, 1, 27), max: Date.UTC(2026, 2, 11) }),
      tags: fc.subarray([...tags]),
      voided: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.constantFrom(...tags), (rows, tag) => {
        const actions = rows.map(({ at, voided, ...own }) => ({
          ...own,
          at,
          offset: 0,
          day: new Date(at).toISOString().slice(0, 10),
          ...(voided && { voidedAt: at }),
        }));
        const counted = actions.filter(
          ({ kind, day, voidedAt }) =>
            kind === 'call' && voidedAt === undefined && monday <= day && day <= '2026-03-08',
        );
        const withTag = counted.filter((action) => action.tags.includes(tag));
        expect(one(tallyOf(actions), { ...connected, what: tag })).toMatchObject(
          counted.length < 10
            ? { says: 'few', done: counted.length }
            : { says: 'share.week', done: Math.floor((100 * withTag.length) / counted.length) },
        );
      }),
    );
  });
});

describe('an amount', () => {
  const read = (day: string, amounts: Tally['amounts']): Tally => ({
    day,
    kind: 'learning',
    minutes: [600],
    ...(amounts && { amounts }),
  });

  test('adds up what was logged in the period, whatever else was logged without one', () => {
    const tallies = [
      read('2026-03-01', { minutes: 500 }),
      read(monday, { minutes: 30, pages: 12 }),
      read('2026-03-03', undefined),
      read('2026-03-04', { minutes: 15 }),
    ];
    expect(one(tallies, reading)).toEqual({
      id: 'quality',
      kinds: ['learning'],
      what: 'minutes',
      period: 'week',
      done: 45,
      target: 60,
      floor: 60,
      ceiling: 60,
      expected: 0,
      ahead: 0,
    });
    expect(one(tallies, { ...reading, what: 'pages', target: 10 })).toMatchObject({ done: 12 });
    expect(one(tallies, { ...reading, period: 'month' })).toMatchObject({ done: 545 });
  });
});

describe('beside the route', () => {
  test(
    'it moves nothing of the goals that are counted, the foothold or the rest',
    () => {
      fc.assert(
        fc.property(anyInput, (input) => {
          const { sides, ...same } = standing({
            ...input,
            goals: [version(connected), ...input.goals, version(connected, { id: 'z', order: 9 })],
          });
          expect(sides).toHaveLength(2);
          expect(same).toEqual(standing(input));
        }),
        { numRuns: 60 },
      );
    },
    patience,
  );

  test(
    'there is none where none was set',
    () => {
      fc.assert(
        fc.property(anyInput, (input) => {
          expect(standing(input)).not.toHaveProperty('sides');
        }),
        { numRuns: 10 },
      );
    },
    patience,
  );
});

describe('what cannot be', () => {
  test.each<[string, Partial<SideGoal>, readonly SideGoal[], ReturnType<typeof checkSideGoal>]>([
    ['as it is', {}, [], null],
    ['everything', { target: 100 }, [], null],
    ['nothing', { target: 0 }, [], 'percent-out-of-range'],
    ['more than everything', { target: 101 }, [], 'percent-out-of-range'],
    ['half a percent', { target: 0.5 }, [], 'percent-out-of-range'],
    ['no number', { target: NaN }, [], 'percent-out-of-range'],
    ['the outcome of an email', { kind: 'email' }, [], 'not-of-this-kind'],
    ['twice', { target: 10 }, [connected], 'side-goal-twice'],
    ['twice for another period', { period: 'month' }, [connected], null],
    ['two outcomes over all', { what: 'voicemail', target: 41 }, [connected], 'outcomes-over-all'],
    ['two outcomes', { what: 'voicemail', target: 40 }, [connected], null],
    ['an outcome and a next step', { what: 'next', target: 90 }, [connected], null],
  ])('%s', (_what, own, others, problem) => {
    expect(checkSideGoal({ ...connected, ...own }, others)).toBe(problem);
  });
});

describe('what cannot be of an amount', () => {
  test.each<[string, Partial<SideGoal>, ReturnType<typeof checkSideGoal>]>([
    ['as it is', {}, null],
    ['more than a hundred', { target: 600 }, null],
    ['nothing', { target: 0 }, 'amount-out-of-range'],
    ['without end', { target: 10_000 }, 'amount-out-of-range'],
    ['half a minute', { target: 0.5 }, 'amount-out-of-range'],
    ['pages of networking', { kind: 'networking', what: 'pages' }, 'not-of-this-kind'],
    ['twice', { what: 'pages', target: 40 }, 'side-goal-twice'],
  ])('%s', (_what, own, problem) => {
    const pages = { ...reading, what: 'pages' } as const;
    expect(checkSideGoal({ ...reading, ...own }, [pages, connected])).toBe(problem);
  });
});

describe('an edit', () => {
  const newId = () => 'new';
  const edit = (sides: readonly { id: string | null; side: SideGoal }[]) =>
    sideGoalChanges([version(connected)], sides, monday, newId);

  test('never rewrites the past', () => {
    const raised = { ...connected, target: 70 };
    const changes = edit([{ id: 'quality', side: raised }]);
    expect(changes).toEqual([version(raised, { from: monday })]);
    const all = [version(connected), ...changes];
    expect(sideGoalsOn(all, '2026-03-01')).toMatchObject([{ side: connected }]);
    expect(sideGoalsOn(all, monday)).toMatchObject([{ side: raised }]);
  });

  test('writes nothing where nothing changed', () => {
    expect(edit([{ id: 'quality', side: { ...connected } }])).toEqual([]);
  });

  test('adds, and gives up', () => {
    const next = { ...connected, what: 'next' } as const;
    const changes = edit([{ id: null, side: next }]);
    expect(changes).toEqual([
      version(next, { id: 'new', from: monday }),
      version(undefined, { from: monday }),
    ]);
    const all = [version(connected), ...changes];
    expect(sideGoalsOn(all, monday)).toMatchObject([{ id: 'new', side: next }]);
  });
});
