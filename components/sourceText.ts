import { i18n } from '#i18n';
import type { ActionKind, Via } from '../lib/domain/action';

/** Where a count comes from: "saved in Atomic CRM", "logged by you". */
export function sourceText(kind: ActionKind, via: Via, site: string): string {
  if (via !== 'page') return i18n.t(`via.${via === 'one-click' ? 'click' : via}`);
  switch (kind) {
    case 'email':
    case 'connection':
    case 'message':
      return i18n.t('via.sent', [site]);
    case 'acceptance':
      return i18n.t('via.accepted', [site]);
    case 'comment':
      return i18n.t('via.posted', [site]);
    default:
      return i18n.t('via.saved', [site]);
  }
}
