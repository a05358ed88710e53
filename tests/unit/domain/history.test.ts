import { describe, expect, test } from 'vitest';
import { addDays, daysOf } from '../../../lib/domain/day';
import { countsOf, hasHistory, meanOfFourWeeks, usualOf } from '../../../lib/domain/history';
import { ownShares } from '../../../lib/domain/profile';
import { byHours, planDay } from '../../../lib/domain/plan';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import type { Tally } from '../../../lib/domain/tally';

const today = '2026-03-02';
const at = (day: string, ...minutes: number[]): Tally => ({ day, kind: 'call', minutes });
/** Some calls on each workday of so many days before today. */
const before = (days: number, minutes: readonly number[]) =>
  daysOf({ first: addDays(today, -days), last: addDays(today, -1) })
    .filter((day) => hoursOn(defaultSchedule, day))
    .map((day) => at(day, ...minutes));

describe('what a rep usually does', () => {
  test('is unknown in the first ten workdays', () => {
    const counts = (days: number) => countsOf(before(days, [600]), ['call']);
    expect(usualOf(counts(13), defaultSchedule, today)).toBeNull();
    expect(hasHistory(counts(13), defaultSchedule, today)).toBe(false);
    expect(usualOf(counts(14), defaultSchedule, today)).toEqual({ done: 10, days: 10, best: 1 });
    expect(hasHistory(counts(14), defaultSchedule, today)).toBe(true);
    expect(usualOf(new Map(), defaultSchedule, today)).toBeNull();
  });

  test('is the last twenty workdays, today left out', () => {
    const tallies = [...before(90, [600, 601, 602]), at(today, 1, 2, 3, 4, 5)];
    const counts = countsOf([...tallies, { ...at(today, 1), kind: 'email' }], ['call']);
    expect(usualOf(counts, defaultSchedule, today)).toEqual({ done: 60, days: 20, best: 3 });
  });

  test('leave is no workday, and does not lower the mean', () => {
    const away = daysOf({ first: addDays(today, -7), last: addDays(today, -1) });
    const schedule = { ...defaultSchedule, daysOff: away };
    const tallies = before(60, [600, 601]).filter(({ day }) => !away.includes(day));
    const counts = countsOf(tallies, ['call']);
    expect(meanOfFourWeeks(counts, schedule, today)).toBe(2);
    expect(meanOfFourWeeks(counts, defaultSchedule, today)).toBe(1.5);
    expect(
      meanOfFourWeeks(countsOf(before(7, [600]), ['call']), defaultSchedule, today),
    ).toBeNull();
  });
});

describe('the rep’s own shape of a day', () => {
  const hours = { start: 480, end: 1020 };

  test('is the working hours until something was counted', () => {
    expect(ownShares([at(today, 500)], ['call'], today)(600, hours, today)).toBe(
      byHours(600, hours, today),
    );
  });

  test('moves from there to their own past', () => {
    const early = Array.from({ length: 30 }, (_, index) => at(addDays(today, -1 - index), 540));
    const late = Array.from({ length: 10 }, (_, index) => at(addDays(today, -40 - index), 700));
    const shares = ownShares([...early, ...late], ['call'], today);
    // Its Mondays are fewer than eight, so all days count.
    expect(shares(600, hours, today)).toBeCloseTo((30 + (10 * 2) / 9) / 50, 12);
  });

  test('is that of the weekday once it has eight of them', () => {
    const mondays = Array.from({ length: 8 }, (_, week) =>
      at(addDays(today, -7 * (week + 1)), 500),
    );
    const others = before(60, [900]).filter(({ day }) => !mondays.some((one) => one.day === day));
    const shares = ownShares([...mondays, ...others], ['call'], today);
    expect(shares(600, hours, today)).toBeCloseTo((8 + (10 * 2) / 9) / 18, 12);
    expect(shares(600, hours, addDays(today, 1))).toBeLessThan(0.2);
  });

  test('gives a checkpoint before work what they did before it', () => {
    const schedule = { ...defaultSchedule, checkpoints: [{ at: 470 }, { at: 1020 }] };
    // Eight Mondays with one call before work and one after: (8 + 10 · 0) / (16 + 10) = 0.31.
    const shares = ownShares(before(60, [460, 800]), ['call'], today);
    expect(planDay(10, schedule, today).legs.map(({ planned }) => planned)).toEqual([0, 10]);
    expect(planDay(10, schedule, today, shares).legs.map(({ planned }) => planned)).toEqual([3, 7]);
  });

  test('never falls over a day', () => {
    const shares = ownShares(before(60, [460, 800, 801, 1200]), ['call'], today);
    const all = Array.from({ length: 1441 }, (_, minute) => shares(minute, hours, today));
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect(all[0]).toBe(0);
    expect(all.at(-1)).toBe(1);
  });
});
