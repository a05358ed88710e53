import type { ActionKind } from '../lib/domain/action';
import { isOwn, namesOf, pickable, type NamedKind } from '../lib/domain/ownKinds';
import { ownNames } from './ownNames';

let known: readonly NamedKind[] = [];

/** From now on these are the rep's own kinds; whoever calls it draws anew. */
export function setOwnKinds(kinds: readonly NamedKind[]) {
  known = kinds;
  Object.assign(ownNames, namesOf(kinds));
}

/** What can be picked now. */
export function kindsToPick(): readonly ActionKind[] {
  return pickable(known);
}

/** The rep's own among them. */
export function ownKindsToPick(): readonly ActionKind[] {
  return kindsToPick().filter(isOwn);
}
