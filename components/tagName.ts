import { i18n } from '#i18n';
import type { Unit } from '../lib/domain/amount';
import type { Tag } from '../lib/domain/tags';

/** "Voicemail", "VP or above", "Minutes": a tag or a unit as a label. */
export function tagName(tag: Tag | Unit): string {
  return i18n.t(`tag.${tag}`);
}
