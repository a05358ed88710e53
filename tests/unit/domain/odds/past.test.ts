import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysOf } from '../../../../lib/domain/day';
import { pastOf, said } from '../../../../lib/domain/odds/past';
import { recalibrationOf } from '../../../../lib/domain/odds/recalibration';
import { defaultSchedule, hoursOn, type Schedule } from '../../../../lib/domain/schedule';
import type { Tally } from '../../../../lib/domain/tally';
import { patience } from '../arbitrary';

const kinds = ['call'] as const;
/** A Wednesday, and its week. */
const today = '2026-03-04';
const days = daysOf({ first: '2026-03-02', last: '2026-03-08' });
const noon = 720;

const situation = fc.record({
  counts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 40, maxLength: 120 }),
  target: fc.integer({ min: 1, max: 50 }),
  percent: fc.constantFrom(-30, -10, 10, 30, null),
  fit: fc.record({
    level: fc.double({ min: -1, max: 1, noNaN: true }),
    slope: fc.double({ min: 0.25, max: 4, noNaN: true }),
  }),
  at: fc.integer({ min: 480, max: noon }),
});

/** The odds of a week as they are said, before and after one more action today. */
function oddsWithOneMore({
  counts,
  target,
  percent,
  fit,
  at,
}: typeof situation extends fc.Arbitrary<infer S> ? S : never) {
  const schedule: Schedule = {
    ...defaultSchedule,
    ...(percent !== null && {
      expectations: [{ first: today, last: '2026-03-06', percent, reason: 'list' as const }],
    }),
  };
  const minutesOf = (count: number) => Array.from({ length: count }, (_, one) => 490 + 20 * one);
  const before: readonly Tally[] = daysOf({ first: addDays(today, -200), last: today })
    .filter((one) => hoursOn(schedule, one))
    .slice(-counts.length)
    .map((one, index) => ({ day: one, kind: 'call', minutes: minutesOf(counts[index] ?? 0) }));
  const after = before.map((one) =>
    one.day === today ? { ...one, minutes: [...one.minutes, at].sort((a, b) => a - b) } : one,
  );
  const chance = (tallies: readonly Tally[]) => {
    const past = pastOf(tallies, kinds, schedule, today, fit);
    const now = { day: today, minute: noon };
    return said(past, { days, kinds, tallies, schedule, now })?.chance(target) ?? NaN;
  };
  return [chance(before), chance(after)] as const;
}

test('more done today never lowers the odds as they are said', { timeout: patience }, () => {
  fc.assert(
    fc.property(situation, (one) => {
      const [before, after] = oddsWithOneMore(one);
      expect(after).toBeGreaterThanOrEqual(before - 1e-12);
    }),
    { numRuns: 60 },
  );
});

test('is made anew by how what was said came out: less for whom habits fade, more for whom they grow', () => {
  const workdays = daysOf({ first: addDays(today, -400), last: addDays(today, -1) }).filter((one) =>
    hoursOn(defaultSchedule, one),
  );
  /** What is said now where 80 % would have been, for a rep who does that much more or less every day. */
  const eighty = (by: number) => {
    const tallies = workdays.map((day, at): Tally => {
      const count = Math.max(0, Math.round(20 + by * (at - workdays.length / 2)));
      return { day, kind: 'call', minutes: Array.from({ length: count }, (_, one) => 490 + one) };
    });
    return recalibrationOf(pastOf(tallies, kinds, defaultSchedule, today).fit)(0.8);
  };
  expect(eighty(-0.13)).toBeLessThan(0.79);
  expect(eighty(0.13)).toBeGreaterThan(0.81);
});
