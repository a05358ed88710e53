import { i18n } from '#i18n';
import type { Blocker } from '../lib/domain/review';

const list = new Intl.ListFormat();

/** "other work came first and many said no". */
export function blockersText(blocked: readonly Blocker[]): string {
  return list.format(blocked.map((each) => i18n.t(`review.${each}`)));
}
