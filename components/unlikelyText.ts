import { i18n } from '#i18n';
import type { Goal } from '../lib/domain/goal';
import type { Forecast } from '../lib/domain/odds/forecast';
import { largestTarget } from '../lib/domain/odds/target';
import { formatCount } from './formatCount';

/** Why a goal is not saved, and what would be possible. */
export function unlikelyText({ target }: Goal, { chance }: Forecast): string {
  const best = largestTarget(chance);
  const asked = formatCount(target);
  return best === null
    ? i18n.t('odds.hopeless', [asked])
    : i18n.t('odds.unlikely', [asked, formatCount(best)]);
}
