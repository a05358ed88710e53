import { describe, expect, test } from 'vitest';
import { detected, hour, noon, openJournal, useJournals } from './open';
import type { ActionKind } from '../../../lib/domain/action';
import type { DetectedAction } from '../../../lib/domain/detected';
import { recordAction, voidAction } from '../../../lib/journal/actions';
import type { Journal } from '../../../lib/journal/database';
import { keptAs } from '../../../lib/journal/names';
import { subjectPseudonym } from '../../../lib/journal/pseudonym';
import { touchesOf } from '../../../lib/journal/touches';

useJournals();

const day = 24 * hour;
const contact = 'contact/17';
const record = (journal: Journal, kind: ActionKind, own: Partial<DetectedAction> = {}) =>
  recordAction(journal, detected({ kinds: [kind], subject: contact, ...own }), 0, () => noon);
const touches = async (journal: Journal, today = '2026-03-02', subject = contact) =>
  touchesOf(
    journal,
    await keptAs(journal, await subjectPseudonym(journal, 'atomic', subject)),
    today,
  );

describe('touches', () => {
  test('are none for a record that nobody was in touch with', async () => {
    const journal = openJournal();
    await record(journal, 'call', { subject: 'contact/18' });
    await record(journal, 'call', { site: 'espo' });
    expect(await touches(journal)).toBeNull();
  });

  test('are what the other side notices, and no work on the record', async () => {
    const journal = openJournal();
    for (const kind of ['call', 'email', 'connection', 'message', 'comment', 'meeting'] as const)
      await record(journal, kind);
    for (const kind of ['note', 'task', 'follow-up', 'stage', 'acceptance'] as const)
      await record(journal, kind);
    expect(await touches(journal)).toEqual({ count: 6, daysAgo: 0 });
  });

  test('have the day of the last one, in the rep’s days', async () => {
    const journal = openJournal();
    await record(journal, 'call', { at: noon - 9 * day });
    await record(journal, 'email', { at: noon - 3 * day });
    expect(await touches(journal)).toEqual({ count: 2, daysAgo: 3, day: '2026-02-27' });
    // 23:30 UTC is the next day already where the rep was.
    await record(journal, 'call', { at: noon - 13 * hour + hour / 2 });
    expect(await touches(journal)).toEqual({ count: 3, daysAgo: 0 });
    expect(await touches(journal, '2026-03-01')).toEqual({ count: 3, daysAgo: 0 });
  });

  test('of a person that a page calls by two names are of one person, before and after', async () => {
    const journal = openJournal();
    const [profile, lead] = ['profile/ann', 'lead/ACwA'];
    await record(journal, 'message', { subject: lead, at: noon - 9 * day });
    await record(journal, 'connection', { subject: profile, at: noon - 8 * day });
    expect(await touches(journal, '2026-03-02', profile)).toMatchObject({ count: 1 });
    await record(journal, 'connection', { subject: profile, also: [lead], at: noon - 7 * day });
    await record(journal, 'message', { subject: lead, at: noon });
    for (const name of [profile, lead])
      expect(await touches(journal, '2026-03-02', name)).toEqual({ count: 4, daysAgo: 0 });
    expect(await touches(journal, '2026-03-02', 'lead/ACwB')).toBeNull();
  });

  test('of a person with three names, whichever two a page showed first', async () => {
    const journal = openJournal();
    await record(journal, 'message', { subject: 'b', also: ['c'] });
    await record(journal, 'message', { subject: 'a', also: ['b'] });
    await record(journal, 'message', { subject: 'c', also: ['a'] });
    for (const name of ['a', 'b', 'c'])
      expect(await touches(journal, '2026-03-02', name)).toEqual({ count: 3, daysAgo: 0 });
  });

  test('go with what is undone, and the one before is the last again', async () => {
    const journal = openJournal();
    await record(journal, 'call', { at: noon - day });
    await record(journal, 'email', { occurrence: 'abcdefghij' });
    expect(await touches(journal)).toEqual({ count: 2, daysAgo: 0 });
    await voidAction(journal, 'abcdefghij/email', noon);
    expect(await touches(journal)).toEqual({ count: 1, daysAgo: 1, day: '2026-03-01' });
  });
});
