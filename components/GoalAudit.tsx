import { i18n } from '#i18n';
import type { GoalAudit as Audit } from '../lib/domain/goalAudit';
import { formatCount } from './formatCount';
import { formatPercent } from './formatPercent';

/** What the rep's own goals show about how they were set. */
export function GoalAudit({ periods, reached, overshoot, dropped }: Audit) {
  if (periods === 0 && dropped === 0) return null;
  return (
    <p class="audit">
      {periods > 0 && i18n.t('audit.reached', [formatCount(reached), formatCount(periods)])}{' '}
      {overshoot !== null && i18n.t('audit.overshoot', [formatPercent(100 * overshoot)])}{' '}
      {dropped > 0 && i18n.t('audit.dropped', [formatCount(dropped)])}
    </p>
  );
}
