import type { ActionKind } from '../lib/domain/action';
import { kindName } from './kindName';

const list = new Intl.ListFormat();

/** "Calls", "Calls and emails". */
export function goalName({ kinds }: { readonly kinds: readonly ActionKind[] }): string {
  const names = list.format(kinds.map((kind) => kindName(kind, 2)));
  return names.charAt(0).toLocaleUpperCase() + names.slice(1);
}
