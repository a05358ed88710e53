import { i18n } from '#i18n';
import type { ActionKind } from '../lib/domain/action';
import type { SideGoal } from '../lib/domain/sideGoal';
import { kindName } from './kindName';
import { tagName } from './tagName';

const list = new Intl.ListFormat();

export interface NamedGoal {
  readonly kinds: readonly ActionKind[];
  readonly what?: SideGoal['what'];
}

/** "Calls", "Calls and emails"; "Connected, calls" of one that is measured. */
export function goalName({ kinds, what }: NamedGoal): string {
  const all = list.format(kinds.map((kind) => kindName(kind, 2)));
  const names = what ? i18n.t('side.name', [tagName(what), all]) : all;
  return names.charAt(0).toLocaleUpperCase() + names.slice(1);
}
