import { expect, test } from 'vitest';
import { noon, openJournal, openRaw, useJournals } from './open';
import { openForWriting, schemaVersion } from '../../../lib/journal/database';
import { exportJournal } from '../../../lib/journal/export';
import { countOutcomes } from '../../../lib/journal/health';
import { keptAs } from '../../../lib/journal/names';
import { addNudge, lastNudges } from '../../../lib/journal/nudges';

useJournals();

/** The journal as the first Foothold made it. Never to be changed. */
function openVersion1() {
  return openRaw('foothold', 10, (database) => {
    const actions = database.createObjectStore('actions', { keyPath: 'id' });
    actions.createIndex('[day+at]', ['day', 'at']);
    actions.createIndex('[subject+at]', ['subject', 'at']);
    actions.createIndex('once', 'once');
    database.createObjectStore('tallies', { keyPath: ['day', 'kind'] });
    database.createObjectStore('goals', { keyPath: ['id', 'from'] });
    database.createObjectStore('secrets', { keyPath: 'key' });
    actions.add({
      id: 'abcdefghij/note',
      kind: 'note',
      at: noon,
      offset: 60,
      day: '2026-03-02',
      site: 'atomic',
      via: 'page',
      evidence: 'request',
    });
  });
}

test('a journal of the first Foothold keeps its rows and gains what is new', async () => {
  (await openVersion1()).close();
  const journal = openJournal();
  await openForWriting(journal);
  expect(await journal.actions.toArray()).toMatchObject([{ id: 'abcdefghij/note', at: noon }]);
  await countOutcomes(journal, '2026-03-02', [{ rule: 'atomic/note', outcome: 'confirmed' }]);
  expect(await journal.health.toArray()).toEqual([
    { day: '2026-03-02', rule: 'atomic/note', confirmed: 1 },
  ]);
  const moment = { day: '2026-03-02', minute: 720, reason: 'open', withheld: false } as const;
  await addNudge(journal, { at: noon, ...moment });
  expect(await lastNudges(journal, 1)).toEqual([{ at: noon, ...moment }]);
  await journal.names.put({ name: 'lead', keptAs: 'profile' });
  expect(await keptAs(journal, 'lead')).toBe('profile');
  expect(await exportJournal(journal, noon)).toMatchObject({ nudges: [{ at: noon }] });
});

test('a page of ours that still has the old journal open does not block it', async () => {
  const old = await openVersion1();
  old.onversionchange = () => {
    old.close();
  };
  const journal = openJournal();
  await openForWriting(journal);
  expect(journal.backendDB().version).toBe(10 * schemaVersion);
});
