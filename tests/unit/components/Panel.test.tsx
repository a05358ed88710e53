// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/Panel';
import type { RecordOnScreen } from '../../../components/sidebar';
import type { Touches } from '../../../lib/domain/touches';

import { button, click, show, words } from './screen';
import { foothold, goal, recent, sidebar, sidePanel, standing, type SidebarState } from './samples';

function panel(changes: SidebarState = {}) {
  const props = sidebar(changes);
  return { root: show(<Panel {...props} />), props };
}

describe('Panel', () => {
  it('is a named landmark', () => {
    const { root } = panel();
    expect(root.querySelector('aside')?.getAttribute('aria-label')).toBe('Foothold');
  });

  it('is beside the page the page itself, and neither collapses nor moves', () => {
    const root = show(<Panel {...sidePanel()} />);
    expect(root.querySelector('main')?.getAttribute('aria-label')).toBe('Foothold');
    expect(words(root.querySelector('main h1'))).toBe('Foothold');
    expect(root.querySelector('aside')).toBeNull();
    expect(root.querySelector('[aria-expanded]')).toBeNull();
    expect(() => button('Move to the other side')).toThrow();
  });

  it.each([
    [undefined, 'Move beside the page', 'panel'],
    ['page', 'Move beside the page', 'panel'],
    ['panel', 'Show on the page', 'page'],
  ] as const)('shown in %s offers to %s', (surface, name, to) => {
    const { props } = panel({ surface });
    click(button(name));
    expect(props.onMoveTo).toHaveBeenCalledExactlyOnceWith(to);
  });

  it('on no site says so, and there is nothing to switch off or to move', () => {
    const {
      onSwitchOff: _,
      onMoveTo: __,
      ...props
    } = sidePanel({
      site: { label: '', state: 'none', unsaved: 0 },
      record: null,
    });
    const root = show(<Panel {...props} />);
    expect(words(root.querySelector('.foot'))).toBe('Nothing is counted on this page');
    expect(root.querySelectorAll('.foot button')).toHaveLength(0);
  });

  it('has no text inputs: a page can read what is typed into them', () => {
    const { root } = panel({
      again: 'call',
      questions: [{ id: 'q', kind: 'call', at: 0 }],
    });
    expect(root.querySelector('input, textarea, select, [contenteditable]')).toBeNull();
  });

  it('logs while it still loads', () => {
    const { root, props } = panel({ standing: null });
    expect(root.querySelector('.loading')).not.toBeNull();
    click(button('Call'));
    expect(props.onLog).toHaveBeenCalledExactlyOnceWith('call');
  });

  it.each(['Call', 'Email', 'Message', 'Meeting', 'Note'])('logs with one click: %s', (name) => {
    const { props } = panel();
    click(button(name));
    expect(props.onLog).toHaveBeenCalledExactlyOnceWith(name.toLowerCase());
  });

  it('says for which record it logs, and nothing without one', () => {
    expect(words(panel({ record: 'opportunity' }).root.querySelector('.log > p'))).toBe(
      'Log for this deal',
    );
    expect(words(panel({ record: null }).root.querySelector('.log'))).not.toContain('this');
  });

  it('offers to connect with a person, and a note elsewhere', () => {
    const keys = (record: RecordOnScreen | null) =>
      [...panel({ record }).root.querySelectorAll('.keys button')].map((key) => words(key));
    expect(keys('person')).toEqual(['Call', 'Email', 'Connect', 'Message', 'Meeting']);
    for (const record of ['contact', 'company', 'opportunity', null] as const)
      expect(keys(record)).toEqual(['Call', 'Email', 'Message', 'Meeting', 'Note']);
    const { props } = panel({ record: 'person' });
    click(button('Connect'));
    expect(props.onLog).toHaveBeenCalledExactlyOnceWith('connection');
  });

  it('says how often the rep has been in touch, and nothing when never', () => {
    const title = (touches: Touches | null) =>
      words(panel({ touches }).root.querySelector('.log small'));
    expect(title({ count: 2, daysAgo: 4, day: '2026-11-20' })).toBe('2 touches, last Friday');
    expect(title(null)).toBe('');
  });

  it('asks before the same again', () => {
    const { root, props } = panel({ again: 'call' });
    expect(words(root)).toContain('Call logged a moment ago. Again?');
    click(button('Log again'));
    click(button('No'));
    expect(props.onAgain.mock.calls).toEqual([[true], [false]]);
  });

  it('asks whether a used link became a call', () => {
    const { root, props } = panel({
      questions: [
        { id: 'q1', kind: 'call', at: 0 },
        { id: 'q2', kind: 'email', at: 0 },
      ],
    });
    expect(words(root.querySelector('.log > .ask p'))).toBe('Called? and 1 more');
    expect(words(root)).not.toContain('Emailed?');
    click(button('Log it'));
    click(button('Not this time'));
    expect(props.onAnswer.mock.calls).toEqual([
      ['q1', true],
      ['q1', false],
    ]);
  });

  it('asks one thing at a time: the same again first', () => {
    const { root } = panel({ again: 'email', questions: [{ id: 'q1', kind: 'call', at: 0 }] });
    expect(root.querySelectorAll('.ask')).toHaveLength(1);
    expect(words(root.querySelector('.ask'))).toContain('Again?');
    panel({ questions: [{ id: 'q1', kind: 'call', at: 0 }] });
    expect(words(root.querySelector('.ask'))).toContain('Called?');
  });

  it('hands the focus from question to question', () => {
    const both = [
      { id: 'q1', kind: 'call', at: 0 },
      { id: 'q2', kind: 'email', at: 0 },
    ] as const;
    panel({ questions: both });
    button('Log it').focus();
    click(button('Log it'));
    const { root } = panel({ questions: both.slice(1) });
    expect(words(root.querySelector('.ask p'))).toBe('Emailed?');
    expect(document.activeElement).toBe(button('Log it'));
    click(button('Log it'));
    panel({ questions: [] });
    expect(document.activeElement).toBe(button('Call'));
  });

  it('keeps every row of the last actions in its place as one more comes', () => {
    const before = standing({ recent: [recent(), recent({ id: 'a2', kind: 'note' })] });
    const { root } = panel({ standing: before });
    const rows = [...root.querySelectorAll('.recent li')];
    panel({
      standing: { ...before, recent: [recent({ id: 'a3', kind: 'email' }), ...before.recent] },
    });
    const after = [...root.querySelectorAll('.recent li')];
    expect(after.slice(0, 2)).toEqual(rows);
    expect(after.map((row) => words(row.querySelector('b')))).toEqual(['Email', 'Call', 'Note']);
  });

  it('keeps the focus in the list when its last row is undone', () => {
    const both = standing({ recent: [recent(), recent({ id: 'a2', kind: 'note' })] });
    const { root } = panel({ standing: both });
    const undo = root.querySelectorAll<HTMLElement>('.recent button')[1];
    undo?.focus();
    if (undo) click(undo);
    panel({ standing: { ...both, recent: both.recent.slice(0, 1) } });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Undo: Call/);
    click(button('Undo'));
    panel({ standing: { ...both, recent: [] } });
    expect(document.activeElement).toBe(root.querySelector('.recent'));
  });

  it('has room for the longest route, whichever goal is next', () => {
    const emails = goal({ id: 'emails', kinds: ['email'], legs: goal().legs.slice(0, 1) });
    const goals = [goal(), emails];
    const room = (goalId: string) =>
      panel({ standing: standing({ goals, foothold: foothold({ goalId }) }) })
        .root.querySelector('.route ol')
        ?.getAttribute('style');
    expect(room('emails')).toBe(room(goal().id));
  });

  it('says where a count comes from and takes it back', () => {
    const { root, props } = panel({
      standing: standing({
        recent: [
          recent(),
          recent({ id: 'a2', kind: 'connection', site: 'linkedin', where: 'LinkedIn' }),
          recent({ id: 'a3', kind: 'note', via: 'one-click', evidence: 'said' }),
        ],
      }),
    });
    const rows = [...root.querySelectorAll('.recent li')].map((row) => words(row));
    expect(rows[0]).toMatch(/^Call 10:04.*, saved in Atomic CRM/);
    expect(rows[1]).toContain('sent in LinkedIn');
    expect(rows[2]).toContain('logged by you');
    const undo = root.querySelectorAll<HTMLElement>('.recent button')[1];
    if (undo) click(undo);
    expect(props.onUndo).toHaveBeenCalledExactlyOnceWith('a2');
  });

  it('names the site that a count comes from, and its own as it is called there', () => {
    const { root } = panel({
      standing: standing({
        recent: [
          recent({ id: 'a1', site: 'other', where: 'another page' }),
          recent({ id: 'a2', site: 'salesforce', where: 'Salesforce' }),
        ],
      }),
      siteId: 'other',
      site: { label: 'crm.example.com', state: 'logging', unsaved: 0 },
    });
    const rows = [...root.querySelectorAll('.recent li')].map((row) => words(row));
    expect(rows[0]).toContain('saved in crm.example.com');
    expect(rows[1]).toContain('saved in Salesforce');
  });

  it('offers to take back only what was counted on its own site', () => {
    const both = [recent({ id: 'a1', site: 'atomic' }), recent({ id: 'a2', site: 'foothold' })];
    const { root } = panel({ standing: standing({ recent: both }), siteId: 'atomic' });
    const rows = [...root.querySelectorAll('.recent li')];
    expect(rows.map((row) => row.querySelector('button') !== null)).toEqual([true, false]);
  });

  it('undoes what the pointer went down on, even if another count comes in before it goes up', () => {
    const before = standing({ recent: [recent({ id: 'a1' })] });
    const { root } = panel({ standing: before });
    const undo = root.querySelector<HTMLElement>('.recent button');
    undo?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    const later = panel({
      standing: { ...before, recent: [recent({ id: 'a2', kind: 'email' }), ...before.recent] },
    });
    if (undo) click(undo);
    expect(later.props.onUndo).toHaveBeenCalledExactlyOnceWith('a1');
  });

  it('keeps the focus in the list when an undone row goes', () => {
    const both = standing({ recent: [recent(), recent({ id: 'a2', kind: 'note' })] });
    const { root } = panel({ standing: both });
    const undo = root.querySelector<HTMLElement>('.recent button');
    undo?.focus();
    if (undo) click(undo);
    panel({ standing: { ...both, recent: both.recent.slice(1) } });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Undo: Note/);
  });

  it('says how the site is doing', () => {
    const foot = (site: Partial<NonNullable<SidebarState['site']>>) =>
      words(
        panel({
          site: { label: 'Atomic CRM', state: 'counting', unsaved: 0, ...site },
        }).root.querySelector('.foot p'),
      );
    expect(foot({})).toBe('Counting on Atomic CRM');
    expect(foot({ unsaved: 1 })).toBe('1 not saved yet, trying again');
    expect(foot({ state: 'changed' })).toBe('Atomic CRM changed, counts may be low');
  });

  it('asks once before it switches off', () => {
    const { props } = panel();
    button('Off here').focus();
    click(button('Off here'));
    expect(document.activeElement).toBe(button('Keep'));
    click(button('Keep'));
    expect(props.onSwitchOff).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Off here'));
    click(button('Off here'));
    click(button('Off'));
    expect(props.onSwitchOff).toHaveBeenCalledOnce();
  });

  it('says what is not recognised, and copies a report', async () => {
    const onReport = vi.fn().mockResolvedValueOnce(true).mockResolvedValueOnce(false);
    const site = {
      label: 'Atomic CRM',
      state: 'changed',
      unsaved: 0,
      notFound: ['contact', 'atomic/note'],
    } as const;
    const { root } = panel({ site, onReport });
    const foot = () => words(root.querySelector('.foot'));
    button('Details').focus();
    click(button('Details'));
    expect(foot()).toContain('Not recognised: contact, atomic/note');
    expect(document.activeElement).toBe(button('Close'));
    click(button('Close'));
    expect(document.activeElement).toBe(button('Details'));
    expect(onReport).not.toHaveBeenCalled();
    click(button('Details'));
    click(button('Copy report'));
    expect(onReport).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(document.activeElement).toBe(button('Copied')));
    click(button('Copied'));
    click(button('Copy report'));
    await vi.waitFor(() => expect(button('Details')).toBeDefined());
    expect(onReport).toHaveBeenCalledTimes(2);
  });

  it('offers no details while all is well', () => {
    panel({ onReport: vi.fn() });
    expect(() => button('Details')).toThrow('No button');
  });

  it('shows the route of the goal the foothold belongs to', () => {
    const emails = goal({ id: 'emails', kinds: ['email'] });
    const { root } = panel({
      standing: standing({ goals: [goal(), emails], foothold: foothold({ goalId: 'emails' }) }),
    });
    expect(words(root.querySelector('.route > p'))).toBe('Emails today');
    expect(words(root.querySelector('[aria-current="step"]'))).toMatch(/^by 10:30.*2 of 5$/);
  });

  it('shows three goals at most, those nearest to their target, in the order of the rep', () => {
    const goals = [1, 9, 5, 20, 8].map((done, index) =>
      goal({
        id: String(index),
        kinds: [(['call', 'email', 'note', 'task', 'win'] as const)[index] ?? 'call'],
        done,
      }),
    );
    const { root } = panel({ standing: standing({ goals, foothold: foothold({ goalId: '0' }) }) });
    expect([...root.querySelectorAll('.goals b')].map((name) => words(name))).toEqual([
      'Calls',
      'Emails',
      'Wins',
    ]);
    expect(words(root.querySelector('.goals > p'))).toBe('and 2 more');
  });

  it('keeps the goal in sight that the last action moved, reached or not', () => {
    const goals = (['call', 'email', 'note', 'task'] as const).map((kind, index) =>
      goal({ id: kind, kinds: [kind], done: [20, 9, 8, 7][index] ?? 0 }),
    );
    const { root } = panel({
      standing: standing({
        goals,
        foothold: foothold({ goalId: 'task' }),
        recent: [recent({ kind: 'call' })],
      }),
    });
    expect([...root.querySelectorAll('.goals b')].map((name) => words(name))).toEqual([
      'Calls',
      'Emails',
      'Tasks',
    ]);
  });

  it.each([
    [{ ahead: 0 }, 'on pace'],
    [{ ahead: 2 }, '2 ahead'],
    [{ ahead: -3 }, '3 to catch up'],
    [{ done: 20, ahead: -1 }, 'reached'],
  ])('puts pace into words: %o', (changes, text) => {
    const { root } = panel({ standing: standing({ goals: [goal(changes)] }) });
    expect(words(root.querySelector('.chip'))).toBe(text);
  });

  it('asks for nothing on a day off', () => {
    const { root } = panel({ standing: standing({ rest: 'day-off', foothold: null }) });
    expect(root.querySelector('.chip, .route')).toBeNull();
  });

  it('names the week of a week goal and writes large numbers so that they can be read', () => {
    const { root } = panel({
      standing: standing({ goals: [goal({ period: 'week', done: 9999, target: 9999 })] }),
    });
    expect(words(root.querySelector('.row span'))).toMatch(/^9.999 of 9.999 this week$/);
  });

  it('tells the bar to those who cannot see it', () => {
    const bar = panel().root.querySelector('[role="progressbar"]');
    expect(bar?.getAttribute('aria-label')).toBe('Calls');
    expect(bar?.getAttribute('aria-valuenow')).toBe('7');
    expect(bar?.getAttribute('aria-valuetext')).toBe('7 of 20, 3 to catch up, good from 18 to 25');
  });

  it('says once, politely, what was reached', () => {
    const status = () => words(document.querySelector('.next [role="status"]'));
    panel();
    expect(status()).toBe('');
    panel({
      standing: standing({
        goals: [goal({ done: 10 })],
        foothold: foothold({ id: 'calls 2', done: 0 }),
      }),
    });
    expect(status()).toBe('5 calls done');
    panel({
      standing: standing({ goals: [goal({ done: 20 })], foothold: null, rest: 'reached' }),
    });
    expect(status()).toBe('Calls: goal reached');
  });

  it.each([
    ['a minute later', 60_000],
    ['once a wrong clock has been put back', -3 * 3600_000],
  ])('has said it %s', (_when, later) => {
    const after = standing({ goals: [goal({ done: 10 })], foothold: foothold({ id: 'calls 2' }) });
    panel();
    const { props } = panel({ standing: after });
    panel({ standing: after, now: props.now + later });
    expect(words(document.querySelector('.next [role="status"]'))).toBe('');
  });

  it('does not praise what was only re-planned or undone', () => {
    panel();
    panel({ standing: standing({ foothold: foothold({ id: 'calls 2', done: 0 }) }) });
    panel({ standing: standing({ goals: [goal({ done: 6 })] }) });
    expect(words(document.querySelector('.next [role="status"]'))).toBe('');
  });

  it('collapses and moves', () => {
    const { props } = panel();
    click(button('Collapse'));
    click(button('Move to the other side'));
    expect(props.onCollapse).toHaveBeenCalledOnce();
    expect(props.onMove).toHaveBeenCalledOnce();
  });
});
