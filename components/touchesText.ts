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
  const within = (format: Intl.DateTimeFormatOptions) =>
    new Date(day).toLocaleDateString(undefined, { ...format, timeZone: 'UTC' });
  return daysAgo < 7
    ? i18n.t('touches.last', [within({ weekday: 'long' })])
    : within({ dateStyle: 'medium' });
}
