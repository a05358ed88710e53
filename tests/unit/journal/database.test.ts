import { describe, expect, test } from 'vitest';
import { detected, noon, openJournal, openRaw, useJournals } from './open';
import { defaultGoals } from '../../../lib/domain/goal';
import { recentActions, recordAction } from '../../../lib/journal/actions';
import { NewerJournalError, openForWriting, schemaVersion } from '../../../lib/journal/database';
import { exportJournal } from '../../../lib/journal/export';
import { allGoals, plantFirstGoals, saveGoals } from '../../../lib/journal/goals';

useJournals();

const now = () => noon;
const newer = (schemaVersion + 1) * 10;

/** What the next Foothold might do to the journal. */
async function upgradeByNewerFoothold() {
  const database = await openRaw('foothold', newer, (upgrading, transaction) => {
    if (!upgrading.objectStoreNames.contains('actions')) {
      const actions = upgrading.createObjectStore('actions', { keyPath: 'id' });
      actions.createIndex('[day+at]', ['day', 'at']);
      actions.createIndex('[subject+at]', ['subject', 'at']);
      actions.createIndex('once', 'once');
      upgrading.createObjectStore('tallies', { keyPath: ['day', 'kind'] });
      upgrading.createObjectStore('goals', { keyPath: ['id', 'from'] });
      upgrading.createObjectStore('secrets', { keyPath: 'key' });
      upgrading.createObjectStore('health', { keyPath: ['day', 'rule'] });
      upgrading.createObjectStore('misses', { keyPath: ['origin', 'kind'] });
      upgrading.createObjectStore('nudges', { keyPath: 'at' });
      upgrading.createObjectStore('names', { keyPath: 'name' });
      actions.add({
        id: 'from-the-future/note',
        kind: 'note',
        at: noon,
        offset: 60,
        day: '2026-03-02',
        site: 'atomic',
        via: 'page',
        evidence: 'request',
      });
    }
    upgrading.createObjectStore('inventions');
    transaction.objectStore('actions').createIndex('site', 'site');
  });
  database.close();
}

describe('a journal that a newer Foothold wrote', () => {
  test('is not opened for writing', async () => {
    await upgradeByNewerFoothold();
    const journal = openJournal();
    await expect(openForWriting(journal)).rejects.toThrow(NewerJournalError);
    await expect(openForWriting(journal)).rejects.toMatchObject({ found: schemaVersion + 1 });
  });

  test('can still be read and exported, and is not downgraded by it', async () => {
    await upgradeByNewerFoothold();
    const journal = openJournal();
    await openForWriting(journal).catch(() => undefined);
    expect(await recentActions(journal, '2026-03-02', 5)).toHaveLength(1);
    expect(await exportJournal(journal, noon)).toMatchObject({
      actions: [{ id: 'from-the-future/note' }],
    });
    journal.close();
    const raw = await openRaw('foothold', newer);
    expect([...raw.objectStoreNames]).toContain('inventions');
    raw.close();
  });
});

test('an export says what the rep’s own kinds are called, where there are any', async () => {
  const journal = openJournal();
  await recordAction(journal, detected({ kinds: ['own1'] }), 0, now);
  const named = [{ kind: 'own1', name: 'Demo', retired: true }] as const;
  expect(await exportJournal(journal, noon, named)).toMatchObject({
    actions: [{ kind: 'own1' }],
    named,
  });
  expect(await exportJournal(journal, noon)).not.toHaveProperty('named');
});

describe('another connection that wants to upgrade', () => {
  test('may, while ours is open, and ours then says that the journal is newer', async () => {
    const journal = openJournal();
    await openForWriting(journal);
    await recordAction(journal, detected(), 0, now);
    await upgradeByNewerFoothold();
    await expect(openForWriting(journal)).rejects.toThrow(NewerJournalError);
    expect(await journal.actions.count()).toBe(1);
  });

  test('to what we know as well finds ours working again afterwards', async () => {
    const journal = openJournal();
    await openForWriting(journal);
    await recordAction(journal, detected(), 0, now);
    journal.close({ disableAutoOpen: false });
    const other = openJournal();
    await openForWriting(other);
    await openForWriting(journal);
    await recordAction(journal, detected(), 0, now);
    expect(await other.actions.count()).toBe(2);
  });

  test('deleting everything is not blocked by ours', async () => {
    const journal = openJournal();
    await openForWriting(journal);
    await recordAction(journal, detected(), 0, now);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('foothold');
      request.onsuccess = () => {
        resolve();
      };
      request.onblocked = () => {
        reject(new Error('blocked'));
      };
    });
    expect(await journal.actions.count()).toBe(0);
  });
});

describe('goals', () => {
  test('are planted once: a journal that has some keeps them', async () => {
    const journal = openJournal();
    await plantFirstGoals(journal, defaultGoals('2026-03-02'));
    const first = await allGoals(journal);
    expect(first).toHaveLength(defaultGoals('2026-03-02').length);
    await plantFirstGoals(journal, defaultGoals('2026-04-01'));
    expect(await allGoals(journal)).toEqual(first);
  });

  test('are planted once when two workers start together', async () => {
    const goals = defaultGoals('2026-03-02');
    const [one, other] = [openJournal(), openJournal()];
    await Promise.all([plantFirstGoals(one, goals), plantFirstGoals(other, goals)]);
    expect(await allGoals(one)).toHaveLength(goals.length);
  });

  test('keep their earlier versions, and one of the same day takes the place of the other', async () => {
    const journal = openJournal();
    const [goal] = defaultGoals('2026-03-02');
    if (!goal?.goal) throw new Error('no goal');
    const version = (from: string, target: number) => ({
      ...goal,
      from,
      goal: { ...goal.goal, target } as typeof goal.goal,
    });
    await saveGoals(journal, [version('2026-03-02', 8)]);
    await saveGoals(journal, [version('2026-03-09', 10)]);
    await saveGoals(journal, [version('2026-03-09', 12)]);
    expect((await allGoals(journal)).map(({ from, goal: now }) => [from, now?.target])).toEqual([
      ['2026-03-02', 8],
      ['2026-03-09', 12],
    ]);
  });
});
