import { i18n } from '#i18n';

/** What a site's own rules say about showing something on its pages; empty where nothing is known. */
export function surfaceNote(site: string): string {
  return site === 'linkedin' ? i18n.t('surface.linkedin') : '';
}
