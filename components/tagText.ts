import { i18n } from '#i18n';
import type { ActionTag } from '../lib/domain/action';

/** "conversation", "VP or above": what a tag is called. */
export function tagText(tag: ActionTag): string {
  // Chrome refuses message names with a hyphen.
  switch (tag) {
    case 'no-answer':
      return i18n.t('tag.noanswer');
    case 'next-step':
      return i18n.t('tag.nextstep');
    case 'conversation':
    case 'voicemail':
    case 'senior':
      return i18n.t(`tag.${tag}`);
  }
}
