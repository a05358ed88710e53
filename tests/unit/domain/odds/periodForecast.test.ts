import { describe, expect, test } from 'vitest';
import type { ActionKind } from '../../../../lib/domain/action';
import { addDays, weekOf, type DayKey } from '../../../../lib/domain/day';
import { historyOf, pastWorkdays } from '../../../../lib/domain/odds/history';
import { periodForecast, type Period } from '../../../../lib/domain/odds/periodForecast';
import { defaultSchedule, type Schedule } from '../../../../lib/domain/schedule';
import type { Tally } from '../../../../lib/domain/tally';

const monday = '2026-03-02';
const wednesday = '2026-03-04';
const week = weekOf(monday, 1);

/** So many a day, one each half hour from 09:00, on every day from one to another, weekends included. */
function daily(from: DayKey, until: DayKey, count: number, kind: ActionKind = 'call'): Tally[] {
  const tallies: Tally[] = [];
  for (let day = from; day <= until; day = addDays(day, 1))
    tallies.push({
      day,
      kind,
      minutes: Array.from({ length: count }, (_, index) => 540 + 30 * index),
    });
  return tallies;
}

function odds(tallies: readonly Tally[], period: Partial<Period> & Pick<Period, 'now'>) {
  const all: Period = {
    days: week,
    kinds: ['call'],
    tallies,
    schedule: defaultSchedule,
    ...period,
  };
  const past = pastWorkdays(tallies, all.kinds, all.schedule, all.now.day);
  return periodForecast(historyOf(past), all);
}

describe('the history', () => {
  test('has the workdays from the first action on, with none for a day without any', () => {
    const tallies = [...daily('2026-02-24', '2026-02-24', 3), ...daily('2026-02-27', monday, 2)];
    const past = pastWorkdays(tallies, ['call'], defaultSchedule, monday);
    expect(past.map(({ weekday, minutes }) => [weekday, minutes.length])).toEqual([
      [2, 3],
      [3, 0],
      [4, 0],
      [5, 2],
    ]);
  });

  test('leaves days off out, and other kinds', () => {
    const tallies = [
      ...daily('2026-02-23', '2026-02-27', 1),
      ...daily('2026-02-20', '2026-02-27', 5, 'note'),
    ];
    const schedule: Schedule = { ...defaultSchedule, daysOff: ['2026-02-24', '2026-02-25'] };
    expect(pastWorkdays(tallies, ['call'], schedule, monday)).toHaveLength(3);
    expect(pastWorkdays(tallies, ['email'], schedule, monday)).toEqual([]);
  });

  test('puts the actions of two kinds of one day in order', () => {
    const tallies: Tally[] = [
      { day: '2026-02-27', kind: 'note', minutes: [550] },
      { day: '2026-02-27', kind: 'call', minutes: [540, 600] },
    ];
    const [day] = pastWorkdays(tallies, ['call', 'note'], defaultSchedule, monday);
    expect(day?.minutes).toEqual([540, 550, 600]);
  });
});

describe('a week', () => {
  const tallies = daily('2025-12-01', '2026-03-01', 4);

  test('that has not begun is five workdays', () => {
    const forecast = odds(tallies, { now: { day: '2026-02-28', minute: 600 } });
    expect(forecast?.chance(14)).toBeGreaterThan(0.7);
    expect(forecast?.chance(32)).toBeLessThan(0.2);
  });

  test('under way is what was done, the rest of today and the workdays after it', () => {
    const now = { day: wednesday, minute: 12 * 60 };
    const idle = odds(tallies, { now });
    const busy = odds([...tallies, ...daily(monday, '2026-03-03', 8)], { now });
    expect(busy?.chance(16)).toBe(1);
    expect(busy?.chance(22)).toBeGreaterThan(idle?.chance(22) ?? 1);
  });

  test('with days off before it is less likely to reach as much', () => {
    const now = { day: monday, minute: 7 * 60 };
    const schedule: Schedule = { ...defaultSchedule, daysOff: ['2026-03-05', '2026-03-06'] };
    const short = odds(tallies, { now, schedule })?.chance(18) ?? 1;
    expect(short).toBeLessThan((odds(tallies, { now })?.chance(18) ?? 0) - 0.2);
  });

  test('counts what was done on a free day', () => {
    const saturday = [...tallies, ...daily('2026-03-07', '2026-03-07', 9)];
    const forecast = odds(saturday, { now: { day: '2026-03-07', minute: 900 } });
    expect([forecast?.chance(9), forecast?.chance(10)]).toEqual([1, 0]);
  });
});

test('a month is all its workdays', () => {
  const days = Array.from({ length: 31 }, (_, index) => addDays('2026-03-01', index));
  const forecast = odds(daily('2025-06-01', '2026-02-28', 4), {
    days,
    now: { day: '2026-03-01', minute: 600 },
  });
  // 22 workdays of 4.
  expect(forecast?.chance(60)).toBeGreaterThan(0.8);
  expect(forecast?.chance(88)).toBeGreaterThan(0.3);
  expect(forecast?.chance(140)).toBeLessThan(0.1);
});

test('the later the day with as much done, the less likely the rest', () => {
  const hourly = daily('2025-12-01', '2026-03-01', 8).map((tally) => ({
    ...tally,
    minutes: tally.minutes.map((_, hour) => 570 + 60 * hour),
  }));
  const tallies = [...hourly, ...daily(monday, monday, 2)];
  const at = (minute: number) =>
    odds(tallies, { days: [monday], now: { day: monday, minute } })?.chance(8) ?? NaN;
  expect(at(10 * 60)).toBeGreaterThan(at(13 * 60));
  expect(at(13 * 60)).toBeGreaterThan(at(16 * 60));
});

test('without a day of their own a rep gets other people’s figures, where there are any', () => {
  const now = { day: monday, minute: 8 * 60 };
  expect(odds([], { now, kinds: ['call'] })?.rough).toBe(true);
  expect(odds([], { now, kinds: ['note'] })).toBeNull();
  expect(odds([], { now, kinds: ['call', 'note'] })).toBeNull();
});
