import { describe, expect, test } from 'vitest';
import { activeGoals } from '../../../lib/domain/activeGoals';
import type { Goal, GoalVersion, OwnGoal } from '../../../lib/domain/goal';
import { goalChanges } from '../../../lib/domain/goalChanges';
import { defaultSchedule, type Schedule } from '../../../lib/domain/schedule';
import { daily } from '../dailyGoal';

const monday = '2026-03-02';
const [thursday, friday] = ['2026-03-05', '2026-03-06'];

/** Two weeks, ten workdays. */
const sprint: OwnGoal = { ...daily(30), period: 'own', first: monday, last: '2026-03-13' };
const off = (...daysOff: string[]): Schedule => ({ ...defaultSchedule, daysOff });

/** The versions once a goal is saved on the Monday. */
function saved(goal: Goal, schedule: Schedule, before: readonly GoalVersion[] = []) {
  const id = before.length > 0 ? 's' : null;
  const changes = goalChanges(before, [{ id, goal }], monday, () => 's', schedule);
  return [...before.filter(() => changes.length === 0), ...changes];
}
const asks = (goals: readonly GoalVersion[], schedule: Schedule) =>
  activeGoals({ goals, tallies: [], schedule }, monday)[0]?.goal.target;

describe('a sprint', () => {
  test('asks for its number where leave was known when it was set', () => {
    expect(asks(saved(sprint, off(friday)), off(friday))).toBe(30);
  });

  test('asks for less once leave is taken in it', () => {
    expect(asks(saved(sprint, defaultSchedule), off(thursday, friday))).toBe(24);
    expect(asks(saved(sprint, off(friday)), off(thursday, friday))).toBe(27);
  });

  test('goes on asking for less whatever else of it is edited', () => {
    const before = saved(sprint, defaultSchedule);
    const after = saved({ ...sprint, objective: 'Fill the pipeline' }, off(friday), before);
    expect(asks(after, off(friday))).toBe(27);
  });

  test('with another number, or on other days, is set anew', () => {
    const before = saved(sprint, defaultSchedule);
    expect(asks(saved({ ...sprint, target: 20 }, off(friday), before), off(friday))).toBe(20);
    const longer = { ...sprint, last: '2026-03-16' };
    expect(asks(saved(longer, off(friday), before), off(friday))).toBe(30);
  });

  test('that is saved as it was gets no version', () => {
    const before = saved(sprint, defaultSchedule);
    expect(goalChanges(before, [{ id: 's', goal: sprint }], monday, () => '', off(friday))).toEqual(
      [],
    );
  });
});
