import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGoal } from '../../../lib/domain/goal';
import { parsePolicy } from '../../../lib/settings/policy';

const calls = { kinds: ['call'], period: 'day', target: 40 };
const site = { origin: 'https://crm.example.com', site: 'atomic' };
const problems = (stored: object) =>
  parsePolicy(stored).problems.map(({ field, why }) => `${field} ${why}`);

describe('a policy', () => {
  test('says what it sets', () => {
    expect(
      parsePolicy({
        goals: [calls, { kinds: ['email', 'message'], period: 'week', target: 100, floor: 80 }],
        sites: [site, { ...site, origin: 'https://other.example.com/app', surface: 'panel' }],
        notifications: false,
      }),
    ).toEqual({
      goals: [
        { layer: 'company', period: 'day', kinds: ['call'], target: 40, floor: 36, ceiling: 50 },
        {
          layer: 'company',
          period: 'week',
          kinds: ['email', 'message'],
          target: 100,
          floor: 80,
          ceiling: 125,
        },
      ],
      sites: [
        { ...site, on: true, company: true },
        {
          ...site,
          origin: 'https://other.example.com',
          on: true,
          company: true,
          surface: 'panel',
        },
      ],
      notifications: false,
      problems: [],
    });
  });

  test('that is not there sets nothing and is nothing to complain about', () => {
    expect(parsePolicy({})).toEqual({ goals: [], sites: [], problems: [] });
    expect(parsePolicy(undefined)).toEqual({ goals: [], sites: [], problems: [] });
  });

  test.each<[string, object]>([
    ['goals not-a-list', { goals: calls }],
    ['goals[0] not-an-entry', { goals: ['forty calls'] }],
    ['goals[0].tagret unknown-field', { goals: [{ ...calls, tagret: 3 }] }],
    ['goals[0].kinds no-kinds', { goals: [{ ...calls, kinds: undefined }] }],
    ['goals[0].kinds duplicate-kinds', { goals: [{ ...calls, kinds: ['call', 'call'] }] }],
    ['goals[0].kinds[1] unknown-kind', { goals: [{ ...calls, kinds: ['call', 'fax'] }] }],
    ['goals[0].kinds[1] unknown-kind', { goals: [{ ...calls, kinds: ['call', 'own1'] }] }],
    ['goals[0].period unknown-period', { goals: [{ ...calls, period: undefined }] }],
    ['goals[0].target target-out-of-range', { goals: [{ ...calls, target: 0 }] }],
    ['goals[0].target target-not-whole', { goals: [{ ...calls, target: 2.5 }] }],
    ['goals[0].target target-not-whole', { goals: [{ ...calls, target: '40' }] }],
    ['goals[0].floor floor-not-below-target', { goals: [{ ...calls, floor: 40 }] }],
    ['goals[0].floor floor-negative', { goals: [{ ...calls, floor: -1 }] }],
    ['goals[0].ceiling ceiling-not-above-target', { goals: [{ ...calls, ceiling: 'high' }] }],
    ['goals[1] set-twice', { goals: [calls, { ...calls, target: 50 }] }],
    ['sites not-a-list', { sites: 'all' }],
    ['sites[0].origin not-an-address', { sites: [{ ...site, origin: 'javascript:alert(1)' }] }],
    ['sites[0].site unknown-site', { sites: [{ ...site, site: 'rolodex' }] }],
    ['sites[0].surface unknown-surface', { sites: [{ ...site, surface: 'wall' }] }],
    ['sites[1] set-twice', { sites: [site, site] }],
    ['notifications not-yes-or-no', { notifications: 'no' }],
    ['colour unknown-field', { colour: 'blue' }],
  ])('names what it cannot use: %s', (problem, stored) => {
    expect(problems(stored)).toEqual([problem]);
  });

  test('loses only what is wrong', () => {
    const { goals, sites, notifications } = parsePolicy({
      goals: [
        { ...calls, target: 0 },
        { ...calls, kinds: ['call', 'fax'], floor: 99, ceiling: 60 },
        { kinds: ['email'], period: 'week', target: 10 },
      ],
      sites: [{ ...site, surface: 'wall' }, 7],
      notifications: true,
    });
    expect(goals).toEqual([
      { layer: 'company', period: 'day', kinds: ['call'], target: 40, floor: 36, ceiling: 60 },
      { layer: 'company', period: 'week', kinds: ['email'], target: 10, floor: 9, ceiling: 13 },
    ]);
    expect(sites).toEqual([{ ...site, on: true, company: true }]);
    expect(notifications).toBe(true);
  });

  test('has five goals at most', () => {
    const kinds = ['call', 'email', 'note', 'task', 'win', 'meeting'];
    const stored = { goals: kinds.map((kind) => ({ ...calls, kinds: [kind] })) };
    expect(parsePolicy(stored).goals).toHaveLength(5);
    expect(problems(stored)).toEqual(['goals[5] too-many-goals']);
  });

  test('of any shape never sets a goal that cannot be pursued', () => {
    const value = fc.oneof(fc.anything(), fc.integer({ min: -5, max: 60 }));
    const entry = fc.record(
      {
        kinds: fc.oneof(value, fc.array(fc.constantFrom('call', 'email', 'fax'))),
        period: fc.oneof(value, fc.constantFrom('day', 'week')),
        target: value,
        floor: value,
        ceiling: value,
      },
      { requiredKeys: [] },
    );
    const policy = fc.record({ goals: fc.oneof(value, fc.array(entry)), sites: value });
    fc.assert(
      fc.property(policy, (stored) => {
        for (const goal of parsePolicy(stored).goals) expect(checkGoal(goal)).toEqual([]);
      }),
    );
  });
});
