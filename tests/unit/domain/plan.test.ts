import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekOf } from '../../../lib/domain/day';
import { amountOf, askOfDay, capOfDay, marksOn, planDay, planSpan } from '../../../lib/domain/plan';
import type { Checkpoint, Schedule } from '../../../lib/domain/schedule';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import { day as anyDay, schedule as anySchedule, target as anyTarget } from './arbitrary';
import { askOfWeekday, planWeek } from './planWeek';

const monday = '2026-03-02';
const saturday = '2026-03-07';
const planned = (target: number, schedule: Schedule, day = monday) =>
  planDay(target, schedule, day).legs.map((leg) => [leg.minute, leg.planned]);
const withCheckpoints = (...checkpoints: Checkpoint[]): Schedule => ({
  ...defaultSchedule,
  checkpoints,
});

describe('the plan of a day', () => {
  test('follows the working hours', () => {
    expect(planned(8, defaultSchedule)).toEqual([
      [540, 1],
      [720, 3],
      [1020, 4],
    ]);
    expect(planned(1, defaultSchedule)).toEqual([
      [540, 0],
      [720, 0],
      [1020, 1],
    ]);
  });

  test('follows the rep’s own shares, before work too', () => {
    const early = withCheckpoints({ at: 450, share: 0.25 }, { at: 720, share: 0.5 }, { at: 1020 });
    expect(planned(8, early)).toEqual([
      [450, 2],
      [720, 2],
      [1020, 4],
    ]);
  });

  test('asks for nothing before work without a share', () => {
    expect(planned(8, withCheckpoints({ at: 450 }, { at: 1020 }))).toEqual([
      [450, 0],
      [1020, 8],
    ]);
  });

  test('gives the last checkpoint the rest', () => {
    expect(planned(8, withCheckpoints({ at: 600 }, { at: 720 }))).toEqual([
      [600, 2],
      [720, 6],
    ]);
    expect(planned(8, withCheckpoints({ at: 600, share: 0.1 }))).toEqual([[600, 8]]);
  });

  test('never falls where own shares run ahead of the hours', () => {
    const eager = withCheckpoints({ at: 540, share: 0.9 }, { at: 720 }, { at: 1020 });
    expect(planned(10, eager)).toEqual([
      [540, 9],
      [720, 0],
      [1020, 1],
    ]);
  });

  test('ends with the work on a short day', () => {
    const friday = '2026-03-06';
    const short = {
      ...defaultSchedule,
      hours: { ...defaultSchedule.hours, 5: { start: 480, end: 840 } },
    };
    expect(marksOn(short, friday).at(-1)).toEqual({ minute: 840, anchor: 'leave', share: 1 });
    expect(planned(6, short, friday)).toEqual([
      [540, 1],
      [720, 3],
      [840, 2],
    ]);
  });

  test('reaches past the work only where the rep said so', () => {
    const evening = withCheckpoints({ at: 720 }, { at: 1020, share: 0.8 }, { at: 1200, share: 1 });
    expect(planned(10, evening)).toEqual([
      [720, 4],
      [1020, 4],
      [1200, 2],
    ]);
  });

  test('has the end of work for a checkpoint where no other can hold the rest', () => {
    expect(planned(8, withCheckpoints())).toEqual([[1020, 8]]);
    expect(planned(8, withCheckpoints({ at: 420 }, { at: 450 }))).toEqual([
      [420, 0],
      [450, 0],
      [1020, 8],
    ]);
    expect(planned(8, withCheckpoints({ at: 450, share: 0.25 }))).toEqual([
      [450, 2],
      [1020, 6],
    ]);
  });

  test('is none on a day off', () => {
    expect(planDay(8, defaultSchedule, saturday)).toEqual({ day: saturday, hours: null, legs: [] });
  });

  describe('with more in the morning', () => {
    const early = (frontLoad: number, schedule = defaultSchedule) => ({ ...schedule, frontLoad });

    test('has more due by each checkpoint but the last: s + λ s (1 − s)', () => {
      // 1/9 and 4/9 of the hours: 0.111 + 0.25 · 0.0988 = 0.136, 0.444 + 0.25 · 0.247 = 0.506.
      expect(marksOn(early(0.25), monday).map(({ share }) => share)).toEqual([
        expect.closeTo(11 / 81, 12),
        expect.closeTo(41 / 81, 12),
        1,
      ]);
      expect(planned(20, defaultSchedule).map(([, count]) => count)).toEqual([2, 7, 11]);
      expect(planned(20, early(0.25)).map(([, count]) => count)).toEqual([3, 7, 10]);
      expect(planned(100, early(0.1)).map(([, count]) => count)).toEqual([12, 35, 53]);
    });

    test('leaves a share that the rep set as it is', () => {
      const own = withCheckpoints({ at: 720, share: 0.5 }, { at: 1020 });
      expect(planned(20, early(0.25, own))).toEqual(planned(20, own));
    });

    test('never has less due at any time, and as much in the end', () => {
      const frontLoad = fc.double({ min: 0, max: 0.25, noNaN: true });
      fc.assert(
        fc.property(anyTarget, anySchedule, anyDay, frontLoad, (target, schedule, day, λ) => {
          const due = (of: Schedule) => {
            let sum = 0;
            return planDay(target, of, day).legs.map(({ planned: more }) => (sum += more));
          };
          const even = due(early(0, schedule));
          const more = due(early(λ, schedule));
          expect(more.every((count, index) => count >= (even[index] ?? Infinity))).toBe(true);
          expect(more.at(-1)).toBe(even.at(-1));
        }),
      );
    });
  });

  test('always sums to the goal, leg by leg never below 0', () => {
    fc.assert(
      fc.property(anyTarget, anySchedule, anyDay, (target, schedule, day) => {
        const { hours, legs } = planDay(target, schedule, day);
        expect(legs.every((leg) => Number.isInteger(leg.planned) && leg.planned >= 0)).toBe(true);
        expect(legs.reduce((sum, leg) => sum + leg.planned, 0)).toBe(hours ? target : 0);
        const minutes = legs.map(({ minute }) => minute);
        expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a week goal', () => {
  const asked = (...of: Parameters<typeof askOfWeekday>) => askOfWeekday(...of).today;
  const parts = (target: number, schedule = defaultSchedule) =>
    planWeek(target, schedule, monday).map((plan) => amountOf([plan]));

  test('is spread evenly over the workdays', () => {
    expect(parts(5)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(parts(7)).toEqual([2, 2, 1, 1, 1, 0, 0]);
    expect(parts(2)).toEqual([1, 1, 0, 0, 0, 0, 0]);
    expect(parts(8, { ...defaultSchedule, daysOff: ['2026-03-03'] })).toEqual([
      2, 0, 2, 2, 2, 0, 0,
    ]);
  });

  test('follows the week’s first day', () => {
    const sundays = {
      ...defaultSchedule,
      weekStartsOn: 7,
      hours: { ...defaultSchedule.hours, 7: { start: 600, end: 720 } },
    } as const;
    expect(parts(7, sundays)).toEqual([2, 1, 1, 1, 1, 1, 0]);
    expect(planWeek(7, sundays, monday)[0]?.day).toBe('2026-03-01');
  });

  test('asks of today what is left of it, spread over what is left of the week', () => {
    expect(asked(10, 0, defaultSchedule, monday)).toBe(2);
    expect(asked(10, 2, defaultSchedule, '2026-03-03')).toBe(2);
    expect(asked(10, 9, defaultSchedule, '2026-03-03')).toBe(1);
    expect(asked(10, 12, defaultSchedule, '2026-03-03')).toBe(0);
  });

  test('never dumps a deficit on one day', () => {
    expect(asked(10, 0, defaultSchedule, '2026-03-05')).toBe(3);
    expect(asked(10, 0, defaultSchedule, '2026-03-06')).toBe(3);
    expect(asked(10, 8, defaultSchedule, '2026-03-06')).toBe(2);
    // 1.3 · 110 is a little more than 143 in floating point.
    const oneDay = {
      1: null,
      2: null,
      3: { start: 480, end: 1020 },
      4: null,
      5: null,
      6: null,
      7: null,
    };
    expect(asked(110, 0, { ...defaultSchedule, hours: oneDay }, '2026-03-04')).toBe(110);
    expect(asked(550, 0, defaultSchedule, '2026-03-06')).toBe(143);
  });

  test('asks nothing on a day off', () => {
    expect(asked(10, 0, defaultSchedule, saturday)).toBe(0);
  });

  test('done as asked every day is done by the week’s end, exactly by its plan', () => {
    fc.assert(
      fc.property(anyTarget, anySchedule, anyDay, (target, schedule, day) => {
        const week = weekOf(day, schedule.weekStartsOn);
        fc.pre(week.some((one) => hoursOn(schedule, one)));
        let done = 0;
        for (const [index, one] of week.entries()) {
          const ask = asked(target, done, schedule, one);
          expect(amountOf(planWeek(target, schedule, day).slice(index, index + 1))).toBe(ask);
          done += ask;
        }
        expect(done).toBe(target);
      }),
    );
  });

  test('never asks for more than remains', () => {
    fc.assert(
      fc.property(anyTarget, fc.nat(40), anySchedule, anyDay, (target, done, schedule, day) => {
        const ask = asked(target, done, schedule, day);
        expect(ask).toBeGreaterThanOrEqual(0);
        expect(ask).toBeLessThanOrEqual(Math.max(0, target - done));
      }),
    );
  });
});

describe('a long goal', () => {
  const quarter = { first: '2026-01-01', last: '2026-03-31' };

  test('comes down to months, weeks and days', () => {
    const plans = planSpan(20, defaultSchedule, quarter);
    const monthly = ['2026-01', '2026-02', '2026-03'].map((month) =>
      amountOf(plans.filter(({ day }) => day.startsWith(month))),
    );
    expect(monthly).toEqual([7, 7, 6]);
    const weekly = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'].map((first) =>
      amountOf(planWeekOf(plans, first)),
    );
    expect(weekly).toEqual([2, 2, 1, 1]);
  });

  test('leaves out leave and holidays, and still adds up', () => {
    const away = { ...defaultSchedule, daysOff: ['2026-01-05', '2026-01-06', '2026-01-07'] };
    const plans = planSpan(60, away, quarter);
    expect(amountOf(plans)).toBe(60);
    expect(amountOf(plans.filter(({ day }) => away.daysOff.includes(day)))).toBe(0);
  });

  test('spreads a deficit over all that is left, not over tomorrow', () => {
    const plans = planSpan(64, defaultSchedule, quarter);
    const workdays = plans.filter(({ hours }) => hours).length;
    expect(workdays).toBe(64);
    // Nothing done in January: 22 behind over 42 days is one more a day, capped at 1.3 of 1.
    expect(askOfDay(plans, 0, '2026-02-02', capOfDay(64, workdays, null))).toEqual({
      today: 2,
      unplannable: 0,
    });
    // 64 in the last ten days, at most 2 on each.
    expect(askOfDay(plans, 0, '2026-03-18', 2)).toEqual({ today: 2, unplannable: 44 });
  });

  test('has a cap from what the rep usually does, and never above their best', () => {
    expect(capOfDay(10, 5, null)).toBe(3);
    expect(capOfDay(10, 5, { done: 60, days: 20, best: 9 })).toBe(4);
    expect(capOfDay(10, 5, { done: 100, days: 20, best: 6 })).toBe(6);
    expect(capOfDay(10, 5, { done: 0, days: 20, best: 1 })).toBe(1);
  });

  const anySpan = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 120 }))
    .map(([first, days]) => ({ first, last: addDays(first, days) }));

  test('adds up to the target day by day, each day at least 0', () => {
    fc.assert(
      fc.property(anyTarget, anySchedule, anySpan, (target, schedule, span) => {
        const plans = planSpan(target, schedule, span);
        const workdays = plans.filter(({ hours }) => hours);
        expect(amountOf(plans)).toBe(workdays.length > 0 ? target : 0);
        expect(plans.every((plan) => amountOf([plan]) >= 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('re-planned every day it never asks more than the cap, and says what is left over', () => {
    fc.assert(
      fc.property(
        anyTarget,
        anySchedule,
        anySpan,
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.nat(6), { minLength: 121, maxLength: 121 }),
        (target, schedule, span, cap, did) => {
          const plans = planSpan(target, schedule, span);
          let done = 0;
          for (const [index, { day, hours }] of plans.entries()) {
            const { today, unplannable } = askOfDay(plans, done, day, cap);
            const remains = amountOf(plans) - done;
            const days = plans.slice(index).filter((plan) => plan.hours).length;
            expect(today).toBeLessThanOrEqual(hours ? Math.min(cap, Math.max(0, remains)) : 0);
            expect(today).toBeGreaterThanOrEqual(0);
            expect(unplannable).toBe(Math.max(0, remains - cap * days));
            done += did[index] ?? 0;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('done as re-planned it is reached wherever the cap lets it be', () => {
    fc.assert(
      fc.property(anyTarget, anySchedule, anySpan, fc.nat(30), (target, schedule, span, lost) => {
        const plans = planSpan(target, schedule, span);
        const late = plans.slice(lost);
        let done = 0;
        for (const { day } of late) done += askOfDay(plans, done, day, target).today;
        expect(done).toBe(late.some(({ hours }) => hours) ? target : 0);
      }),
      { numRuns: 60 },
    );
  });
});

function planWeekOf(plans: ReturnType<typeof planSpan>, first: string) {
  const last = addDays(first, 6);
  return plans.filter(({ day }) => first <= day && day <= last);
}
