// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { GoalsEditor } from '../../../components/GoalsEditor';
import type { EditedGoal } from '../../../components/editedGoal';
import type { ActionKind } from '../../../lib/domain/action';
import type { Forecast } from '../../../lib/domain/odds/forecast';
import { defaultRange } from '../../../lib/domain/goal';
import { button, click, field, note, show, submit, type, words } from './screen';

function daily(id: string, kind: ActionKind, target: number): EditedGoal {
  return { id, goal: { period: 'day', kinds: [kind], target, ...defaultRange(target) } };
}

function editor(...goals: EditedGoal[]) {
  const onSave = vi.fn<(goals: readonly EditedGoal[]) => void>();
  const root = show(<GoalsEditor goals={goals} onSave={onSave} />);
  const save = () => {
    submit(root.querySelector('form'));
  };
  return { root, onSave, save };
}

const calls = daily('c', 'call', 20);
const emails = daily('e', 'email', 10);

describe('GoalsEditor', () => {
  it('saves what it was given', () => {
    const { root, onSave, save } = editor(calls, emails);
    save();
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

  it('takes over the id of a goal that was new', () => {
    const { onSave, save, root } = editor(calls);
    click(button('Add a goal'));
    save();
    const saved = (onSave.mock.calls[0]?.[0] ?? []).map((each) => ({
      ...each,
      id: each.id ?? 'new',
    }));
    show(<GoalsEditor goals={saved} onSave={onSave} />);
    expect(words(root)).toContain('Goals saved.');
    save();
    expect(onSave.mock.calls[1]?.[0].map(({ id }) => id)).toEqual(['c', 'new']);
  });

  it('says gently that three are plenty, and stops at five', () => {
    const { root } = editor(calls, emails, daily('n', 'note', 5));
    expect(words(root)).not.toContain('three is plenty');
    click(button('Add a goal'));
    expect(words(root)).toContain('three is plenty');
    click(button('Add a goal'));
    expect(words(root)).toContain('5 goals at most.');
    expect(() => button('Add a goal')).toThrow();
  });
});

describe('the odds of what is typed', () => {
  /** 80 % for 16 and less, then falling to nothing at 32. */
  const byHistory: Forecast = {
    chance: (target) => Math.min(0.97, Math.max(0.001, 1.6 - target / 20)),
    rough: false,
  };

  function withOdds(forecast: Forecast | null, ...goals: EditedGoal[]) {
    const onSave = vi.fn<(goals: readonly EditedGoal[]) => void>();
    const root = show(<GoalsEditor goals={goals} onSave={onSave} oddsOf={() => forecast} />);
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
    type(field('Target'), '14');
    expect(said()).toBe('90% likely on a usual day Safe. You can raise it.');
    type(field('Target'), '');
    expect(said()).toBe('');
  });

  it('set it to 80 % with one click, and range and save follow', () => {
    const { onSave, save } = withOdds(byHistory, daily('c', 'call', 20));
    click(button('Set to 80%: 16, Calls'));
    expect(field('Target').value).toBe('16');
    expect(() => button('Set to 80%: 16, Calls')).toThrow();
    save();
    expect(onSave).toHaveBeenCalledExactlyOnceWith([daily('c', 'call', 16)]);
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
