import { i18n } from '#i18n';
import type { ActionKind, Via } from '../lib/domain/action';

const verbs: Partial<Record<ActionKind, 'sent' | 'accepted' | 'posted'>> = {
  email: 'sent',
  connection: 'sent',
  message: 'sent',
  acceptance: 'accepted',
  comment: 'posted',
};

/** Where a count comes from: "saved in Atomic CRM", "logged by you". */
export function sourceText(kind: ActionKind, via: Via, site: string): string {
  if (via !== 'page') return i18n.t(`via.${via === 'one-click' ? 'click' : via}`);
  return i18n.t(`via.${verbs[kind] ?? 'saved'}`, [site]);
}
