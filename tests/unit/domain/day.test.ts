import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  clockAt,
  dayAt,
  dayOf,
  endOfDay,
  instantOf,
  isDay,
  minuteOf,
  offsetAt,
  weekdayOf,
  weekOf,
} from '../../../lib/domain/day';
import { day as anyDay, timeZone as anyZone, weekday } from './arbitrary';

const utc = (text: string) => Date.parse(`${text}Z`);

describe('the day of an instant', () => {
  test('changes at midnight', () => {
    expect(dayOf(utc('2026-03-02T22:59:59.999'), 60, 0)).toBe('2026-03-02');
    expect(dayOf(utc('2026-03-02T23:00'), 60, 0)).toBe('2026-03-03');
  });

  test('changes at 04:00 for who starts the day then', () => {
    expect(dayOf(utc('2026-03-03T02:59'), 60, 240)).toBe('2026-03-02');
    expect(dayOf(utc('2026-03-03T03:00'), 60, 240)).toBe('2026-03-03');
    expect(minuteOf(utc('2026-03-03T00:30'), 60, '2026-03-02')).toBe(1530);
  });

  test('crosses months, leap days and years', () => {
    expect(dayOf(utc('2028-03-01T00:30'), 0, 60)).toBe('2028-02-29');
    expect(dayOf(utc('2026-12-31T23:30'), 60, 0)).toBe('2027-01-01');
  });

  test('follows the offset, not the machine', () => {
    expect(dayAt(utc('2026-03-02T18:14'), 'Asia/Kathmandu', 0)).toBe('2026-03-02');
    expect(dayAt(utc('2026-03-02T18:15'), 'Asia/Kathmandu', 0)).toBe('2026-03-03');
    expect(offsetAt(utc('2026-03-02T18:15'), 'Asia/Kathmandu')).toBe(345);
  });

  test('stays with an action that was done before a flight west', () => {
    const inBerlin = utc('2026-03-02T22:30');
    const inNewYork = utc('2026-03-03T03:00');
    expect(dayAt(inBerlin, 'Europe/Berlin', 0)).toBe('2026-03-02');
    expect(minuteOf(inBerlin, 60, '2026-03-02')).toBe(23 * 60 + 30);
    // Four and a half hours later, and an hour and a half earlier on the wall.
    expect(dayAt(inNewYork, 'America/New_York', 0)).toBe('2026-03-02');
    expect(minuteOf(inNewYork, -300, '2026-03-02')).toBe(22 * 60);
  });
});

describe('when DST begins', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:30', 60, 120],
    ['America/New_York', '2026-03-08', 150, '2026-03-08T07:30', -300, -240],
    ['Australia/Lord_Howe', '2026-10-04', 135, '2026-10-03T15:45', 630, 660],
  ])('%s: a skipped minute comes after the gap', (zone, day, minute, at, before, afterwards) => {
    expect(instantOf(day, minute, zone)).toBe(utc(at));
    expect(offsetAt(utc(at) - 3_600_000, zone)).toBe(before);
    expect(offsetAt(utc(at), zone)).toBe(afterwards);
  });

  test('the day keeps its working times by the wall clock', () => {
    expect(instantOf('2026-03-28', 540, 'Europe/Berlin')).toBe(utc('2026-03-28T08:00'));
    expect(instantOf('2026-03-29', 540, 'Europe/Berlin')).toBe(utc('2026-03-29T07:00'));
    expect(minuteOf(utc('2026-03-29T07:00'), 120, '2026-03-29')).toBe(540);
  });

  test('a day that starts in the gap starts with the new time', () => {
    const lastNight = utc('2026-03-29T00:50');
    expect(endOfDay(lastNight, 'Europe/Berlin', 150)).toBe(utc('2026-03-29T01:00'));
  });

  test('midnight itself may be skipped', () => {
    expect(endOfDay(utc('2026-09-06T03:00'), 'America/Santiago', 0)).toBe(utc('2026-09-06T04:00'));
    expect(instantOf('2026-09-06', 0, 'America/Santiago')).toBe(utc('2026-09-06T04:00'));
  });
});

describe('when DST ends', () => {
  test.each([
    ['Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30'],
    ['America/New_York', '2026-11-01', 90, '2026-11-01T05:30'],
    ['Australia/Lord_Howe', '2026-04-05', 105, '2026-04-04T14:45'],
  ])('%s: a repeated minute is the first of the two', (zone, day, minute, at) => {
    expect(instantOf(day, minute, zone)).toBe(utc(at));
  });

  test('the day has 25 hours', () => {
    const midnight = instantOf('2026-10-25', 0, 'Europe/Berlin');
    expect(endOfDay(midnight, 'Europe/Berlin', 0) - midnight).toBe(25 * 3_600_000);
  });

  test('what a plan takes for the time waits while the hour repeats', () => {
    const at = (text: string) => clockAt(utc(`2026-10-25T${text}`), 'Europe/Berlin', '2026-10-25');
    expect([at('00:59'), at('01:00'), at('01:59'), at('02:00')]).toEqual([179, 180, 180, 180]);
    expect(at('02:30')).toBe(210);
    expect(clockAt(utc('2026-10-26T02:30'), 'Europe/Berlin', '2026-10-26')).toBe(210);
  });

  test('a day that starts in the repeated hour ends at the second time', () => {
    const second = utc('2026-10-25T01:10');
    expect(dayAt(second, 'Europe/Berlin', 150)).toBe('2026-10-24');
    expect(endOfDay(second, 'Europe/Berlin', 150)).toBe(utc('2026-10-25T01:30'));
  });
});

describe('weeks', () => {
  test('begin when the rep says so', () => {
    expect(weekOf('2026-03-04', 1)[0]).toBe('2026-03-02');
    expect(weekOf('2026-03-04', 7)[0]).toBe('2026-03-01');
    expect(weekOf('2026-03-01', 1)).toEqual([
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  test('hold their day and start on their weekday', () => {
    fc.assert(
      fc.property(anyDay, weekday, (day, first) => {
        const week = weekOf(day, first);
        expect(week).toContain(day);
        expect(weekdayOf(week[0])).toBe(first);
        expect(weekOf(week[6], first)).toEqual(week);
        expect(weekOf(addDays(week[6], 1), first)[0]).toBe(addDays(week[0], 7));
      }),
    );
  });
});

test('a day key is a date on the calendar', () => {
  expect(['2026-03-01', '2028-02-29'].every(isDay)).toBe(true);
  expect(['2026-02-29', '2026-3-1', '', '2026-03-01T00', 'today'].some(isDay)).toBe(false);
});

test('nonsense is refused', () => {
  expect(() => minuteOf(0, 0, '2026-02-30')).toThrow(RangeError);
  expect(() => offsetAt(0, 'Mars/Olympus')).toThrow(RangeError);
  expect(() => dayOf(NaN, 0, 0)).toThrow(RangeError);
});

test('a minute and its instant agree, but for the skipped ones', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 2160 }), anyZone, (day, minute, zone) => {
      const at = instantOf(day, minute, zone);
      const read = minuteOf(at, offsetAt(at, zone), day);
      expect([0, 30, 60]).toContain(read - minute);
    }),
  );
});

test('the day ends when the next one begins, whatever the clocks do', () => {
  const soon = fc.integer({ min: 0, max: 30 * 60 });
  const starts = fc.constantFrom(0, 30, 90, 120, 150, 240, 720);
  fc.assert(
    fc.property(anyDay, anyZone, starts, soon, (day, zone, dayStartsAt, minutes) => {
      const now = instantOf(day, dayStartsAt, zone) + minutes * 60_000;
      const today = dayAt(now, zone, dayStartsAt);
      const end = endOfDay(now, zone, dayStartsAt);
      expect(end).toBeGreaterThan(now);
      expect(dayAt(end - 1, zone, dayStartsAt)).toBe(today);
      expect(dayAt(end, zone, dayStartsAt)).toBe(addDays(today, 1));
    }),
    { numRuns: 500 },
  );
});

test('the clock of a plan never runs back within a day', () => {
  fc.assert(
    fc.property(anyDay, anyZone, (day, zone) => {
      const midnight = instantOf(day, 0, zone);
      const clock = Array.from({ length: 300 }, (_, step) =>
        clockAt(midnight + step * 5 * 60_000, zone, day),
      );
      expect(clock).toEqual(clock.toSorted((a, b) => a - b));
    }),
  );
});
