import { describe, expect, test } from 'vitest';
import { floorOffer, undoing, withFloor } from '../../../lib/domain/floorOffer';
import { addDays, daysOf } from '../../../lib/domain/day';
import {
  checkGoal,
  defaultRange,
  goalsOn,
  type Goal,
  type GoalVersion,
} from '../../../lib/domain/goal';
import type { PipelineTrap } from '../../../lib/domain/pipelineTrap';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import type { Terms } from '../../../lib/domain/terms';
import type { Tally } from '../../../lib/domain/tally';
import { daily } from '../dailyGoal';

/** A Monday. */
const today = '2026-03-02';
const yesterday = addDays(today, -1);
const trap: PipelineTrap = { lately: 4, usually: 8.5, floor: 6, kinds: ['call'] };

/** A year of so many calls a workday, the last of them five times so few. */
const calls = (usually: number, lately = usually): readonly Tally[] =>
  daysOf({ first: addDays(today, -364), last: yesterday })
    .filter((day) => hoursOn(defaultSchedule, day))
    .map((day, index, all) => ({
      day,
      kind: 'call',
      minutes: Array.from(
        { length: index < all.length - 5 ? usually : lately },
        (_, at) => 500 + at,
      ),
    }));
const version = (id: string, goal: Goal | null, order = 0, from = '2026-01-05'): GoalVersion => ({
  id,
  from,
  order,
  goal,
});
const weekly = (kind: Goal['kinds'][number]): Goal => ({
  period: 'week',
  kinds: [kind],
  target: 5,
  ...defaultRange(5),
});
const offer = (goals: readonly GoalVersion[], tallies = calls(10, 4), found = trap) =>
  floorOffer({ goals, tallies, schedule: defaultSchedule }, found, { day: today, minute: 600 });
let ids = 0;
const taken = (goals: readonly GoalVersion[], found = trap) =>
  withFloor(goals, found, today, () => `new-${String((ids += 1))}`);
const after = (goals: readonly GoalVersion[], saved: readonly GoalVersion[]) => {
  const kept = goals.filter(
    (one) => !saved.some(({ id, from }) => id === one.id && from === one.from),
  );
  return goalsOn([...kept, ...saved], today);
};

describe('the floor of a pipeline trap', () => {
  test('may be a new goal a day from today on, and nothing else changes', () => {
    const goals = [version('emails', { ...daily(5), kinds: ['email'] })];
    expect(offer(goals)).toEqual({ answer: 'free' });
    expect(taken(goals)).toEqual([
      { id: expect.stringMatching(/^new-/) as string, from: today, order: 1, goal: daily(6) },
    ]);
  });

  test('raises the goal that asks for less of the same, and leaves the days before as they were', () => {
    const goals = [version('calls', daily(3, { owner: 'me' }))];
    expect(offer(goals)).toEqual({ answer: 'free' });
    const saved = taken(goals);
    expect(saved).toEqual([version('calls', daily(6, { owner: 'me' }), 0, today)]);
    expect(goalsOn([...goals, ...saved], yesterday)).toEqual(goalsOn(goals, yesterday));
  });

  test('is asked for already by a goal of so many, or of a part of these kinds', () => {
    const both: PipelineTrap = { ...trap, kinds: ['call', 'email'] };
    expect(offer([version('calls', daily(8))])).toEqual({ answer: 'asked', target: 8 });
    expect(offer([version('calls', daily(8))], calls(10, 4), both)).toMatchObject({
      answer: 'asked',
    });
    expect(offer([version('calls', { ...daily(8), kinds: ['call', 'note'] })])).toMatchObject({
      answer: 'free',
    });
  });

  test('is not asked for by what rests, is parked, or is the company’s', () => {
    const having = (terms: Terms) => offer([version('calls', daily(8, terms))]).answer;
    expect(having({ hold: { from: yesterday } })).toBe('held');
    expect(having({ parked: true })).toBe('free');
    expect(offer([version('company/day call', daily(8, { layer: 'company' }))]).answer).toBe(
      'free',
    );
  });

  test('is no sixth goal', () => {
    const kinds = ['note', 'task', 'lead', 'contact', 'company'] as const;
    const five = kinds.map((kind, order) => version(kind, weekly(kind), order));
    expect(offer(five)).toEqual({ answer: 'full' });
    expect(offer(five.slice(1))).toEqual({ answer: 'free' });
    // To raise one of five is no sixth.
    const raised = [...five.slice(1), version('calls', daily(3), 4)];
    expect(offer(raised)).toEqual({ answer: 'free' });
  });

  test('asks what will change where it is more than a tenth above what four weeks gave', () => {
    const high = { ...trap, floor: 11 };
    expect(offer([], calls(10), high)).toEqual({ answer: 'unlikely', best: 8, free: true });
    expect(offer([], calls(9), high)).toEqual({
      answer: 'raise',
      goal: daily(11),
      mean: 9,
      workMinutes: 540,
    });
    const [saved] = withFloor([], high, today, () => 'new', 'list');
    expect(saved?.goal).toEqual(daily(11, { change: 'list' }));
  });

  test('is refused where it is likelier missed than reached, with what would be possible', () => {
    // Ten on one day of three, nothing on the others: three is within the mean of four weeks, and mostly missed.
    const uneven = calls(10).map((one, index) => (index % 3 ? { ...one, minutes: [] } : one));
    expect(offer([version('calls', daily(8))], calls(10), { ...trap, floor: 11 })).toEqual({
      answer: 'unlikely',
      best: 8,
      free: false,
    });
    expect(offer([], uneven, { ...trap, floor: 3 })).toEqual({
      answer: 'unlikely',
      best: null,
      free: false,
    });
  });

  test('is always a possible goal', () => {
    for (const floor of [1, 2, 40])
      for (const goals of [[], [version('calls', daily(1))]])
        for (const { goal } of taken(goals, { ...trap, floor }))
          expect(goal && checkGoal(goal)).toEqual([]);
  });
});

describe('taken back', () => {
  test('a new goal is gone, and one that was raised is as it was', () => {
    for (const goals of [
      [version('emails', { ...daily(5), kinds: ['email'] })],
      [version('calls', daily(3)), version('calls', daily(4), 0, today)],
    ] as const) {
      const saved = taken(goals);
      expect(after(goals, saved)).not.toEqual(goalsOn(goals, today));
      const kept = [...goals, ...saved];
      expect(after(kept, undoing(goals, saved))).toEqual(goalsOn(goals, today));
    }
  });

  test('what was planned for a later day is planned again', () => {
    const goals = [version('calls', daily(3)), version('calls', daily(2), 0, '2026-03-05')];
    const saved = taken(goals);
    const back = undoing(goals, saved);
    expect(back).toContainEqual(version('calls', daily(3), 0, today));
    expect(goalsOn([...goals, ...back], '2026-03-05')).toEqual(goalsOn(goals, '2026-03-05'));
  });
});
