import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DayGoal, Goal, GoalVersion } from '../../../lib/domain/goal';
import { checkGoal, defaultGoals, defaultRange, goalsOn } from '../../../lib/domain/goal';
import { target as anyTarget } from './arbitrary';

const calls = (target: number): DayGoal => ({
  period: 'day',
  kinds: ['call'],
  target,
  ...defaultRange(target),
});

describe('the goals of a day', () => {
  const versions: GoalVersion[] = [
    { id: 'b', from: '2026-03-01', order: 1, goal: calls(10) },
    { id: 'a', from: '2026-03-04', order: 0, goal: calls(30) },
    { id: 'a', from: '2026-03-02', order: 2, goal: calls(20) },
    { id: 'b', from: '2026-03-05', order: 1, goal: null },
  ];
  const on = (day: string) => goalsOn(versions, day).map(({ id, goal }) => [id, goal.target]);

  test('are those that applied then, in the order they had then', () => {
    expect(on('2026-02-28')).toEqual([]);
    expect(on('2026-03-03')).toEqual([
      ['b', 10],
      ['a', 20],
    ]);
    expect(on('2026-03-04')).toEqual([
      ['a', 30],
      ['b', 10],
    ]);
  });

  test('end with the day from which one is given up', () => {
    expect(on('2026-03-05')).toEqual([['a', 30]]);
  });
});

describe('the range around a target', () => {
  test.each([
    [1, 0, 2],
    [2, 1, 3],
    [8, 7, 10],
    [20, 18, 25],
    [9999, 8999, 12499],
  ])('%i: %i to %i', (target, floor, ceiling) => {
    expect(defaultRange(target)).toEqual({ floor, ceiling });
  });

  test('makes a possible goal of every target', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        expect(checkGoal(calls(target))).toEqual([]);
      }),
    );
  });
});

test.each<[string, Partial<DayGoal>]>([
  ['target-not-whole', { target: 8.5 }],
  ['target-out-of-range', { target: 0, floor: -1 }],
  ['target-out-of-range', { target: 10_000, ceiling: 12_000 }],
  ['floor-negative', { floor: -1 }],
  ['floor-not-below-target', { floor: 8 }],
  ['ceiling-not-above-target', { ceiling: 8 }],
  ['no-kinds', { kinds: [] as unknown as Goal['kinds'] }],
  ['duplicate-kinds', { kinds: ['call', 'call'] }],
])('an impossible goal: %s', (problem, change) => {
  expect(checkGoal({ ...calls(8), ...change })).toContain(problem);
});

test('the first plan is possible, and few enough to look at', () => {
  const versions = defaultGoals('2026-03-02');
  const goals = goalsOn(versions, '2026-03-02');
  expect(goals.map(({ goal }) => [goal.period, goal.kinds[0], goal.target])).toEqual([
    ['day', 'call', 8],
    ['day', 'note', 5],
    ['day', 'follow-up', 4],
    ['week', 'opportunity', 5],
  ]);
  expect(goals.flatMap(({ goal }) => checkGoal(goal))).toEqual([]);
});
