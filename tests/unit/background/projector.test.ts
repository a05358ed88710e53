import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detected, minute, noon, useJournals } from '../journal/open';
import { ours, page, startWorker, useWorkers, type Worker } from './worker';
import { standingAlarm } from '../../../lib/background/projector';
import { loggedByHand } from '../../../lib/domain/detected';
import type { GoalVersion } from '../../../lib/domain/goal';
import { saveGoals } from '../../../lib/journal/goals';
import { hideNumbers } from '../../../lib/settings/hideNumbers';
import { callOutcomes } from '../../../lib/domain/tags';
import { ownKinds } from '../../../lib/settings/ownKinds';
import { pausedOn } from '../../../lib/settings/pause';
import { schedule } from '../../../lib/settings/schedule';
import { storedStanding } from '../../../lib/settings/standing';
import { defaultSchedule } from '../../../lib/domain/schedule';

process.env['TZ'] = 'UTC';

/** Monday 10:30: between the checkpoints at 9:00 and at 12:00. */
const halfPastTen = noon - 90 * minute;

useJournals(halfPastTen);
useWorkers();

const calls: GoalVersion = {
  id: 'calls',
  from: '2026-01-01',
  order: 0,
  goal: { period: 'day', kinds: ['call'], target: 8, floor: 7, ceiling: 10 },
};
const badge = () => fakeBrowser.action.getBadgeText({});
const call = ({ recorder }: Worker, occurrence?: string) =>
  recorder.record(
    detected({
      kinds: ['call'],
      at: halfPastTen,
      offset: 0,
      ...(occurrence !== undefined && { occurrence }),
    }),
    page,
  );

let worker: Worker;
beforeEach(async () => {
  worker = startWorker();
  await saveGoals(worker.journal, [calls]);
});

describe('the standing', () => {
  test('is written where every surface watches, and is good for a while', async () => {
    await worker.projector.project();
    const standing = await storedStanding.get();
    expect(standing).toMatchObject({ computedAt: halfPastTen, day: '2026-03-02' });
    expect(standing?.validUntil).toBeGreaterThan(halfPastTen);
  });

  test('counts what the rep has named, and says what that is called now', async () => {
    const demos = { ...calls, id: 'demos', order: 1 };
    await saveGoals(worker.journal, [
      { ...demos, goal: { period: 'day', kinds: ['own1'], target: 2, floor: 1, ceiling: 3 } },
    ]);
    await ownKinds.set([{ kind: 'own1', name: 'Demo' }]);
    const remarks = { amount: { count: 40, unit: 'minutes' as const } };
    await worker.recorder.record(loggedByHand('own1', halfPastTen, remarks), ours);
    await ownKinds.set([{ kind: 'own1', name: 'Live demo', retired: true }]);
    await worker.projector.project();
    expect(await storedStanding.get()).toMatchObject({
      names: { own1: 'Live demo' },
      totals: { own1: 1 },
      recent: [{ kind: 'own1', amount: { count: 40, unit: 'minutes' } }],
      goals: [{ id: 'calls' }, { id: 'demos', done: 1 }],
    });
    await ownKinds.set([]);
    await worker.projector.project();
    expect(await storedStanding.get()).not.toHaveProperty('names');
  });

  test('counts attempts and not answers: a no moves the goal as far as a yes', async () => {
    for (const tag of callOutcomes)
      await worker.recorder.record(loggedByHand('call', halfPastTen, { tags: [tag] }), ours);
    await worker.projector.project();
    expect(await storedStanding.get()).toMatchObject({
      totals: { call: callOutcomes.length },
      goals: [{ id: 'calls', done: callOutcomes.length }],
    });
  });

  test('has what was just recorded, with the last actions in it', async () => {
    await call(worker, 'abcdefghij');
    await worker.projector.project();
    expect(await storedStanding.get()).toMatchObject({
      totals: { call: 1 },
      recent: [{ id: 'abcdefghij/call', kind: 'call' }],
      goals: [{ id: 'calls', done: 1 }],
    });
  });

  test('holds nothing of a row that a page must not know', async () => {
    await worker.recorder.record(
      detected({ kinds: ['call'], at: halfPastTen, offset: 0, subject: 'contact/17' }),
      page,
    );
    await worker.projector.project();
    const [recent] = (await storedStanding.get())?.recent ?? [];
    expect(Object.keys(recent ?? {}).sort()).toEqual(
      ['at', 'evidence', 'id', 'kind', 'offset', 'site', 'via', 'where'].sort(),
    );
    expect(recent?.where).toBe('Atomic CRM');
  });

  test('rings its own alarm ten minutes on, because the pace mark moves', async () => {
    await worker.projector.project();
    expect(await fakeBrowser.alarms.get(standingAlarm)).toMatchObject({
      scheduledTime: halfPastTen + 10 * minute,
    });
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
  });

  test('at rest rings when the rest is over, by the real clock', async () => {
    await pausedOn.set('2026-03-02');
    await worker.projector.project();
    const standing = await storedStanding.get();
    expect(await fakeBrowser.alarms.get(standingAlarm)).toMatchObject({
      scheduledTime: standing?.validUntil,
    });
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
  });

  test('keeps the foothold it had while that lasts', async () => {
    await saveGoals(worker.journal, [
      { ...calls, goal: { ...calls.goal, target: 40, ceiling: 50 } as never },
    ]);
    await worker.projector.project();
    const first = (await storedStanding.get())?.foothold;
    expect(first).toMatchObject({ goalId: 'calls', done: 0 });
    await call(worker);
    await worker.projector.project();
    expect((await storedStanding.get())?.foothold).toMatchObject({ id: first?.id, done: 1 });
  });

  test('rests on a paused day', async () => {
    await pausedOn.set('2026-03-02');
    await worker.projector.project();
    expect(await storedStanding.get()).toMatchObject({ rest: 'paused', foothold: null });
  });
});

describe('the badge', () => {
  test('keeps its number to itself while numbers are hidden', async () => {
    await hideNumbers.set(true);
    await worker.projector.project();
    expect(await badge()).toBe('•');
    await hideNumbers.set(false);
    await worker.projector.project();
    expect(await badge()).toBe('4');
  });

  test('says what is left to the next checkpoint, and nothing when there is nothing', async () => {
    await worker.projector.project();
    expect(await badge()).toBe('4');
    await call(worker);
    await worker.projector.project();
    expect(await badge()).toBe('3');
    for (let index = 0; index < 3; index += 1) await call(worker);
    await worker.projector.project();
    expect(await badge()).toBe('');
    await call(worker);
    await worker.projector.project();
    expect(await badge()).toBe('');
  });

  test('adds up the goals', async () => {
    await saveGoals(worker.journal, [
      { ...calls, id: 'notes', order: 1, goal: { ...calls.goal, kinds: ['note'] } as never },
    ]);
    await worker.projector.project();
    expect(await badge()).toBe('8');
  });

  test('is empty on a day off', async () => {
    await schedule.set({ ...defaultSchedule, daysOff: ['2026-03-02'] });
    await worker.projector.project();
    expect(await badge()).toBe('');
  });
});

describe('calls that come together', () => {
  const written = () => {
    const standings: unknown[] = [];
    fakeBrowser.storage.local.onChanged.addListener((changes) => {
      if (changes['standing']) standings.push(changes['standing'].newValue);
    });
    return standings;
  };

  test('share the next projection', async () => {
    const standings = written();
    await Promise.all(Array.from({ length: 20 }, () => worker.projector.project()));
    expect(standings).toHaveLength(2);
  });

  test('each see what was stored before they called', async () => {
    const first = worker.projector.project();
    await call(worker);
    const second = worker.projector.project();
    await Promise.all([first, second]);
    await second;
    expect(await storedStanding.get()).toMatchObject({ totals: { call: 1 } });
  });

  test('are not stuck after one could not be written', async () => {
    const full = vi
      .spyOn(fakeBrowser.storage.local, 'set')
      .mockRejectedValueOnce(new Error('disk full'));
    const [first, second] = await Promise.allSettled([
      worker.projector.project(),
      worker.projector.project(),
    ]);
    full.mockRestore();
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(await storedStanding.get()).toMatchObject({ day: '2026-03-02' });
  });
});
