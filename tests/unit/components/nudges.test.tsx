// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { CueRules, type CueRulesProps } from '../../../components/CueRules';
import { setNumbersHidden } from '../../../components/hiddenNumbers';
import { NudgeChoices, type NudgeChoicesProps } from '../../../components/NudgeChoices';
import { Panel } from '../../../components/Panel';
import { Rail } from '../../../components/Rail';
import type { SpokenNudge } from '../../../lib/domain/nudge/spoken';
import { standing, sidebar } from './samples';
import { button, click, field, note, show, submit, type, words } from './screen';

const nudge: SpokenNudge = { at: 7, until: 9, reason: 'open', kind: 'call', count: 3 };
const rule: SpokenNudge = { ...nudge, reason: 'cue', base: 5 };

function panel(said: SpokenNudge | undefined, totals = { call: 7 }) {
  const props = sidebar({ standing: standing({ ...(said && { nudge: said }), totals }) });
  return { root: show(<Panel {...props} />), props };
}
const card = () => words(document.querySelector('.next .ask'));

describe('a nudge on the card', () => {
  it('asks in the place of the step, in the words of what moves the rep', () => {
    panel({ ...nudge, drive: 'mastery' });
    expect(card()).toBe(
      'A good moment for 3 calls? Each one makes the next one easier.Let’s goNot now',
    );
    expect(document.querySelector('.next strong')).toBeNull();
    expect(words(document.querySelector('.next [role="status"]'))).toBe(
      'A good moment for 3 calls?',
    );
  });

  it.each([
    ['close', '3 calls to the checkpoint. Finish this leg?'],
    ['fresh', 'A fresh start. Begin with 3 calls?'],
    ['stretch', 'Reached early. Try 3 calls more?'],
  ] as const)('has words for %s', (reason, text) => {
    panel({ ...nudge, reason });
    expect(card()).toBe(`${text}Let’s goNot now`);
  });

  it('takes yes and no, and Escape for a no', () => {
    const { root, props } = panel(nudge);
    click(button('Let’s go'));
    click(button('Not now'));
    root
      .querySelector('.ask')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(props.onNudge.mock.calls).toEqual([
      [{ at: 7, answer: 'accepted' }],
      [{ at: 7, answer: 'dismissed' }],
      [{ at: 7, answer: 'dismissed' }],
    ]);
  });

  it('hands the focus on when it is answered by key, and never takes it', () => {
    panel(undefined);
    panel(nudge);
    expect(document.activeElement).toBe(document.body);
    button('Not now').focus();
    click(button('Not now'));
    panel(undefined);
    expect(document.activeElement).toBe(button('Call'));
  });

  it('counts a rule of the rep’s own along, to be skipped or snoozed', () => {
    const { props } = panel(rule, { call: 5 });
    expect(card()).toBe('3 calls first 0/3SnoozeSkip');
    panel(rule, { call: 7 });
    expect(card()).toBe('3 calls first 2/3SnoozeSkip');
    panel(rule, { call: 4 });
    expect(card()).toBe('3 calls first 0/3SnoozeSkip');
    const last = panel(rule).props;
    click(button('Snooze'));
    click(button('Skip'));
    expect(last.onNudge.mock.calls).toEqual([
      [{ at: 7, answer: 'snoozed' }],
      [{ at: 7, answer: 'dismissed' }],
    ]);
    expect(props.onNudge).not.toHaveBeenCalled();
  });

  it('shows no number where numbers are hidden', () => {
    setNumbersHidden(true);
    panel(rule);
    const text = card();
    setNumbersHidden(false);
    expect(text).toBe('•• calls first ••/••SnoozeSkip');
  });

  it('waits while something is praised', () => {
    panel(undefined);
    const reached = standing().goals.map((goal) => ({ ...goal, done: 20 }));
    show(<Panel {...sidebar({ standing: standing({ goals: reached, nudge }) })} />);
    expect(document.querySelector('.next .ask')).toBeNull();
    expect(words(document.querySelector('.next small'))).toBe('Calls: goal reached');
    show(<Panel {...sidebar({ standing: standing({ goals: reached, nudge: rule }) })} />);
    expect(card()).toBe('3 calls first 2/3SnoozeSkip');
    expect(words(document.querySelector('.next small'))).toBe('Calls: goal reached');
  });

  it('is a dot on the rail', () => {
    const rail = (said?: SpokenNudge) =>
      show(<Rail {...sidebar({ standing: standing(said ? { nudge: said } : {}) })} />);
    expect(rail().querySelector('.alert')).toBeNull();
    expect(rail(nudge).querySelector('.alert')).not.toBeNull();
  });
});

function choices(changes: Partial<Omit<NudgeChoicesProps, 'onTurn' | 'onDrives'>> = {}) {
  const props = {
    on: true,
    stopped: false,
    drives: [],
    effect: null,
    preview: null,
    onTurn: vi.fn(),
    onDrives: vi.fn(),
    ...changes,
  } satisfies NudgeChoicesProps;
  return { root: show(<NudgeChoices {...props} />), props };
}

describe('nudges in the options', () => {
  it('are turned on and off, and say when they stopped by themselves', () => {
    const { props } = choices({ on: false, stopped: true });
    expect(words(document.querySelector('[role="alert"]'))).toContain('switched them off');
    click(field('Nudge me'));
    expect(props.onTurn).toHaveBeenCalledExactlyOnceWith(true);
    choices();
    expect(document.querySelector('[role="alert"]')).toBeNull();
  });

  it('follow two or three of what moves the rep, and say why a fourth is not to be had', () => {
    const { props } = choices({ drives: ['money', 'mastery'] });
    click(field('Freedom'));
    click(field('Money'));
    expect(props.onDrives.mock.calls).toEqual([[['money', 'mastery', 'freedom']], [['mastery']]]);
    const { root } = choices({ drives: ['money', 'mastery', 'freedom'] });
    expect(field('Recognition').disabled).toBe(true);
    expect(field('Money').disabled).toBe(false);
    expect(words(root.querySelector('.drives'))).toContain('Three is all.');
  });

  it('show what would have been said on the last workday', () => {
    const said = [
      { ...nudge, minute: 490, drive: 'money' as const },
      { ...nudge, at: 8, minute: 545, reason: 'close' as const },
    ];
    const { root } = choices({ preview: { day: '2026-11-20', said } });
    expect(words(root)).toContain('On Friday it would have said');
    const lines = [...root.querySelectorAll('.said li')].map((line) => words(line));
    expect(lines[0]).toMatch(/^8:10.*A good moment for 3 calls\? It pays\.$/);
    expect(lines[1]).toMatch(/^9:05.*3 calls to the checkpoint\. Finish this leg\?$/);
    choices({ preview: { day: '2026-11-20', said: [] } });
    expect(words()).toContain('On Friday there would have been nothing to say.');
  });

  it('say what they add with its interval, or that it is not known yet', () => {
    choices({ effect: { known: false, moments: 41 } });
    expect(words()).toContain('Not enough yet: 41 of some 300 moments.');
    const effect = {
      known: true,
      moments: 302,
      added: 0.44,
      low: -0.02,
      high: 0.87,
      harmful: false,
    };
    choices({ effect: effect as never });
    expect(words()).toContain('+0.4 actions (80 % interval from 0 to +0.9, 302 moments)');
  });
});

const inbox = 'https://mail.example.com';
const crm = 'https://crm.example.com';

function rules(changes: Partial<Pick<CueRulesProps, 'cues' | 'sites'>> = {}) {
  const props = {
    cues: [],
    sites: [inbox, crm],
    onAdd: vi.fn(),
    onRemove: vi.fn(),
    ...changes,
  } satisfies CueRulesProps;
  return { root: show(<CueRules {...props} />), props };
}

describe('rules of the rep’s own', () => {
  it('are a site, a number and what to do first', () => {
    const { root, props } = rules();
    type(field('First do'), '2');
    type(field('What'), 'email');
    submit(root.querySelector('form'));
    expect(props.onAdd).toHaveBeenCalledExactlyOnceWith({ origin: inbox, count: 2, kind: 'email' });
  });

  it('that are impossible are refused with one sentence', () => {
    const { root, props } = rules();
    type(field('First do'), '6');
    submit(root.querySelector('form'));
    expect(note(field('First do'))).toBe(
      'A whole number from 1 to 5: small enough to start at once.',
    );
    type(field('First do'), '');
    submit(root.querySelector('form'));
    expect(props.onAdd).not.toHaveBeenCalled();
    type(field('First do'), '1');
    expect(note(field('First do'))).toBe('');
  });

  it('stand there as a sentence, are removed, and are one a site', () => {
    const cues = [{ id: 'r1', origin: inbox, count: 1, kind: 'call' }] as const;
    const { root, props } = rules({ cues });
    expect(words(root.querySelector('.cards'))).toBe(
      'When I open mail.example.com: 1 call firstRemove',
    );
    type(field('When I open'), inbox);
    submit(root.querySelector('form'));
    expect(note(field('When I open'))).toBe('This site has a rule already. Remove that one first.');
    expect(props.onAdd).not.toHaveBeenCalled();
    click(button('Remove: When I open mail.example.com: 1 call first'));
    expect(props.onRemove).toHaveBeenCalledExactlyOnceWith('r1');
  });

  it('are five at most: a sixth is refused with one sentence, and nothing changes', () => {
    const five = [1, 2, 3, 4, 5].map((n) => ({
      id: `r${String(n)}`,
      origin: `https://${String(n)}.example.com`,
      count: n,
      kind: 'call' as const,
    }));
    const sites = [...five.map(({ origin }) => origin), inbox];
    const full = rules({ cues: five, sites });
    const before = words(full.root.querySelector('.cards'));
    type(field('When I open'), inbox);
    submit(full.root.querySelector('form'));
    expect(note(field('When I open'))).toBe('5 rules are enough to keep. Remove one first.');
    expect(full.props.onAdd).not.toHaveBeenCalled();
    expect(words(full.root.querySelector('.cards'))).toBe(before);

    const four = rules({ cues: five.slice(1), sites });
    type(field('When I open'), inbox);
    submit(four.root.querySelector('form'));
    expect(four.props.onAdd).toHaveBeenCalledExactlyOnceWith({
      origin: inbox,
      count: 3,
      kind: 'call',
    });
  });

  it('wait for a site that is off, and for the first one', () => {
    const cues = [{ id: 'r1', origin: inbox, count: 3, kind: 'call' }] as const;
    rules({ cues, sites: [crm] });
    expect(words()).toContain('Foothold is off there, so the rule waits.');
    const { root } = rules({ sites: [] });
    expect(words()).toContain('No site is on yet.');
    expect(root.querySelector('form')).toBeNull();
  });
});
