import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noon, useJournals } from '../journal/open';
import { foothold, standing } from '../components/samples';
import { startWorker, useWorkers, type Worker } from './worker';
import { Notifier } from '../../../lib/background/notifier';
import { notify, nudges } from '../../../lib/settings/notify';

process.env['TZ'] = 'UTC';

useJournals();
useWorkers();

const { notifications } = fakeBrowser;
const checkpoint = foothold().by;
const before = standing();
const after = standing({ computedAt: checkpoint, foothold: foothold({ by: checkpoint + 1 }) });
const shown = () => notifications.getAllCreateOptions();

let worker: Worker;
let notifier: Notifier;
beforeEach(async () => {
  worker = startWorker();
  notifier = new Notifier(worker.recorder, () => Promise.resolve('3 more calls by lunch'));
  await notify.set(true);
});

describe('the notifier', () => {
  test('tells the next small step, quietly and with two answers', async () => {
    await notifier.look(before, after);
    expect(shown()).toEqual({
      'nudge call': expect.objectContaining({
        title: '3 more calls by lunch',
        silent: true,
        buttons: [{ title: 'Log one' }, { title: 'Not today' }],
      }) as unknown,
    });
    expect(await nudges.get()).toEqual({ day: '2026-11-24', at: [checkpoint] });
  });

  test('tells nothing while it is off, whatever passes', async () => {
    await notify.set(false);
    await notifier.look(before, after);
    expect(shown()).toEqual({});
    expect(await nudges.get()).toEqual({ day: '', at: [] });
  });

  test('tells nothing where the company has turned it off', async () => {
    await fakeBrowser.storage.managed.set({ notifications: false });
    await notifier.look(before, after);
    expect(shown()).toEqual({});
    await fakeBrowser.storage.managed.set({ notifications: true });
    await notifier.look(before, after);
    expect(Object.keys(shown())).toEqual(['nudge call']);
  });

  test('tells nothing that need not be told', async () => {
    await notifier.look(before, standing());
    expect(shown()).toEqual({});
  });

  test('listens once, however often it is told to', async () => {
    notifier.listen();
    notifier.listen();
    await notifications.onButtonClicked.trigger('nudge email', 0);
    await vi.waitFor(async () => {
      expect(await worker.journal.actions.count()).toBe(1);
    });
    const [row] = await worker.journal.actions.toArray();
    expect(row).toMatchObject({ kind: 'email', via: 'manual', site: 'foothold', at: noon });
  });

  test('keeps quiet on the day of the answer', async () => {
    notifier.listen();
    await notifications.onButtonClicked.trigger('nudge call', 1);
    await vi.waitFor(async () => {
      expect(await nudges.get()).toMatchObject({ quietOn: '2026-03-02' });
    });
    expect(await worker.journal.actions.count()).toBe(0);
  });

  test('is deaf to notifications that are not its own', async () => {
    notifier.listen();
    await notifications.onButtonClicked.trigger('nudge bribe', 0);
    await notifications.onButtonClicked.trigger('call', 0);
    await notifications.onButtonClicked.trigger('nudge call', 1);
    await vi.waitFor(async () => {
      expect(await nudges.get()).toHaveProperty('quietOn');
    });
    expect(await worker.journal.actions.count()).toBe(0);
  });
});
