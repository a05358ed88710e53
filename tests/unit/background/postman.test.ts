import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detected, openRaw, useJournals } from '../journal/open';
import { schemaVersion } from '../../../lib/journal/database';
import { crm, page, startWorker, useWorkers } from './worker';
import { collectUndelivered, watchOutboxes } from '../../../lib/background/postman';
import type { DetectedAction } from '../../../lib/domain/detected';
import { outboxKey } from '../../../lib/messages/outboxKey';

useJournals();
useWorkers();

const { session } = fakeBrowser.storage;
const leave = (action: DetectedAction, origin = crm) =>
  session.set({ [outboxKey(action.occurrence)]: { origin, action } });
const left = async () => Object.keys(await session.get(null));

describe('what a page wrote down and could not deliver', () => {
  test('is recorded and cleared when the worker wakes', async () => {
    const { journal, recorder } = startWorker();
    await leave(detected({ occurrence: 'abcdefghij' }));
    await leave(detected({ occurrence: 'klmnopqrst' }));
    await collectUndelivered(recorder);
    expect(await journal.actions.count()).toBe(2);
    expect(await left()).toEqual([]);
  });

  test('is looked for a moment after it was written, and not for every other change', async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const collect = vi.fn();
    watchOutboxes(collect);
    await session.set({ pending: [] });
    await vi.advanceTimersByTimeAsync(2000);
    expect(collect).not.toHaveBeenCalled();
    await leave(detected());
    await vi.advanceTimersByTimeAsync(2000);
    expect(collect).toHaveBeenCalledTimes(1);
    await session.remove(await left());
    await vi.advanceTimersByTimeAsync(2000);
    expect(collect).toHaveBeenCalledTimes(1);
  });

  test('and is delivered all the same afterwards, is one action', async () => {
    const { journal, recorder } = startWorker();
    const action = detected();
    await leave(action);
    await collectUndelivered(recorder);
    expect(await recorder.record(action, page)).toEqual({ outcome: 'already' });
    expect(await journal.actions.count()).toBe(1);
  });

  test('and is delivered at the same moment, is one action', async () => {
    const { journal, recorder } = startWorker();
    const action = detected();
    await leave(action);
    await Promise.all([collectUndelivered(recorder), recorder.record(action, page)]);
    expect(await journal.actions.count()).toBe(1);
    expect(await left()).toEqual([]);
  });

  test('counts only for the site of the page that wrote it', async () => {
    const { journal, recorder } = startWorker();
    await leave(detected(), 'https://evil.example.com');
    await collectUndelivered(recorder);
    expect(await journal.actions.count()).toBe(0);
    expect(await left()).toEqual([]);
  });

  test('by a page of ours is recorded as logged by hand, for no site', async () => {
    const { journal, recorder } = startWorker();
    const home = fakeBrowser.runtime.getURL('/').replace(/\/$/, '');
    const byHand = { site: 'foothold', via: 'manual', evidence: 'said' } as const;
    await leave(detected({ occurrence: 'abcdefghij', ...byHand }), home);
    await leave(detected({ occurrence: 'klmnopqrst', ...byHand }), 'https://evil.example.com');
    await collectUndelivered(recorder);
    expect((await journal.actions.toArray()).map(({ id, via }) => [id.slice(0, 10), via])).toEqual([
      ['abcdefghij', 'manual'],
    ]);
    expect(await left()).toEqual([]);
  });

  test('leaves what else is kept there alone', async () => {
    const { recorder } = startWorker();
    await session.set({ 'pending 3': [{ occurrence: 'abcdefghij' }] });
    await collectUndelivered(recorder);
    expect(await left()).toEqual(['pending 3']);
  });

  test('is not held up by an entry that is damaged', async () => {
    const { journal, recorder } = startWorker();
    await session.set({ [outboxKey('a')]: 'damaged', [outboxKey('b')]: { origin: 7 } });
    await leave(detected());
    await collectUndelivered(recorder);
    expect(await journal.actions.count()).toBe(1);
  });

  test('stays written down, and stops nothing, while the journal cannot take it', async () => {
    (await openRaw('foothold', 10 * schemaVersion)).close();
    const { recorder } = startWorker();
    await leave(detected({ occurrence: 'abcdefghij' }));
    await collectUndelivered(recorder);
    expect(await left()).toEqual([outboxKey('abcdefghij')]);
  });

  test('is recorded although another one cannot be', async () => {
    const { journal, recorder } = startWorker();
    journal.actions.hook('creating', (_id, { kind }) => {
      if (kind === 'win') throw new Error('disk full');
    });
    await leave(detected({ occurrence: 'abcdefghij', kinds: ['win'] }));
    await leave(detected({ occurrence: 'klmnopqrst' }));
    await collectUndelivered(recorder);
    expect(await journal.actions.toCollection().primaryKeys()).toEqual(['klmnopqrst/note']);
    expect(await left()).toEqual([outboxKey('abcdefghij')]);
  });
});
