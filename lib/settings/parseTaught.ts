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
  if (
    !isText(id) ||
    !/^taught\/[\w-]+$/.test(id) ||
    !isText(origin) ||
    !isText(button) ||
    !isPlainSelector(button) ||
    !isText(place) ||
    !isShape(place) ||
    !actionKinds.some((known) => known === kind) ||
    !Array.isArray(beside) ||
    beside.length > mostBeside ||
    !beside.every(isName) ||
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
      name: isText(name) ? name.slice(0, longestTaughtName) : '',
      on: on !== false,
      button,
      beside,
      place,
      ...(isText(page) && { page }),
      proofs: proofs as unknown as TaughtRule['proofs'],
    },
  ];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isName(name: unknown): name is string {
  return isText(name) && isFieldName(name);
}
