import { i18n } from '#i18n';
import type { Touches } from '../lib/domain/touches';
import { formatCount } from './formatCount';
import { formOf } from './hiddenNumbers';

/** "2 touches, today", "1 touch, last Friday", "5 touches, Nov 3, 2026". */
export function touchesText({ count, daysAgo, day }: Touches): string {
  return i18n.t('touches.count', formOf(count), [formatCount(count), whenText(daysAgo, day)]);
}

function whenText(daysAgo: number, day = ''): string {
  if (daysAgo < 2) return i18n.t(daysAgo ? 'touches.yesterday' : 'touches.today');
  const date = new Date(day);
  // Within a sentence of ours a weekday speaks our language, whatever the browser's dates are written in.
  return daysAgo < 7
    ? i18n.t('touches.last', [date.toLocaleDateString(i18n.t('language'), weekday)])
    : date.toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
}

const weekday = { weekday: 'long', timeZone: 'UTC' } as const;
