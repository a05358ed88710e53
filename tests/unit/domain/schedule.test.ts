import { describe, expect, test } from 'vitest';
import type { Schedule, Weekday } from '../../../lib/domain/schedule';
import {
  checkSchedule,
  defaultSchedule,
  hoursOn,
  minutesWithin,
  workingMinutes,
} from '../../../lib/domain/schedule';

const monday = '2026-03-02';
const saturday = '2026-03-07';

describe('working time', () => {
  test('is there on workdays only', () => {
    expect(hoursOn(defaultSchedule, monday)).toEqual({ start: 480, end: 1020 });
    expect(hoursOn(defaultSchedule, saturday)).toBeNull();
    expect(hoursOn({ ...defaultSchedule, daysOff: [monday] }, monday)).toBeNull();
  });

  test('counts within the hours', () => {
    expect(workingMinutes(defaultSchedule, monday, 450, 540)).toBe(60);
    expect(workingMinutes(defaultSchedule, monday, 0, 1440)).toBe(540);
    expect(workingMinutes(defaultSchedule, monday, 1030, 1440)).toBe(0);
    expect(workingMinutes(defaultSchedule, monday, 600, 540)).toBe(0);
    expect(workingMinutes(defaultSchedule, saturday, 0, 1440)).toBe(0);
    expect(minutesWithin({ start: 480, end: 1020 }, -Infinity, Infinity)).toBe(540);
  });

  test('hours that end before they begin are none', () => {
    const odd = {
      ...defaultSchedule,
      hours: { ...defaultSchedule.hours, 1: { start: 600, end: 540 } },
    };
    expect(hoursOn(odd, monday)).toBeNull();
  });
});

describe('a schedule is checked', () => {
  test('the default one is possible, and so is one without any work', () => {
    expect(checkSchedule(defaultSchedule)).toEqual([]);
    const none = { 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null };
    expect(checkSchedule({ ...defaultSchedule, hours: none, checkpoints: [] })).toEqual([]);
  });

  const at = (...times: number[]) => ({ checkpoints: times.map((time) => ({ at: time })) });
  const onMonday = (start: number, end: number) => ({
    hours: { ...defaultSchedule.hours, 1: { start, end } },
  });
  const reviewOn = (weekday: Weekday, minute: number) => ({
    reviews: { midweek: { weekday, minute } },
  });
  test.each<[string, Partial<Schedule>]>([
    ['day-start-out-of-range', { dayStartsAt: -1 }],
    ['hours-end-before-start', onMonday(600, 600)],
    ['hours-not-whole', onMonday(480.5, 600)],
    ['hours-outside-day', onMonday(1000, 1441)],
    ['day-off-not-a-day', { daysOff: ['2026-02-30'] }],
    ['too-many-checkpoints', at(1, 2, 3, 4, 5, 6, 7, 8, 9)],
    ['checkpoint-not-whole', at(540.5)],
    ['checkpoint-outside-day', at(0)],
    ['checkpoints-out-of-order', at(720, 540)],
    ['checkpoints-out-of-order', at(540, 540)],
    ['share-out-of-range', { checkpoints: [{ at: 540, share: 1.1 }] }],
    ['share-out-of-range', { checkpoints: [{ at: 540, share: NaN }] }],
    [
      'shares-falling',
      { checkpoints: [{ at: 540, share: 0.5 }, { at: 600 }, { at: 660, share: 0.4 }] },
    ],
    ['review-outside-hours', reviewOn(6, 720)],
    ['review-outside-hours', reviewOn(2, 479)],
    ['review-outside-hours', reviewOn(2, 1020)],
    ['review-at-weeks-end', reviewOn(5, 720)],
    ['review-at-weeks-end', { ...reviewOn(2, 720), weekStartsOn: 3 }],
  ])('%s', (problem, change) => {
    expect(checkSchedule({ ...defaultSchedule, ...change })).toEqual([problem]);
  });

  test('who starts the day at 04:00 may work and check until 04:00', () => {
    const night = {
      ...defaultSchedule,
      dayStartsAt: 240,
      ...onMonday(1200, 1680),
      checkpoints: [{ at: 1680 }],
    };
    expect(checkSchedule(night)).toEqual([]);
    expect(checkSchedule({ ...night, checkpoints: [{ at: 200 }] })).toEqual([
      'checkpoint-outside-day',
    ]);
  });
});
