import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../../../lib/domain/day';
import { defaultRange, type Goal } from '../../../../lib/domain/goal';
import { draftForecast } from '../../../../lib/domain/odds/draftForecast';
import { pastOf } from '../../../../lib/domain/odds/past';
import { largestTarget, nextStep } from '../../../../lib/domain/odds/target';
import { tooUnlikely } from '../../../../lib/domain/odds/tooUnlikely';
import { defaultSchedule, type Schedule } from '../../../../lib/domain/schedule';
import type { Tally } from '../../../../lib/domain/tally';

/** A Friday. */
const friday = '2026-03-06';

function goal(target: number, more: object = {}): Goal {
  return { period: 'day', kinds: ['call'], target, ...defaultRange(target), ...more };
}

/** 6, 8 and 10 calls in turn on the workdays before the Friday. */
const tallies: readonly Tally[] = Array.from({ length: 120 }, (_, ago) => addDays(friday, -1 - ago))
  .filter((day) => weekdayOf(day) <= 5)
  .map((day, index) => ({
    day,
    kind: 'call',
    minutes: Array.from({ length: 6 + 2 * (index % 3) }, (__, one) => 540 + 40 * one),
  }));

function forecast(one: Goal, schedule: Schedule = defaultSchedule, known = tallies) {
  const now = { day: friday, minute: 12 * 60 };
  return draftForecast(one, pastOf(known, one.kinds, schedule, friday), known, schedule, now);
}
const best = (one: Goal, schedule?: Schedule) => {
  const said = forecast(one, schedule);
  return said && largestTarget(said.chance);
};

describe('the odds of a draft', () => {
  test('on a Friday are those of the next workday, not of a Saturday', () => {
    expect(forecast(goal(6))?.chance(6)).toBeGreaterThan(0.8);
  });

  test('grow with the period', () => {
    const day = best(goal(6)) ?? NaN;
    const week = best(goal(6, { period: 'week' })) ?? NaN;
    expect(week).toBeGreaterThan(4 * day);
    expect(best(goal(6, { period: 'month' }))).toBeGreaterThan(3 * week);
  });

  test('do not fall for a holiday next week: the goal is for all weeks', () => {
    const off = { ...defaultSchedule, daysOff: ['2026-03-09', '2026-03-10', '2026-03-11'] };
    expect(best(goal(6, { period: 'week' }), off)).toBe(best(goal(6, { period: 'week' })));
  });

  test('of a sprint count what it has and the days off that it has', () => {
    const sprint = goal(20, { period: 'own', first: '2026-03-05', last: '2026-03-10' });
    const whole = best(sprint) ?? NaN;
    expect(best(sprint, { ...defaultSchedule, daysOff: ['2026-03-10'] })).toBeLessThan(whole);
    expect(forecast(sprint)?.chance(6)).toBe(1);
  });

  test('of a sprint without a workday left are none', () => {
    expect(
      forecast(goal(20, { period: 'own', first: '2026-03-07', last: '2026-03-08' })),
    ).toBeNull();
  });

  test('without ten workdays go by other people’s figures, or are none', () => {
    expect(forecast(goal(6), defaultSchedule, [])?.rough).toBe(true);
    expect(forecast(goal(6, { kinds: ['note'] }), defaultSchedule, [])).toBeNull();
  });
});

describe('too unlikely to be set', () => {
  const at = (p: number, rough = false) => ({ chance: () => p, rough });

  test('is what is missed more often than not', () => {
    expect(tooUnlikely(goal(30), undefined, at(0.49))).toBe(true);
    expect(tooUnlikely(goal(30), undefined, at(0.5))).toBe(false);
    expect(tooUnlikely(goal(30), goal(20), at(0.3))).toBe(true);
    expect(tooUnlikely(goal(30), goal(40, { period: 'week' }), at(0.3))).toBe(true);
  });

  test('is not what only other people’s figures speak against', () => {
    expect(tooUnlikely(goal(30), undefined, at(0.1, true))).toBe(false);
  });

  test('is not the company’s, nor what a ramp leads to, nor what asks no more than before', () => {
    expect(tooUnlikely(goal(30, { layer: 'company' }), undefined, at(0.1))).toBe(false);
    const ramp = { base: 20, step: 0.05, mode: 'additive', from: friday };
    expect(tooUnlikely(goal(30, { ramp }), undefined, at(0.1))).toBe(false);
    expect(tooUnlikely(goal(30), goal(30), at(0.1))).toBe(false);
    expect(tooUnlikely(goal(30), goal(40), at(0.1))).toBe(false);
  });
});

test.each([
  ['unrealistic', 'day', 15, 10, 'ramp'],
  ['unrealistic', 'day', 16, 10, 'lower'],
  ['unrealistic', 'week', 16, null, 'lower'],
  ['ambitious', 'day', 16, 10, 'lengthen'],
  ['ambitious', 'week', 16, 10, 'lower'],
  ['right', 'day', 10, 10, 'keep'],
  ['safe', 'day', 8, 10, 'raise'],
  ['too-easy', 'day', 5, 10, 'raise'],
] as const)('%s for a %s with %s of %s: %s', (band, period, target, most, step) => {
  expect(nextStep(band, { period, target }, most)).toBe(step);
});
