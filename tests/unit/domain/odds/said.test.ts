import { describe, expect, test } from 'vitest';
import { defaultRange, type Goal, type GoalVersion } from '../../../../lib/domain/goal';
import { mostSaid, resolveSaid, withSaid, type Said } from '../../../../lib/domain/odds/said';
import { defaultSchedule, type Schedule } from '../../../../lib/domain/schedule';
import type { GoalStanding } from '../../../../lib/domain/standing';
import type { Tally } from '../../../../lib/domain/tally';
import { goal } from '../../components/samples';

const tuesday = '2026-03-03';
const wednesday = '2026-03-04';

const week = { first: '2026-03-02', last: '2026-03-08' };

function shown(day: string, p: number, more: Partial<GoalStanding> = {}): GoalStanding {
  return goal({ target: 3, odds: { p, rough: false, span: { first: day, last: day } }, ...more });
}

const first = (goals: readonly GoalStanding[], schedule: Schedule = defaultSchedule) =>
  withSaid([], goals, schedule);

describe('what was said', () => {
  test('is what a period was first given; later odds of it are not', () => {
    const morning = first([shown(tuesday, 0.8)]);
    expect(morning).toEqual([
      {
        id: 'calls',
        kinds: ['call'],
        target: 3,
        p: 0.8,
        workdays: 1,
        first: tuesday,
        last: tuesday,
      },
    ]);
    expect(withSaid(morning, [shown(tuesday, 0.3)], defaultSchedule)).toBe(morning);
    const both = withSaid(morning, [shown(wednesday, 0.6)], defaultSchedule);
    expect(both.map(({ p }) => p)).toEqual([0.8, 0.6]);
  });

  test('has nothing rough in it, and nothing of goals without odds', () => {
    const span = { first: tuesday, last: tuesday };
    const none: readonly Said[] = [];
    const goals = [goal(), goal({ odds: { p: 0.9, rough: true, span } })];
    expect(withSaid(none, goals, defaultSchedule)).toBe(none);
  });

  test('is kept for the last four hundred', () => {
    const many = Array.from({ length: mostSaid }, (_, one) =>
      shown(tuesday, 0.5, { id: String(one) }),
    );
    const said = withSaid(first(many), [shown(wednesday, 0.8)], defaultSchedule);
    expect(said).toHaveLength(mostSaid);
    expect(said.at(-1)?.first).toBe(wednesday);
  });
});

describe('what came', () => {
  const said: readonly Said[] = [
    ...first([shown(tuesday, 0.8)]),
    ...first([shown(wednesday, 0.6)]),
  ];
  const tallies: readonly Tally[] = [
    { day: tuesday, kind: 'call', minutes: [600, 610, 620] },
    { day: wednesday, kind: 'call', minutes: [600, 610] },
    { day: wednesday, kind: 'email', minutes: [600, 610] },
  ];
  const plain: Goal = { period: 'day', kinds: ['call'], target: 3, ...defaultRange(3) };
  const versions: readonly GoalVersion[] = [
    { id: 'calls', from: '2026-01-01', order: 0, goal: plain },
  ];
  const resolved = (
    today: string,
    schedule: Schedule = defaultSchedule,
    goals: readonly GoalVersion[] = versions,
  ) => resolveSaid(said, tallies, goals, schedule, today);

  test('is known once the period is over', () => {
    expect(resolved(tuesday)).toEqual([]);
    expect(resolved(wednesday)).toEqual([{ stated: 0.8, reached: true }]);
    expect(resolved('2026-03-05')).toEqual([
      { stated: 0.8, reached: true },
      { stated: 0.6, reached: false },
    ]);
  });

  test('leaves out a day that turned out to be off, or on hold', () => {
    const off = { ...defaultSchedule, daysOff: [wednesday] };
    expect(resolved('2026-03-05', off)).toHaveLength(1);
    const hold = { from: wednesday, until: wednesday };
    const held = [
      ...versions,
      { id: 'calls', from: wednesday, order: 0, goal: { ...plain, hold } },
    ];
    expect(resolved('2026-03-05', defaultSchedule, held)).toHaveLength(1);
  });

  describe('leaves out a week', () => {
    const thursday = '2026-03-05';
    const away = { ...defaultSchedule, daysOff: [thursday, '2026-03-06'] };
    const called = [shown(wednesday, 0.8, { odds: { p: 0.8, rough: false, span: week } })];
    const weekly: readonly GoalVersion[] = [
      { id: 'calls', from: '2026-01-01', order: 0, goal: { ...plain, period: 'week' } },
    ];
    const came = (before: readonly Said[], schedule: Schedule) =>
      resolveSaid(before, [], weekly, schedule, '2026-03-09');

    test('that had leave taken in it', () => {
      expect(came(first(called), away)).toEqual([]);
    });

    test('that got a day of leave back', () => {
      expect(came(first(called, away), defaultSchedule)).toEqual([]);
    });

    test('that has leave, where an earlier version did not keep whether that was known', () => {
      const old = first(called, away).map(({ workdays: _, ...rest }) => rest);
      expect(came(old, away)).toEqual([]);
      expect(came(old, defaultSchedule)).toEqual([{ stated: 0.8, reached: false }]);
    });

    test('but not one whose leave was known when its odds were said', () => {
      expect(came(first(called, away), away)).toEqual([{ stated: 0.8, reached: false }]);
    });
  });
});
