import type { Action, ActionKind } from './action';
import type { DayKey } from './day';
import { midnightOf, minuteSince } from './day';
import { units, type Unit } from './amount';
import type { Remarks } from './remarks';
import { tags as allTags, type Tag } from './tags';

/** How much of one kind was done on one local day. A cache of the journal: it can be rebuilt from the actions. */
export interface Tally {
  readonly day: DayKey;
  readonly kind: ActionKind;
  /** Minute of the local day of each action, ascending; its length is the count. */
  readonly minutes: readonly number[];
  /** How many of them have each tag; a tag that none has is left out. */
  readonly tagged?: Readonly<Partial<Record<Tag, number>>>;
  /** How much they are together, of those that say so; a unit that none has is left out. */
  readonly amounts?: Readonly<Partial<Record<Unit, number>>>;
}

/** The tally with one more action at a minute of its day. */
export function addMinute(tally: Tally, minute: number, remarks: Remarks = {}): Tally {
  const after = tally.minutes.findLastIndex((known) => known <= minute) + 1;
  return withRemarks({ ...tally, minutes: tally.minutes.toSpliced(after, 0, minute) }, remarks, 1);
}

/** The tally with one action fewer at a minute of its day; the same tally when none stands there. */
export function removeMinute(tally: Tally, minute: number, remarks: Remarks = {}): Tally {
  const index = tally.minutes.indexOf(minute);
  if (index < 0) return tally;
  return withRemarks({ ...tally, minutes: tally.minutes.toSpliced(index, 1) }, remarks, -1);
}

function withRemarks(
  { tagged, amounts, ...tally }: Tally,
  { tags = [], amount }: Remarks,
  by: 1 | -1,
): Tally {
  const counts = sums(allTags, tagged, (tag) => (tags.includes(tag) ? by : 0));
  const totals = sums(units, amounts, (unit) => (amount?.unit === unit ? by * amount.count : 0));
  return { ...tally, ...(counts && { tagged: counts }), ...(totals && { amounts: totals }) };
}

/** Sums by name, with what is added to each; undefined when nothing is left. */
function sums<Name extends string>(
  names: readonly Name[],
  before: Partial<Record<Name, number>> = {},
  added: (name: Name) => number,
): Partial<Record<Name, number>> | undefined {
  const after: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const sum = (before[name] ?? 0) + added(name);
    if (sum > 0) after[name] = sum;
  }
  return Object.keys(after).length > 0 ? after : undefined;
}

/** The tallies as they were at a minute of a day: tags and amounts, which tell no time, stay whole. */
export function talliesUntil(
  tallies: readonly Tally[],
  day: DayKey,
  minute: number,
): readonly Tally[] {
  return tallies.flatMap((tally) => {
    if (tally.day !== day) return tally.day < day ? [tally] : [];
    const minutes = tally.minutes.filter((at) => at <= minute);
    return minutes.length > 0 ? [{ ...tally, minutes }] : [];
  });
}

/** How many actions of any of these kinds a day has. */
export function countOf(
  tallies: readonly Tally[],
  day: DayKey,
  kinds: readonly ActionKind[],
): number {
  return tallies
    .filter((tally) => tally.day === day && kinds.includes(tally.kind))
    .reduce((sum, { minutes }) => sum + minutes.length, 0);
}

/**
 * Recounts from the actions, leaving out the voided ones: one tally for each day and kind that has any, by day, then by
 * kind.
 *
 * @throws RangeError when a row's day is no day
 */
export function tallyOf(
  actions: Iterable<Pick<Action, 'kind' | 'at' | 'offset' | 'day' | 'voidedAt'> & Remarks>,
): readonly Tally[] {
  // One calendar look-up a day instead of one a row: a journal may hold a million rows.
  const days = new Map<DayKey, { midnight: number; kinds: Map<ActionKind, Counted> }>();
  for (const { kind, at, offset, day, voidedAt, tags, amount } of actions) {
    if (voidedAt !== undefined) continue;
    let known = days.get(day);
    if (!known) days.set(day, (known = { midnight: midnightOf(day), kinds: new Map() }));
    const minute = minuteSince(known.midnight, at, offset);
    let counted = known.kinds.get(kind);
    if (!counted) known.kinds.set(kind, (counted = { minutes: [], remarks: [] }));
    counted.minutes.push(minute);
    if (tags || amount) counted.remarks.push({ ...(tags && { tags }), ...(amount && { amount }) });
  }
  return [...days]
    .flatMap(([day, { kinds }]) =>
      [...kinds].map(([kind, { minutes, remarks }]) =>
        remarks.reduce<Tally>((tally, one) => withRemarks(tally, one, 1), {
          day,
          kind,
          minutes: minutes.sort((a, b) => a - b),
        }),
      ),
    )
    .sort((a, b) => (`${a.day} ${a.kind}` < `${b.day} ${b.kind}` ? -1 : 1));
}

interface Counted {
  readonly minutes: number[];
  readonly remarks: Remarks[];
}
