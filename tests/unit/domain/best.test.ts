import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approach, beatable, bestsOf, toBeat } from '../../../lib/domain/best';
import { continuity } from '../../../lib/domain/continuity';
import { addDays, daysOf } from '../../../lib/domain/day';
import type { GoalVersion } from '../../../lib/domain/goal';
import { defaultRange } from '../../../lib/domain/goal';
import { countsOf } from '../../../lib/domain/history';
import type { Schedule } from '../../../lib/domain/schedule';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import type { Tally } from '../../../lib/domain/tally';
import type { Terms } from '../../../lib/domain/terms';

const today = '2026-06-01';
const calls = (day: string, count: number, from = 600): Tally => ({
  day,
  kind: 'call',
  minutes: Array.from({ length: count }, (_, index) => from + index),
});
/** So many calls on each workday of so many days before today. */
const steady = (days: number, count = 3) =>
  daysOf({ first: addDays(today, -days), last: addDays(today, -1) })
    .filter((day) => hoursOn(defaultSchedule, day))
    .map((day) => calls(day, count));
const instead = (tallies: readonly Tally[], ...own: readonly Tally[]) => [
  ...tallies.filter(({ day }) => !own.some((one) => one.day === day)),
  ...own,
];

describe('personal bests', () => {
  const bests = (tallies: readonly Tally[], schedule: Schedule = defaultSchedule) =>
    bestsOf({ tallies, schedule }, ['call'], today);

  test('are none in the first ten workdays', () => {
    expect(bests(steady(13))).toBeNull();
    expect(bests(steady(14))?.day).toEqual({ count: 3, day: '2026-05-29' });
  });

  test('are the best day, week, month and checkpoint', () => {
    const found = bests(instead(steady(90), calls('2026-05-12', 9), calls('2026-05-19', 5, 500)));
    expect(found?.day).toEqual({ count: 9, day: '2026-05-12' });
    expect(found?.week).toEqual({ count: 21, day: '2026-05-11' });
    // The 21 workdays of May, against the 22 of June.
    expect(found?.month).toEqual({ count: 71, day: '2026-05-01', workdays: 21 });
    expect(found?.checkpoints).toEqual([
      { minute: 540, count: 5, day: '2026-05-19' },
      { minute: 720, anchor: 'lunch', count: 9, day: '2026-05-12' },
      { minute: 1020, anchor: 'leave', count: 9, day: '2026-05-12' },
    ]);
  });

  test('weigh a short week by its workdays, but not one of a single day', () => {
    const holiday = { ...defaultSchedule, daysOff: ['2026-05-25'] };
    const short = instead(steady(60), calls('2026-05-25', 0), calls('2026-05-26', 15));
    expect(bests(short, holiday)?.week).toEqual({
      count: 24,
      day: '2026-05-25',
      workdays: 4,
    });
    const rest = daysOf({ first: '2026-05-25', last: '2026-05-28' });
    const oneDay = instead(steady(60), ...rest.map((day) => calls(day, 0)), calls('2026-05-29', 9));
    expect(bests(oneDay, { ...defaultSchedule, daysOff: rest })?.week?.count).toBe(15);
  });

  test('fade after half a year', () => {
    const old = calls(addDays(today, -26 * 7 - 1), 40);
    const recent = calls(addDays(today, -26 * 7), 30);
    expect(bests([...steady(60), old])?.day?.count).toBe(3);
    expect(bests([...steady(60), recent])?.day?.count).toBe(30);
  });

  test('are announced when near and likely, and when broken', () => {
    expect(approach(8, 10, () => 0.3)).toBe('near');
    expect(approach(8, 10, () => 0.29)).toBeNull();
    expect(approach(7, 10, () => 1)).toBeNull();
    expect(approach(10, 10, () => 0.5)).toBe('near');
    expect(approach(11, 10, () => 0)).toBe('new');
  });

  test('are near by what beats them, which is asked only when most of it is done', () => {
    const asked: number[] = [];
    const likely = (count: number) => {
      asked.push(count);
      return 1;
    };
    for (const done of [7, 8, 11]) approach(done, 10, likely);
    expect(asked).toEqual([11]);
  });

  test('of a short week count as much more as the present one is longer', () => {
    const best = { count: 24, day: '2026-05-25' };
    expect(toBeat({ ...best, workdays: 4 }, 5)).toBe(30);
    expect(toBeat({ ...best, count: 25, workdays: 4 }, 5)).toBe(31);
    expect(toBeat(best, 4)).toBe(24);
  });

  test('count what other tallies of the same day add, and leave other kinds out', () => {
    const mails = steady(30).map((tally) => ({ ...tally, kind: 'email' as const }));
    const both = [...instead(steady(30), calls('2026-05-19', 5, 500)), ...mails];
    const by = (kinds: ('call' | 'email')[]) =>
      bestsOf({ tallies: both, schedule: defaultSchedule }, kinds, today)?.checkpoints.map(
        ({ count }) => count,
      );
    expect(by(['call'])).toEqual([5, 5, 5]);
    expect(by(['call', 'email'])).toEqual([5, 8, 8]);
  });

  test('the one to go for is one more than the last sixty days had, if that is likely', () => {
    const counts = countsOf(instead(steady(90), calls('2026-03-20', 20), calls('2026-05-12', 9)), [
      'call',
    ]);
    expect(beatable(counts, today, () => 0.3)).toBe(10);
    expect(beatable(counts, today, () => 0.2)).toBe(9);
    expect(beatable(counts, today, () => 0.04)).toBeNull();
    expect(beatable(new Map(), today, () => 1)).toBeNull();
  });
});

describe('continuity', () => {
  const goal = (terms: Terms = {}): GoalVersion => ({
    id: 'g',
    from: '2026-01-01',
    order: 0,
    goal: { period: 'day', kinds: ['call'], target: 3, ...defaultRange(3), ...terms },
  });
  const run = (
    tallies: readonly Tally[],
    goals: readonly GoalVersion[] = [goal()],
    schedule = defaultSchedule,
    day = today,
  ) => continuity({ tallies, goals, schedule }, day);

  test('counts good workdays in a row, and today once it is good', () => {
    expect(run(steady(14))).toEqual({ days: 10, frozen: false });
    expect(run([...steady(14), calls(today, 2)])).toEqual({ days: 11, frozen: false });
    expect(run(instead(steady(14), calls('2026-05-27', 1))).days).toBe(2);
    expect(run([])).toEqual({ days: 0, frozen: false });
  });

  test('stands still on a weekend', () => {
    expect(run(steady(14), [goal()], defaultSchedule, '2026-05-31')).toMatchObject({
      frozen: true,
      days: 10,
    });
  });

  test('has no day without a goal', () => {
    expect(run(steady(14), [])).toEqual({ days: 0, frozen: true });
  });

  test('never breaks over a hold or leave, wherever they lie', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 20 }),
        fc.boolean(),
        (back, length, leave) => {
          const away = { first: addDays(today, -back - length), last: addDays(today, -back) };
          const days = daysOf(away);
          const tallies = steady(70).filter(({ day }) => !days.includes(day));
          const before = run(steady(70)).days;
          const missed = days.filter((day) => hoursOn(defaultSchedule, day)).length;
          const now = leave
            ? run(tallies, [goal()], { ...defaultSchedule, daysOff: days })
            : run(tallies, [goal({ hold: { from: away.first, until: away.last } })]);
          expect(now.days).toBe(before - missed);
        },
      ),
      { numRuns: 25 },
    );
  });
});
