import { i18n } from '#i18n';

/** What to know of a site before it is turned on: what its own rules say, or what is asked there. Empty for most. */
export function siteNote(site: string): string {
  if (site === 'linkedin') return i18n.t('surface.linkedin');
  return ['gmail', 'outlook'].includes(site) ? i18n.t('mails.note') : '';
}
