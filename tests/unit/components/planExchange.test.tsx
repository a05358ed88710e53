// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PlanExchange, type PlanExchangeProps } from '../../../components/PlanExchange';
import { planMarkdown } from '../../../components/planMarkdown';
import { planProblemText } from '../../../components/planProblemText';
import { type Goal } from '../../../lib/domain/goal';
import type { ReturnedPlan } from '../../../lib/domain/planFile';
import { defaultSchedule } from '../../../lib/domain/schedule';
import { arrived, button, click, field, show, type, words } from './screen';
import { daily } from '../dailyGoal';

const notes: Goal = { ...daily(5), kinds: ['note'] };
const returned: ReturnedPlan = {
  agreed: { with: 'Alex', on: '2026-11-23' },
  differences: [
    { is: 'changed', before: daily(8), goal: { ...daily(12, { owner: 'Kim' }), floor: 6 } },
    { is: 'changed', before: daily(8), goal: daily(6), from: '2026-11-26' },
    { is: 'same', goal: notes },
    { is: 'new', goal: { ...daily(2), kinds: ['meeting'], period: 'week' } },
    { is: 'dropped', goal: notes },
  ],
  goals: [],
};

const ground = {
  day: '2026-11-23',
  minute: 600,
  schedule: defaultSchedule,
  tallies: [],
  versions: [],
};
function exchange(changes: Partial<Omit<PlanExchangeProps, `on${string}`>> = {}) {
  const props = {
    empty: false,
    returned: null,
    accepted: '',
    oddsOf: () => '',
    inputs: {},
    onInputs: vi.fn(),
    onSave: vi.fn(),
    onOpen: vi.fn(),
    onAccept: vi.fn(() => Promise.resolve()),
    onLeave: vi.fn(),
    ...changes,
  };
  return { root: show(<PlanExchange {...props} />), ...props };
}

describe('PlanExchange', () => {
  it('hands on two files, and none without a goal', () => {
    const { onSave } = exchange();
    click(button('Save to read (Markdown)'));
    click(button('Save to send back (JSON)'));
    expect(onSave.mock.calls).toEqual([['markdown'], ['json']]);
    exchange({ empty: true });
    expect(button('Save to read (Markdown)').disabled).toBe(true);
  });

  it('takes what the plan is based on', () => {
    const { onInputs } = exchange({ inputs: { list: 'new' } });
    type(field('My territory'), 'North');
    type(field('How good my list is'), '');
    expect(onInputs.mock.calls).toContainEqual([{ list: 'new', territory: 'North' }]);
    expect(onInputs.mock.calls.at(-1)).toEqual([{}]);
    const text = planMarkdown([], { territory: 'North', list: 'new' }, ground, undefined);
    expect(text.split('\n').slice(1, 4)).toEqual([
      '',
      '- How good my list is: new',
      '- My territory: North',
    ]);
  });

  it('shows who agreed, when, and each difference before anything is accepted', () => {
    const oddsOf: PlanExchangeProps['oddsOf'] = ({ goal }) =>
      goal.target === 12 ? '34% likely' : '';
    const { root, onAccept, onLeave } = exchange({ returned, oddsOf });
    expect(words(root.querySelector('.note b'))).toBe('Agreed with Alex on Mon, Nov 23, 2026.');
    expect([...root.querySelectorAll('li')].map((one) => words(one))).toEqual([
      'Calls: 12 per day instead of 8 per day, 34% likely Good from: 6 instead of 7. Seen to by: Kim instead of nothing.',
      'Calls: 6 per day instead of 8 per day The lower target holds from Thu, Nov 26, 2026, after the next review. Until then the present one stays.',
      'Notes: stays at 5 per day',
      'New: Meetings, 2 per week',
      'Given up: Notes, 5 per day',
    ]);
    expect(onAccept).not.toHaveBeenCalled();
    click(button('Accept'));
    click(button('Leave it'));
    expect([onAccept, onLeave].map((one) => one.mock.calls.length)).toEqual([1, 1]);
  });

  it('says when what was agreed could not be stored, and offers it again', async () => {
    const { root, onAccept } = exchange({ returned, accepted: 'Alex' });
    onAccept.mockRejectedValueOnce(new Error('The disk is full'));
    click(button('Accept'));
    await arrived();
    expect(words(root.querySelector('[role=alert]'))).toBe(
      'That could not be saved. Please try again.',
    );
    expect(words(root)).not.toContain('Accepted');
    click(button('Accept'));
    await arrived();
    expect(words(root)).toContain('Accepted, as agreed with Alex.');
    expect(root.querySelector('[role=alert]')).toBeNull();
  });

  it('says in one sentence why a file is not taken', () => {
    const { root } = exchange({ returned: { why: 'unsigned' } });
    expect(words(root.querySelector('[role=alert]'))).toMatch(/^The file does not say who agreed/);
    expect(root.querySelector('.note')).toBeNull();
    expect(planProblemText({ why: 'impossible', at: 2, problem: 'floor-not-below-target' })).toBe(
      'Goal 2 of the file cannot be: “Good from” has to be a number below the target.',
    );
    expect(planProblemText({ why: 'damaged', at: 1, field: 'kinds' })).toBe(
      'Goal 1 of the file has something wrong in “kinds”. Nothing has changed.',
    );
  });
});

describe('planMarkdown', () => {
  const forecast = { chance: () => 0.84, rough: false };

  it('has the number, what history says of it, and what the rep says about it', () => {
    const goal = daily(8, { commitment: 'First hour', reward: 'Sauna' });
    const text = planMarkdown([{ id: 'c', goal }], {}, ground, () => forecast);
    expect(text.split('\n').filter(Boolean).slice(0, 4)).toEqual([
      '# Goals, proposed on Mon, Nov 23, 2026',
      '## Calls: 8 per day',
      '- 7 is already good, 10 is plenty. 84% likely on a usual day.',
      '- I promise: First hour',
    ]);
    expect(text).not.toContain('Sauna');
  });

  it('keeps what the rep wrote from becoming links, pictures or headings', () => {
    const goal = daily(8, { objective: '![x](https://a.example)\n# now <b>' });
    const text = planMarkdown([{ id: 'c', goal }], {}, ground, undefined);
    expect(text).toContain('\\!\\[x\\](https://a.example) \\# now \\<b\\>');
  });
});
