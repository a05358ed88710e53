import { i18n } from '#i18n';
import type { Action, ActionKind } from '../lib/domain/action';

const verbs: Partial<Record<ActionKind, 'sent' | 'accepted' | 'posted'>> = {
  email: 'sent',
  connection: 'sent',
  message: 'sent',
  acceptance: 'accepted',
  comment: 'posted',
};

/** Where a count comes from: "saved in Atomic CRM", "logged by you". */
export function sourceText(
  { kind, via, evidence }: Pick<Action, 'kind' | 'via' | 'evidence'>,
  site = '',
): string {
  if (isLink({ via, evidence })) return i18n.t('via.link', [site]);
  if (via !== 'page') return i18n.t(`via.${via === 'one-click' ? 'click' : via}`);
  return i18n.t(`via.${verbs[kind] ?? 'saved'}`, [site]);
}

/** Counted for nothing but a used phone link, as the rep wished: no page confirmed it. */
export function isLink({ via, evidence }: Pick<Action, 'via' | 'evidence'>): boolean {
  return via === 'page' && evidence === 'said';
}
