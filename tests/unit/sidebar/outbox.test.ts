import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { DetectedAction } from '../../../lib/domain/detected';
import { outboxKey } from '../../../lib/messages/outboxKey';
import { onMessage, type Recorded } from '../../../lib/messages/protocol';
import { isConnected } from '../../../lib/sidebar/connected';
import { Outbox } from '../../../lib/sidebar/outbox';

const { session } = fakeBrowser.storage;
const origin = 'https://crm.example.com';
const recorded: Recorded = { outcome: 'recorded', ids: ['abcdefghij/call'], at: 5 };

let life: AbortController;
let changes: number;
let outbox: Outbox;
let stopWorker: () => void = () => undefined;

beforeEach(() => {
  // No database here, so the wait between two tries may be fake.
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.stubGlobal('location', { origin });
  life = new AbortController();
  changes = 0;
  outbox = new Outbox(life.signal, () => {
    changes += 1;
  });
});

afterEach(() => {
  stopWorker();
  stopWorker = () => undefined;
  fakeBrowser.runtime.id = 'test-extension-id';
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function worker(answer: (action: DetectedAction) => Recorded | Promise<Recorded>) {
  const heard: DetectedAction[] = [];
  stopWorker();
  stopWorker = onMessage('record', ({ data }) => {
    heard.push(data);
    return answer(data);
  });
  return heard;
}

function action(occurrence = 'abcdefghij'): DetectedAction {
  return {
    occurrence,
    kinds: ['call'],
    at: 1,
    offset: 0,
    site: 'atomic',
    via: 'page',
    evidence: 'request',
  };
}

const writtenDown = async () => Object.keys(await session.get(null));

describe('an action on its way to the journal', () => {
  test('is written down before it is sent, and forgotten when it is stored', async () => {
    let then: unknown;
    worker(async () => {
      then = await session.get(null);
      return recorded;
    });
    expect(await outbox.send(action())).toEqual(recorded);
    expect(then).toEqual({ [outboxKey('abcdefghij')]: { origin, action: action() } });
    expect(await writtenDown()).toEqual([]);
    expect(outbox.unsaved).toBe(0);
  });

  test('is counted as unsaved until then, and the sidebar is told both times', async () => {
    worker(() => recorded);
    const sending = [outbox.send(action('first-one-')), outbox.send(action('second-one'))];
    expect(outbox.unsaved).toBe(2);
    const before = changes;
    expect(before).toBeGreaterThan(0);
    await Promise.all(sending);
    expect(outbox.unsaved).toBe(0);
    expect(changes).toBeGreaterThan(before);
  });

  test('is kept and tried again while the worker does not answer', async () => {
    const sending = outbox.send(action());
    await vi.advanceTimersByTimeAsync(5000);
    expect(outbox.unsaved).toBe(1);
    expect(await writtenDown()).toEqual([outboxKey('abcdefghij')]);
    worker(() => recorded);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await sending).toEqual(recorded);
    expect(await writtenDown()).toEqual([]);
  });

  test('is tried again when the worker could not store it, as the same occurrence', async () => {
    let tries = 0;
    const heard = worker(() => {
      tries += 1;
      if (tries < 3) throw new Error('disk full');
      return recorded;
    });
    const sending = outbox.send(action());
    await vi.advanceTimersByTimeAsync(5000);
    expect(await sending).toEqual(recorded);
    expect(heard).toEqual([action(), action(), action()]);
  });

  test('is tried less and less often, and at the slowest every half minute', async () => {
    const heard = worker(() => {
      throw new Error('disk full');
    });
    void outbox.send(action());
    await vi.advanceTimersByTimeAsync(60_000);
    const inTheFirstMinute = heard.length;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(inTheFirstMinute).toBeLessThan(12);
    expect(heard.length - inTheFirstMinute).toBeGreaterThanOrEqual(19);
    expect(heard.length - inTheFirstMinute).toBeLessThanOrEqual(21);
    fakeBrowser.runtime.id = undefined as never;
    await vi.advanceTimersByTimeAsync(60_000);
  });

  test.each<Recorded>([{ outcome: 'already' }, { outcome: 'refused', why: 'malformed' }])(
    'is done with when the answer is $outcome',
    async (answer) => {
      const heard = worker(() => answer);
      expect(await outbox.send(action())).toEqual(answer);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(heard).toHaveLength(1);
      expect(await writtenDown()).toEqual([]);
    },
  );

  test('is sent although it could not be written down', async () => {
    worker(() => recorded);
    const closed = vi
      .spyOn(session, 'set')
      .mockRejectedValue(new Error('access to storage is not allowed'));
    expect(await outbox.send(action())).toEqual(recorded);
    closed.mockRestore();
  });

  test('stays written down and unsaved when this script is cut off from the extension', async () => {
    worker(() => recorded);
    const sending = outbox.send(action());
    fakeBrowser.runtime.id = undefined as never;
    expect(isConnected()).toBe(false);
    expect(await sending).toBeNull();
    expect(outbox.unsaved).toBe(1);
    expect(await writtenDown()).toEqual([outboxKey('abcdefghij')]);
  });
});

describe('undoing right after', () => {
  function undoing(answer: () => boolean) {
    const undone: string[] = [];
    const stop = onMessage('undo', ({ data }) => {
      undone.push(data);
      return answer();
    });
    life.signal.addEventListener('abort', stop);
    return undone;
  }
  afterEach(() => {
    life.abort();
  });

  test('waits until the action is stored', async () => {
    let store: (answer: Recorded) => void = () => undefined;
    worker(() => new Promise<Recorded>((resolve) => (store = resolve)));
    const undone = undoing(() => true);
    void outbox.send(action());
    const undo = outbox.undo('abcdefghij/call');
    await vi.advanceTimersByTimeAsync(100);
    expect(undone).toEqual([]);
    store(recorded);
    await undo;
    expect(undone).toEqual(['abcdefghij/call']);
  });

  test('asks at once for what is stored, or came from another page', async () => {
    worker(() => recorded);
    const undone = undoing(() => true);
    await outbox.send(action());
    await outbox.undo('abcdefghij/call');
    await outbox.undo('of-another-page/call');
    expect(undone).toEqual(['abcdefghij/call', 'of-another-page/call']);
  });

  test('asks again when the worker dies over it', async () => {
    let dying = true;
    const undone = undoing(() => {
      if (dying) throw new Error('worker gone');
      return true;
    });
    const undo = outbox.undo('abcdefghij/call');
    await vi.advanceTimersByTimeAsync(200);
    dying = false;
    await vi.advanceTimersByTimeAsync(1000);
    await undo;
    expect(undone.length).toBeGreaterThan(1);
  });
});
