// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Summary } from '../../../components/Summary';
import { setOwnKinds } from '../../../components/ownKinds';
import { summaryText } from '../../../components/summaryText';
import type { FloorOffer } from '../../../lib/domain/floorOffer';
import type { GoalOutlook } from '../../../lib/domain/outlook';
import { daily } from '../dailyGoal';
import { arrived, button, check, click, field, note, show, submit, type, words } from './screen';
import { goal, goalOutlook, now, popup as sample, standing, summary } from './samples';

function popup(changes: Parameters<typeof sample>[0] = {}) {
  const props = sample(changes);
  return { root: show(<Summary {...props} />), props };
}

describe('Summary', () => {
  it('shows the day in numbers', () => {
    const { root } = popup();
    expect(words(root.querySelector('h1'))).toBe('Today, 7 of 20');
    expect([...root.querySelectorAll('.totals li')].map((each) => words(each))).toEqual([
      '7 calls',
      '2 emails',
    ]);
  });

  it('puts the curve into words', () => {
    expect(popup().root.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toMatch(
      /^7 of 20 done at 10:06.*; the plan has 7 by then\.$/,
    );
  });

  it('leaves out what an empty day does not have', () => {
    const empty = summary({ totals: {}, done: 0, asked: 0, curve: [], plan: [], days: [] });
    const { root } = popup({
      summary: empty,
      standing: standing({ goals: [], foothold: null, rest: 'no-goals', recent: [], totals: {} }),
    });
    expect(words(root.querySelector('h1'))).toBe('Today, 0');
    expect(root.querySelector('.curve, .week-days, .totals')).toBeNull();
  });

  it('copies, pauses, resumes, opens the options', () => {
    const { props } = popup();
    for (const name of ['Copy', 'Pause for today', 'Options']) click(button(name));
    expect(
      [props.onCopy, props.onPause, props.onOptions].map((each) => each.mock.calls.length),
    ).toEqual([1, 1, 1]);
    const paused = popup({ paused: true, copied: true });
    click(button('Resume'));
    expect(paused.props.onResume).toHaveBeenCalledOnce();
    expect(button('Copied')).toBeDefined();
  });

  it('logs the rep’s own kinds with one click', () => {
    setOwnKinds([{ kind: 'own1', name: 'Demo' }]);
    const onLog = vi.fn();
    show(<Summary {...sample()} onLog={onLog} />);
    click(button('Demo'));
    expect(onLog).toHaveBeenCalledExactlyOnceWith('own1');
    setOwnKinds([]);
  });

  it('offers a quiet day with one click, and a way back', () => {
    const onChange = vi.fn();
    expect(words(popup().root)).not.toContain('quiet');
    popup({ quietDay: { quiet: false, onChange } });
    click(button('A quiet day: no nudges until tomorrow'));
    const { root } = popup({ quietDay: { quiet: true, onChange } });
    expect(words(root)).toContain('A quiet day: no nudges until tomorrow.');
    click(button('Let nudges in again'));
    expect(onChange.mock.calls).toEqual([[true], [false]]);
  });

  it('starts, stops and discards a learning session', () => {
    const hands = { onStart: vi.fn(), onStop: vi.fn(), onDiscard: vi.fn() };
    popup({ timing: { timer: null, ...hands } });
    click(button('Start'));
    const since = (minutes: number) => ({
      timer: { kind: 'networking' as const, startedAt: now - minutes * 60_000 },
      ...hands,
    });
    expect(words(popup({ timing: since(42) }).root)).toContain('Networking session 42 minutes');
    click(button('Stop and log'));
    click(button('Discard'));
    expect([hands.onStart.mock.calls, hands.onStop.mock.calls.length]).toEqual([[['learning']], 1]);
    expect(hands.onDiscard).toHaveBeenCalledOnce();
    const { root } = popup({ timing: since(8 * 60 + 1) });
    expect(words(root)).toContain('Running for more than 8 hours, so it was left on.');
    expect(words(root)).not.toContain('Stop and log');
    // Said beside the page, too, where there is no such form: it names the one that is here.
    const form = [...root.querySelectorAll('details')].find((one) => one.querySelector('.earlier'));
    const name = form?.querySelector('summary')?.textContent ?? '';
    expect(words(root)).toContain(`log the session under “${name}” in the popup.`);
  });

  it('goes through the goals at a review from what is to come of it to what is done for it', () => {
    const goals = [
      goal({ id: 'company/meeting/week', kinds: ['meeting'] }),
      goal(),
      goal({ id: 'won', kinds: ['win'] }),
    ];
    const named = (checkIn: GoalOutlook['checkIn']) => {
      const { root } = popup({
        standing: standing({ goals }),
        outlook: {
          goals: [goalOutlook({ id: 'calls', checkIn })],
          best: null,
          otherBests: [],
          continuity: { days: 0, frozen: false },
          trap: null,
        },
      });
      return [...root.querySelectorAll('.goals > li')].map(
        (one) => words(one).match(/^[A-Z][a-z]+/)?.[0],
      );
    };
    expect(named({ done: 4, planned: 6 })).toEqual(['Wins', 'Calls', 'Meetings']);
    expect(named(null)).toEqual(['Meetings', 'Calls', 'Wins']);
  });

  describe('in the pipeline trap', () => {
    const trap = { lately: 4, usually: 8.5, floor: 6, kinds: ['call'] as const };
    const trapped = (offer: FloorOffer, changes: Parameters<typeof sample>[0] = {}) =>
      popup({
        outlook: {
          goals: [],
          best: null,
          otherBests: [],
          continuity: { days: 0, frozen: false },
          trap: { ...trap, kinds: [...trap.kinds], offer },
        },
        ...changes,
      });
    const card = (root: HTMLElement) => words(root.querySelector('.note'));
    const sentence =
      'Outcomes are up, and the prospecting behind them has dropped to 4 a day from 8.5: keep a floor of 6 a day.';

    it('makes the floor a goal with one click, and takes it back with another', () => {
      const free = trapped({ answer: 'free' });
      click(button('Calls: make 6 a day a goal'));
      expect(free.props.onFloor).toHaveBeenCalledExactlyOnceWith(6);
      const { root, props } = trapped({ answer: 'asked', target: 6 }, { floorTaken: 6 });
      expect(card(root)).toBe(`${sentence}Calls: a goal of 6 a day, from today on.Undo`);
      click(button('Undo'));
      expect(props.onFloorUndo).toHaveBeenCalledOnce();
    });

    it('asks what will change before a raise, as the goal editor does', () => {
      const offer = { answer: 'raise', goal: daily(6), mean: 5, workMinutes: 480 } as const;
      const { root, props } = trapped(offer);
      click(button('Calls: make 6 a day a goal'));
      expect(card(root)).toContain('What will change?');
      expect(card(root)).not.toContain('Choose what will change');
      click(button('Calls: make 6 a day a goal'));
      expect(card(root)).toContain('Choose what will change');
      expect(props.onFloor).not.toHaveBeenCalled();
      check(field('more time for it'));
      click(button('Calls: make 6 a day a goal'));
      expect(props.onFloor).toHaveBeenCalledExactlyOnceWith(6, 'hours');
    });

    it('makes what is likely a goal where the floor is not', () => {
      const { root, props } = trapped({ answer: 'unlikely', best: 4, free: true });
      expect(card(root)).toContain('6 is less than 50% likely. 4 would be 80% likely.');
      click(button('Calls: make 4 a day a goal'));
      expect(props.onFloor).toHaveBeenCalledExactlyOnceWith(4);
    });

    it.each<[FloorOffer, string]>([
      [{ answer: 'asked', target: 8 }, 'One of your goals asks for 8 a day already.'],
      [{ answer: 'held' }, 'Calls: that goal is on hold. End its hold to ask for so many.'],
      [
        { answer: 'full' },
        'You have as many goals as there is room for. Park one to ask for so many.',
      ],
      [
        { answer: 'unlikely', best: 2, free: false },
        '6 is less than 50% likely. 2 would be 80% likely.',
      ],
      [
        { answer: 'unlikely', best: null, free: false },
        '6 is less than 50% likely, and no target is 80% likely yet. Give it a longer period.',
      ],
    ])('says in one sentence why it cannot be: %j', (offer, why) => {
      const { root } = trapped(offer);
      expect(card(root)).toBe(sentence + why);
      expect(root.querySelector('.note button')).toBeNull();
    });
  });

  it('loads without a jump and without a dead end', () => {
    const { root } = popup({ standing: null, summary: null });
    expect(root.querySelector('.loading')).not.toBeNull();
    expect(button('Copy').disabled).toBe(true);
    expect(button('Options').disabled).toBe(false);
  });

  it('logs for earlier', async () => {
    const { root, props } = popup();
    type(field('How many'), '2');
    type(field('When'), '09:30');
    check(field('Voicemail'));
    check(field('VP or above'));
    submit(root.querySelector('form'));
    expect(props.onLogEarlier).toHaveBeenCalledExactlyOnceWith('call', 2, 570, {
      tags: ['voicemail', 'senior'],
    });
    // Pressed twice: nothing was changed in between.
    submit(root.querySelector('form'));
    expect(words(root)).not.toMatch(/Logged/);
    await arrived();
    expect(props.onLogEarlier).toHaveBeenCalledOnce();
    expect(words(root)).toMatch(/Logged: 2 calls at 9:30/);
    expect(field('How many').value).toBe('1');
    type(field('How many'), '3');
    expect(words(root)).not.toMatch(/Logged/);
  });

  it.each([
    [0, '5', 'That could not be saved. What you typed is still here: please try again.'],
    [3, '2', 'Only 3 of 5 could be saved. The rest is still here: please try again.'],
  ])('asks again for what could not be stored: %s of 5 were', async (stored, left, sentence) => {
    const { root, props } = popup();
    props.onLogEarlier.mockResolvedValueOnce(stored);
    type(field('How many'), '5');
    type(field('When'), '09:30');
    check(field('Voicemail'));
    submit(root.querySelector('form'));
    await arrived();
    expect(words(root.querySelector('form [role="alert"]'))).toBe(sentence);
    expect(words(root)).not.toMatch(/Logged/);
    expect([field('How many').value, field('Voicemail').checked]).toEqual([left, true]);
    submit(root.querySelector('form'));
    await arrived();
    expect(props.onLogEarlier).toHaveBeenLastCalledWith('call', Number(left), 570, {
      tags: ['voicemail'],
    });
    expect(root.querySelector('form [role="alert"]')).toBeNull();
    expect(words(root)).toMatch(new RegExp(`Logged: ${left} calls at 9:30`));
  });

  it('keeps what is typed while the last is being stored', async () => {
    const { root } = popup();
    type(field('When'), '09:30');
    submit(root.querySelector('form'));
    type(field('How many'), '4');
    await arrived();
    expect(field('How many').value).toBe('4');
  });

  it.each([
    ['When', '12:30', 'That time is still to come. Log it once it is done.'],
    ['When', '', 'When was it? A time like 12:30.'],
    ['How many', '21', 'A whole number from 1 to 20.'],
    ['How many', '1.5', 'A whole number from 1 to 20.'],
    ['How many', '', 'A whole number from 1 to 20.'],
  ])('refuses in words: %s %s', (label, value, sentence) => {
    const { root, props } = popup();
    type(field('When'), '09:30');
    type(field(label), value);
    submit(root.querySelector('form'));
    expect(note(field(label))).toBe(sentence);
    expect(field(label).getAttribute('aria-invalid')).toBe('true');
    expect(props.onLogEarlier).not.toHaveBeenCalled();
  });

  it('knows that a day may go on past midnight', () => {
    const { root, props } = popup({ summary: summary({ minute: 1470 }) });
    type(field('When'), '00:15');
    submit(root.querySelector('form'));
    type(field('When'), '23:30');
    submit(root.querySelector('form'));
    expect(props.onLogEarlier.mock.calls).toEqual([
      ['call', 1, 1455, {}],
      ['call', 1, 1410, {}],
    ]);
  });

  it('asks for an outcome of calls alone, and drops it with the kind', () => {
    const { root, props } = popup();
    type(field('When'), '09:30');
    check(field('Connected'));
    check(field('Next step set'));
    type(field('What'), 'email');
    expect(root.querySelector('[role="radiogroup"]')).toBeNull();
    submit(root.querySelector('form'));
    expect(props.onLogEarlier).toHaveBeenCalledExactlyOnceWith('email', 1, 570, { tags: ['next'] });
    type(field('What'), 'stage');
    expect(root.querySelector('.tags, .amount')).toBeNull();
  });

  it('asks how much of learning, and refuses what is no amount', async () => {
    const { root, props } = popup();
    type(field('What'), 'learning');
    type(field('When'), '09:30');
    type(field('How much'), '1.5');
    submit(root.querySelector('form'));
    expect(note(field('How much'))).toBe('A whole number from 1 to 999.');
    expect(props.onLogEarlier).not.toHaveBeenCalled();
    type(field('How much'), '30');
    submit(root.querySelector('form'));
    expect(props.onLogEarlier).toHaveBeenCalledExactlyOnceWith('learning', 1, 570, {
      amount: { count: 30, unit: 'minutes' },
    });
    await arrived();
    expect(field('How much').value).toBe('');
  });
});

describe('summaryText', () => {
  it('is the day as plain text', () => {
    const lines = summaryText(
      standing({
        goals: [
          goal(),
          goal({ id: 'm', kinds: ['meeting'], period: 'week', done: 3, target: 8, ahead: 1 }),
        ],
      }),
      summary(),
      now,
      { page: 8, hand: 1 },
    ).split('\n');
    expect(lines[0]).toMatch(/24.*2026.*10:06|2026.*24.*10:06/);
    expect(lines.slice(1, -2)).toEqual([
      'Today, 7 of 20',
      '',
      'Calls: 7 of 20, 3 to catch up',
      'Meetings: 3 of 8 this week, 1 ahead',
      'Also: 2 emails',
      'This week: Mon 18, Tue 7',
    ]);
    expect(lines.at(-2)).toMatch(/^Next: 3 more calls by 10:30/);
    expect(lines.at(-1)).toBe('8 confirmed by the page, 1 logged by hand');
  });

  it('claims nothing about sources it does not know', () => {
    expect(summaryText(standing(), summary(), now)).not.toContain('confirmed');
  });
});
