import type { Action } from '../domain/action';
import { absorbs, actionId, isDial, sameDeedWithin } from '../domain/action';
import { dayOf, minuteOf } from '../domain/day';
import type { DetectedAction } from '../domain/detected';
import { fitting, remarksFor } from '../domain/remarks';
import { addMinute, removeMinute, tallyOf } from '../domain/tally';
import type { Correction, Recorded } from '../messages/protocol';
import type { Journal, StoredAction } from './database';
import { joinNames } from './names';
import { pseudonym, subjectPseudonym } from './pseudonym';

/**
 * Stores a reported action: its rows and their tallies in one transaction. Resolves after the commit. The same
 * occurrence again, or a thing that may count only once, changes nothing.
 */
export async function recordAction(
  journal: Journal,
  detected: DetectedAction,
  dayStartsAt: number,
  now: () => number,
): Promise<Recorded> {
  const { at, offset, site, via, evidence, rule, occurrence } = detected;
  const day = dayOf(at, offset, dayStartsAt);
  // Hashing leaves the transaction's zone, so it comes first.
  const names = await Promise.all(
    [detected.subject, ...(detected.also ?? [])].flatMap((name) =>
      name === undefined ? [] : subjectPseudonym(journal, site, name),
    ),
  );
  const once =
    detected.once &&
    (await pseudonym(
      journal,
      `${site} ${detected.once.key} ${detected.once.per === 'day' ? day : ''}`,
    ));

  return journal.transaction('rw', journal.actions, journal.tallies, journal.names, async () => {
    const [first, ...others] = names;
    const subject = first && (await joinNames(journal, [first, ...others]));
    const earlier =
      once === undefined
        ? []
        : await journal.actions
            .where('once')
            .equals(once)
            .filter((row) => row.voidedAt === undefined)
            .toArray();
    if (detected.reverses) {
      // Delivered twice, it must not take back what was done since.
      const meant = earlier.filter((row) => row.at <= at);
      for (const row of meant) await voidRow(journal, row, now());
      return { outcome: 'reversed', ids: meant.map(({ id }) => id) };
    }
    const ids = detected.kinds.map((kind) => actionId(occurrence, kind));
    const known = await journal.actions.bulkGet(ids);
    if (earlier.length > 0 || known.some((row) => row !== undefined)) return { outcome: 'already' };
    const stored: string[] = [];
    for (const [index, kind] of detected.kinds.entries()) {
      const row: StoredAction = {
        id: ids[index] ?? actionId(occurrence, kind),
        kind,
        at,
        offset,
        day,
        site,
        via,
        evidence,
        ...(rule !== undefined && { rule }),
        ...remarksFor(kind, detected),
        ...(subject !== undefined && { subject }),
        ...(once !== undefined && { once }),
      };
      // Done first, and only then said yes to "Called?": that call is counted already.
      if (await cameOf(journal, row)) continue;
      const link = await linkBefore(journal, row);
      if (link) await voidRow(journal, link, now());
      await addRow(journal, link ? { ...row, ...keptOf(link), replaces: link.id } : row);
      stored.push(row.id);
    }
    return stored.length > 0
      ? { outcome: 'recorded', ids: stored, at: now() }
      : { outcome: 'already' };
  });
}

/** Undoes a row. Answers whether there was something to undo. */
export function voidAction(journal: Journal, id: string, now: number): Promise<boolean> {
  return journal.transaction('rw', journal.actions, journal.tallies, async () => {
    const row = await journal.actions.get(id);
    if (!row || row.voidedAt !== undefined) return false;
    await voidRow(journal, row, now);
    return true;
  });
}

/**
 * A correction is a new row in place of the old one, which stays, voided. Another kind or time is the rep's word against
 * the page's; remarks and words only say more about what the page confirmed.
 */
export function correctAction(
  journal: Journal,
  { id, kind, at, remarks, words }: Correction,
  occurrence: string,
  now: () => number,
  dayStartsAt: number,
): Promise<Recorded> {
  return journal.transaction('rw', journal.actions, journal.tallies, async () => {
    const row = await journal.actions.get(id);
    if (!row || row.voidedAt !== undefined)
      return { outcome: 'refused', why: 'nothing to correct' };
    const { tags: _tags, amount: _amount, words: _words, ...others } = row;
    const saidKind = kind ?? row.kind;
    if (remarks && !fitting(remarks, saidKind))
      return { outcome: 'refused', why: 'remarks of another kind' };
    const corrected: StoredAction = {
      ...others,
      id: actionId(occurrence, saidKind),
      kind: saidKind,
      at: at ?? row.at,
      day: at === undefined ? row.day : dayOf(at, row.offset, dayStartsAt),
      ...(((!remarks && words === undefined) || kind !== undefined || at !== undefined) && {
        via: 'manual',
        evidence: 'said',
      }),
      ...remarksFor(saidKind, remarks ?? row),
      ...wordsOf(words === undefined ? row : { words: words.trim() }),
      replaces: id,
    };
    await voidRow(journal, row, now());
    await addRow(journal, corrected);
    return { outcome: 'recorded', ids: [corrected.id], at: now() };
  });
}

function wordsOf({ words }: Pick<Action, 'words'>): Pick<Action, 'words'> {
  return words ? { words } : {};
}

/** Recounts every tally from the actions, in one transaction. Answers how many actions stand. */
export function rebuildTallies(journal: Journal): Promise<number> {
  return journal.transaction('rw', journal.actions, journal.tallies, async () => {
    const actions = await journal.actions.toArray();
    const tallies = tallyOf(actions);
    await journal.tallies.clear();
    await journal.tallies.bulkAdd([...tallies]);
    return tallies.reduce((sum, { minutes }) => sum + minutes.length, 0);
  });
}

/** The last few actions of a day that stand, latest first. */
export function recentActions(
  journal: Journal,
  day: string,
  most: number,
): Promise<StoredAction[]> {
  return journal.actions
    .where('[day+at]')
    .between([day, -Infinity], [day, Infinity])
    .reverse()
    .filter((row) => row.voidedAt === undefined)
    .limit(most)
    .toArray();
}

/** An earlier link that this deed turns out to have begun with: one call or mail, not two. */
async function linkBefore(journal: Journal, row: StoredAction): Promise<StoredAction | undefined> {
  const earlier = await alike(journal, row, row.at - sameDeedWithin, row.at);
  return earlier.find((link) => absorbs(link, row));
}

/** Whether a deed came of this link that was reported before it. A mail then knows for which record it was. */
async function cameOf(journal: Journal, link: StoredAction): Promise<boolean> {
  for (const done of await alike(journal, link, link.at, link.at + sameDeedWithin)) {
    if (!absorbs(link, done) || (await tookDial(journal, done))) continue;
    if (done.subject === undefined && link.subject !== undefined)
      await journal.actions.update(done.id, { subject: link.subject });
    return true;
  }
  return false;
}

/** Rows of the same time that may be the same deed: calls of the same record, mails of the same day. */
async function alike(
  journal: Journal,
  { kind, subject, day }: StoredAction,
  from: number,
  to: number,
): Promise<readonly StoredAction[]> {
  if (kind === 'email')
    return journal.actions.where('[day+at]').between([day, from], [day, to], true, true).toArray();
  if (kind !== 'call' || subject === undefined) return [];
  return journal.actions
    .where('[subject+at]')
    .between([subject, from], [subject, to], true, true)
    .toArray();
}

/** What is known of a deed by the link that began it: the record, and what the rep said about it. */
function keptOf(link: StoredAction): Partial<StoredAction> {
  return {
    ...remarksFor(link.kind, link),
    ...wordsOf(link),
    ...(link.subject !== undefined && { subject: link.subject }),
  };
}

/** Whether a call took in a dial already, itself or before it was corrected: it takes in only one. */
async function tookDial(journal: Journal, { replaces }: StoredAction): Promise<boolean> {
  const before = replaces === undefined ? undefined : await journal.actions.get(replaces);
  return before !== undefined && (isDial(before) || (await tookDial(journal, before)));
}

async function addRow(journal: Journal, row: StoredAction) {
  await journal.actions.add(row);
  const tally = await journal.tallies.get([row.day, row.kind]);
  await journal.tallies.put(addMinute(tally ?? emptyTally(row), minuteOfRow(row), row));
}

async function voidRow(journal: Journal, row: StoredAction, voidedAt: number) {
  // What the rep typed is told once, by the row that stands, and gone when none does.
  await journal.actions.update(row.id, { voidedAt, words: undefined });
  const tally = await journal.tallies.get([row.day, row.kind]);
  if (!tally) return;
  const left = removeMinute(tally, minuteOfRow(row), row);
  if (left.minutes.length > 0) await journal.tallies.put(left);
  else await journal.tallies.delete([row.day, row.kind]);
}

function emptyTally({ day, kind }: Action) {
  return { day, kind, minutes: [] };
}

function minuteOfRow({ at, offset, day }: Action): number {
  return minuteOf(at, offset, day);
}
