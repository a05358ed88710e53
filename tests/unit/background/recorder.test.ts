import { describe, expect, test, vi } from 'vitest';
import { detected, minute, noon, openJournal, openRaw, useJournals } from '../journal/open';
import { crm, ours, page, startWorker, useWorkers } from './worker';
import { Recorder } from '../../../lib/background/recorder';
import { NewerJournalError, schemaVersion } from '../../../lib/journal/database';
import { siteSettings, switchOff } from '../../../lib/settings/sites';

useJournals();
useWorkers();

const espo = { from: 'page', origin: 'https://espo.example.com', tab: 4 } as const;

describe('an action that is reported', () => {
  test('is in the journal when the answer comes', async () => {
    const { journal, recorder } = startWorker();
    const answer = await recorder.record(detected({ occurrence: 'abcdefghij' }), page);
    expect(answer).toMatchObject({ outcome: 'recorded', ids: ['abcdefghij/note'] });
    expect(await journal.actions.get('abcdefghij/note')).toBeDefined();
    expect(await journal.tallies.count()).toBe(1);
  });

  test('is there for every other connection too, so a killed worker loses nothing', async () => {
    const { journal, recorder } = startWorker();
    await recorder.record(detected({ occurrence: 'abcdefghij' }), page);
    journal.close();
    expect(await openJournal().actions.get('abcdefghij/note')).toBeDefined();
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'call'],
    ['an unknown kind', { ...detected(), kinds: ['bribe'] }],
    ['an unknown field', { ...detected(), html: '<b>' }],
    ['the same kind twice', { ...detected(), kinds: ['call', 'call'] }],
  ])('is refused when it is malformed: %s', async (_what, message) => {
    const { journal, recorder } = startWorker();
    expect(await recorder.record(message, page)).toMatchObject({ outcome: 'refused' });
    expect(await journal.actions.count()).toBe(0);
  });

  test('is refused from a page of another site, of a site switched off, or of no site', async () => {
    const { journal, recorder } = startWorker();
    for (const origin of [espo.origin, 'https://off.example.com', 'https://evil.example.com'])
      expect(await recorder.record(detected(), { from: 'page', origin, tab: 3 })).toMatchObject({
        outcome: 'refused',
      });
    await switchOff(crm);
    expect(await recorder.record(detected(), page)).toMatchObject({ outcome: 'refused' });
    expect(await journal.actions.count()).toBe(0);
  });

  test('of two CRMs of one kind keeps their records and tasks apart', async () => {
    const { journal, recorder } = startWorker();
    const other = 'https://other.example.com';
    await siteSettings.set([
      ...(await siteSettings.get()),
      { origin: other, site: 'atomic', on: true },
    ]);
    const task = { subject: 'contact/17', once: { key: 'atomic/task 12', per: 'ever' as const } };
    const first = await recorder.record(detected({ ...task, occurrence: 'abcdefghij' }), page);
    const second = await recorder.record(detected({ ...task, occurrence: 'klmnopqrst' }), {
      from: 'page',
      origin: other,
      tab: 5,
    });
    expect([first.outcome, second.outcome]).toEqual(['recorded', 'recorded']);
    const subjects = (await journal.actions.toArray()).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(2);
  });

  test('is refused from the future, but for a clock that runs a little ahead', async () => {
    const { recorder } = startWorker();
    expect(await recorder.record(detected({ at: noon + 4 * minute }), page)).toMatchObject({
      outcome: 'recorded',
    });
    expect(await recorder.record(detected({ at: noon + 6 * minute }), page)).toMatchObject({
      outcome: 'refused',
    });
  });

  test('is accepted only the sender’s own way', async () => {
    const { recorder } = startWorker();
    const outcome = async (...[via, sender]: [Parameters<typeof detected>[0], typeof page]) =>
      (await recorder.record(detected(via), sender)).outcome;
    expect(await outcome({ via: 'page' }, page)).toBe('recorded');
    expect(await outcome({ via: 'one-click' }, page)).toBe('recorded');
    expect(await outcome({ via: 'manual' }, page)).toBe('refused');
    expect(await outcome({ via: 'import' }, page)).toBe('refused');
    expect(await outcome({ via: 'manual' }, ours)).toBe('recorded');
    expect(await outcome({ via: 'import' }, ours)).toBe('recorded');
    expect(await outcome({ via: 'page' }, ours)).toBe('refused');
  });

  test('is answered even when the standing cannot be shown', async () => {
    const { projector, recorder } = startWorker();
    const broken = vi.spyOn(projector, 'project').mockRejectedValue(new Error('broken'));
    expect(await recorder.record(detected(), page)).toMatchObject({ outcome: 'recorded' });
    await vi.waitFor(() => {
      expect(reportError).toHaveBeenCalled();
    });
    broken.mockRestore();
  });

  test('is told of once, when it is stored', async () => {
    const { journal, projector } = startWorker();
    const stored = vi.fn();
    const recorder = new Recorder(journal, projector, stored);
    const action = detected();
    await recorder.record(action, page);
    await recorder.record(action, page);
    await recorder.record(action, espo);
    expect(stored.mock.calls).toEqual([[action]]);
  });

  test('is not acknowledged when it could not be stored', async () => {
    const { journal, recorder } = startWorker();
    journal.actions.hook('creating', () => {
      throw new Error('disk full');
    });
    await expect(recorder.record(detected(), page)).rejects.toThrow('disk full');
    expect(await journal.actions.count()).toBe(0);
  });

  test('is not written into a journal of a newer Foothold', async () => {
    (await openRaw('foothold', (schemaVersion + 1) * 10)).close();
    const { recorder } = startWorker();
    await expect(recorder.record(detected(), page)).rejects.toThrow(NewerJournalError);
  });
});

describe('undoing', () => {
  test('a page may undo what its own site counted, and nothing else', async () => {
    const { journal, recorder } = startWorker();
    await recorder.record(detected({ occurrence: 'abcdefghij' }), page);
    expect(await recorder.undo('abcdefghij/note', espo)).toBe(false);
    expect(await journal.actions.get('abcdefghij/note')).not.toHaveProperty('voidedAt');
    expect(await recorder.undo('abcdefghij/note', page)).toBe(true);
    expect(await recorder.undo('abcdefghij/note', page)).toBe(false);
    expect(await recorder.undo('no such row', page)).toBe(false);
  });

  test('our own pages may undo everything, also of a site that is gone', async () => {
    const { recorder } = startWorker();
    await recorder.record(detected({ occurrence: 'abcdefghij' }), page);
    await siteSettings.set([]);
    expect(await recorder.undo('abcdefghij/note', ours)).toBe(true);
  });
});

describe('correcting', () => {
  test('is a new row with its own name', async () => {
    const { journal, recorder } = startWorker();
    await recorder.record(detected({ occurrence: 'abcdefghij' }), page);
    const answer = await recorder.correct({ id: 'abcdefghij/note', kind: 'call' });
    if (answer.outcome !== 'recorded') throw new Error(answer.outcome);
    const [id = ''] = answer.ids;
    expect(await journal.actions.get(id)).toMatchObject({
      kind: 'call',
      replaces: 'abcdefghij/note',
    });
  });

  test('is refused when it is malformed or sets a time in the future', async () => {
    const { journal, recorder } = startWorker();
    await recorder.record(detected({ occurrence: 'abcdefghij' }), page);
    for (const change of [{ at: -1 }, { kind: 'bribe' as 'call' }, { at: noon + 60 * minute }])
      expect(await recorder.correct({ id: 'abcdefghij/note', ...change })).toMatchObject({
        outcome: 'refused',
      });
    expect(await journal.actions.get('abcdefghij/note')).not.toHaveProperty('voidedAt');
  });
});
