import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysOf, weekOf } from '../../../../lib/domain/day';
import {
  checkExpectations,
  expectedOn,
  type Expectation,
} from '../../../../lib/domain/expectation';
import { historyOf, pastWorkdays } from '../../../../lib/domain/odds/history';
import { periodForecast } from '../../../../lib/domain/odds/periodForecast';
import { defaultSchedule } from '../../../../lib/domain/schedule';
import type { Tally } from '../../../../lib/domain/tally';

const monday = '2026-03-02';
const expected = (percent: number, changes: Partial<Expectation> = {}): Expectation => ({
  percent,
  reason: 'list',
  first: monday,
  last: '2026-03-13',
  ...changes,
});

/** The counts of one workday after the other, over and over, from some weeks back to yesterday. */
function pastOf(counts: readonly number[], back: number): readonly Tally[] {
  return daysOf({ first: addDays(monday, -back), last: addDays(monday, -1) }).map((day, index) => ({
    day,
    kind: 'call',
    minutes: Array.from({ length: counts[index % counts.length] ?? 0 }, (_, at) => 540 + 30 * at),
  }));
}

function odds(tallies: readonly Tally[], expectations: readonly Expectation[], minute = 600) {
  const schedule = { ...defaultSchedule, expectations };
  const past = pastWorkdays(tallies, ['call'], schedule, monday);
  const forecast = periodForecast(historyOf(past), {
    days: weekOf(monday, 1),
    kinds: ['call'],
    tallies,
    schedule,
    now: { day: monday, minute },
  });
  if (!forecast) throw new Error('nothing known');
  return forecast;
}

describe('what the rep expects', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 15 });
  const back = fc.constantFrom(7, 21, 84);
  const percent = fc.integer({ min: -30, max: 30 });
  const target = fc.integer({ min: 1, max: 80 });

  test('0 % changes nothing', () => {
    fc.assert(
      fc.property(counts, back, target, (history, long, goal) => {
        fc.pre(history.some((count) => count > 0));
        const tallies = pastOf(history, long);
        const same = odds(tallies, [expected(0)]);
        expect(same.chance(goal)).toBe(odds(tallies, []).chance(goal));
        expect(same.byHistory).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('more never lowers the odds, and what history says stays', () => {
    fc.assert(
      fc.property(counts, back, target, percent, percent, (history, long, goal, one, other) => {
        fc.pre(history.some((count) => count > 0) && one !== 0 && other !== 0);
        const tallies = pastOf(history, long);
        const [low, high] = [one, other].sort((a, b) => a - b) as [number, number];
        const [less, more] = [odds(tallies, [expected(low)]), odds(tallies, [expected(high)])];
        expect(more.chance(goal)).toBeGreaterThanOrEqual(less.chance(goal) - 1e-12);
        const usual = odds(tallies, []).chance(goal);
        expect([less.byHistory?.(goal), more.byHistory?.(goal)]).toEqual([usual, usual]);
      }),
      { numRuns: 60 },
    );
  });

  test('never makes a higher target likelier', () => {
    fc.assert(
      fc.property(counts, back, target, percent, (history, long, goal, more) => {
        fc.pre(history.some((count) => count > 0));
        const { chance } = odds(pastOf(history, long), [expected(more)]);
        expect(chance(goal + 1)).toBeLessThanOrEqual(chance(goal) + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  test('holds on its days only: a week that it covers half of moves half as far', () => {
    const tallies = pastOf([8, 8, 8, 8, 8, 8, 8], 84);
    const whole = odds(tallies, [expected(30)], 0).chance(46);
    const half = odds(tallies, [expected(30, { last: '2026-03-04' })], 0).chance(46);
    const none = odds(tallies, [expected(30, { first: '2026-03-09' })], 0);
    expect(half).toBeGreaterThan(none.chance(46));
    expect(whole).toBeGreaterThan(half);
    expect(none.byHistory).toBeUndefined();
  });

  test('is history times the factor: 30 % more makes 52 as likely as 40 was', () => {
    const tallies = pastOf([8, 6, 9, 7, 10, 0, 0], 168);
    const usual = odds(tallies, [], 0).chance(40);
    expect(odds(tallies, [expected(30)], 0).chance(52)).toBeCloseTo(usual, 1);
  });
});

test('an expectation is a factor on its days', () => {
  const days = [addDays(monday, -1), monday, '2026-03-13', '2026-03-14'];
  expect(days.map((day) => expectedOn([expected(20)], day))).toEqual([1, 1.2, 1.2, 1]);
});

test.each([
  ['expectation-out-of-range', [expected(31)]],
  ['expectation-out-of-range', [expected(0)]],
  ['expectation-out-of-range', [expected(2.5)]],
  ['expectation-without-reason', [expected(20, { reason: '' as never })]],
  ['expectation-not-days', [expected(20, { first: '' })]],
  ['expectation-ends-before-start', [expected(20, { last: '2026-03-01' })]],
  [
    'expectations-overlap',
    [expected(20), expected(-10, { first: '2026-03-13', last: '2026-04-01' })],
  ],
] as const)('%s is one problem', (problem, expectations) => {
  const found = Object.entries(checkExpectations(expectations)).filter(([, is]) => is);
  expect(found).toEqual([[problem, true]]);
});
