// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { GoalsEditor } from '../../../components/GoalsEditor';
import type { EditedGoal } from '../../../components/editedGoal';
import type { GoalGround } from '../../../components/goalGround';
import { OwnKindsEditor } from '../../../components/OwnKindsEditor';
import { problemText } from '../../../components/problemText';
import { ScheduleEditor } from '../../../components/ScheduleEditor';
import { SideGoalsEditor } from '../../../components/SideGoalsEditor';
import { checkGoal, type Goal, type GoalProblem } from '../../../lib/domain/goal';
import {
  checkSchedule,
  defaultSchedule,
  type Schedule,
  type ScheduleProblem,
  type Weekday,
} from '../../../lib/domain/schedule';
import type { EditedSideGoal, SideGoal, SideProblem } from '../../../lib/domain/sideGoal';
import { longestText, type Terms } from '../../../lib/domain/terms';
import { daily } from '../dailyGoal';
import { arrived, note, show, submit, type, words } from './screen';

const today = '2026-11-24';
const noDay = '2026-02-30';
const ramp = { base: 10, step: 0.1, mode: 'additive', from: today } as const;
const plain = daily(20);
const having = (terms: Terms): Goal => daily(20, terms);
const sprint = (first: string, last: string, terms: Terms = {}): Goal => ({
  ...having(terms),
  period: 'own',
  first,
  last,
});

/** A goal that has each problem. A new problem is an error here until it has one. */
const goals: Record<GoalProblem, Goal> = {
  'target-not-whole': { ...plain, target: 19.5 },
  'target-out-of-range': { ...plain, target: 0 },
  'floor-negative': { ...plain, floor: -1 },
  'floor-not-below-target': { ...plain, floor: 20 },
  'ceiling-not-above-target': { ...plain, ceiling: 20 },
  'no-kinds': { ...plain, kinds: [] as unknown as Goal['kinds'] },
  'duplicate-kinds': { ...plain, kinds: ['call', 'call'] },
  'year-start-out-of-range': { ...plain, period: 'quarter', yearStarts: 13 },
  'span-not-days': sprint(noDay, '2026-12-04'),
  'span-ends-before-start': sprint('2026-12-04', '2026-11-30'),
  'span-too-long': sprint('2026-12-04', '2027-12-31'),
  'text-too-long': having({ objective: 'x'.repeat(longestText + 1) }),
  'agreed-not-a-day': having({ agreed: { with: 'Kim', on: noDay } }),
  'start-not-a-day': having({ starts: noDay }),
  'start-after-span': sprint(today, '2026-12-04', { starts: '2026-12-07' }),
  'hold-not-days': having({ hold: { from: noDay } }),
  'hold-ends-before-start': having({ hold: { from: today, until: '2026-11-20' } }),
  'hold-outside-span': sprint(today, '2026-12-04', {
    hold: { from: '2026-12-07', until: '2026-12-08' },
  }),
  'ramp-of-long-period': { ...having({ ramp }), period: 'month' },
  'ramp-without-base': having({ ramp: { ...ramp, base: 0 } }),
  'ramp-not-upwards': having({ ramp: { ...ramp, base: 20 } }),
  'ramp-step-out-of-range': having({ ramp: { ...ramp, step: 0.9 } }),
  'trial-not-days': having({ trial: { rule: 'cap', from: today, until: noDay } }),
  'trial-ends-before-start': having({ trial: { rule: 'cap', from: today, until: '2026-11-23' } }),
  'trial-too-long': having({ trial: { rule: 'cap', from: today, until: '2027-11-24' } }),
  'bite-not-whole': having({ bites: [{ at: 720, count: 1.5 }] }),
  'bites-of-long-period': { ...having({ bites: [{ at: 720, count: 2 }] }), period: 'week' },
  'minutes-not-positive': having({ minutes: 0 }),
  'worth-negative': having({ worth: -1 }),
};

const hours = (start: number, end: number): Schedule => ({
  ...defaultSchedule,
  hours: { ...defaultSchedule.hours, 1: { start, end } },
});
const due = (...checkpoints: Schedule['checkpoints']): Schedule => ({
  ...defaultSchedule,
  checkpoints,
});
const expecting = (...expectations: NonNullable<Schedule['expectations']>): Schedule => ({
  ...defaultSchedule,
  expectations,
});
const reviewed = (weekday: Weekday, minute: number): Schedule => ({
  ...defaultSchedule,
  reviews: { midweek: { weekday, minute } },
});
const outlook = { first: today, last: '2026-11-27', percent: 20, reason: 'list' } as const;

const schedules: Record<ScheduleProblem, Schedule> = {
  'day-start-out-of-range': { ...defaultSchedule, dayStartsAt: 721 },
  'week-start-out-of-range': { ...defaultSchedule, weekStartsOn: 8 as Schedule['weekStartsOn'] },
  'hours-not-whole': hours(480.5, 1020),
  'hours-end-before-start': hours(1020, 480),
  'hours-outside-day': hours(480, 1500),
  'day-off-not-a-day': { ...defaultSchedule, daysOff: [noDay] },
  'too-many-checkpoints': due(...Array.from({ length: 9 }, (_, one) => ({ at: 500 + one * 30 }))),
  'checkpoint-not-whole': due({ at: 600.5 }),
  'checkpoint-outside-day': due({ at: 0 }),
  'checkpoints-out-of-order': due({ at: 600 }, { at: 600 }),
  'share-out-of-range': due({ at: 600, share: 1.5 }),
  'shares-falling': due({ at: 600, share: 0.6 }, { at: 700, share: 0.5 }),
  'front-load-out-of-range': { ...defaultSchedule, frontLoad: 0.5 },
  'expectation-out-of-range': expecting({ ...outlook, percent: 40 }),
  'expectation-without-reason': expecting({ ...outlook, reason: 'title' as 'list' }),
  'expectation-not-days': expecting({ ...outlook, first: noDay }),
  'expectation-ends-before-start': expecting({ ...outlook, last: '2026-11-23' }),
  'expectations-overlap': expecting(outlook, outlook),
  'review-outside-hours': reviewed(3, 7 * 60),
  'review-at-weeks-end': reviewed(5, 12 * 60),
};

const share: SideGoal = { kind: 'call', what: 'connected', target: 60, period: 'week' };
const sides: Record<SideProblem, readonly SideGoal[]> = {
  'side-goal-twice': [share, share],
  'outcomes-over-all': [share, { ...share, what: 'voicemail' }],
  'amount-out-of-range': [{ kind: 'learning', what: 'minutes', target: 0, period: 'week' }],
  'not-of-this-kind': [{ ...share, kind: 'email' }],
  'percent-out-of-range': [{ ...share, target: 101 }],
};

/** How often a sentence can be read. */
const times = (sentence: string) => words().split(sentence).length - 1;

describe('an impossible setting has one sentence in the form, and is not saved', () => {
  const ground: GoalGround = {
    day: today,
    minute: 600,
    schedule: defaultSchedule,
    tallies: [],
    versions: [],
  };
  const entries = <Code extends string, Set>(of: Record<Code, Set>) =>
    Object.entries(of) as [Code, Set][];

  it.each(entries(goals))('of a goal: %s', async (code, goal) => {
    expect(checkGoal(goal)).toContain(code);
    const onSave = vi.fn<(edited: readonly EditedGoal[]) => Promise<void>>();
    const root = show(<GoalsEditor goals={[{ id: 'g', goal }]} ground={ground} onSave={onSave} />);
    submit(root.querySelector('form'));
    await arrived();
    expect(times(problemText(code))).toBe(1);
    expect(onSave).not.toHaveBeenCalled();
  });

  const weekend = sprint('2026-11-28', '2026-11-29');
  const calls = (target: number, terms: Terms = {}) => daily(target, terms);
  /** What is wrong of itself, with the calendar, or with the goals beside it: new ones, the last is at fault. */
  const together: readonly (readonly [what: string, goals: readonly Goal[], sentence: string])[] = [
    ['a sprint without days', [sprint('', '')], problemText('span-not-days')],
    [
      'a sprint that is over',
      [sprint('2026-11-02', '2026-11-06')],
      'These days are over. Choose a last day from today on.',
    ],
    ['a sprint without a workday', [weekend], 'None of these days is a workday. Choose others.'],
    [
      'a next tier that asks for no more than the one above it',
      [calls(20), calls(20, { afterPrevious: true })],
      'Calls: this waits for the goal above it, which asks for as many already. Ask for more, or let it not wait.',
    ],
    [
      'the same goal twice',
      [calls(20), calls(25)],
      'Change one of them, or let one wait for the goal above it.',
    ],
    [
      'a sixth goal',
      (['call', 'email', 'note', 'task', 'lead', 'meeting'] as const).map((kind) => ({
        ...daily(2),
        period: 'week' as const,
        kinds: [kind] as const,
      })),
      'At most 5 goals at a time. Park or remove one before you save.',
    ],
  ];
  it.each(together)('of goals: %s', async (_, goals, sentence) => {
    const onSave = vi.fn<(edited: readonly EditedGoal[]) => Promise<void>>();
    const edited = goals.map((goal) => ({ id: null, goal }));
    const root = show(<GoalsEditor goals={edited} ground={ground} onSave={onSave} />);
    submit(root.querySelector('form'));
    await arrived();
    expect(times(sentence)).toBeGreaterThanOrEqual(1);
    if (goals.length < 2) expect(times(sentence)).toBe(1);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('a sprint that is over and stands as it was, and a next tier that asks for more, are no problem', async () => {
    const onSave = vi.fn<(edited: readonly EditedGoal[]) => Promise<void>>().mockResolvedValue();
    const goals = [
      { id: 's', goal: sprint('2026-11-02', '2026-11-06') },
      { id: 'w', goal: weekend },
      { id: 'c', goal: calls(20) },
      { id: 'd', goal: calls(21, { afterPrevious: true }) },
    ];
    const root = show(<GoalsEditor goals={goals} ground={ground} onSave={onSave} />);
    submit(root.querySelector('form'));
    await arrived();
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('of the calendar: a week without a workday', async () => {
    const hours = { 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null };
    const onSave = vi.fn<(edited: Schedule) => Promise<void>>();
    const schedule = { ...defaultSchedule, hours, reviews: { midweek: null } };
    const root = show(<ScheduleEditor schedule={schedule} today={today} onSave={onSave} />);
    submit(root.querySelector('form'));
    await arrived();
    expect(times('A week needs a workday.')).toBe(1);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('of the rep’s own kinds: a name that something has already', () => {
    const onSave = vi.fn();
    const root = show(<OwnKindsEditor kinds={[{ kind: 'own1', name: 'Demo' }]} onSave={onSave} />);
    for (const name of ['demo', 'Calls', 'follow-up']) {
      const input = root.querySelector<HTMLInputElement>('form > .fields input');
      if (!input) throw new Error('no field for a name');
      type(input, name);
      submit(root.querySelector('form'));
      expect(note(input), name).toBe('There is a kind of this name already.');
    }
    expect(onSave).not.toHaveBeenCalled();
  });

  it.each(entries(schedules))('of the calendar: %s', async (code, schedule) => {
    expect(checkSchedule(schedule)).toContain(code);
    const onSave = vi.fn<(edited: Schedule) => Promise<void>>();
    const root = show(<ScheduleEditor schedule={schedule} today={today} onSave={onSave} />);
    submit(root.querySelector('form'));
    await arrived();
    expect(times(problemText(code))).toBe(1);
    expect(onSave).not.toHaveBeenCalled();
  });

  it.each(entries(sides))('of a goal beside the route: %s', async (code, all) => {
    const onSave = vi.fn<(edited: readonly EditedSideGoal[]) => Promise<void>>();
    const edited = all.map((side, index) => ({ id: String(index), side }));
    const root = show(<SideGoalsEditor goals={edited} onSave={onSave} />);
    submit(root.querySelector('form'));
    await arrived();
    expect(times(problemText(code))).toBeGreaterThanOrEqual(1);
    expect(onSave).not.toHaveBeenCalled();
  });

  it.each(readdirSync('locales'))('in %s, too', (file) => {
    const { problem } = JSON.parse(readFileSync(`locales/${file}`, 'utf8')) as {
      problem: Record<string, string>;
    };
    for (const code of [...Object.keys(goals), ...Object.keys(schedules), ...Object.keys(sides)])
      expect(problem[code.replaceAll('-', '_')], code).toMatch(
        /^\p{L}.+[.?]$|^“.+[.?]$|^„.+[.?]$/u,
      );
  });
});
