// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { GoalsEditor } from '../../../components/GoalsEditor';
import type { EditedGoal } from '../../../components/editedGoal';
import type { GoalGround } from '../../../components/goalGround';
import type { ActionKind } from '../../../lib/domain/action';
import type { Forecast } from '../../../lib/domain/odds/forecast';
import { companyGoalId } from '../../../lib/domain/companyGoal';
import { addDays, daysOf } from '../../../lib/domain/day';
import { defaultRange, type Goal } from '../../../lib/domain/goal';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import type { Tally } from '../../../lib/domain/tally';
import { slideEnd } from '../../../components/slideEnd';
import { arrived, button, click, field, note, show, submit, type, words } from './screen';

function daily(id: string, kind: ActionKind, target: number): EditedGoal {
  return { id, goal: { period: 'day', kinds: [kind], target, ...defaultRange(target) } };
}

/** Tuesday. */
const today = '2026-11-24';

function ground(changes: Partial<GoalGround> = {}): GoalGround {
  return {
    day: today,
    minute: 600,
    schedule: defaultSchedule,
    tallies: [],
    versions: [],
    ...changes,
  };
}

/** So many of a kind on each workday of the eight weeks before today. */
function past(kind: ActionKind, count: number): Tally[] {
  return daysOf({ first: addDays(today, -56), last: addDays(today, -1) })
    .filter((day) => hoursOn(defaultSchedule, day))
    .map((day) => ({ day, kind, minutes: Array.from({ length: count }, (_, at) => 600 + at) }));
}

function editor(...goals: EditedGoal[]) {
  return editorOn(ground(), ...goals);
}

function editorOn(on: GoalGround, ...goals: EditedGoal[]) {
  const onSave = vi.fn<(goals: readonly EditedGoal[]) => Promise<void>>().mockResolvedValue();
  const root = show(<GoalsEditor goals={goals} ground={on} onSave={onSave} />);
  const save = () => {
    submit(root.querySelector('form'));
  };
  return { root, onSave, save };
}

const calls = daily('c', 'call', 20);
const emails = daily('e', 'email', 10);

describe('GoalsEditor', () => {
  it('saves what it was given', async () => {
    const { root, onSave, save } = editor(calls, emails);
    save();
    await arrived();
    expect(onSave).toHaveBeenCalledExactlyOnceWith([calls, emails]);
    expect(words(root)).toContain('Goals saved.');
  });

  it('lets floor and ceiling follow the target until they are edited', () => {
    const { onSave, save } = editor(calls);
    type(field('Target'), '40');
    expect([field('Good from').value, field('Ceiling').value]).toEqual(['36', '50']);
    type(field('Good from'), '30');
    type(field('Target'), '60');
    expect([field('Good from').value, field('Ceiling').value]).toEqual(['30', '75']);
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal).toMatchObject({
      target: 60,
      floor: 30,
      ceiling: 75,
    });
  });

  it.each([
    ['Target', '0', 'The target is a number from 1 to 9999.'],
    ['Target', '', 'The target is a number from 1 to 9999.'],
    ['Target', '10000', 'The target is a number from 1 to 9999.'],
    ['Target', '2.5', 'The target is a whole number, like 20.'],
    ['Good from', '20', '“Good from” has to be a number below the target.'],
    ['Good from', '-1', '“Good from” cannot be below 0.'],
    ['Ceiling', '20', 'The ceiling has to be a number above the target.'],
  ])('refuses %s %s beside the field', (label, value, sentence) => {
    const { onSave, save } = editor(calls);
    type(field(label), value);
    save();
    expect(note(field(label))).toBe(sentence);
    expect(document.activeElement).toBe(field(label));
    expect(onSave).not.toHaveBeenCalled();
  });

  it('refuses a goal that counts nothing', () => {
    const { root, onSave, save } = editor(calls);
    click(field('Calls'));
    save();
    expect(words(root)).toContain('Pick at least one thing that counts.');
    expect(root.querySelector('details')?.open).toBe(true);
    click(field('Emails'));
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal.kinds).toEqual(['email']);
  });

  it('refuses two that ask the same of the same time, unless one waits for the other', async () => {
    const more = daily('m', 'call', 30);
    const { root, onSave, save } = editor(calls, more);
    expect(words(root)).toContain('Calls stand here twice for the same period.');
    save();
    expect(onSave).not.toHaveBeenCalled();
    const waiting = { ...more, goal: { ...more.goal, afterPrevious: true as const } };
    const tiers = editor(calls, waiting);
    expect(words(tiers.root)).not.toContain('twice');
    tiers.save();
    await arrived();
    expect(tiers.onSave).toHaveBeenCalledExactlyOnceWith([calls, waiting]);
    const weekly = {
      id: 'w',
      goal: { ...calls.goal, period: 'week' as const, target: 100, ceiling: 125, floor: 90 },
    };
    const both = editor(calls, weekly);
    both.save();
    expect(both.onSave).toHaveBeenCalledOnce();
  });

  it('refuses a sprint that begins, or rests, outside its days', () => {
    const sprint = (terms: object): EditedGoal => ({
      id: 's',
      goal: { ...calls.goal, period: 'own', first: '2026-11-23', last: '2026-12-04', ...terms },
    });
    const late = editor(sprint({ starts: '2026-12-07' }));
    expect(words(late.root)).toContain('It begins after its last day.');
    late.save();
    expect(late.onSave).not.toHaveBeenCalled();
    const resting = editor(sprint({ hold: { from: '2026-12-07', until: '2026-12-11' } }));
    expect(words(resting.root)).toContain('A hold of a sprint lies within its days.');
    resting.save();
    expect(resting.onSave).not.toHaveBeenCalled();
  });

  it('moves, and keeps the focus on the button that moves', () => {
    const { onSave, save } = editor(calls, emails);
    const up = button('Move up: Emails');
    up.focus();
    click(up);
    expect(document.activeElement).toBe(up);
    click(button('Move up: Emails'));
    save();
    expect(onSave).toHaveBeenCalledExactlyOnceWith([emails, calls]);
  });

  it('removes, with a way back until it is saved', () => {
    const { root, onSave, save } = editor(calls, emails);
    click(button('Remove: Calls'));
    expect(words(root)).toContain('Removed: Calls');
    click(button('Undo'));
    click(button('Remove: Emails'));
    save();
    expect(onSave).toHaveBeenCalledExactlyOnceWith([calls]);
    expect(words(root)).not.toContain('Removed');
  });

  it('adds a goal of a kind that has none yet', () => {
    const { onSave, save } = editor(calls);
    click(button('Add a goal'));
    save();
    const added = onSave.mock.calls[0]?.[0][1];
    expect(added).toMatchObject({ id: null, goal: { kinds: ['email'], period: 'day' } });
  });

  it('takes over the id of a goal that was new', async () => {
    const { onSave, save, root } = editor(calls);
    click(button('Add a goal'));
    save();
    const saved = (onSave.mock.calls[0]?.[0] ?? []).map((each) => ({
      ...each,
      id: each.id ?? 'new',
    }));
    show(<GoalsEditor goals={saved} ground={ground()} onSave={onSave} />);
    await arrived();
    expect(words(root)).toContain('Goals saved.');
    save();
    expect(onSave.mock.calls[1]?.[0].map(({ id }) => id)).toEqual(['c', 'new']);
  });

  it('asks which one should rest when there is a fourth, and stops at five', () => {
    const { root, onSave, save } = editor(calls, emails, daily('n', 'note', 5));
    expect(words(root)).not.toContain('Which one should rest?');
    click(button('Add a goal'));
    expect(words(root)).toContain('Which one should rest?');
    click(button('Add a goal'));
    expect(words(root)).toContain('5 goals at most.');
    expect(() => button('Add a goal')).toThrow();
    click(button('Park: Emails'));
    click(button('Park: Notes'));
    expect(words(root)).not.toContain('Which one should rest?');
    expect(words(root)).toContain('Parked: Emails');
    save();
    expect(onSave.mock.calls[0]?.[0].map(({ goal }) => goal.parked === true)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('parks a goal that cannot be as it was saved, and a new one not at all', () => {
    const { root, onSave, save } = editor(calls);
    click(button('Add a goal'));
    const [first, added] = [...root.querySelectorAll('fieldset')];
    type(field('Target', first), '');
    click(button('Park: Calls'));
    expect(words(root)).toContain('Parked: Calls');
    const target = field('Target', added);
    type(target, '0');
    click(button(`Park: ${words(added?.querySelector('legend'))}`));
    expect(target.getAttribute('aria-invalid')).toBe('true');
    type(target, '4');
    save();
    expect(onSave.mock.calls[0]?.[0]).toMatchObject([
      { id: 'c', goal: { target: 20, parked: true } },
      { id: null, goal: { target: 4 } },
    ]);
  });

  it('keeps all of them for who insists, and refuses a sixth', () => {
    const parked = { ...emails, goal: { ...emails.goal, parked: true as const } };
    const rest = ['note', 'task', 'lead', 'company'] as const;
    const { root, onSave, save } = editor(calls, parked, ...rest.map((k) => daily(k, k, 5)));
    click(button('Keep all of them'));
    expect(words(root)).not.toContain('Which one should rest?');
    click(button('Bring back'));
    expect(words(root)).toContain('At most 5 goals at a time.');
    save();
    expect(onSave).not.toHaveBeenCalled();
  });
});

const weekly = (target: number, more: Partial<Goal> = {}): EditedGoal => ({
  id: 'w',
  goal: { kinds: ['call'], target, ...defaultRange(target), ...more, period: 'week' },
});

describe('periods', () => {
  const period = () => field('Period') as unknown as HTMLSelectElement;

  it('show what they mean on the ground while they are typed', () => {
    const { root } = editor(calls);
    expect(words(root)).toContain('2 by 9:00 AM · 7 by lunch · 11 before you leave');
    type(field('Target'), '8');
    expect(words(root)).toContain('1 by 9:00 AM · 3 by lunch · 4 before you leave');
    type(period() as unknown as HTMLInputElement, 'quarter');
    type(field('Target'), '132');
    expect(words(root)).toContain('About 2 a workday, over 66 workdays.');
    expect(words(root)).toContain('This month: 42. This week: 10.');
  });

  it('say that they ask for less, where days off are why', () => {
    const daysOff = ['2026-11-25', '2026-11-26', '2026-11-27'];
    const { root } = editorOn({ ...ground(), schedule: { ...defaultSchedule, daysOff } }, calls);
    type(period() as unknown as HTMLInputElement, 'month');
    type(field('Target'), '84');
    expect(words(root)).toContain(
      'Asks for 72 this time: 3 of 21 workdays off. About 4 a workday, over 18 workdays.',
    );
    type(field('Target'), '1');
    expect(words(root)).not.toContain('workdays off');
  });

  it('a fiscal quarter keeps the month its year starts with', () => {
    const { onSave, save } = editor(calls);
    type(period() as unknown as HTMLInputElement, 'quarter');
    type(field('Year starts in'), '2');
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal).toMatchObject({ period: 'quarter', yearStarts: 2 });
  });

  it('a sprint needs its days, in order', () => {
    const { onSave, save } = editor(calls);
    type(period() as unknown as HTMLInputElement, 'own');
    save();
    expect(note(field('First day'))).toBe('A sprint needs a first and a last day.');
    type(field('First day'), '2026-11-30');
    type(field('Last day'), '2026-11-20');
    save();
    expect(note(field('Last day'))).toBe('The last day cannot come before the first.');
    expect(onSave).not.toHaveBeenCalled();
    type(field('Last day'), '2026-12-11');
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal).toMatchObject({
      period: 'own',
      first: '2026-11-30',
      last: '2026-12-11',
    });
  });

  it('a new goal may count from today only', () => {
    const { root, onSave, save } = editor();
    click(button('Add a goal'));
    type(period() as unknown as HTMLInputElement, 'week');
    expect(words(root)).toContain('Count from today only: 8 instead of 10 this time');
    click(field('Count from today only: 8 instead of 10 this time'));
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal.starts).toBe(today);
  });
});

describe('bites', () => {
  it('are checked against the goal, with a word on where to add', () => {
    const { root, onSave, save } = editor(calls);
    type(field('by lunch'), '6');
    type(field('before you leave'), '8');
    expect(words(root)).toContain('Short by 4 of 20: add 1 by lunch, 3 before you leave.');
    type(field('before you leave'), '13');
    expect(words(root)).toContain('1 more than 20: a buffer.');
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal.bites).toEqual([
      { at: 540, count: 2 },
      { at: 720, count: 6 },
      { at: 1020, count: 13 },
    ]);
    click(button('Back to the even plan'));
    expect(words(root)).toContain('Adds up to 20.');
  });

  it.each(['2.5', '-1'])('are whole: %s is told beside its field, and not saved', (typed) => {
    const { root, onSave, save } = editor(calls);
    type(field('by lunch'), typed);
    expect(note(field('by lunch'))).toBe('Each part is a whole number, 0 or more.');
    expect(field('by lunch').value).toBe(typed);
    expect(words(root)).not.toMatch(/Short by|a buffer|Adds up/);
    save();
    expect(onSave).not.toHaveBeenCalled();
    type(field('by lunch'), '9');
    save();
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('stay as they are typed', () => {
    editor(calls);
    for (const [typed, shown] of [
      ['2.0', '2.0'],
      ['2.05', '2.05'],
      ['', ''],
    ] as const) {
      type(field('by lunch'), typed);
      expect(field('by lunch').value).toBe(shown);
    }
    type(field('before you leave'), '3');
    expect(field('by lunch').value).toBe('0');
  });

  it('are checked against what the company asks where that is more', () => {
    const company = {
      id: companyGoalId(calls.goal),
      from: '2026-11-01',
      order: -5,
      goal: calls.goal,
    };
    const { root } = editorOn(ground({ versions: [company] }), daily('m', 'call', 16));
    expect(words(root)).toContain('Short by 4 of 20');
  });
});

describe('the sum check of longer periods', () => {
  const company = (goal: Goal) => ({
    versions: [{ id: companyGoalId(goal), from: '2026-11-01', order: -5, goal }],
  });

  it('says by how much a goal is short of the company’s week, and on which days that left it could go', () => {
    const { root } = editorOn(ground(company(weekly(20).goal)), weekly(16));
    expect(words(root)).toContain("Short by 4 of the company's 20 per week: add 1 on Tue, Nov 24,");
    type(field('Target'), '20');
    expect(words(root)).toContain("Adds up to the company's 20 per week.");
  });

  it('holds a day against the company’s month and the rep’s own week', () => {
    const month = { ...weekly(100).goal, period: 'month' as const };
    const { root } = editorOn(ground(company(month)), daily('c', 'call', 3), weekly(20));
    // November 2026 has 21 workdays, 63 calls; the even plan has most of the rest in this week.
    expect(words(root)).toContain(
      "Short by 37 of the company's 100 per month: add 33 in the week of Mon, Nov 23, 4 in the week of Mon, Nov 30.",
    );
    expect(words(root)).toContain('Short by 5 of your 20 per week: add');
  });

  it('says how much less a week with a day off asks, where the day adds up to that', () => {
    const schedule = { ...defaultSchedule, daysOff: ['2026-11-25'] };
    const { root } = editorOn({ ...ground(), schedule }, daily('c', 'call', 4), weekly(20));
    expect(words(root)).toContain('Adds up to your 20 per week (16 this time).');
  });
});

describe('hold', () => {
  it('rests until a day, or until there is data, and ends at a click', async () => {
    const { root, onSave, save } = editor(calls);
    type(field('Hold until'), '2026-11-20');
    expect(note(field('Hold until'))).toBe('A hold cannot end before it begins.');
    expect(button('Hold').disabled).toBe(true);
    type(field('Hold until'), '2026-12-04');
    click(button('Hold'));
    expect(words(root)).toContain('On hold until Fri, Dec 4, 2026.');
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal.hold).toEqual({ from: today, until: '2026-12-04' });
    await arrived();
    click(button('End the hold'));
    click(button('Hold'));
    expect(words(root)).toContain('On hold until there are 10 workdays of data.');
    save();
    expect(onSave.mock.calls[1]?.[0][0]?.goal.hold).toEqual({ from: today });
  });
});

describe('a ramp', () => {
  it('starts at what four weeks gave and shows its way', () => {
    const { root, onSave, save } = editorOn(ground({ tallies: past('call', 4) }), weekly(20));
    expect(field('Starts at').value).toBe('20');
    expect(words(root)).toContain('21, 22, 23 … 30: 10 weeks.');
    type(field('Step, % a week'), '10');
    expect(words(root)).toContain('22, 24, 26, 28, 30: 5 weeks.');
    type(field('Step, % a week'), '60');
    expect(note(field('Step, % a week'))).toBe('A step is between 1 and 50 %.');
    type(field('Step, % a week'), '10');
    type(field('Steps'), 'compound');
    expect(words(root)).toContain('22, 24, 26, 30, 30: 5 weeks.');
    type(field('Steps'), 'additive');
    click(button('Climb'));
    expect(field('Target').value).toBe('30');
    // A ramp is a planned raise: it is asked once what will change.
    save();
    expect(onSave).not.toHaveBeenCalled();
    click(field('another list'));
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal).toMatchObject({
      target: 30,
      change: 'list',
      ramp: { base: 20, step: 0.1, mode: 'additive', from: today },
    });
  });

  it('is for days and weeks', () => {
    const ramp = { base: 10, step: 0.1, mode: 'additive', from: today } as const;
    const { root, onSave, save } = editor(weekly(20, { ramp }));
    type(field('Period'), 'month');
    save();
    expect(words(root)).toContain('A ramp climbs week by week: choose a goal per day or per week.');
    expect(onSave).not.toHaveBeenCalled();
    click(button('Without steps'));
    save();
    expect(onSave).toHaveBeenCalledOnce();
  });
});

describe('a raise', () => {
  const on = ground({ tallies: past('call', 4) });

  it('of more than a tenth asks what will change, each time anew', () => {
    const { root, onSave, save } = editorOn(on, weekly(20));
    type(field('Target'), '22');
    expect(words(root)).not.toContain('is a raise');
    type(field('Target'), '26');
    expect(words(root)).toContain('26 is a raise: four weeks gave 20, so 6 are missing.');
    save();
    expect(onSave).not.toHaveBeenCalled();
    expect(words(root)).toContain('Choose what will change.');
    click(field('another script'));
    type(field('Target'), '28');
    save();
    expect(onSave).not.toHaveBeenCalled();
    click(field('more time for it'));
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal).toMatchObject({ target: 28, change: 'hours' });
  });

  it('of an outcome shows the three ways, and what is impossible', () => {
    const meetings: EditedGoal = {
      id: 'm',
      goal: { period: 'week', kinds: ['meeting'], target: 5, ...defaultRange(5) },
    };
    const tallies = [...past('call', 4), ...past('meeting', 1)];
    const { root } = editorOn(ground({ tallies }), meetings, calls);
    type(field('Target'), '8');
    expect(words(root)).toContain('More of what leads to it: 32 instead of 20.');
    expect(words(root)).toContain('The same amount, better: 40 of 100 instead of 25.');
    type(field('Target'), '30');
    expect(words(root)).toContain('150 of 100 instead of 25. Not possible as it is.');
  });
});

describe('a lowered target', () => {
  const versions = [{ id: 'c', from: '2026-11-01', order: 0, goal: calls.goal }];

  it('waits for the next review, with a reason', () => {
    const { root, onSave, save } = editorOn(ground({ versions }), calls);
    type(field('Target'), '15');
    expect(words(root)).toContain('The lower target holds from Thu, Nov 26, 2026');
    save();
    expect(note(field('Why?'))).toBe(
      'Give a reason in a few words; you will see it at the review.',
    );
    expect(onSave).not.toHaveBeenCalled();
    type(field('Why?'), 'Trade fair');
    save();
    expect(onSave.mock.calls[0]?.[0]).toEqual([
      {
        id: 'c',
        goal: calls.goal,
        later: {
          from: '2026-11-26',
          goal: {
            ...daily('c', 'call', 15).goal,
            lowered: { on: today, from: 20, reason: 'Trade fair' },
          },
        },
      },
    ]);
  });

  it('is lowered once a period', () => {
    const lowered = { on: today, from: 20, reason: 'Fair' };
    const then = { ...daily('c', 'call', 18).goal, lowered };
    const planned = { id: 'c', from: '2026-11-26', order: 0, goal: then };
    const { root, onSave, save } = editorOn(ground({ versions: [...versions, planned] }), calls);
    type(field('Target'), '15');
    save();
    expect(words(root)).toContain('This target was lowered in this period already.');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('that only takes back a slip of today holds at once', () => {
    const slip = [
      ...versions,
      { id: 'c', from: today, order: 0, goal: daily('c', 'call', 200).goal },
    ];
    const { root, onSave, save } = editorOn(ground({ versions: slip }), daily('c', 'call', 200));
    type(field('Target'), '20');
    expect(words(root)).not.toContain('after the next review');
    save();
    expect(onSave.mock.calls[0]?.[0][0]).toEqual(calls);
  });
});

describe('a goal in words', () => {
  const say = (text: string) => {
    type(field('Or say it in your words'), text);
    click(button('Add it'));
  };

  it('“increase sales” is refused, with what is missing', () => {
    const { root } = editor();
    say('increase sales');
    expect(note(field('Or say it in your words'))).toBe(
      'Still missing: what to count (calls, meetings, leads …), how many, or how many percent more, and by when (day, week, month, quarter).',
    );
    expect(words(root)).toContain('No goal yet.');
  });

  it('becomes one', () => {
    const { onSave, save } = editor();
    say('20 calls a day');
    save();
    expect(onSave.mock.calls[0]?.[0][0]).toEqual({ ...calls, id: null });
  });

  it('+15 % is computed from the past', () => {
    const { onSave, save } = editorOn(ground({ tallies: past('lead', 4) }));
    say('+15 % leads next week');
    click(field('another list'));
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal).toMatchObject({ kinds: ['lead'], target: 23 });
  });

  describe('“+15 % qualified leads next quarter”', () => {
    /** So many leads on each workday of some days. */
    const leads = (first: string, last: string, count: number): readonly Tally[] =>
      daysOf({ first, last })
        .filter((day) => hoursOn(defaultSchedule, day))
        .map((day) => ({ day, kind: 'lead', minutes: Array.from({ length: count }, () => 600) }));
    const quarterFrom = (tallies: readonly Tally[]) => {
      const { root, onSave, save } = editorOn(ground({ tallies }));
      say('+15 % qualified leads next quarter');
      const target = field('Target').value;
      click(field('another list'));
      save();
      return { root, target, saved: onSave.mock.calls[0]?.[0][0]?.goal };
    };

    it('is 15 % more than the last whole quarter gave, and stands there to be changed', () => {
      // 66 workdays of 2 from July to September; there was more before them and less after.
      const { root, target, saved } = quarterFrom([
        ...leads('2026-06-15', '2026-06-30', 3),
        ...leads('2026-07-01', '2026-09-30', 2),
        ...leads('2026-10-01', '2026-11-23', 1),
      ]);
      expect(target).toBe('152');
      expect(field('Period').value).toBe('quarter');
      expect(words(root)).toContain('About 2.3 a workday, over 66 workdays.');
      expect(saved).toMatchObject({ period: 'quarter', kinds: ['lead'], target: 152 });
      expect(saved?.change).toBeDefined();
    });

    it('is 15 % more than four weeks give for a quarter, where the last one is not known whole', () => {
      const { target, saved } = quarterFrom(leads('2026-09-28', '2026-11-23', 4));
      expect(target).toBe('304');
      expect(saved).toMatchObject({ period: 'quarter', kinds: ['lead'], target: 304 });
    });
  });

  it('percent of an unknown past are not made up', () => {
    editor();
    say('+15 % leads next quarter');
    expect(note(field('Or say it in your words'))).toContain('Percent of what?');
  });
});

describe('beside the number', () => {
  it('keeps what was said about a goal', () => {
    const { onSave, save } = editor(calls, emails);
    type(field('I promise'), 'The first hour is for calls');
    type(field('Agreed with'), 'Kim');
    type(field('Serves the objective'), 'Two new regions');
    type(field('Seen to by'), 'Sam');
    type(field('My reward'), 'A free Friday');
    save();
    expect(onSave.mock.calls[0]?.[0][0]?.goal).toEqual({
      ...calls.goal,
      commitment: 'The first hour is for calls',
      agreed: { with: 'Kim', on: today },
      objective: 'Two new regions',
      owner: 'Sam',
      reward: 'A free Friday',
    });
  });

  it('a cap is a trial with an end, and says what speaks against it', () => {
    const { root, onSave, save } = editor(calls);
    type(field('Above the ceiling'), 'cap');
    expect(words(root)).toContain('Companies that removed their caps sold more');
    type(field('Trial ends'), '2027-03-01');
    expect(note(field('Trial ends'))).toBe('A trial ends within eight weeks.');
    save();
    expect(onSave).not.toHaveBeenCalled();
    type(field('Trial ends'), '2026-12-31');
    save();
    type(field('Above the ceiling'), 'slow');
    save();
    expect(onSave.mock.calls.map(([[saved]]) => saved?.goal.trial)).toEqual(
      ['cap', 'slow'].map((rule) => ({ rule, from: today, until: '2026-12-31' })),
    );
  });

  it('one goal may wait for the one above it, and the rest follow by value', () => {
    const { root, onSave, save } = editor(
      { ...calls, goal: { ...calls.goal, minutes: 10, worth: 5 } },
      { ...emails, goal: { ...emails.goal, minutes: 2, worth: 4 } },
    );
    click(button('Sort by value per minute'));
    const boxes = [...root.querySelectorAll('fieldset')].flatMap((card) =>
      [...card.querySelectorAll('label')].filter((label) => words(label).startsWith('Starts once')),
    );
    expect(boxes).toHaveLength(1);
    click(boxes[0]?.querySelector('input') as HTMLInputElement);
    save();
    expect(onSave.mock.calls[0]?.[0].map(({ id, goal }) => [id, goal.afterPrevious])).toEqual([
      ['e', undefined],
      ['c', true],
    ]);
  });

  it('what is worth the same a minute goes by how well it is done', () => {
    const alike = [
      { ...calls, goal: { ...calls.goal, minutes: 10, worth: 5 } },
      { ...emails, goal: { ...emails.goal, minutes: 2, worth: 1 } },
    ];
    const plain = [...past('call', 2), ...past('email', 2)];
    const names = () =>
      [...document.querySelectorAll('fieldset > legend')].map((one) => words(one)).slice(0, 1);
    editorOn(ground({ tallies: plain }), ...alike);
    expect(() => button('Sort by value per minute')).toThrow();
    const good = plain.map((one) => (one.kind === 'email' ? { ...one, tagged: { next: 1 } } : one));
    editorOn(ground({ tallies: good }), ...alike);
    expect(names()).toEqual(['Calls']);
    click(button('Sort by value per minute'));
    expect(names()).toEqual(['Emails']);
  });

  it('an outcome alone is told that it needs an activity', () => {
    const { root } = editor(daily('m', 'meeting', 1));
    expect(words(root)).toContain('Meetings: an outcome is not in your hands alone.');
    click(button('Add a goal'));
    expect(words(root)).not.toContain('not in your hands alone');
  });
});

describe('the odds of what is typed', () => {
  /** 80 % for 16 and less, then falling to nothing at 32. */
  const byHistory: Forecast = {
    chance: (target) => Math.min(0.97, Math.max(0.001, 1.6 - target / 20)),
    rough: false,
  };

  function withOdds(forecast: Forecast | null, ...goals: EditedGoal[]) {
    return withOddsOn(ground(), forecast, ...goals);
  }

  function withOddsOn(on: GoalGround, forecast: Forecast | null, ...goals: EditedGoal[]) {
    const onSave = vi.fn<(goals: readonly EditedGoal[]) => Promise<void>>().mockResolvedValue();
    const root = show(
      <GoalsEditor goals={goals} ground={on} onSave={onSave} oddsOf={() => forecast} />,
    );
    const save = () => {
      submit(root.querySelector('form'));
    };
    const said = () => words(root.querySelector('output'));
    return { root, onSave, save, said };
  }

  it('follow the number, with a name and one thing to do', () => {
    const { said } = withOdds(byHistory, daily('c', 'call', 16));
    expect(said()).toBe('80% likely on a usual day Just right. Keep it.');
    type(field('Target'), '20');
    expect(said()).toBe(
      '60% likely on a usual day Ambitious. Give it a longer period: one bad day then weighs less.',
    );
    type(field('Target'), '24');
    expect(said()).toBe(
      '40% likely on a usual day Out of reach for now. Start lower and ramp up a little every week.',
    );
    type(field('Target'), '28');
    expect(said()).toBe('20% likely on a usual day Out of reach for now. Lower it.');
    type(field('Target'), '14');
    expect(said()).toBe('90% likely on a usual day Safe. You can raise it.');
    type(field('Target'), '');
    expect(said()).toBe('');
  });

  it('follow the slider, which keeps still, and stands at its end for what is typed beyond', () => {
    const { onSave, save, said, root } = withOdds(byHistory, daily('c', 'call', 16));
    const slider = () => {
      const found = root.querySelector<HTMLInputElement>('[aria-label="The number, by sliding"]');
      if (!found) throw new Error('No slider');
      return { input: found, ends: [found.min, found.max], value: found.value };
    };
    const ends = ['1', '35'];
    expect(slider()).toMatchObject({ value: '16', ends });
    type(slider().input, '20');
    expect(field('Target').value).toBe('20');
    expect(said()).toContain('60% likely on a usual day');
    expect(slider()).toMatchObject({ value: '20', ends });
    type(field('Target'), '200');
    expect(slider()).toMatchObject({ value: '35', ends });
    expect(slider().input.getAttribute('aria-valuetext')).toBe('200');
    type(slider().input, '18');
    expect(slider().input.getAttribute('aria-valuetext')).toBeNull();
    save();
    expect(onSave).toHaveBeenCalledExactlyOnceWith([daily('c', 'call', 18)]);
  });

  it.each([
    [[8, 7.6, null], 20],
    [[1, null, null], 10],
    [[46, 40, 44], 95],
    [[65, null, null], 150],
    [[9000, null, null], 9999],
  ])('of what is known, %j, the slider ends at %i', (known, end) => {
    expect(slideEnd(...known)).toBe(end);
  });

  it('set it to 80 % with one click, and range and save follow', () => {
    const { onSave, save } = withOdds(byHistory, daily('c', 'call', 12));
    click(button('Set to 80%: 16, Calls'));
    expect(field('Target').value).toBe('16');
    expect(() => button('Set to 80%: 16, Calls')).toThrow();
    // The button is gone: whoever works by keyboard goes on from the number that it set.
    expect(document.activeElement).toBe(field('Target'));
    save();
    expect(onSave).toHaveBeenCalledExactlyOnceWith([daily('c', 'call', 16)]);
  });

  it('fit the range to the rep’s ups and downs with one click', () => {
    const { onSave, save } = withOdds(byHistory, daily('c', 'call', 16));
    const offer = 'Fit it to your ups and downs: 14 to 24 (Calls)';
    click(button(offer));
    expect(() => button(offer)).toThrow();
    expect(document.activeElement).toBe(field('Good from'));
    save();
    const [[saved] = []] = onSave.mock.lastCall ?? [];
    expect(saved?.goal).toMatchObject({ target: 16, floor: 14, ceiling: 24 });
  });

  it('judge the step that a ramp comes to next, and half steps go on from where it is', () => {
    const ramp = { base: 20, step: 0.05, mode: 'additive', from: '2026-11-02' } as const;
    const goal: Goal = { period: 'week', kinds: ['call'], target: 30, ...defaultRange(30), ramp };
    // 25 in each of three weeks: 21, 22 and 23 are behind, 24 is this week's, and 22 is still likely.
    const on = ground({ tallies: past('call', 5) });
    const { root, onSave, save } = withOddsOn(on, byHistory, { id: 'c', goal });
    expect(words(root)).toContain('21, 22, 23 … 30: 10 weeks. Step 4 of 10.');
    expect(words(root)).toContain('The next step, 25, is more likely missed than reached.');
    click(button('Take half steps'));
    expect(words(root)).toContain('24, 25, 26 … 30: 12 weeks.');
    expect(words(root)).not.toContain('Step ');
    save();
    const [[saved] = []] = onSave.mock.lastCall ?? [];
    expect(saved?.goal.ramp).toMatchObject({ base: 24, from: addDays(today, 1) });

    const first = withOddsOn(ground(), byHistory, { id: 'new', goal });
    expect(words(first.root)).toContain('Step 1 of 10.');
    expect(words(first.root)).not.toContain('more likely missed');
  });

  it('that are rough fit no range', () => {
    const { root } = withOdds({ ...byHistory, rough: true }, daily('c', 'call', 16));
    expect(words(root)).not.toContain('ups and downs');
  });

  it('below 50 % are not saved, and it says what would be possible', () => {
    const { root, onSave, save } = withOdds(byHistory, daily('c', 'call', 16));
    type(field('Target'), '24');
    expect(note(field('Target'))).toBe('');
    save();
    expect(note(field('Target'))).toBe('24 is less than 50% likely. 16 would be 80% likely.');
    expect(document.activeElement).toBe(field('Target'));
    expect(words(root)).toContain('Not saved yet');
    expect(onSave).not.toHaveBeenCalled();
    type(field('Target'), '20');
    save();
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('of a goal that was saved before block no other', () => {
    const { onSave, save } = withOdds(byHistory, daily('c', 'call', 28));
    save();
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('that are rough say whose figures they go by, and block nothing', () => {
    const { root, onSave, save, said } = withOdds({ chance: () => 0.2, rough: true }, calls);
    type(field('Target'), '90');
    expect(said()).toContain('a stretch on a usual day');
    expect(words(root)).toContain('other people’s figures (nathanprats.com)');
    save();
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('that are not known yet say when they will be', () => {
    const { root } = withOdds(null, calls);
    expect(words(root)).toContain('The odds show up after ten workdays of this.');
    expect(root.querySelector('output')).toBeNull();
  });
});
