import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysOf, type DayKey, type Span } from '../../../../lib/domain/day';
import { pastOf, said } from '../../../../lib/domain/odds/past';
import { spanOf } from '../../../../lib/domain/period';
import { defaultSchedule, hoursOn, type Schedule } from '../../../../lib/domain/schedule';
import type { Tally } from '../../../../lib/domain/tally';
import { patience } from '../arbitrary';

const kinds = ['call'] as const;
/** A Thursday, well into its week, month and quarter. */
const today = '2026-05-21';
const noon = 720;

const quarter = { period: 'quarter', kinds, target: 1, floor: 0, ceiling: 2 } as const;
const spans: Readonly<Record<string, Span>> = {
  day: { first: today, last: today },
  week: spanOf({ period: 'week' }, today, defaultSchedule),
  month: spanOf({ period: 'month' }, today, defaultSchedule),
  quarter: spanOf(quarter, today, defaultSchedule),
};

const situation = fc.record({
  /** Of each workday up to today, from the past on. */
  counts: fc.oneof(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 130 }),
    fc.integer({ min: 1, max: 12 }).map((usual) => Array.from({ length: 120 }, () => usual)),
  ),
  /** How often the usual is asked for. */
  part: fc.double({ min: 0.3, max: 1.7, noNaN: true }),
  percent: fc.constantFrom(-30, 30, null),
  fit: fc.record({
    level: fc.double({ min: -1, max: 1, noNaN: true }),
    slope: fc.double({ min: 0.25, max: 4, noNaN: true }),
  }),
  /** How many days before today, and when. */
  back: fc.integer({ min: 0, max: 60 }),
  at: fc.integer({ min: 480, max: 1000 }),
  published: fc.boolean(),
});
type Situation = typeof situation extends fc.Arbitrary<infer S> ? S : never;

/** The odds of a period as they are said, before and after one more action on one of its days until now. */
function withOneMore({ days, one }: { days: readonly DayKey[]; one: Situation }) {
  const { counts, part, percent, fit, back, at, published } = one;
  const kind = published ? 'call' : 'note';
  const schedule: Schedule = {
    ...defaultSchedule,
    ...(percent !== null && {
      expectations: [{ first: today, last: '2026-06-30', percent, reason: 'list' as const }],
    }),
  };
  const before: readonly Tally[] = daysOf({ first: addDays(today, -200), last: today })
    .filter((day) => hoursOn(schedule, day))
    .slice(-counts.length)
    .map((day, index) => ({
      day,
      kind,
      minutes: Array.from({ length: counts[index] ?? 0 }, (_, nth) => 490 + 25 * nth),
    }));
  // Before their first day a rep had not begun: with something done there they were at it for longer, and less a day.
  const begun = before.find(({ minutes }) => minutes.length > 0)?.day ?? today;
  const soFar = days.filter((day) => day <= today && day >= begun).toReversed();
  const late = soFar[back % soFar.length] ?? today;
  const minute = late === today ? Math.min(at, noon) : at;
  const rest = before.filter(({ day }) => day !== late);
  const minutes = [...(before.find(({ day }) => day === late)?.minutes ?? []), minute];
  const after = [...rest, { day: late, kind, minutes: minutes.sort((a, b) => a - b) }] as const;

  const workdays = days.filter((day) => hoursOn(schedule, day)).length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const target = Math.max(1, Math.round(part * mean * workdays));
  const chance = (tallies: readonly Tally[]) => {
    const past = pastOf(tallies, [kind], schedule, today, fit);
    const now = { day: today, minute: noon };
    return said(past, { days, kinds: [kind], tallies, schedule, now })?.chance(target) ?? NaN;
  };
  return [chance(before), chance(after)] as const;
}

describe('more done never lowers the odds as they are said, on whichever day of the period', () => {
  test.each(Object.entries(spans))('of a goal for a %s', { timeout: patience }, (_period, span) => {
    const days = daysOf(span);
    let open = 0;
    fc.assert(
      fc.property(situation, (one) => {
        const [before, after] = withOneMore({ days, one });
        if (Number.isNaN(before)) return;
        expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        if (before > 0.01 && before < 0.99) open += 1;
      }),
      { numRuns: 200 },
    );
    expect(open).toBeGreaterThan(5);
  });
});

describe('the days of a period that are over tell what the others may bring', () => {
  /** The chance of as many more in the rest of a period, after so many a day before it and so many in it. */
  const more = (span: Span, before: number, since: number, wanted: number, from = '2026-01-01') => {
    const tallies = daysOf({ first: from, last: addDays(today, -1) })
      .filter((day) => hoursOn(defaultSchedule, day))
      .map((day): Tally => {
        const count = day < span.first ? before : since;
        return { day, kind: 'note', minutes: Array.from({ length: count }, (_, at) => 540 + at) };
      });
    const days = daysOf(span);
    const done = days
      .filter((day) => day < today && hoursOn(defaultSchedule, day))
      .reduce((sum) => sum + since, 0);
    const past = pastOf(tallies, ['note'], defaultSchedule, today, { level: 0, slope: 1 });
    const period = { days, kinds: ['note' as const], tallies, schedule: defaultSchedule };
    return said(past, { ...period, now: { day: today, minute: 0 } })?.chance(done + wanted) ?? NaN;
  };

  test.each(['week', 'month', 'quarter'])('in a %s', (period) => {
    const span = spans[period] ?? { first: today, last: today };
    const left = daysOf({ first: today, last: span.last }).filter((day) =>
      hoursOn(defaultSchedule, day),
    ).length;
    const [less, same, rise] = [2, 4, 8].map((since) => more(span, 4, since, 4 * left));
    expect(same).toBeGreaterThan(0.35);
    expect(same).toBeLessThan(0.75);
    expect(less).toBeLessThan((same ?? 0) - 0.1);
    expect(rise).toBeGreaterThan((same ?? 1) + 0.1);
  });

  test('of a rep’s first month and quarter, when there is nothing else', () => {
    const begun = spans['quarter']?.first ?? today;
    const ofQuarter = (wanted: number) =>
      more({ first: begun, last: '2026-06-30' }, 0, 4, wanted, begun);
    // 28 workdays are left.
    expect(ofQuarter(4 * 28)).toBeGreaterThan(0.3);
    expect(ofQuarter(4 * 28)).toBeLessThan(0.7);
    expect(ofQuarter(2 * 28)).toBeGreaterThan(0.8);
    expect(ofQuarter(8 * 28)).toBeLessThan(0.15);
  });
});
