import { describe, expect, test } from 'vitest';
import { activeGoals } from '../../../lib/domain/activeGoals';
import type { Goal, GoalVersion } from '../../../lib/domain/goal';
import { defaultRange } from '../../../lib/domain/goal';
import {
  blockedOn,
  checkIn,
  lastReview,
  mostReviews,
  withBlocker,
  type Blocker,
  type Review,
} from '../../../lib/domain/review';
import { defaultSchedule, type Schedule } from '../../../lib/domain/schedule';
import { usualReviews } from '../../../lib/domain/reviewTimes';
import type { Tally } from '../../../lib/domain/tally';

const [monday, tuesday, wednesday] = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
const calls = (day: string, count: number): Tally => ({
  day,
  kind: 'call',
  minutes: Array.from({ length: count }, (_, index) => 510 + 60 * index),
});
const goal = (period: 'day' | 'week', target: number): Goal => ({
  period,
  kinds: ['call'],
  target,
  ...defaultRange(target),
});
const at = (
  of: Goal,
  tallies: readonly Tally[],
  minute = 720,
  {
    from = '2026-01-01',
    day = wednesday,
    schedule = defaultSchedule,
  }: { from?: string; day?: string; schedule?: Schedule } = {},
) => {
  const goals: readonly GoalVersion[] = [{ id: 'g', from, order: 0, goal: of }];
  const input = { goals, tallies, schedule };
  const [active] = activeGoals(input, day);
  return active ? checkIn(input, active, { day, minute }) : undefined;
};

describe('a check-in', () => {
  const week = [calls(monday, 5), calls(tuesday, 8), calls(wednesday, 4)];

  test('holds a day goal against the week so far, with days above the goal beside those below', () => {
    expect(at(goal('day', 8), week)).toEqual({ done: 17, planned: 20 });
    const over = at(goal('day', 8), [calls(monday, 12), calls(tuesday, 8)]);
    expect(over?.done).toBe(20);
    expect(over?.planned).toBeLessThanOrEqual(20);
  });

  test('holds a week’s goal against the share of it that the plan has by now', () => {
    expect(at(goal('week', 40), week)).toEqual({ done: 17, planned: 20 });
    expect(at(goal('week', 10), week)?.planned).toBeLessThan(17);
  });

  test('comes at reviews only', () => {
    expect(at(goal('day', 8), week, 719)).toBeNull();
    expect(at(goal('day', 8), week, 1019, { day: tuesday })).toBeNull();
  });

  test('at the end of the week while there is still somebody at work', () => {
    const friday = { day: '2026-03-06' };
    expect(at(goal('day', 8), week, 989, friday)).toBeNull();
    expect(at(goal('day', 8), week, 990, friday)).toMatchObject({ done: 17 });
  });

  test('every workday in the first ten, of the rep and not of a goal', () => {
    const evening = (from: string, day: string, tallies = week) =>
      at(goal('day', 8), tallies, 990, { from, day });
    expect(evening(monday, monday)).toEqual({ done: 5, planned: 7 });
    expect(at(goal('day', 8), week, 989, { from: monday, day: monday })).toBeNull();
    // The tenth workday is Friday of the second week, which has its own review.
    expect(evening(monday, '2026-03-12')).toMatchObject({ done: 0 });
    expect(evening(monday, '2026-03-16')).toBeNull();
    expect(evening(monday, monday, [...week, calls('2026-02-02', 1)])).toBeNull();
    expect(evening(monday, '2026-03-07')).toBeNull();
  });

  test('every two weeks skips a week, but not the evenings of the first ten workdays', () => {
    const schedule = {
      ...defaultSchedule,
      reviews: { ...usualReviews, everySecond: '2026-03-09' },
    };
    const held = (day: string, minute: number, from?: string) =>
      at(goal('day', 8), week, minute, { schedule, day, ...(from && { from }) }) !== null;
    expect([held(wednesday, 720), held('2026-03-06', 990)]).toEqual([false, false]);
    expect([held('2026-03-11', 720), held('2026-03-13', 990)]).toEqual([true, true]);
    expect([held(wednesday, 990, monday), held('2026-03-06', 990, monday)]).toEqual([true, true]);
  });
});

describe('what blocked', () => {
  const say = (reviews: readonly Review[], day: string, ...said: Blocker[]) =>
    said.reduce((all, one) => withBlocker(all, 'g', day, one), reviews);

  test('is remembered until the next review, and taken back by saying it again', () => {
    const said = say([], monday, 'answers', 'time');
    expect(blockedOn(said, 'g', monday)).toEqual(['time', 'answers']);
    expect(lastReview(said, 'g', monday)).toBeUndefined();
    expect(lastReview(said, 'g', wednesday)).toEqual({
      goal: 'g',
      day: monday,
      blocked: ['time', 'answers'],
    });
    expect(lastReview(said, 'another', wednesday)).toBeUndefined();
    expect(say(said, monday, 'answers', 'time')).toEqual([]);
  });

  test('is kept for a quarter', () => {
    const days = Array.from(
      { length: mostReviews + 5 },
      (_, index) => `2026-a${String(index + 100)}`,
    );
    const all = days.reduce<readonly Review[]>((reviews, day) => say(reviews, day, 'list'), []);
    expect(all).toHaveLength(mostReviews);
    expect(all.at(-1)?.day).toBe(days.at(-1));
  });
});
