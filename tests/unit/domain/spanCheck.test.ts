import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf } from '../../../lib/domain/day';
import { defaultRange, type Goal } from '../../../lib/domain/goal';
import { defaultSchedule } from '../../../lib/domain/schedule';
import { spanCheck } from '../../../lib/domain/spanCheck';
import { day as anyDay, schedule as anySchedule } from './arbitrary';

const [monday, thursday, saturday] = ['2026-03-02', '2026-03-05', '2026-03-07'] as const;
const calls = (period: 'day' | 'week' | 'month' | 'quarter', target: number): Goal => ({
  period,
  kinds: ['call'],
  target,
  ...defaultRange(target),
});
const check = (mine: Goal, theirs: Goal, day: string = monday, schedule = defaultSchedule) =>
  spanCheck(mine, theirs, schedule, day);

describe('the sum check over a period', () => {
  test('puts what a week lacks on the days that are left of it', () => {
    expect(check(calls('week', 16), calls('week', 20))).toEqual({
      over: -4,
      asked: 20,
      by: 'day',
      add: [
        { at: '2026-03-03', count: 1 },
        { at: '2026-03-04', count: 1 },
        { at: '2026-03-05', count: 1 },
        { at: '2026-03-06', count: 1 },
      ],
    });
    expect(check(calls('day', 3), calls('week', 20), thursday)).toEqual({
      over: -5,
      asked: 20,
      by: 'day',
      add: [
        { at: thursday, count: 3 },
        { at: '2026-03-06', count: 2 },
      ],
    });
  });

  describe('with days off', () => {
    const schedule = { ...defaultSchedule, daysOff: [thursday] };
    const company: Goal = { ...calls('week', 20), layer: 'company' };

    test('leaves out their part of a goal, whatever its period, and adds nothing on them', () => {
      for (const mine of [calls('day', 4), calls('week', 20)]) {
        const found = check(mine, company, '2026-03-04', schedule);
        expect(found).toMatchObject({ over: -4, asked: 20 });
        expect(found?.add.map(({ at }) => at)).toEqual(['2026-03-04', '2026-03-06']);
      }
    });

    test('leaves out their part of the rep’s own longer goal, and not of the company’s', () => {
      expect(check(calls('day', 4), calls('week', 20), monday, schedule)).toMatchObject({
        over: 0,
        asked: 16,
      });
      // Of 22 workdays in March three weeks are off.
      const leave = { ...defaultSchedule, daysOff: daysOf({ first: monday, last: '2026-03-20' }) };
      const march = (mine: Goal, target: Goal) => check(mine, target, '2026-03-23', leave);
      expect(march(calls('week', 20), calls('month', 88))).toMatchObject({ over: 0, asked: 28 });
      expect(march(calls('week', 20), { ...calls('month', 88), layer: 'company' })).toMatchObject({
        over: -60,
        asked: 88,
      });
    });

    test('of a goal that begins late counts from its start', () => {
      const late: Goal = { ...calls('week', 20), starts: '2026-03-04' };
      expect(check(late, company, '2026-03-04')?.over).toBe(-8);
    });
  });

  test('of a month goes by its weeks, of a quarter by its months', () => {
    // 22 workdays in March 2026.
    const month = check(calls('day', 4), calls('month', 100), '2026-03-18');
    expect(month).toMatchObject({ over: -12, by: 'week' });
    expect(month?.add.map(({ at }) => at)).toEqual(['2026-03-16', '2026-03-23']);
    const quarter = check(calls('month', 80), calls('quarter', 300), '2026-02-10');
    expect(quarter).toMatchObject({ over: -60, by: 'month' });
    expect(quarter?.add.map(({ at }) => at)).toEqual(['2026-02-01', '2026-03-01']);
  });

  test('counts of a week that lies in two months what is in each', () => {
    // 2026-04-01 is a Wednesday: three of five days, 10 a week are 2 a day.
    expect(check(calls('week', 10), calls('month', 44), '2026-04-01')?.over).toBe(0);
  });

  test('after the last workday is about the next period', () => {
    const found = check(calls('week', 16), calls('week', 20), saturday);
    expect(found?.add[0]?.at).toBe('2026-03-10');
  });

  test('is none of other kinds, of a shorter target, of a sprint, or without a workday', () => {
    const sprint: Goal = { ...calls('day', 20), period: 'own', first: monday, last: saturday };
    expect(check({ ...calls('week', 1), kinds: ['email'] }, calls('week', 20))).toBeNull();
    expect(check(calls('week', 20), calls('day', 4))).toBeNull();
    expect(check(calls('day', 4), calls('day', 5))).toBeNull();
    expect(check(calls('week', 20), sprint)).toBeNull();
    expect(check(sprint, calls('week', 20))).toBeNull();
    const free = { 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null };
    expect(
      check(calls('day', 1), calls('week', 9), monday, { ...defaultSchedule, hours: free }),
    ).toBeNull();
  });

  test('what it adds is what is missing, and never lies before today', () => {
    const period = fc.constantFrom('day' as const, 'week' as const, 'month' as const);
    const count = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(
        anySchedule,
        anyDay,
        period,
        fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
        count,
        count,
        (schedule, day, ofMine, ofTheirs, mine, theirs) => {
          const found = spanCheck(calls(ofMine, mine), calls(ofTheirs, theirs), schedule, day);
          if (!found) return;
          const added = found.add.reduce((sum, one) => sum + one.count, 0);
          expect(added).toBe(Math.max(0, -found.over));
          if (found.by === 'day')
            expect(found.add.every(({ at, count: more }) => at >= day && more > 0)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
