import { describe, expect, test } from 'vitest';
import { companyGoalId, isCompanyGoal, oneLayer } from '../../../lib/domain/companyGoal';
import { companyGoalChanges } from '../../../lib/domain/companyGoalChanges';
import { defaultRange, goalsOn, type Goal, type GoalVersion } from '../../../lib/domain/goal';

const goal = (kind: 'call' | 'email', target: number, period: 'day' | 'week' = 'day'): Goal => ({
  period,
  kinds: [kind],
  target,
  ...defaultRange(target),
});
const mine: GoalVersion = { id: 'mine', from: '2026-03-02', order: 0, goal: goal('call', 8) };

/** What an administrator does from day to day. */
function through(steps: readonly [day: string, goals: readonly Goal[]][]): readonly GoalVersion[] {
  return steps.reduce<readonly GoalVersion[]>(
    (versions, [day, goals]) => {
      const changes = companyGoalChanges(versions, goals, day);
      const replaced = (one: GoalVersion) =>
        changes.some(({ id, from }) => id === one.id && from === one.from);
      return [...versions.filter((one) => !replaced(one)), ...changes];
    },
    [mine],
  );
}
const targetsOn = (versions: readonly GoalVersion[], day: string) =>
  goalsOn(versions, day).map(({ id, goal: { target } }) => [id, target]);

describe('company goals', () => {
  test('apply from the day they were set, before the rep’s own, and to the day they end', () => {
    const versions = through([
      ['2026-03-03', [goal('email', 30), goal('call', 40)]],
      ['2026-03-04', [goal('email', 30), goal('call', 45)]],
      ['2026-03-05', [goal('call', 45)]],
      ['2026-03-06', []],
    ]);
    expect(targetsOn(versions, '2026-03-02')).toEqual([['mine', 8]]);
    expect(targetsOn(versions, '2026-03-03')).toEqual([
      ['company/email/day', 30],
      ['company/call/day', 40],
      ['mine', 8],
    ]);
    expect(targetsOn(versions, '2026-03-04')).toEqual([
      ['company/email/day', 30],
      ['company/call/day', 45],
      ['mine', 8],
    ]);
    expect(targetsOn(versions, '2026-03-05')).toEqual([
      ['company/call/day', 45],
      ['mine', 8],
    ]);
    expect(targetsOn(versions, '2026-03-06')).toEqual([['mine', 8]]);
  });

  test('that stay as they are get no new version', () => {
    const versions = through([['2026-03-03', [goal('call', 40)]]]);
    expect(companyGoalChanges(versions, [goal('call', 40)], '2026-03-04')).toEqual([]);
    expect(companyGoalChanges([mine], [], '2026-03-04')).toEqual([]);
  });

  test('set and taken back on one day leave nothing of that day', () => {
    const versions = through([
      ['2026-03-03', [goal('call', 40)]],
      ['2026-03-03', []],
    ]);
    expect(targetsOn(versions, '2026-03-03')).toEqual([['mine', 8]]);
  });

  test('are named by what they count and by when, in any order of the kinds', () => {
    expect(companyGoalId({ kinds: ['email', 'call'], period: 'week' })).toBe(
      companyGoalId({ kinds: ['call', 'email'], period: 'week' }),
    );
    expect(isCompanyGoal({ id: companyGoalId(goal('call', 1)) })).toBe(true);
    expect(isCompanyGoal(mine)).toBe(false);
  });
});

test('sums are of one layer: the rep’s own, or without any the company’s', () => {
  const company = { id: 'company/call/day' };
  expect(oneLayer([company, mine])).toEqual([mine]);
  expect(oneLayer([company])).toEqual([company]);
  expect(oneLayer([])).toEqual([]);
});
