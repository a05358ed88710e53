import { describe, expect, test } from 'vitest';
import { detected, hour, minute, noon, openJournal, useJournals } from './open';
import type { DetectedAction } from '../../../lib/domain/detected';
import type { Tag } from '../../../lib/domain/tags';
import {
  correctAction,
  rebuildTallies,
  recentActions,
  recordAction,
  voidAction,
} from '../../../lib/journal/actions';
import type { Journal } from '../../../lib/journal/database';
import { exportJournal } from '../../../lib/journal/export';

useJournals();

const now = () => noon + hour;
const record = (journal: Journal, own: Partial<DetectedAction> = {}, dayStartsAt = 0) =>
  recordAction(journal, detected(own), dayStartsAt, now);
const rows = (journal: Journal) => journal.actions.orderBy('[day+at]').toArray();
const standing = async (journal: Journal) =>
  (await rows(journal)).filter(({ voidedAt }) => voidedAt === undefined);
const tallies = (journal: Journal) => journal.tallies.toArray();

describe('recording', () => {
  test('stores one row and its tally, and says so with the row’s id', async () => {
    const journal = openJournal();
    const answer = await record(journal, { occurrence: 'abcdefghij', kinds: ['call'] });
    expect(answer).toEqual({ outcome: 'recorded', ids: ['abcdefghij/call'], at: now() });
    expect(await rows(journal)).toEqual([
      {
        id: 'abcdefghij/call',
        kind: 'call',
        at: noon,
        offset: 60,
        day: '2026-03-02',
        site: 'atomic',
        via: 'page',
        evidence: 'request',
        rule: 'atomic/note',
      },
    ]);
    expect(await tallies(journal)).toEqual([
      { day: '2026-03-02', kind: 'call', minutes: [13 * 60] },
    ]);
  });

  test('stores nothing at all when the tally cannot be written', async () => {
    const journal = openJournal();
    journal.tallies.hook('creating', () => {
      throw new Error('disk full');
    });
    await expect(record(journal)).rejects.toThrow('disk full');
    expect(await rows(journal)).toEqual([]);
    expect(await tallies(journal)).toEqual([]);
  });

  test('stores none of several kinds when one of them cannot be written', async () => {
    const journal = openJournal();
    journal.actions.hook('creating', (_key, { kind }) => {
      if (kind === 'opportunity') throw new Error('disk full');
    });
    await expect(record(journal, { kinds: ['contact', 'company', 'opportunity'] })).rejects.toThrow(
      'disk full',
    );
    expect(await rows(journal)).toEqual([]);
    expect(await tallies(journal)).toEqual([]);
  });

  test('the same occurrence again changes nothing', async () => {
    const journal = openJournal();
    const action = detected();
    await recordAction(journal, action, 0, now);
    expect(await recordAction(journal, action, 0, now)).toEqual({ outcome: 'already' });
    expect(await rows(journal)).toHaveLength(1);
    expect(await tallies(journal)).toMatchObject([{ minutes: [13 * 60] }]);
  });

  test('the same occurrence twice at the same moment is one row', async () => {
    const journal = openJournal();
    const action = detected();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => recordAction(journal, action, 0, now)),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'already'),
      'recorded',
    ]);
    expect(await tallies(journal)).toMatchObject([{ minutes: [13 * 60] }]);
  });

  test('the same occurrence after it was undone stays undone', async () => {
    const journal = openJournal();
    const action = detected({ occurrence: 'abcdefghij' });
    await recordAction(journal, action, 0, now);
    await voidAction(journal, 'abcdefghij/note', now());
    expect(await recordAction(journal, action, 0, now)).toEqual({ outcome: 'already' });
    expect(await standing(journal)).toEqual([]);
  });

  test('several kinds of one occurrence are a row and a tally each', async () => {
    const journal = openJournal();
    const answer = await record(journal, {
      occurrence: 'abcdefghij',
      kinds: ['contact', 'company', 'opportunity'],
    });
    expect(answer).toMatchObject({
      ids: ['abcdefghij/contact', 'abcdefghij/company', 'abcdefghij/opportunity'],
    });
    expect(await tallies(journal)).toHaveLength(3);
  });
});

describe('the day of a row', () => {
  const dayOfRow = async (at: string, offset: number, dayStartsAt = 0) => {
    const journal = openJournal();
    await record(journal, { at: Date.parse(at), offset }, dayStartsAt);
    const [row] = await rows(journal);
    const [tally] = await tallies(journal);
    return [row?.day, row?.offset, tally?.minutes[0]];
  };

  test.each([
    ['in Berlin before midnight', '2026-03-02T22:59:00Z', 60, 0, '2026-03-02', 1439],
    ['in Berlin at midnight', '2026-03-02T23:00:00Z', 60, 0, '2026-03-03', 0],
    [
      'in New York, when Berlin is a day further',
      '2026-03-03T03:00:00Z',
      -300,
      0,
      '2026-03-02',
      1320,
    ],
    [
      'after midnight, when the day starts at 4',
      '2026-03-03T01:30:00Z',
      60,
      240,
      '2026-03-02',
      1590,
    ],
    ['at 4, when the day starts at 4', '2026-03-03T03:00:00Z', 60, 240, '2026-03-03', 240],
  ] as const)('%s', async (_where, at, offset, dayStartsAt, day, minuteOfDay) => {
    expect(await dayOfRow(at, offset, dayStartsAt)).toEqual([day, offset, minuteOfDay]);
  });

  test('stays where it was when the rep flies from Berlin to New York', async () => {
    const journal = openJournal();
    await record(journal, { at: Date.parse('2026-03-02T23:30:00Z'), offset: 60 });
    await record(journal, { at: Date.parse('2026-03-03T02:00:00Z'), offset: -300 });
    expect((await rows(journal)).map(({ day, offset }) => [day, offset])).toEqual([
      ['2026-03-02', -300],
      ['2026-03-03', 60],
    ]);
  });
});

describe('a thing that may count only once', () => {
  const task = (key: string, per: 'day' | 'ever'): Partial<DetectedAction> => ({
    kinds: ['task'],
    once: { key, per },
  });

  test('counts once ever', async () => {
    const journal = openJournal();
    expect(await record(journal, task('atomic/task 12', 'ever'))).toMatchObject({
      outcome: 'recorded',
    });
    expect(
      await record(journal, { ...task('atomic/task 12', 'ever'), at: noon + 5 * 24 * hour }),
    ).toEqual({ outcome: 'already' });
    expect(await record(journal, task('atomic/task 13', 'ever'))).toMatchObject({
      outcome: 'recorded',
    });
    expect(await rows(journal)).toHaveLength(2);
  });

  test('counts once a local day', async () => {
    const journal = openJournal();
    await record(journal, task('visit 12', 'day'));
    expect(await record(journal, { ...task('visit 12', 'day'), at: noon + hour })).toEqual({
      outcome: 'already',
    });
    expect(
      await record(journal, { ...task('visit 12', 'day'), at: noon + 24 * hour }),
    ).toMatchObject({ outcome: 'recorded' });
  });

  test('of one site is not that of another', async () => {
    const journal = openJournal();
    await record(journal, task('task 12', 'ever'));
    expect(await record(journal, { ...task('task 12', 'ever'), site: 'espo' })).toMatchObject({
      outcome: 'recorded',
    });
  });

  test('reported twice at the same moment counts once', async () => {
    const journal = openJournal();
    await Promise.all([
      record(journal, task('atomic/task 12', 'ever')),
      record(journal, task('atomic/task 12', 'ever')),
    ]);
    expect(await rows(journal)).toHaveLength(1);
  });

  test('counts again after it was undone', async () => {
    const journal = openJournal();
    await record(journal, { ...task('atomic/task 12', 'ever'), occurrence: 'abcdefghij' });
    await voidAction(journal, 'abcdefghij/task', now());
    expect(await record(journal, task('atomic/task 12', 'ever'))).toMatchObject({
      outcome: 'recorded',
    });
  });

  test('still counts once after it was corrected', async () => {
    const journal = openJournal();
    await record(journal, { ...task('atomic/task 12', 'ever'), occurrence: 'abcdefghij' });
    await correctAction(journal, { id: 'abcdefghij/task', kind: 'call' }, 'klmnopqrst', now, 0);
    expect(await record(journal, task('atomic/task 12', 'ever'))).toEqual({ outcome: 'already' });
    expect(await standing(journal)).toMatchObject([{ kind: 'call' }]);
  });

  test('is taken back by its reverse, and may then count again', async () => {
    const journal = openJournal();
    await record(journal, { ...task('atomic/task 12', 'ever'), occurrence: 'abcdefghij' });
    const reverse = { ...task('atomic/task 12', 'ever'), reverses: true as const };
    expect(await record(journal, reverse)).toEqual({
      outcome: 'reversed',
      ids: ['abcdefghij/task'],
    });
    expect(await standing(journal)).toEqual([]);
    expect(await tallies(journal)).toEqual([]);
    expect(await record(journal, reverse)).toEqual({ outcome: 'reversed', ids: [] });
    expect(await record(journal, task('atomic/task 12', 'ever'))).toMatchObject({
      outcome: 'recorded',
    });
  });

  test('reversed leaves no row of its own', async () => {
    const journal = openJournal();
    await record(journal, { ...task('atomic/task 99', 'ever'), reverses: true });
    expect(await rows(journal)).toEqual([]);
  });
});

describe('a dial and the call that is then saved', () => {
  const dial = (own: Partial<DetectedAction> = {}): Partial<DetectedAction> => ({
    kinds: ['call'],
    via: 'one-click',
    evidence: 'said',
    rule: 'atomic/tel',
    subject: 'contact/17',
    ...own,
  });
  const saved = (own: Partial<DetectedAction> = {}): Partial<DetectedAction> => ({
    kinds: ['call'],
    rule: 'atomic/task',
    subject: 'contact/17',
    at: noon + 7 * minute,
    ...own,
  });

  test('are one call, and the row says which dial it stands for', async () => {
    const journal = openJournal();
    await record(journal, dial({ occurrence: 'dialdialdial' }));
    await record(journal, saved({ occurrence: 'savesavesave' }));
    expect(await standing(journal)).toMatchObject([
      { id: 'savesavesave/call', replaces: 'dialdialdial/call' },
    ]);
    expect(await journal.actions.get('dialdialdial/call')).toMatchObject({ voidedAt: now() });
    expect(await tallies(journal)).toMatchObject([{ kind: 'call', minutes: [13 * 60 + 7] }]);
  });

  test('are one call also when the rep answers the question after saving', async () => {
    const journal = openJournal();
    await record(journal, saved());
    await record(journal, dial());
    expect(await standing(journal)).toHaveLength(1);
    expect(await tallies(journal)).toMatchObject([{ minutes: [13 * 60 + 7] }]);
  });

  test.each<[string, Partial<DetectedAction>]>([
    ['about different records', { subject: 'contact/18' }],
    ['more than two hours apart', { at: noon + 2 * hour + 1 }],
    ['on different sites', { site: 'espo', rule: 'espo/call' }],
    ['when the second is logged with one click', { via: 'one-click', rule: 'atomic/log' }],
    ['when the second is another dial', { rule: 'atomic/tel' }],
  ])('are two calls %s', async (_when, own) => {
    const journal = openJournal();
    await record(journal, dial());
    await record(journal, saved(own));
    expect(await standing(journal)).toHaveLength(2);
  });

  test('absorb one dial each', async () => {
    const journal = openJournal();
    await record(journal, dial());
    await record(journal, saved());
    await record(journal, saved({ at: noon + 20 * minute }));
    expect(await standing(journal)).toHaveLength(2);
  });

  test('keep what was said about the dial, and are one call also once the saved one was tagged', async () => {
    const journal = openJournal();
    await record(journal, dial({ occurrence: 'dialdialdial', tags: ['connected'] }));
    await record(journal, saved({ occurrence: 'savesavesave' }));
    expect(await standing(journal)).toMatchObject([
      { id: 'savesavesave/call', tags: ['connected'] },
    ]);

    const other = openJournal('other');
    await record(other, saved({ occurrence: 'savesavesave' }));
    await correctAction(
      other,
      { id: 'savesavesave/call', remarks: { tags: ['next'] } },
      'klmnopqrst',
      now,
      0,
    );
    expect(await record(other, dial())).toMatchObject({ outcome: 'already' });
  });

  test('an absorbed dial gives the call the line that was typed beside it', async () => {
    const journal = openJournal();
    await record(journal, dial({ occurrence: 'dialdialdial' }));
    await correctAction(
      journal,
      { id: 'dialdialdial/call', words: 'Back in May' },
      'klmnopqrst',
      now,
      0,
    );
    await record(journal, saved());
    expect(await standing(journal)).toMatchObject([{ evidence: 'request', words: 'Back in May' }]);
  });

  test('an undone dial is not absorbed', async () => {
    const journal = openJournal();
    await record(journal, dial({ occurrence: 'dialdialdial' }));
    await voidAction(journal, 'dialdialdial/call', now());
    await record(journal, saved());
    const [call] = await standing(journal);
    expect(call?.replaces).toBeUndefined();
  });
});

describe('a mail link and the mail that is then sent from the window it opened', () => {
  const link = (own: Partial<DetectedAction> = {}): Partial<DetectedAction> => ({
    kinds: ['email'],
    via: 'one-click',
    evidence: 'said',
    rule: 'atomic/mailto',
    subject: 'contact/17',
    ...own,
  });
  const { subject: _none, ...nobody } = detected();
  const sent = (minutes: number) => ({
    ...nobody,
    occurrence: `sentsentsent${String(minutes)}`,
    kinds: ['email'] as const,
    site: 'gmail',
    rule: 'gmail/opened',
    at: noon + minutes * minute,
  });
  const send = (journal: Journal, minutes: number) => recordAction(journal, sent(minutes), 0, now);

  test.each([
    ['said first', [link(), 3]],
    ['said when it was sent', [3, link()]],
  ] as const)('are one mail for that record, %s', async (_order, both) => {
    const journal = openJournal();
    for (const one of both)
      await (typeof one === 'number' ? send(journal, one) : record(journal, one));
    const rows = await standing(journal);
    expect(rows).toMatchObject([{ rule: 'gmail/opened', subject: expect.any(String) as string }]);
    await record(journal, { kinds: ['call'], subject: 'contact/17' });
    const [call] = (await standing(journal)).filter(({ kind }) => kind === 'call');
    expect(rows[0]?.subject).toBe(call?.subject);
    expect((await tallies(journal)).find(({ kind }) => kind === 'email')?.minutes).toHaveLength(1);
  });

  test('are two where two were sent, and the second link is for the second', async () => {
    const journal = openJournal();
    await send(journal, 3);
    await send(journal, 9);
    await record(journal, link());
    await record(
      journal,
      link({ occurrence: 'anotherlink', at: noon + 5 * minute, subject: 'contact/18' }),
    );
    const rows = await standing(journal);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(2);
  });
});

describe('undoing', () => {
  test('keeps the row, says when, and takes it out of the tally', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij' });
    await record(journal, { at: noon + minute });
    expect(await voidAction(journal, 'abcdefghij/note', noon + 5)).toBe(true);
    expect(await journal.actions.get('abcdefghij/note')).toMatchObject({ voidedAt: noon + 5 });
    expect(await tallies(journal)).toMatchObject([{ minutes: [13 * 60 + 1] }]);
  });

  test('a second time, or what is not there, does nothing', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij' });
    await record(journal);
    await voidAction(journal, 'abcdefghij/note', noon + 5);
    expect(await voidAction(journal, 'abcdefghij/note', noon + 9)).toBe(false);
    expect(await voidAction(journal, 'no such row', noon + 9)).toBe(false);
    expect(await journal.actions.get('abcdefghij/note')).toMatchObject({ voidedAt: noon + 5 });
    expect(await tallies(journal)).toMatchObject([{ minutes: [13 * 60] }]);
  });

  test('the last of its kind leaves no empty tally', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij' });
    await voidAction(journal, 'abcdefghij/note', noon);
    expect(await tallies(journal)).toEqual([]);
  });
});

describe('correcting', () => {
  test('is a new row in place of the old one', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij', subject: 'contact/17' });
    const old = await journal.actions.get('abcdefghij/note');
    const answer = await correctAction(
      journal,
      { id: 'abcdefghij/note', kind: 'call' },
      'klmnopqrst',
      now,
      0,
    );
    expect(answer).toMatchObject({ outcome: 'recorded', ids: ['klmnopqrst/call'] });
    expect(await standing(journal)).toMatchObject([
      {
        id: 'klmnopqrst/call',
        kind: 'call',
        at: noon,
        via: 'manual',
        evidence: 'said',
        replaces: 'abcdefghij/note',
        subject: old?.subject,
      },
    ]);
    expect(await tallies(journal)).toMatchObject([{ kind: 'call', minutes: [13 * 60] }]);
  });

  test('the time may move it to another day', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij' });
    const at = Date.parse('2026-03-01T22:30:00Z');
    await correctAction(journal, { id: 'abcdefghij/note', at }, 'klmnopqrst', now, 0);
    expect(await tallies(journal)).toEqual([
      { day: '2026-03-01', kind: 'note', minutes: [23 * 60 + 30] },
    ]);
  });

  test('the kind alone leaves the day as it was fixed, whenever the day starts by now', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij', at: Date.parse('2026-03-03T01:00:00Z') });
    await correctAction(journal, { id: 'abcdefghij/note', kind: 'email' }, 'klmnopqrst', now, 240);
    expect(await standing(journal)).toMatchObject([{ day: '2026-03-03', kind: 'email' }]);
  });

  test('what was undone, or is not there, is refused', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij' });
    await voidAction(journal, 'abcdefghij/note', noon);
    for (const id of ['abcdefghij/note', 'no such row'])
      expect(
        await correctAction(journal, { id, kind: 'call' }, 'klmnopqrst', now, 0),
      ).toMatchObject({ outcome: 'refused' });
    expect(await standing(journal)).toEqual([]);
  });
});

describe('tags', () => {
  const tagged = (tags: readonly Tag[], id = 'abcdefghij/call', as = 'klmnopqrst') =>
    [{ id, remarks: { tags } }, as, now, 0] as const;
  const call = { occurrence: 'abcdefghij', kinds: ['call'] as const };

  test('are a new row, which the page has confirmed as before', async () => {
    const journal = openJournal();
    await record(journal, call);
    await correctAction(journal, ...tagged(['connected', 'senior']));
    expect(await standing(journal)).toMatchObject([
      {
        id: 'klmnopqrst/call',
        at: noon,
        via: 'page',
        evidence: 'request',
        tags: ['connected', 'senior'],
        replaces: 'abcdefghij/call',
      },
    ]);
    expect(await tallies(journal)).toMatchObject([
      { minutes: [13 * 60], tagged: { connected: 1, senior: 1 } },
    ]);
    expect(await journal.actions.get('abcdefghij/call')).not.toHaveProperty('tags');
  });

  test('go again: all at once, or with the action', async () => {
    const journal = openJournal();
    await record(journal, { ...call, tags: ['voicemail'] });
    await correctAction(journal, ...tagged([]));
    expect((await standing(journal))[0]).not.toHaveProperty('tags');
    expect((await tallies(journal))[0]).not.toHaveProperty('tagged');
    await correctAction(journal, ...tagged(['next'], 'klmnopqrst/call', 'uvwxyzabcd'));
    await voidAction(journal, 'uvwxyzabcd/call', noon);
    expect(await tallies(journal)).toEqual([]);
  });

  test('that contradict each other, or the kind, change nothing', async () => {
    const journal = openJournal();
    await record(journal, { ...call, kinds: ['email'] });
    const before = await journal.actions.toArray();
    const answer = await correctAction(journal, ...tagged(['connected'], 'abcdefghij/email'));
    expect(answer).toMatchObject({ outcome: 'refused' });
    expect(await journal.actions.toArray()).toEqual(before);
  });

  test('that the corrected kind cannot have are dropped', async () => {
    const journal = openJournal();
    await record(journal, { ...call, tags: ['connected', 'next'] });
    await correctAction(journal, { id: 'abcdefghij/call', kind: 'email' }, 'klmnopqrst', now, 0);
    expect(await standing(journal)).toMatchObject([
      { kind: 'email', via: 'manual', tags: ['next'] },
    ]);
  });

  test('an amount is kept where the kind has one, and added up', async () => {
    const journal = openJournal();
    const amount = { count: 30, unit: 'minutes' } as const;
    const read = { kinds: ['learning'] as const, via: 'manual', evidence: 'said' } as const;
    await record(journal, { ...read, occurrence: 'abcdefghij', amount });
    await record(journal, { ...read, amount: { count: 15, unit: 'minutes' } });
    expect(await tallies(journal)).toMatchObject([{ amounts: { minutes: 45 } }]);
    const pages = { amount: { count: 12, unit: 'pages' } } as const;
    await correctAction(
      journal,
      { id: 'abcdefghij/learning', remarks: pages },
      'klmnopqrst',
      now,
      0,
    );
    expect(await tallies(journal)).toMatchObject([{ amounts: { minutes: 15, pages: 12 } }]);
    expect((await exportJournal(journal, noon)).actions).toContainEqual(
      expect.objectContaining({ id: 'klmnopqrst/learning', ...pages }),
    );
    const call = { id: 'klmnopqrst/learning', kind: 'call' } as const;
    await correctAction(journal, call, 'uvwxyzabcd', now, 0);
    expect((await standing(journal)).find(({ kind }) => kind === 'call')).not.toHaveProperty(
      'amount',
    );
  });

  test('are in the export', async () => {
    const journal = openJournal();
    await record(journal, { ...call, tags: ['declined'] });
    const { actions } = await exportJournal(journal, noon);
    expect(actions).toMatchObject([{ id: 'abcdefghij/call', tags: ['declined'] }]);
  });
});

describe('a line of the rep’s own', () => {
  const say = (id: string, words: string, as: string) => [{ id, words }, as, now, 0] as const;

  test('stands beside the action, which the page has confirmed as before, and is in the export', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij', kinds: ['call'], tags: ['voicemail'] });
    await correctAction(journal, ...say('abcdefghij/call', ' Call back in May ', 'klmnopqrst'));
    expect(await standing(journal)).toMatchObject([
      { id: 'klmnopqrst/call', via: 'page', words: 'Call back in May', tags: ['voicemail'] },
    ]);
    const next = { id: 'klmnopqrst/call', remarks: { tags: ['next'] } } as const;
    await correctAction(journal, next, 'uvwxyzabcd', now, 0);
    expect(await standing(journal)).toMatchObject([{ words: 'Call back in May', tags: ['next'] }]);
    const { actions } = await exportJournal(journal, noon);
    expect(actions.filter(({ words }) => words)).toHaveLength(1);
  });

  test('leaves nothing behind when it is taken back, or its action is', async () => {
    const journal = openJournal();
    await record(journal, { occurrence: 'abcdefghij', kinds: ['stage'] });
    await correctAction(journal, ...say('abcdefghij/stage', 'Secret', 'klmnopqrst'));
    await correctAction(journal, ...say('klmnopqrst/stage', '  ', 'uvwxyzabcd'));
    expect(JSON.stringify(await journal.actions.toArray())).not.toContain('Secret');
    await correctAction(journal, ...say('uvwxyzabcd/stage', 'Secret', 'efghijklmn'));
    await voidAction(journal, 'efghijklmn/stage', noon + 5);
    expect(JSON.stringify(await journal.actions.toArray())).not.toContain('Secret');
  });
});

describe('the last actions of a day', () => {
  test('come latest first, so many, without the undone and other days’', async () => {
    const journal = openJournal();
    for (let index = 0; index < 8; index += 1)
      await record(journal, {
        occurrence: `abcdefghi-${String(index)}`,
        at: noon + ((index * 5) % 8) * minute,
      });
    await record(journal, { at: noon - 24 * hour });
    await record(journal, { at: noon + 24 * hour });
    await voidAction(journal, 'abcdefghi-3', noon);
    await voidAction(journal, 'abcdefghi-3/note', noon);
    const recent = await recentActions(journal, '2026-03-02', 5);
    expect(recent.map(({ at }) => (at - noon) / minute)).toEqual([6, 5, 4, 3, 2]);
    expect(await recentActions(journal, '2026-03-04', 5)).toEqual([]);
  });
});

describe('what the journal knows of a record', () => {
  const subjectOf = async (journal: Journal, own: Partial<DetectedAction>) => {
    const occurrence = `o-${crypto.randomUUID()}`;
    await record(journal, { ...own, occurrence });
    return (await journal.actions.get(`${occurrence}/note`))?.subject;
  };

  test('is a pseudonym: the same for the same record, another for another', async () => {
    const journal = openJournal();
    const one = await subjectOf(journal, { subject: 'contact/17' });
    expect(one).toMatch(/^[\w-]{16}$/);
    expect(await subjectOf(journal, { subject: 'contact/17' })).toBe(one);
    expect(await subjectOf(journal, { subject: 'contact/18' })).not.toBe(one);
    expect(await subjectOf(journal, { subject: 'contact/17', site: 'espo' })).not.toBe(one);
    expect(await subjectOf(journal, {})).toBeUndefined();
  });

  test('survives closing, and is another in another journal', async () => {
    const journal = openJournal();
    const one = await subjectOf(journal, { subject: 'contact/17' });
    journal.close();
    expect(await subjectOf(openJournal(), { subject: 'contact/17' })).toBe(one);
    expect(await subjectOf(openJournal('elsewhere'), { subject: 'contact/17' })).not.toBe(one);
  });

  test('is the same when two actions arrive before there is a salt', async () => {
    const journal = openJournal();
    const [one, other] = await Promise.all([
      subjectOf(journal, { subject: 'contact/17' }),
      subjectOf(journal, { subject: 'contact/17' }),
    ]);
    expect(one).toBe(other);
  });

  test('never holds the record’s name or what may count once in the clear', async () => {
    const journal = openJournal();
    await record(journal, {
      subject: 'contact/Ada-Lovelace',
      once: { key: 'atomic/task Ada-Lovelace', per: 'ever' },
    });
    const everything = await Promise.all(journal.tables.map((table) => table.toArray()));
    expect(JSON.stringify(everything)).not.toContain('Ada-Lovelace');
  });

  test('leaves with the export, the salt does not', async () => {
    const journal = openJournal();
    await record(journal, { subject: 'contact/17', occurrence: 'abcdefghij' });
    const [secret] = await journal.secrets.toArray();
    const exported = await exportJournal(journal, noon);
    expect(exported).toMatchObject({
      format: 'foothold-journal',
      version: 1,
      exportedAt: '2026-03-02T12:00:00.000Z',
      actions: [{ id: 'abcdefghij/note' }],
    });
    const text = JSON.stringify(exported);
    expect(text).not.toMatch(/salt|secret/i);
    expect(text).not.toContain(JSON.stringify([...(secret?.value ?? [])]).slice(1, -1));
    expect(text).not.toContain('contact/17');
  });
});

test('rebuilding mends a tally that went wrong, and answers how many actions stand', async () => {
  const journal = openJournal();
  await record(journal, { occurrence: 'abcdefghij' });
  await record(journal, { kinds: ['call'] });
  await record(journal);
  await voidAction(journal, 'abcdefghij/note', noon);
  const right = await tallies(journal);
  await journal.tallies.bulkPut([
    { day: '2026-03-02', kind: 'note', minutes: [1, 2, 3] },
    { day: '2020-01-01', kind: 'win', minutes: [5] },
  ]);
  expect(await rebuildTallies(journal)).toBe(2);
  expect(await tallies(journal)).toEqual(right);
});
