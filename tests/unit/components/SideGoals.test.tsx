// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GoalBars } from '../../../components/GoalBars';
import { setNumbersHidden } from '../../../components/hiddenNumbers';
import { SideGoalsEditor } from '../../../components/SideGoalsEditor';
import { summaryText } from '../../../components/summaryText';
import type { EditedSideGoal, SideGoal, SideStanding } from '../../../lib/domain/sideGoal';
import { now, standing, summary } from './samples';
import { button, click, field, note, show, submit, type, words } from './screen';

const connected: SideGoal = {
  kind: 'call',
  what: 'connected',
  target: 60,
  period: 'week',
};
const side = (changes: Partial<SideStanding> = {}): SideStanding => ({
  id: 'quality',
  kinds: ['call'],
  what: 'connected',
  period: 'week',
  says: 'share.week',
  done: 45,
  target: 60,
  floor: 60,
  ceiling: 100,
  expected: 0,
  ahead: 0,
  ...changes,
});

afterEach(() => {
  setNumbersHidden(false);
});

describe('the bar of a quality goal', () => {
  const bars = (changes: Partial<SideStanding> = {}) =>
    show(<GoalBars standing={standing({ goals: [], sides: [side(changes)] })} />);

  const told = (root: HTMLElement) =>
    root
      .querySelector('[role=progressbar]')
      ?.getAttribute('aria-valuetext')
      ?.replaceAll('\u00a0', ' ');

  it('has the share, for eyes and ears, and keeps no pace', () => {
    const root = bars();
    expect(words(root.querySelector('.row'))).toBe('Connected, calls45% of 60% this week');
    const bar = root.querySelector('[role=progressbar]');
    expect(bar?.getAttribute('aria-valuenow')).toBe('45');
    expect(told(root)).toBe('45% of 60% this week');
    expect(root.querySelector('.pace')).toBeNull();
  });

  it('is reached from its target on', () => {
    const root = bars({ done: 60 });
    expect(words(root.querySelector('.chip'))).toBe('reached');
    expect(told(root)).toBe('60% of 60% this week, reached');
  });

  it('judges nothing by fewer than ten', () => {
    const few = { target: 10, floor: 10, ceiling: 10 };
    expect(words(bars({ says: 'few', done: 4, ...few }))).toBe(
      'Connected, calls4 of 10 to judge by',
    );
  });

  it('hides its numbers with all others', () => {
    setNumbersHidden(true);
    const root = bars({ done: 60 });
    expect(words(root)).toBe('Connected, calls••% of ••% this week');
    expect(root.querySelector('[role=progressbar]')).toBeNull();
  });

  it('has the minutes of a learning goal', () => {
    const { says: _, ...minutes } = side({
      kinds: ['learning'],
      what: 'minutes',
      floor: 60,
      ceiling: 60,
    });
    const root = show(<GoalBars standing={standing({ goals: [], sides: [minutes] })} />);
    expect(words(root.querySelector('.row'))).toBe('Minutes, learning sessions45 of 60 this week');
    expect(told(root)).toBe('45 of 60 this week');
  });

  it('is in the copied summary', () => {
    expect(summaryText(standing({ sides: [side()] }), summary(), now)).toContain(
      '\nConnected, calls: 45% of 60% this week\n',
    );
  });
});

describe('the editor', () => {
  function editor(goals: readonly EditedSideGoal[] = [{ id: 'quality', side: connected }]) {
    const onSave = vi.fn().mockResolvedValue(undefined);
    const root = show(<SideGoalsEditor key={Math.random()} goals={goals} onSave={onSave} />);
    const save = () => {
      submit(root.querySelector('form'));
    };
    return { root, onSave, save };
  }

  it('says from how many on a share is judged, and that it has no odds', () => {
    expect(words(editor().root)).toMatch(/judged from 10 of them on.*none has odds/);
  });

  it('sets what, how much of it and by when', () => {
    const { onSave, save } = editor([]);
    click(button('Add a quality goal'));
    type(field('Of'), 'meeting');
    type(field('What'), 'senior');
    type(field('At least, %'), '25');
    type(field('Period'), 'month');
    save();
    expect(onSave).toHaveBeenCalledExactlyOnceWith([
      {
        id: null,
        side: { kind: 'meeting', what: 'senior', target: 25, period: 'month' },
      },
    ]);
  });

  it('sets how many minutes or pages of what', () => {
    const { root, onSave, save } = editor([]);
    click(button('Add a learning goal'));
    expect(words(root.querySelector('legend'))).toBe('Minutes, learning sessions');
    type(field('What'), 'pages');
    type(field('At least'), '40');
    save();
    expect(onSave.mock.calls[0]?.[0]).toEqual([
      {
        id: null,
        side: { kind: 'learning', what: 'pages', target: 40, period: 'week' },
      },
    ]);
    type(field('Of'), 'networking');
    expect(field('What').value).toBe('minutes');
    type(field('At least'), '0');
    save();
    expect(note(field('At least'))).toBe('An amount is a whole number from 1 to 9999.');
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('offers an outcome of calls alone', () => {
    const { root } = editor();
    const offered = () => [...(root.querySelectorAll('select')[1]?.options ?? [])].map(words);
    expect(offered()).toContain('Connected');
    type(field('Of'), 'email');
    expect(offered()).toEqual(['VP or above', 'Next step set', 'Note written']);
    expect(field('What').value).toBe('senior');
  });

  it.each([
    ['0', 'A share is a whole number from 1 to 100.'],
    ['101', 'A share is a whole number from 1 to 100.'],
    ['12.5', 'A share is a whole number from 1 to 100.'],
    ['', 'A share is a whole number from 1 to 100.'],
  ])('refuses %j in one sentence and saves nothing', (percent, sentence) => {
    const { onSave, save } = editor();
    type(field('At least, %'), percent);
    save();
    expect(note(field('At least, %'))).toBe(sentence);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('refuses outcomes that are more than all calls together, and one goal twice', () => {
    const { root, onSave, save } = editor([
      { id: 'quality', side: connected },
      { id: 'other', side: { ...connected, what: 'voicemail', target: 50 } },
    ]);
    save();
    expect(note(field('At least, %'))).toBe(
      'A call has one outcome, so these shares cannot add up to more than 100.',
    );
    const [, second] = root.querySelectorAll('fieldset');
    if (second) type(field('What', second), 'connected');
    save();
    expect(note(field('At least, %'))).toBe('This goal is here twice.');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('has three at most, and lets go of one', () => {
    const { root, onSave, save } = editor();
    click(button('Add a quality goal'));
    click(button('Add a quality goal'));
    expect(words(root)).toMatch(/3 of these at most/);
    expect(() => button('Add a quality goal')).toThrow();
    click(button('Remove: Connected, calls'));
    save();
    expect(onSave.mock.calls[0]?.[0]).toMatchObject([
      { side: { what: 'next' } },
      { side: { what: 'senior' } },
    ]);
  });
});
