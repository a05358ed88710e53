import type { Action, ActionKind } from './action';
import type { DayKey } from './day';
import { midnightOf, minuteSince } from './day';
import { tags as allTags, type Tag } from './tags';

/** How much of one kind was done on one local day. A cache of the journal: it can be rebuilt from the actions. */
export interface Tally {
  readonly day: DayKey;
  readonly kind: ActionKind;
  /** Minute of the local day of each action, ascending; its length is the count. */
  readonly minutes: readonly number[];
  /** How many of them have each tag; a tag that none has is left out. */
  readonly tagged?: Tagged;
}

export type Tagged = Readonly<Partial<Record<Tag, number>>>;

/** The tally with one more action at a minute of its day. */
export function addMinute(tally: Tally, minute: number, tags: readonly Tag[] = []): Tally {
  const after = tally.minutes.findLastIndex((known) => known <= minute) + 1;
  return withTags({ ...tally, minutes: tally.minutes.toSpliced(after, 0, minute) }, tags, 1);
}

/** The tally with one action fewer at a minute of its day; the same tally when none stands there. */
export function removeMinute(tally: Tally, minute: number, tags: readonly Tag[] = []): Tally {
  const index = tally.minutes.indexOf(minute);
  if (index < 0) return tally;
  return withTags({ ...tally, minutes: tally.minutes.toSpliced(index, 1) }, tags, -1);
}

function withTags({ tagged, ...tally }: Tally, tags: readonly Tag[], by: 1 | -1): Tally {
  const counts = allTags.flatMap((tag) => {
    const count = (tagged?.[tag] ?? 0) + (tags.includes(tag) ? by : 0);
    return count > 0 ? [[tag, count] as const] : [];
  });
  return { ...tally, ...(counts.length > 0 && { tagged: Object.fromEntries(counts) }) };
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
  actions: Iterable<Pick<Action, 'kind' | 'at' | 'offset' | 'day' | 'tags' | 'voidedAt'>>,
): readonly Tally[] {
  // One calendar look-up a day instead of one a row: a journal may hold a million rows.
  const days = new Map<DayKey, { midnight: number; kinds: Map<ActionKind, Counted> }>();
  for (const { kind, at, offset, day, tags = [], voidedAt } of actions) {
    if (voidedAt !== undefined) continue;
    let known = days.get(day);
    if (!known) days.set(day, (known = { midnight: midnightOf(day), kinds: new Map() }));
    const minute = minuteSince(known.midnight, at, offset);
    let counted = known.kinds.get(kind);
    if (!counted) known.kinds.set(kind, (counted = { minutes: [], tags: [] }));
    counted.minutes.push(minute);
    counted.tags.push(...tags);
  }
  return [...days]
    .flatMap(([day, { kinds }]) =>
      [...kinds].map(([kind, { minutes, tags }]) =>
        tags.reduce<Tally>((tally, tag) => withTags(tally, [tag], 1), {
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
  readonly tags: Tag[];
}
