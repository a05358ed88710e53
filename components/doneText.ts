import { i18n } from '#i18n';
import type { Summary } from '../lib/domain/summary';
import { formatCount } from './formatCount';

/** "Today, 20 of 55", "Today, 20" where nothing was asked. */
export function doneText({
  done,
  asked,
  totals,
}: Pick<Summary, 'done' | 'asked' | 'totals'>): string {
  if (asked > 0) return i18n.t('summary.of', [formatCount(done), formatCount(asked)]);
  // Without a day goal `done` is 0 whatever was done.
  const all = Object.values(totals).reduce((sum, count) => sum + count, 0);
  return i18n.t('summary.free', [formatCount(all)]);
}
