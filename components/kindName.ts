import { i18n } from '#i18n';
import type { ActionKind, BuiltInKind } from '../lib/domain/action';
import { ownNames } from './ownNames';

/** "call", "calls": what `count` of a kind are called within a sentence. The rep's own have one name for any count. */
export function kindName(kind: ActionKind, count: number): string {
  // Chrome refuses message names with a hyphen.
  return (
    ownNames[kind] ??
    i18n.t(
      kind === 'follow-up' ? 'kind.followup' : `kind.${kind as Exclude<BuiltInKind, 'follow-up'>}`,
      count,
    )
  );
}
