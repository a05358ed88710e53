import type { ActionKind } from '../lib/domain/action';
import { kindName } from './kindName';

/** "Call", "Calls": a kind as a label. */
export function kindTitle(kind: ActionKind, count: number): string {
  const name = kindName(kind, count);
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
