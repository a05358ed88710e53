import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekOf } from '../../../lib/domain/day';
import { askOfDay, marksOn, planDay, planWeek } from '../../../lib/domain/plan';
import type { Checkpoint, Schedule } from '../../../lib/domain/schedule';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import { day as anyDay, schedule as anySchedule, target as anyTarget } from './arbitrary';

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
  const parts = (target: number, schedule = defaultSchedule) =>
    planWeek(target, schedule, monday).map(({ legs }) =>
      legs.reduce((sum, leg) => sum + leg.planned, 0),
    );

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
    expect(askOfDay(10, 0, defaultSchedule, monday)).toBe(2);
    expect(askOfDay(10, 2, defaultSchedule, '2026-03-03')).toBe(2);
    expect(askOfDay(10, 9, defaultSchedule, '2026-03-03')).toBe(1);
    expect(askOfDay(10, 12, defaultSchedule, '2026-03-03')).toBe(0);
  });

  test('never dumps a deficit on one day', () => {
    expect(askOfDay(10, 0, defaultSchedule, '2026-03-05')).toBe(3);
    expect(askOfDay(10, 0, defaultSchedule, '2026-03-06')).toBe(3);
    expect(askOfDay(10, 8, defaultSchedule, '2026-03-06')).toBe(2);
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
    expect(askOfDay(110, 0, { ...defaultSchedule, hours: oneDay }, '2026-03-04')).toBe(110);
    expect(askOfDay(550, 0, defaultSchedule, '2026-03-06')).toBe(143);
  });

  test('asks nothing on a day off', () => {
    expect(askOfDay(10, 0, defaultSchedule, saturday)).toBe(0);
  });

  test('done as asked every day is done by the week’s end, exactly by its plan', () => {
    fc.assert(
      fc.property(anyTarget, anySchedule, anyDay, (target, schedule, day) => {
        const week = weekOf(day, schedule.weekStartsOn);
        fc.pre(week.some((one) => hoursOn(schedule, one)));
        let done = 0;
        for (const [index, one] of week.entries()) {
          const ask = askOfDay(target, done, schedule, one);
          const plan = planWeek(target, schedule, day)[index];
          expect(plan?.legs.reduce((sum, leg) => sum + leg.planned, 0)).toBe(ask);
          done += ask;
        }
        expect(done).toBe(target);
      }),
    );
  });

  test('never asks for more than remains', () => {
    fc.assert(
      fc.property(anyTarget, fc.nat(40), anySchedule, anyDay, (target, done, schedule, day) => {
        const ask = askOfDay(target, done, schedule, day);
        expect(ask).toBeGreaterThanOrEqual(0);
        expect(ask).toBeLessThanOrEqual(Math.max(0, target - done));
      }),
    );
  });
});
