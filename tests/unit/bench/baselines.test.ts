import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../lib/domain/odds/history';
import * as baseline from '../../bench/baselines';

/** Days of 4, 2, 4 and 1 actions; by noon they had 1, 2, 3 and 1. */
const days = [[600, 800, 900, 1000], [600, 610], [540, 550, 560, 900], [600], [600]];
const history = historyOf(days.map((minutes) => ({ weekday: 1, minutes })));
/** The fifth day is under way: what it holds is not looked at. */
const noon = { history, known: 4, minute: 719, done: 1 };

describe('what the odds are held against', () => {
  it('the own frequency is that of past days that were undecided at that hour too', () => {
    const chance = baseline.ownFrequency(noon);
    expect(chance(4)).toBe(2 / 4);
    expect(chance(3)).toBe(1 / 3);
    expect(chance(2)).toBe(1 / 2);
    expect(chance(1)).toBe(1);
    expect(baseline.ownFrequency({ ...noon, known: 0 })(4)).toBe(0.5);
  });

  it('Poisson goes by the mean of what came after that hour', () => {
    // 3 + 0 + 1 + 0 actions after noon on four days.
    expect(baseline.poisson(noon)(2)).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(baseline.poisson(noon)(3)).toBeCloseTo(1 - 2 * Math.exp(-1), 12);
  });

  it('linear pace is a yes or a no: as many an hour from nine to six', () => {
    expect([3, 4].map(baseline.linearPace(noon))).toEqual([1, 0]);
    expect([1, 2].map(baseline.linearPace({ ...noon, minute: 18 * 60 - 1 }))).toEqual([1, 0]);
  });

  it('of weeks they are the share of the last ones, Poisson by their mean, and the last once more', () => {
    const totals = [10, 20, 30, 20];
    expect(baseline.ownWeeks(totals)(20)).toBe(3 / 4);
    expect(baseline.poissonWeek([2, 0])(1)).toBeCloseTo(1 - Math.exp(-1), 12);
    expect([20, 21].map(baseline.lastWeek(totals))).toEqual([1, 0]);
  });

  it('of weeks under way they know what the last ones had by the same evening', () => {
    const weeks = [
      { done: 2, total: 4 },
      { done: 1, total: 5 },
      { done: 5, total: 6 },
      { done: 3, total: 3 },
    ];
    expect(baseline.ownWeeksUndecided(weeks, 0)(5)).toBe(1 / 3);
    expect(baseline.ownWeeksUndecided(weeks, 5)(5)).toBe(1);
    expect(baseline.ownWeeksUndecided([], 0)(5)).toBe(0.5);
    // 2 + 4 + 1 + 0 more in four weeks.
    expect(baseline.poissonRest(weeks, 3)(4)).toBeCloseTo(1 - Math.exp(-7 / 4), 12);
  });
});
