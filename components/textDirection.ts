import { i18n } from '#i18n';

/** The direction of our own language, which need not be the page's. */
export function textDirection(): 'ltr' | 'rtl' {
  return i18n.t('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
