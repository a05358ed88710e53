import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noon, useJournals } from '../journal/open';
import { standing } from '../components/samples';
import { startWorker, useWorkers, type Worker } from './worker';
import { Notifier } from '../../../lib/background/notifier';
import type { SpokenNudge } from '../../../lib/domain/nudge/spoken';
import { notify } from '../../../lib/settings/notify';

process.env['TZ'] = 'UTC';

useJournals();
useWorkers();

const { notifications } = fakeBrowser;
const nudge: SpokenNudge = { at: noon, until: noon + 1, reason: 'close', kind: 'call', count: 3 };
const silent = standing();
const saying = (changes: Partial<SpokenNudge> = {}) =>
  standing({ nudge: { ...nudge, ...changes } });
const shown = () => notifications.getAllCreateOptions();
const callId = `nudge ${String(noon)} call`;

let worker: Worker;
let notifier: Notifier;
const answer = vi.fn(() => Promise.resolve(true));
beforeEach(async () => {
  answer.mockClear();
  worker = startWorker();
  notifier = new Notifier(worker.recorder, {
    words: ({ count, kind }) => Promise.resolve(`Finish ${String(count)} ${kind}s?`),
    answer,
  });
  await notify.set(true);
});

describe('the notifier', () => {
  test('says a nudge in the same words, quietly and with two answers', async () => {
    await notifier.look(silent, saying());
    expect(shown()).toEqual({
      [callId]: expect.objectContaining({
        title: 'Finish 3 calls?',
        silent: true,
        buttons: [{ title: 'Log one' }, { title: 'Not today' }],
      }) as unknown,
    });
  });

  test('says it once, and takes it back when it is over', async () => {
    await notifier.look(silent, saying());
    await notifications.clear(callId);
    await notifier.look(saying(), saying());
    expect(shown()).toEqual({});
    await notifier.look(silent, saying());
    await notifier.look(saying(), silent);
    expect(shown()).toEqual({});
  });

  test('says nothing while it is off', async () => {
    await notify.set(false);
    await notifier.look(silent, saying());
    expect(shown()).toEqual({});
  });

  test('says nothing where the company has turned it off', async () => {
    await fakeBrowser.storage.managed.set({ notifications: false });
    await notifier.look(silent, saying());
    expect(shown()).toEqual({});
    await fakeBrowser.storage.managed.set({ notifications: true });
    await notifier.look(silent, saying());
    expect(Object.keys(shown())).toEqual([callId]);
  });

  test('leaves a rule of the rep’s own to the page on which it is met', async () => {
    await notifier.look(silent, saying({ reason: 'cue', base: 0 }));
    expect(shown()).toEqual({});
  });

  test('listens once, however often it is told to, logs one and takes that for a yes', async () => {
    notifier.listen();
    notifier.listen();
    await notifications.onButtonClicked.trigger(`nudge ${String(noon)} email`, 0);
    await vi.waitFor(() => {
      expect(answer.mock.calls).toEqual([[noon, 'accepted']]);
    });
    const rows = await worker.journal.actions.toArray();
    expect(rows).toMatchObject([{ kind: 'email', via: 'manual', site: 'foothold', at: noon }]);
  });

  test('takes “Not today” for what it says, and being closed by hand for a snooze', async () => {
    notifier.listen();
    await notifications.onButtonClicked.trigger(callId, 1);
    await vi.waitFor(() => {
      expect(answer.mock.calls).toEqual([[noon, 'not-today']]);
    });
    await notifications.onClosed.trigger(callId, false);
    await notifications.onClosed.trigger(callId, true);
    await vi.waitFor(() => {
      expect(answer.mock.calls.slice(1)).toEqual([[noon, 'snoozed']]);
    });
    expect(await worker.journal.actions.count()).toBe(0);
  });

  test('is deaf to notifications that are not its own', async () => {
    notifier.listen();
    await notifications.onButtonClicked.trigger(`nudge ${String(noon)} bribe`, 0);
    await notifications.onButtonClicked.trigger('call', 0);
    await notifications.onClosed.trigger('else', true);
    await notifications.onButtonClicked.trigger(callId, 1);
    await vi.waitFor(() => {
      expect(answer.mock.calls).toEqual([[noon, 'not-today']]);
    });
    expect(await worker.journal.actions.count()).toBe(0);
  });
});
