import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ahead } from '../../../lib/domain/ahead';
import { weekOf } from '../../../lib/domain/day';
import { bufferOf, expectedBy } from '../../../lib/domain/pace';
import { planDay } from '../../../lib/domain/plan';
import type { Checkpoint } from '../../../lib/domain/schedule';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import { day as anyDay, schedule as anySchedule, target as anyTarget } from './arbitrary';
import { planWeek } from './planWeek';

const day = '2026-03-02';
const at = (minute: number) => ({ day, minute });
/** 1 until 09:00, 3 until 12:00, 4 until 17:00. */
const eightCalls = [planDay(8, defaultSchedule, day)];
const withCheckpoints = (...checkpoints: Checkpoint[]) => ({ ...defaultSchedule, checkpoints });

describe('expected by now', () => {
  test.each([
    [0, 0],
    [480, 0],
    [510, 0.5],
    [540, 1],
    [600, 2],
    [690, 3.5],
    [720, 4],
    [870, 6],
    [1020, 8],
    [1439, 8],
  ])('minute %i: %d', (minute, expected) => {
    expect(expectedBy(eightCalls, at(minute))).toBe(expected);
  });

  test('a share before work is asked for when its checkpoint comes', () => {
    const early = [planDay(8, withCheckpoints({ at: 450, share: 0.25 }, { at: 1020 }), day)];
    expect([449, 450, 480, 750].map((minute) => expectedBy(early, at(minute)))).toEqual([
      0, 2, 2, 5,
    ]);
  });

  test('a week adds up day by day', () => {
    const week = planWeek(7, defaultSchedule, day);
    const by = (on: string, minute: number) => expectedBy(week, { day: on, minute });
    expect(by('2026-03-02', 480)).toBe(0);
    expect(by('2026-03-03', 0)).toBe(2);
    expect(by('2026-03-03', 1020)).toBe(4);
    expect(by('2026-03-04', 1440)).toBe(5);
    expect(by('2026-03-08', 600)).toBe(7);
  });

  test('starts at 0, never falls and ends with the target', () => {
    fc.assert(
      fc.property(anyTarget, anySchedule, anyDay, (target, schedule, on) => {
        fc.pre(hoursOn(schedule, on) !== null);
        const plans = [planDay(target, schedule, on)];
        const { dayStartsAt } = schedule;
        let before = 0;
        for (let minute = dayStartsAt; minute <= dayStartsAt + 1440; minute += 7) {
          const now = expectedBy(plans, { day: on, minute });
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
        expect(expectedBy(plans, { day: on, minute: dayStartsAt })).toBe(0);
        expect(expectedBy(plans, { day: on, minute: dayStartsAt + 1440 })).toBe(target);
      }),
    );
  });

  test('over a week too', () => {
    fc.assert(
      fc.property(anyTarget, anySchedule, anyDay, (target, schedule, on) => {
        const week = weekOf(on, schedule.weekStartsOn);
        fc.pre(week.some((one) => hoursOn(schedule, one)));
        const plans = planWeek(target, schedule, on);
        const course = week.flatMap((one) =>
          [0, 300, 600, 900, 1200, 1440].map((minutes) =>
            expectedBy(plans, { day: one, minute: schedule.dayStartsAt + minutes }),
          ),
        );
        expect(course).toEqual(course.toSorted((a, b) => a - b));
        expect(course[0]).toBe(0);
        expect(course.at(-1)).toBe(target);
      }),
    );
  });
});

test('ahead is whole actions, and on pace within one', () => {
  expect([ahead(2, 2), ahead(2, 2.9), ahead(3, 2.1), ahead(2, 3), ahead(5, 2.5)]).toEqual([
    0, 0, 0, -1, 2,
  ]);
  expect(Object.is(ahead(2, 2.5), 0)).toBe(true);
});

describe('buffer in working minutes', () => {
  test.each([
    ['on time', 2, 600, 0],
    ['one ahead', 3, 600, 60],
    ['one behind', 1, 600, -60],
    ['nothing done, before work', 0, 400, 0],
    ['nothing done, at noon', 0, 720, -240],
    ['into the next leg', 5, 720, 75],
    ['all done', 8, 720, 300],
    ['more than all done', 11, 720, 300],
    ['all done, after work', 8, 1100, 0],
    ['half done, after work', 4, 1100, -300],
  ])('%s', (_, done, minute, buffer) => {
    expect(bufferOf(eightCalls, done, at(minute))).toBe(buffer);
  });

  test('a plateau counts to its end', () => {
    // 9 by 09:00, nothing until 12:00, 1 until 17:00.
    const schedule = withCheckpoints({ at: 540, share: 0.9 }, { at: 720 }, { at: 1020 });
    expect(bufferOf([planDay(10, schedule, day)], 9, at(540))).toBe(180);
  });

  test('a week’s buffer may be days', () => {
    const week = planWeek(5, defaultSchedule, day);
    expect(bufferOf(week, 2, at(480))).toBeGreaterThanOrEqual(2 * 540);
    expect(bufferOf(week, 0, { day: '2026-03-04', minute: 480 })).toBeLessThanOrEqual(-540);
    expect(bufferOf(week, 5, { day: '2026-03-07', minute: 600 })).toBe(0);
  });

  test('is 0 on a day off', () => {
    expect(bufferOf([planDay(8, defaultSchedule, '2026-03-07')], 3, at(600))).toBe(0);
  });

  test('agrees with what is expected', () => {
    const done = fc.nat(30);
    fc.assert(
      fc.property(
        anyTarget,
        anySchedule,
        anyDay,
        done,
        fc.nat(1440),
        (target, schedule, on, k, gone) => {
          const now = { day: on, minute: schedule.dayStartsAt + gone };
          const plans = [planDay(target, schedule, on)];
          const buffer = bufferOf(plans, k, now);
          const expected = expectedBy(plans, now);
          if (k > expected) expect(buffer).toBeGreaterThanOrEqual(0);
          if (k < expected) expect(buffer).toBeLessThanOrEqual(0);
          expect(bufferOf(plans, k + 1, now)).toBeGreaterThanOrEqual(buffer);
        },
      ),
    );
  });
});
