import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detected, minute, noon, useJournals } from '../journal/open';
import { page, startWorker, useWorkers, type Worker } from './worker';
import { QuickLog } from '../../../lib/background/quickLog';

process.env['TZ'] = 'UTC';

useJournals();
useWorkers();

let worker: Worker;
let quickLog: QuickLog;
let tab: number;
beforeEach(async () => {
  worker = startWorker();
  quickLog = new QuickLog(worker.journal, worker.recorder);
  ({ id: tab = -1 } = await fakeBrowser.tabs.create({ active: true }));
});

const kinds = async () =>
  (await worker.journal.actions.toArray())
    .filter(({ voidedAt }) => voidedAt === undefined)
    .map(({ kind }) => kind);

/** No page listens here; with one is a matter for the real browser. */
describe('where no page of a counted site is in front', () => {
  test.each([
    ['log-call', 'call'],
    ['log-email', 'email'],
    ['log-message', 'message'],
    ['log-meeting', 'meeting'],
  ])('%s is logged by hand, for no record', async (command, kind) => {
    await quickLog.run(command, tab);
    const rows = await worker.journal.actions.toArray();
    expect(rows).toMatchObject([
      { kind, at: noon, via: 'manual', evidence: 'said', site: 'foothold' },
    ]);
    expect(rows[0]).not.toHaveProperty('subject');
  });

  test('it shows on the badge of that tab', async () => {
    await quickLog.run('log-call', tab);
    expect(await fakeBrowser.action.getBadgeText({ tabId: tab })).toBe('✓');
  });

  test('a held key counts once, and a second press counts again', async () => {
    for (let repeat = 0; repeat < 5; repeat += 1) {
      await quickLog.press('log-call', tab);
      vi.setSystemTime(Date.now() + 100);
    }
    expect(await kinds()).toEqual(['call']);
    await quickLog.press('log-email', tab);
    vi.setSystemTime(Date.now() + 500);
    await quickLog.press('log-email', tab);
    expect(await kinds()).toHaveLength(3);
  });

  test('what nobody knows is left alone', async () => {
    for (const command of ['toString', 'open', '']) await quickLog.run(command, tab);
    expect(await kinds()).toEqual([]);
  });
});

describe('undoing the last', () => {
  test('takes back the latest of today, wherever it was counted, one a press', async () => {
    await worker.recorder.record(detected({ kinds: ['note'], at: noon - minute }), page);
    await worker.recorder.record(detected({ kinds: ['call'] }), page);
    await quickLog.run('undo-last', tab);
    expect(await kinds()).toEqual(['note']);
    await quickLog.run('undo-last', tab);
    expect(await kinds()).toEqual([]);
    await quickLog.run('undo-last', tab);
    expect(await kinds()).toEqual([]);
  });

  test('leaves yesterday alone', async () => {
    await worker.recorder.record(detected({ kinds: ['note'], at: noon - 24 * 60 * minute }), page);
    await quickLog.run('undo-last', tab);
    expect(await kinds()).toEqual(['note']);
  });
});
