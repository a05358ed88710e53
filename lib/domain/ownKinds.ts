import { actionKinds, ownActivities, ownOutcomes, type ActionKind, type OwnKind } from './action';

/** What the rep calls each of their own kinds. */
export type OwnNames = Readonly<Partial<Record<OwnKind, string>>>;

/** A kind of the rep's own. What it is, an activity or an outcome, its place says and never changes. */
export interface NamedKind {
  readonly kind: OwnKind;
  readonly name: string;
  /** Offered no more; what was logged and planned keeps it. */
  readonly retired?: true;
}

/** Characters. */
export const longestName = 40;

export type NameProblem = 'empty' | 'too-long' | 'taken';

const own: readonly OwnKind[] = [...ownActivities, ...ownOutcomes];

export function isOwn(kind: ActionKind): kind is OwnKind {
  return own.some((one) => one === kind);
}

/**
 * Why a name cannot be; null where it can. Two kinds of one name could not be told apart.
 *
 * @param known what Foothold calls its own kinds
 */
export function nameProblem(
  kinds: readonly NamedKind[],
  name: string,
  known: readonly string[] = [],
  kind?: OwnKind,
): NameProblem | null {
  const wanted = plain(name);
  if (wanted === '') return 'empty';
  if (name.trim().length > longestName) return 'too-long';
  const names = kinds.filter((one) => one.kind !== kind).map((one) => one.name);
  return [...names, ...known].some((one) => plain(one) === wanted) ? 'taken' : null;
}

/** The next free place for an activity or an outcome; null where all are taken, for a place is never given twice. */
export function freePlace(
  kinds: readonly NamedKind[],
  family: 'activity' | 'outcome',
): OwnKind | null {
  const places: readonly OwnKind[] = family === 'outcome' ? ownOutcomes : ownActivities;
  return places.find((place) => kinds.every(({ kind }) => kind !== place)) ?? null;
}

export function namesOf(kinds: readonly NamedKind[]): OwnNames {
  return Object.fromEntries(kinds.map(({ kind, name }) => [kind, name]));
}

/** What can be picked: everything that Foothold knows, and what the rep has named and not retired. */
export function pickable(kinds: readonly NamedKind[]): readonly ActionKind[] {
  return actionKinds.filter(
    (kind) => !isOwn(kind) || kinds.some((one) => one.kind === kind && !one.retired),
  );
}

function plain(name: string): string {
  return name.trim().toLocaleLowerCase();
}
