import { beforeEach, describe, expect, test } from 'vitest';
import type { Action, ActionKind } from '../../../lib/domain/action';
import type { DetectedAction } from '../../../lib/domain/detected';
import type { Standing } from '../../../lib/domain/standing';
import { standing as project } from '../../../lib/domain/standing';
import { defaultSchedule } from '../../../lib/domain/schedule';
import { tallyOf } from '../../../lib/domain/tally';
import type { Recorded } from '../../../lib/messages/protocol';
import { SidebarState } from '../../../lib/sidebar/state';

/** Monday 10:30 UTC. */
const start = Date.UTC(2026, 2, 2, 10, 30);
const second = 1000;

let now: number;
let stored: Action[];
let sent: { action: DetectedAction; answer: (answer: Recorded | null) => Promise<void> }[];
let changes: number;
let state: SidebarState;

beforeEach(() => {
  now = start;
  stored = [];
  sent = [];
  changes = 0;
  state = new SidebarState({
    site: 'atomic',
    via: 'one-click',
    now: () => now,
    send: (action) => {
      let settle: (answer: Recorded | null) => void = () => undefined;
      const answered = new Promise<Recorded | null>((resolve) => (settle = resolve));
      sent.push({
        action,
        answer: async (answer) => {
          settle(answer);
          await answered;
          await Promise.resolve();
        },
      });
      return answered;
    },
    changed: () => {
      changes += 1;
    },
  });
  state.show(standingNow());
});

/** What the worker would project from what is stored. */
function standingNow(): Standing {
  return project({
    tallies: tallyOf(stored),
    goals: [
      {
        id: 'calls',
        from: '2026-01-01',
        order: 0,
        goal: { period: 'day', kinds: ['call'], target: 40, floor: 36, ceiling: 50 },
      },
    ],
    schedule: defaultSchedule,
    now,
    timeZone: 'UTC',
    previous: null,
    recent: stored.toSorted((a, b) => b.at - a.at).slice(0, 5),
  });
}

let occurrences = 0;
function action(own: Partial<DetectedAction> = {}): DetectedAction {
  return {
    occurrence: `occurrence-${String((occurrences += 1))}`,
    kinds: ['call'],
    at: now,
    offset: 0,
    site: 'atomic',
    via: 'page',
    evidence: 'request',
    rule: 'atomic/task',
    ...own,
  };
}

/** The worker stores it. Returns what it will answer. */
function store({ occurrence, kinds, at, offset, site, via, evidence }: DetectedAction): Recorded {
  const rows = kinds.map((kind) => ({
    id: `${occurrence}/${kind}`,
    kind,
    at,
    offset,
    day: '2026-03-02',
    site,
    via,
    evidence,
  }));
  stored.push(...rows);
  return { outcome: 'recorded', ids: rows.map(({ id }) => id), at: now };
}

const shown = (kind: ActionKind = 'call') => state.standing?.totals[kind] ?? 0;
const latest = () => {
  const last = sent.at(-1);
  if (!last) throw new Error('nothing sent');
  return last;
};

describe('an action that was just counted', () => {
  test('shows at once, before storage has answered', () => {
    const before = changes;
    state.count(action());
    expect(changes).toBeGreaterThan(before);
    expect(shown()).toBe(1);
    expect(state.standing?.goals[0]).toMatchObject({ done: 1 });
    expect(state.standing?.recent).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  test('of several kinds shows each of them', () => {
    state.count(action({ kinds: ['contact', 'company'] }));
    expect([shown('contact'), shown('company')]).toEqual([1, 1]);
  });

  test('shows once from the hand to the standing, whatever comes first', async () => {
    const one = action();
    state.count(one);
    now += 50;
    const answer = store(one);
    expect(shown()).toBe(1);
    await latest().answer(answer);
    expect(shown()).toBe(1);
    now += 50;
    state.show(standingNow());
    expect(shown()).toBe(1);
  });

  test('shows once when the standing has it before the answer comes', async () => {
    const one = action();
    state.count(one);
    now += 50;
    const answer = store(one);
    now += 50;
    state.show(standingNow());
    expect(shown()).toBe(1);
    await latest().answer(answer);
    expect(shown()).toBe(1);
  });

  test('stays when a standing comes that was computed before it was stored', async () => {
    const one = action();
    state.count(one);
    const earlier = standingNow();
    now += 50;
    await latest().answer(store(one));
    state.show(earlier);
    expect(shown()).toBe(1);
  });

  test('stays when nothing could be stored yet', async () => {
    state.count(action());
    now += 60 * second;
    state.show(standingNow());
    expect(shown()).toBe(1);
    await latest().answer(null);
    state.show(standingNow());
    expect(shown()).toBe(1);
  });

  test('waits for its own standing while another has come', async () => {
    const [one, other] = [action(), action()];
    state.count(one);
    state.count(other);
    now += 10;
    await sent[0]?.answer(store(one));
    now += 10;
    state.show(standingNow());
    expect(shown()).toBe(2);
    now += 10;
    await sent[1]?.answer(store(other));
    expect(shown()).toBe(2);
    now += 10;
    state.show(standingNow());
    expect(shown()).toBe(2);
  });

  test('many of them are neither lost nor doubled, though only five are listed', async () => {
    const many = Array.from({ length: 9 }, () => action());
    for (const one of many) state.count(one);
    expect(shown()).toBe(9);
    for (const [index, one] of many.entries()) {
      now += 5;
      await sent[index]?.answer(store(one));
      now += 5;
      state.show(standingNow());
      expect(shown()).toBe(9);
    }
  });

  test.each<Recorded>([{ outcome: 'refused', why: 'malformed' }, { outcome: 'already' }])(
    'is taken back when the answer is $outcome',
    async (answer) => {
      state.count(action());
      await latest().answer(answer);
      expect(shown()).toBe(0);
      expect(state.standing?.recent).toEqual([]);
    },
  );

  test('that takes something back shows nothing by itself', () => {
    state.count(action({ reverses: true, once: { key: 'atomic/task 1', per: 'ever' } }));
    expect(shown()).toBe(0);
    expect(sent).toHaveLength(1);
  });

  test('is sent although there is no standing yet, and shows when one comes', () => {
    state.show(null);
    state.count(action());
    expect(state.standing).toBeNull();
    expect(sent).toHaveLength(1);
    state.show(standingNow());
    expect(shown()).toBe(1);
  });
});

describe('logging with one click', () => {
  test('sends it as the rep’s word, about the record on screen', () => {
    state.log('call', 'contact/17');
    expect(latest().action).toMatchObject({
      kinds: ['call'],
      at: now,
      site: 'atomic',
      via: 'one-click',
      evidence: 'said',
      subject: 'contact/17',
    });
    state.log('note', undefined);
    expect(latest().action.subject).toBeUndefined();
    expect(shown()).toBe(1);
  });

  test('the same for the same record within a minute asks first', () => {
    state.log('call', 'contact/17');
    now += 59 * second;
    state.log('call', 'contact/17');
    expect(sent).toHaveLength(1);
    expect(state.again).toBe('call');
  });

  test('“again” is counted at a yes and not at a no, and is asked once', () => {
    state.log('call', 'contact/17');
    state.log('call', 'contact/17');
    state.logAgain(false);
    expect(sent).toHaveLength(1);
    expect(state.again).toBeNull();
    state.log('call', 'contact/17');
    state.logAgain(true);
    expect(sent).toHaveLength(2);
    expect(state.again).toBeNull();
    state.logAgain(true);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map((one) => one.action.occurrence)).size).toBe(2);
  });

  test.each<[string, ActionKind, string | undefined, number]>([
    ['another kind', 'note', 'contact/17', 1],
    ['another record', 'call', 'contact/18', 1],
    ['no record', 'call', undefined, 1],
    ['a minute later', 'call', 'contact/17', 60],
  ])('%s asks nothing', (_what, kind, subject, seconds) => {
    state.log('call', 'contact/17');
    now += seconds * second;
    state.log(kind, subject);
    expect(state.again).toBeNull();
    expect(sent).toHaveLength(2);
  });

  test('asks for each record by itself, also while another question is open', () => {
    state.log('call', 'contact/17');
    state.log('call', 'contact/18');
    state.log('call', 'contact/17');
    expect(state.again).toBe('call');
    state.log('call', 'contact/18');
    expect(sent).toHaveLength(2);
  });
});

describe('what nothing could confirm', () => {
  const dial = (own: Partial<DetectedAction> = {}) =>
    action({ rule: 'atomic/tel', subject: 'contact/17', evidence: 'said', ...own });

  test('is a question and counts nothing yet', () => {
    const one = dial();
    state.ask(one);
    expect(state.questions).toEqual([{ id: one.occurrence, kind: 'call', at: one.at }]);
    expect(shown()).toBe(0);
    expect(sent).toEqual([]);
  });

  test('is asked once for the same link and record', () => {
    state.ask(dial());
    now += second;
    state.ask(dial());
    expect(state.questions).toHaveLength(1);
    state.ask(dial({ subject: 'contact/18' }));
    state.ask(dial({ rule: 'atomic/mailto', kinds: ['email'] }));
    expect(state.questions).toHaveLength(3);
  });

  test('answered with yes is sent as logged with one click, as of when the hand moved', () => {
    const one = dial();
    state.ask(one);
    now += 300 * second;
    state.answer(one.occurrence, true);
    expect(sent).toHaveLength(1);
    expect(latest().action).toEqual({ ...one, via: 'one-click' });
    expect(state.questions).toEqual([]);
    expect(shown()).toBe(1);
  });

  test('answered with no, or twice, sends nothing more', () => {
    const one = dial();
    state.ask(one);
    state.answer(one.occurrence, false);
    state.answer(one.occurrence, true);
    state.answer('no such question', true);
    expect(sent).toEqual([]);
    expect(state.questions).toEqual([]);
  });
});
