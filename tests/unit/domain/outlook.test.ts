import { describe, expect, test } from 'vitest';
import { addDays, daysOf, instantOf } from '../../../lib/domain/day';
import type { DayGoal, Goal, GoalVersion } from '../../../lib/domain/goal';
import { defaultRange } from '../../../lib/domain/goal';
import { acceptAdjustment, acceptStretch, outlook } from '../../../lib/domain/outlook';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import { standing } from '../../../lib/domain/standing';
import type { Tally } from '../../../lib/domain/tally';
import type { Terms } from '../../../lib/domain/terms';

/** A Wednesday. */
const today = '2026-06-03';
const calls = (day: string, count: number): Tally => ({
  day,
  kind: 'call',
  minutes: Array.from({ length: count }, (_, index) => 500 + 5 * index),
});
const past = (count: number, days = 84) =>
  daysOf({ first: addDays(today, -days), last: addDays(today, -1) })
    .filter((day) => hoursOn(defaultSchedule, day))
    .map((day) => calls(day, count));
const daily = (target: number, terms: Terms = {}): DayGoal => ({
  period: 'day',
  kinds: ['call'],
  target,
  ...defaultRange(target),
  ...terms,
});
const weekly = (target: number): Goal => ({ ...daily(target), period: 'week' });
const version = (goal: Goal, from = '2026-01-01'): GoalVersion => ({
  id: 'g',
  from,
  order: 0,
  goal,
});
const input = (goals: readonly GoalVersion[], tallies: readonly Tally[]) => ({
  goals,
  tallies,
  schedule: defaultSchedule,
});
const seen = (goals: readonly GoalVersion[], tallies: readonly Tally[], minute = 800) =>
  outlook(input(goals, tallies), { day: today, minute });
const show = (goals: readonly GoalVersion[], tallies: readonly Tally[], minute = 800) =>
  standing({
    goals,
    tallies,
    schedule: defaultSchedule,
    now: instantOf(today, minute, 'UTC'),
    timeZone: 'UTC',
    previous: null,
    recent: [],
  });

describe('stretch', () => {
  const done = [...past(8), calls(today, 8)];

  test('is offered to whoever met most of the last and has time left', () => {
    expect(seen([version(daily(8))], done).goals[0]?.stretch).toEqual({
      target: 10,
      accepted: false,
    });
    expect(seen([version(daily(8))], [...past(7), calls(today, 8)]).goals[0]?.stretch).toBeNull();
    expect(seen([version(daily(8))], past(8)).goals[0]?.stretch).toBeNull();
  });

  test('accepted, asks for the rest without making the goal look missed', () => {
    const goals = [
      version(daily(8)),
      ...acceptStretch(input([version(daily(8))], done), 'g', today),
    ];
    expect(seen(goals, done).goals[0]?.stretch).toEqual({ target: 10, accepted: true });
    const { goals: shown, foothold, rest } = show(goals, done);
    expect(shown[0]).toMatchObject({ done: 8, target: 8, stretch: 10, today: { target: 10 } });
    expect(shown[0]?.ahead).toBeGreaterThanOrEqual(0);
    expect([rest, foothold?.size]).toEqual([null, 1]);
    // Before the goal itself is reached it asks for no more than that.
    expect(show(goals, [...past(8), calls(today, 7)]).goals[0]?.today.target).toBe(8);
    const over = show(goals, [...past(8), calls(today, 10)]);
    expect([over.rest, over.goals[0]?.done]).toEqual(['reached', 10]);
  });

  test('is over with its period', () => {
    const goals = acceptStretch(input([version(daily(8))], done), 'g', today);
    const next = outlook(input(goals, done), { day: addDays(today, 1), minute: 600 });
    expect(next.goals[0]?.stretch).toBeNull();
  });
});

describe('an adjustment point', () => {
  const goals = [version(weekly(60))];

  test('proposes what the week will bear, from the day after', () => {
    const found = seen(goals, past(4)).goals[0]?.adjustment;
    expect(found).toMatchObject({ move: 'lower', from: '2026-06-04' });
    const target = found?.move === 'lower' ? found.target : 0;
    expect(target).toBeGreaterThanOrEqual(12);
    expect(target).toBeLessThan(30);
  });

  test('says nothing before its minute, and nothing about what is likely', () => {
    expect(seen(goals, past(4), 700).goals[0]?.adjustment).toBeNull();
    expect(seen([version(weekly(12))], past(4)).goals[0]?.adjustment).toBeNull();
  });

  test('is logged with its reason, leaves today as it is, and comes once a period', () => {
    const proposal = seen(goals, past(4)).goals[0]?.adjustment;
    if (!proposal) throw new Error('nothing proposed');
    const changes = acceptAdjustment(input(goals, past(4)), 'g', today, {
      ...proposal,
      reason: 'Trade fair',
    });
    expect(changes).toMatchObject([
      {
        from: '2026-06-04',
        goal: { lowered: { on: today, from: 60, reason: 'Trade fair' } },
      },
    ]);
    const after = [...goals, ...changes];
    expect(show(after, past(4)).goals[0]?.target).toBe(60);
    expect(seen(after, past(4)).goals[0]?.adjustment).toBeNull();
  });

  test('may let the goal rest to the end of its period', () => {
    const changes = acceptAdjustment(input(goals, past(4)), 'g', today, {
      move: 'hold',
      from: '2026-06-04',
      reason: '',
    });
    expect(changes[0]?.goal?.hold).toEqual({ from: today, until: '2026-06-07' });
    expect(show([...goals, ...changes], past(4))).toMatchObject({
      rest: 'held',
      foothold: null,
      goals: [{ hold: { until: '2026-06-07' }, today: { target: 0 } }],
    });
  });
});

describe('a hold for want of data', () => {
  test('ends with a target below what the rep usually does, not above', () => {
    const from = addDays(today, -14);
    const goals = [version(daily(20, { hold: { from } }), from)];
    const suggested = seen(goals, past(6, 30)).goals[0]?.afterHold ?? 0;
    expect(suggested).toBeGreaterThanOrEqual(3);
    expect(suggested).toBeLessThanOrEqual(6);
    expect(seen(goals, past(6, 5)).goals[0]?.afterHold).toBeNull();
  });
});

describe('the best', () => {
  test('that is broken comes before one that is near', () => {
    const mails = daily(3);
    const goals = [
      version(daily(8)),
      { ...version({ ...mails, kinds: ['email'] }), id: 'mails', order: 1 },
    ];
    const tallies = [
      ...past(6),
      ...past(2).map((tally) => ({ ...tally, kind: 'email' as const })),
      calls(today, 5),
      { ...calls(today, 3), kind: 'email' as const },
    ];
    expect(seen(goals, tallies).best).toMatchObject({
      kinds: ['email'],
      approach: 'new',
      today: 3,
    });
  });

  test('is none for a newcomer', () => {
    expect(seen([version(daily(8))], past(6, 10)).best).toBeNull();
  });
});

test('credit, reward and what cannot be planned', () => {
  const goal = daily(20, {
    reward: 'A long walk',
    trial: { rule: 'cap', from: '2026-06-01', until: '2026-06-30' },
  });
  const at = (count: number) => seen([version(goal)], [calls(today, count)]).goals[0];
  expect([17, 19, 20, 30].map((count) => at(count)?.credit)).toEqual([null, 0.75, 1, 1.25]);
  expect([at(19)?.reward, at(20)?.reward]).toEqual([null, 'A long walk']);
  expect(show([version(weekly(60))], past(4)).goals[0]?.unplannable).toBe(60 - 8 - 3 * 4);
});
