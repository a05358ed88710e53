import { i18n } from '#i18n';
import type { ActionKind } from '../lib/domain/action';

/** "call", "calls": what `count` of a kind are called within a sentence. */
export function kindName(kind: ActionKind, count: number): string {
  // Chrome refuses message names with a hyphen.
  return i18n.t(kind === 'follow-up' ? 'kind.followup' : `kind.${kind}`, count);
}
