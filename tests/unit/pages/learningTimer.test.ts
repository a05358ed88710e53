import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hour, minute, noon, useJournals } from '../journal/open';
import { ours, startWorker, useWorkers, type Worker } from '../background/worker';
import type { DetectedAction } from '../../../lib/domain/detected';
import { discardTimer, startTimer, stopTimer } from '../../../lib/pages/learningTimer';
import { timer } from '../../../lib/settings/timer';

process.env['TZ'] = 'UTC';

useJournals();
useWorkers();

let worker: Worker;
beforeEach(async () => {
  worker = startWorker();
  await timer.set(null);
});

const record = (action: DetectedAction) => worker.recorder.record(action, ours);
const rows = () => worker.journal.actions.toArray();
const after = (ms: number) => vi.setSystemTime(noon + ms);

describe('a learning session', () => {
  test('logs the minutes since it was started, however long ago that was', async () => {
    await startTimer('learning');
    after(2 * hour + 20 * minute);
    // Neither the page nor the worker that heard the start needs to be there any more.
    worker = startWorker();
    await stopTimer(record);
    expect(await rows()).toMatchObject([
      {
        kind: 'learning',
        at: noon + 2 * hour + 20 * minute,
        amount: { count: 140, unit: 'minutes' },
        via: 'manual',
        evidence: 'said',
      },
    ]);
    expect(await timer.get()).toBeNull();
  });

  test('has a minute at least, and the kind that it was started for', async () => {
    await startTimer('networking');
    after(5000);
    await stopTimer(record);
    expect(await rows()).toMatchObject([
      { kind: 'networking', amount: { count: 1, unit: 'minutes' } },
    ]);
  });

  test('stopped in two windows at once is one session', async () => {
    await startTimer('learning');
    after(30 * minute);
    await Promise.all([stopTimer(record), stopTimer(record)]);
    expect(await rows()).toHaveLength(1);
  });

  test('runs on where it could not be stored', async () => {
    await startTimer('learning');
    await expect(stopTimer(() => Promise.reject(new Error('asleep')))).rejects.toThrow('asleep');
    expect(await timer.get()).toEqual({ kind: 'learning', startedAt: noon });
  });

  test('that was left on logs nothing until it is discarded, and then nothing either', async () => {
    await startTimer('learning');
    after(8 * hour + minute);
    await stopTimer(record);
    expect(await timer.get()).not.toBeNull();
    await discardTimer();
    await stopTimer(record);
    expect(await timer.get()).toBeNull();
    expect(await rows()).toEqual([]);
  });

  test('that cannot be read is none', async () => {
    for (const wrong of ['x', { kind: 'call', startedAt: noon }, { kind: 'learning' }]) {
      await timer.set(wrong as never);
      expect(await timer.get()).toBeNull();
    }
  });
});
