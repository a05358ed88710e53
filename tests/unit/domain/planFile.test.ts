import { describe, expect, test } from 'vitest';
import { defaultRange, goalsOn, type Goal, type GoalVersion } from '../../../lib/domain/goal';
import { goalChanges } from '../../../lib/domain/goalChanges';
import {
  proposedPlan,
  returnedPlan,
  type PlanFile,
  type PlannedGoal,
  type ReturnedPlan,
} from '../../../lib/domain/planFile';
import { defaultSchedule } from '../../../lib/domain/schedule';
import { readPlan } from '../../../lib/pages/readPlan';
import { daily } from '../dailyGoal';

const monday = '2026-11-23';
const now = { day: monday, minute: 606 };
const version = (id: string, order: number, goal: Goal): GoalVersion => ({
  id,
  from: '2026-11-02',
  order,
  goal,
});
const mine: readonly GoalVersion[] = [
  version('calls', 0, daily(8, { reward: 'Sauna', commitment: 'First hour' })),
  version('notes', 1, { ...daily(5), kinds: ['note'], floor: 2 }),
  version('parked', 2, { ...daily(3), kinds: ['email'], parked: true }),
  version('company/call/week', 0, { ...daily(60), period: 'week', layer: 'company' }),
];
const agreed = { with: 'Alex', on: monday };
const [calls, notes] = proposedPlan(mine, monday).goals as [PlannedGoal, PlannedGoal];
const file = (goals: readonly PlannedGoal[], changes: Partial<PlanFile> = {}): PlanFile => ({
  ...proposedPlan(mine, monday),
  agreed,
  goals,
  ...changes,
});
const back = (one: PlanFile, versions = mine) =>
  returnedPlan(one, { versions, schedule: defaultSchedule, now });
const taken = (one: PlanFile, versions = mine): ReturnedPlan => {
  const plan = back(one, versions);
  if ('why' in plan) throw new Error(plan.why);
  return plan;
};

describe('a plan that is proposed', () => {
  test('has the rep’s own goals that are not parked, and nothing that is theirs alone', () => {
    expect(proposedPlan(mine, monday)).toEqual({
      format: 'foothold-plan',
      version: 1,
      day: monday,
      agreed: { with: '', on: '' },
      goals: [
        { id: 'calls', kinds: ['call'], period: 'day', target: 8, commitment: 'First hour' },
        { id: 'notes', kinds: ['note'], period: 'day', target: 5, floor: 2 },
      ],
    });
    expect(JSON.stringify(proposedPlan(mine, monday))).not.toContain('Sauna');
  });

  test('comes back from its file as it went', () => {
    const sprint: Goal = { ...daily(30), period: 'own', first: monday, last: '2026-12-04' };
    const quarter: Goal = { ...daily(65), kinds: ['win'], period: 'quarter', yearStarts: 2 };
    const plan = proposedPlan(
      [...mine, version('s', 3, sprint), version('q', 4, quarter)],
      monday,
      {
        list: 'A new one',
      },
    );
    expect(plan.inputs).toEqual({ list: 'A new one' });
    expect(readPlan(JSON.stringify(plan, null, 2))).toEqual(plan);
    const same = taken({ ...plan, agreed }, [
      ...mine,
      version('s', 3, sprint),
      version('q', 4, quarter),
    ]);
    expect(same.differences.map(({ is }) => is)).toEqual(['same', 'same', 'same', 'same']);
  });
});

describe('a plan that comes back', () => {
  test('shows each goal as it stays, changes, comes or goes', () => {
    const plan = taken(
      file([
        { ...calls, target: 12 },
        { kinds: ['meeting'], period: 'week', target: 2 },
      ]),
    );
    expect(plan.agreed).toEqual(agreed);
    expect(plan.differences.map(({ is, goal }) => [is, goal.kinds[0], goal.target])).toEqual([
      ['changed', 'call', 12],
      ['new', 'meeting', 2],
      ['dropped', 'note', 5],
    ]);
  });

  test('accepted, keeps what is the rep’s alone, what is parked and what the company set', () => {
    const { goals } = taken(file([notes, { ...calls, target: 12, owner: 'Kim' }]));
    const own = mine.slice(0, 3);
    const after = [...mine, ...goalChanges(own, goals, monday, () => 'fresh')];
    const then = goalsOn(after, monday);
    expect(then.map(({ id }) => id)).toEqual(['company/call/week', 'notes', 'calls', 'parked']);
    expect(then[2]?.goal).toEqual(
      daily(12, { reward: 'Sauna', commitment: 'First hour', owner: 'Kim', agreed }),
    );
    expect(then[1]?.goal).toMatchObject({ floor: 2, agreed });
    expect(goalsOn(after, '2026-11-22')).toEqual(goalsOn(mine, '2026-11-22'));
  });

  test('lets a lower target wait for the review, with who agreed as its reason', () => {
    const { goals, differences } = taken(file([{ ...calls, target: 6 }, notes]));
    expect(differences[0]).toMatchObject({ is: 'changed', from: '2026-11-26' });
    expect(goals[0]).toMatchObject({
      goal: { target: 8, floor: 7, ceiling: 10 },
      later: {
        from: '2026-11-26',
        goal: { target: 6, lowered: { on: monday, from: 8, reason: 'Alex' } },
      },
    });
  });

  test('lowers nothing twice in a period', () => {
    const weekly: Goal = { ...daily(40), period: 'week' };
    const lowered = { on: monday, from: 40, reason: 'fair' };
    const versions = [
      version('w', 0, weekly),
      {
        ...version('w', 0, { ...weekly, ...defaultRange(30), target: 30, lowered }),
        from: '2026-11-26',
      },
    ];
    const [week] = proposedPlan(versions, monday).goals as [PlannedGoal];
    const plan = taken(file([{ ...week, target: 20 }]), versions);
    expect(plan.differences[0]).toMatchObject({ from: '2026-11-30' });
  });

  test.each<[object, PlanFile]>([
    [{ why: 'unsigned' }, file([calls], { agreed: { with: ' ', on: monday } })],
    [{ why: 'unsigned' }, file([calls], { agreed: { with: 'Alex', on: '' } })],
    [{ why: 'agreed-later' }, file([calls], { agreed: { with: 'Alex', on: '2026-11-24' } })],
    [{ why: 'empty' }, file([])],
    [{ why: 'twice', at: 2 }, file([calls, { ...calls, target: 9 }])],
    [{ why: 'same', at: 2 }, file([calls, { ...calls, id: 'new', target: 9 }])],
    [{ why: 'too-many' }, file(Array.from({ length: 6 }, () => ({ ...calls, id: 'new' })))],
    [
      { why: 'impossible', at: 2, problem: 'target-out-of-range' },
      file([calls, { ...notes, target: 0 }]),
    ],
    [
      { why: 'impossible', at: 1, problem: 'floor-not-below-target' },
      file([{ ...calls, floor: 9 }]),
    ],
    [{ why: 'impossible', at: 1, problem: 'span-not-days' }, file([{ ...calls, period: 'own' }])],
  ])('is refused whole: %j', (problem, one) => {
    expect(back(one)).toEqual(problem);
  });
});

describe('a file', () => {
  const plan = proposedPlan(mine, monday);
  const text = (changes: object) => JSON.stringify({ ...plan, ...changes });

  test.each<[object, string]>([
    [{ why: 'not-json' }, ''],
    [{ why: 'not-json' }, '# Goals, proposed on Monday'],
    [{ why: 'not-plan' }, '[]'],
    [{ why: 'not-plan' }, JSON.stringify({ format: 'foothold-journal', version: 1 })],
    [{ why: 'newer' }, text({ version: 2, goals: 'other' })],
    [{ why: 'not-plan' }, text({ goals: 'none' })],
    [{ why: 'not-plan' }, text({ more: true })],
    [
      { why: 'damaged', at: 2, field: 'target' },
      text({ goals: [calls, { ...notes, target: '5' }] }),
    ],
    [{ why: 'damaged', at: 1, field: 'kinds' }, text({ goals: [{ ...calls, kinds: ['sale'] }] })],
    [{ why: 'damaged', at: 1, field: 'reward' }, text({ goals: [{ ...calls, reward: 'Sauna' }] })],
  ])('that is none is told so: %j', (problem, damaged) => {
    expect(readPlan(damaged)).toEqual(problem);
  });

  test('may have a mark of its editor in front, and an agreement that cannot be read is none', () => {
    expect(readPlan(`\uFEFF${text({})}`)).toEqual(plan);
    expect(readPlan(text({ agreed: { with: 'Alex', on: 'tomorrow' } }))).toEqual(plan);
  });
});
