import { describe, expect, it } from 'vitest';
import { addDays, daysOf } from '../../../lib/domain/day';
import type { Goal, GoalVersion } from '../../../lib/domain/goal';
import { goalAudit } from '../../../lib/domain/goalAudit';
import { defaultSchedule } from '../../../lib/domain/schedule';
import type { Tally } from '../../../lib/domain/tally';
import { daily } from '../dailyGoal';

const monday = '2026-03-02';
const saturday = '2026-03-07';
const version = (goal: Goal | null, from = monday, id = 'calls'): GoalVersion => ({
  id,
  from,
  order: 0,
  goal,
});
const calls = (...counts: number[]): Tally[] =>
  counts.map((count, index) => ({
    day: addDays(monday, index),
    kind: 'call',
    minutes: Array.from({ length: count }, (_, minute) => 600 + minute),
  }));
const audit = (
  goals: readonly GoalVersion[],
  tallies: readonly Tally[],
  schedule = defaultSchedule,
  day = saturday,
) => goalAudit({ goals, tallies, schedule }, day);

describe('what the rep’s own goals show', () => {
  it('is how many were reached, and by how much', () => {
    expect(audit([version(daily(8))], calls(10, 12, 10, 8, 3))).toEqual({
      periods: 5,
      reached: 4,
      overshoot: (2 + 4 + 2 + 0) / 8 / 4,
      dropped: 0,
    });
  });

  it('judges each day by the target that it had', () => {
    const goals = [version(daily(8)), version(daily(4), addDays(monday, 2))];
    expect(audit(goals, calls(8, 7, 4, 3, 4))).toMatchObject({ periods: 5, reached: 3 });
  });

  it('asks nothing of days on hold, of days off, and of a week that goes on', () => {
    const hold = { from: addDays(monday, 1), until: addDays(monday, 2) };
    const schedule = { ...defaultSchedule, daysOff: [addDays(monday, 3)] };
    expect(audit([version(daily(8, { hold }))], calls(8, 0, 0, 0, 8), schedule)).toMatchObject({
      periods: 2,
      reached: 2,
    });
    const weekly: Goal = { ...daily(30), period: 'week' };
    expect(audit([version(weekly)], calls(8, 8, 8, 8))).toMatchObject({ periods: 0 });
    expect(
      audit([version(weekly)], calls(8, 8, 8, 8), defaultSchedule, '2026-03-09'),
    ).toMatchObject({ periods: 1, reached: 1 });
  });

  it('counts what was given up in the last half-year, and not what was taken up again', () => {
    const given = (id: string, day: string) => version(null, day, id);
    const goals = [
      version(daily(8), monday, 'old'),
      given('old', addDays(monday, 1)),
      version(daily(8), monday, 'again'),
      given('again', addDays(monday, 1)),
      version(daily(8), addDays(monday, 2), 'again'),
    ];
    expect(audit(goals, [])).toMatchObject({ dropped: 1 });
    expect(audit(goals, [], defaultSchedule, '2026-12-01')).toMatchObject({ dropped: 0 });
  });

  it('judges a week that ends on hold by what it asked before', () => {
    const hold = { from: addDays(monday, 3), until: addDays(monday, 9) };
    const weekly: Goal = { ...daily(30, { hold }), period: 'week' };
    expect(audit([version(weekly)], calls(6, 6, 6), defaultSchedule, '2026-03-09')).toMatchObject({
      periods: 1,
      reached: 1,
    });
  });

  it('calls nothing given up that nobody went for, nor a sprint that was over', () => {
    const sprint: Goal = { ...daily(8), period: 'own', first: monday, last: addDays(monday, 1) };
    const goals = [
      version(null, monday, 'declined'),
      version(sprint, monday, 'sprint'),
      version(null, addDays(monday, 2), 'sprint'),
    ];
    expect(audit(goals, [])).toMatchObject({ dropped: 0 });
  });

  it('leaves out what the company has set', () => {
    expect(audit([version(daily(8), monday, 'company/call/day')], calls(9, 9))).toMatchObject({
      periods: 0,
      reached: 0,
      overshoot: null,
    });
  });

  it('looks back half a year', () => {
    const goals = [version(daily(1), '2025-01-01')];
    const weekdays = daysOf({ first: addDays(saturday, -182), last: addDays(saturday, -1) }).filter(
      (day) => new Date(day).getUTCDay() % 6 > 0,
    );
    expect(audit(goals, []).periods).toBe(weekdays.length);
  });
});
