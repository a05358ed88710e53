import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../lib/domain/day';
import type { GoalVersion } from '../../../lib/domain/goal';
import { defaultGoals, defaultRange } from '../../../lib/domain/goal';
import type { Checkpoint } from '../../../lib/domain/schedule';
import { defaultSchedule } from '../../../lib/domain/schedule';
import { standing } from '../../../lib/domain/standing';
import type { SummaryInput } from '../../../lib/domain/summary';
import { summary } from '../../../lib/domain/summary';
import { input as anyInput, patience } from './arbitrary';

const wednesday = '2026-03-04';
const calls = (target: number, from = '2026-01-01'): GoalVersion => ({
  id: 'calls',
  from,
  order: 0,
  goal: { period: 'day', kinds: ['call', 'email'], target, ...defaultRange(target) },
});
const input: SummaryInput = {
  tallies: [
    { day: '2026-03-02', kind: 'call', minutes: [600, 601] },
    { day: wednesday, kind: 'call', minutes: [500, 560, 560] },
    { day: wednesday, kind: 'email', minutes: [540] },
    { day: wednesday, kind: 'note', minutes: [541] },
  ],
  goals: [calls(8)],
  schedule: defaultSchedule,
  now: instantOf(wednesday, 630, 'Europe/Berlin'),
  timeZone: 'Europe/Berlin',
};
const points = (curve: readonly { minute: number; count: number }[]) =>
  curve.map(({ minute, count }) => [minute, count]);

describe('the day in numbers', () => {
  test('the curve steps with what counts', () => {
    const day = summary(input);
    expect(day).toMatchObject({ day: wednesday, minute: 630, done: 4, asked: 8 });
    expect(day.totals).toEqual({ call: 3, email: 1, note: 1 });
    expect(points(day.curve)).toEqual([
      [500, 1],
      [540, 2],
      [560, 4],
    ]);
  });

  test('the plan goes from checkpoint to checkpoint', () => {
    expect(points(summary(input).plan)).toEqual([
      [480, 0],
      [540, 1],
      [720, 4],
      [1020, 8],
    ]);
    const two = summary({ ...input, goals: defaultGoals('2026-01-01') });
    expect(points(two.plan)).toEqual([
      [480, 0],
      [540, 2],
      [720, 8],
      [1020, 17],
    ]);
  });

  test('a share due outside working hours is a step', () => {
    const checkpoints: Checkpoint[] = [
      { at: 450, share: 0.25 },
      { at: 1020, share: 0.75 },
      { at: 1200, share: 1 },
    ];
    const odd = summary({ ...input, schedule: { ...defaultSchedule, checkpoints } });
    expect(points(odd.plan)).toEqual([
      [450, 0],
      [450, 2],
      [480, 2],
      [1020, 6],
      [1200, 6],
      [1200, 8],
    ]);
  });

  test('more than asked stays more', () => {
    const { done, asked } = summary({ ...input, goals: [calls(1)] });
    expect([done, asked]).toEqual([4, 1]);
  });

  test('each day of the week has the goals it had', () => {
    const { days } = summary({ ...input, goals: [calls(8), calls(20, wednesday)] });
    expect(days.map(({ done, asked }) => [done, asked])).toEqual([
      [2, 8],
      [0, 8],
      [4, 20],
      [0, 20],
      [0, 20],
      [0, 0],
      [0, 0],
    ]);
    expect(days[0]).toMatchObject({ day: '2026-03-02', totals: { call: 2 } });
  });

  test('the goals of the week', () => {
    const tallies = [
      { day: '2026-03-01', kind: 'opportunity', minutes: [600] },
      { day: '2026-03-03', kind: 'opportunity', minutes: [600, 700] },
    ] as const;
    expect(summary({ ...input, goals: defaultGoals('2026-01-01'), tallies }).week).toEqual([
      { id: 'first-opportunities', kinds: ['opportunity'], done: 2, target: 5 },
    ]);
  });

  test('a day off has no plan', () => {
    const off = summary({ ...input, schedule: { ...defaultSchedule, daysOff: [wednesday] } });
    expect(off).toMatchObject({ done: 4, asked: 0, plan: [] });
  });
});

test(
  'agrees with the standing',
  () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const { goals, totals, day } = standing(one);
        const sum = summary(one);
        const days = goals.filter(({ period }) => period === 'day');
        const total = (values: number[]) => values.reduce((all, value) => all + value, 0);
        expect([sum.day, sum.totals]).toEqual([day, totals]);
        expect(sum.done).toBe(total(days.map(({ done }) => done)));
        expect(sum.asked).toBe(total(days.map(({ today }) => today.target)));
        expect(sum.days.find((other) => other.day === day)).toMatchObject({
          done: sum.done,
          asked: sum.asked,
        });
        for (const curve of [sum.curve, sum.plan]) {
          const counts = curve.map(({ count }) => count);
          expect(counts).toEqual(counts.toSorted((a, b) => a - b));
        }
        if (sum.plan.length > 0) {
          expect(sum.plan[0]?.count).toBe(0);
          expect(sum.plan.at(-1)?.count).toBe(sum.asked);
        }
      }),
      { numRuns: 150 },
    );
  },
  patience,
);
