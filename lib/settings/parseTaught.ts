import { actionKinds, type ActionKind } from '../domain/action';
import { isShape } from '../domain/shape';
import {
  isFieldName,
  isPlainSelector,
  isProof,
  longestTaughtName,
  mostBeside,
  mostProofs,
  mostTaught,
  type TaughtRule,
} from '../domain/taughtRule';
import { isRecord } from './record';

/** Where they are stored. */
export const taughtKey = 'taught';

/** Read by pages, hence parsed by hand; a damaged rule is left out and the others stay. */
export function parseTaught(stored: unknown): readonly TaughtRule[] {
  return Array.isArray(stored) ? stored.flatMap(taughtRule).slice(0, mostTaught) : [];
}

function taughtRule(stored: unknown): TaughtRule[] {
  if (!isRecord(stored)) return [];
  const { id, origin, kind, name, on, button, beside, place, page, proofs } = stored;
  if (typeof id !== 'string' || !/^taught\/[\w-]+$/.test(id)) return [];
  if (typeof origin !== 'string' || typeof button !== 'string' || !isPlainSelector(button))
    return [];
  if (!Array.isArray(beside) || !beside.every(isName) || beside.length > mostBeside) return [];
  if (typeof place !== 'string' || !isShape(place)) return [];
  if (!actionKinds.some((known) => known === kind)) return [];
  if (
    !Array.isArray(proofs) ||
    proofs.length === 0 ||
    proofs.length > mostProofs ||
    !proofs.every(isProof)
  )
    return [];
  return [
    {
      id: id as TaughtRule['id'],
      origin,
      kind: kind as ActionKind,
      name: typeof name === 'string' ? name.slice(0, longestTaughtName) : '',
      on: on !== false,
      button,
      beside,
      place,
      ...(typeof page === 'string' && { page }),
      proofs: proofs as unknown as TaughtRule['proofs'],
    },
  ];
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && isFieldName(name);
}
