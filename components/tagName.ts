import { i18n } from '#i18n';
import type { Tag } from '../lib/domain/tags';

/** "Voicemail", "VP or above": a tag as a label. */
export function tagName(tag: Tag): string {
  return i18n.t(`tag.${tag}`);
}
