import { i18n } from '#i18n';
import type { Goal } from '../lib/domain/goal';
import { dayText } from './dayText';
import { formatCount } from './formatCount';

/** "8 per day"; of a sprint "30 in a sprint, Mon, Nov 23, 2026 to Fri, Dec 4, 2026". */
export function goalAmount(goal: Goal): string {
  const amount = i18n.t(`policy.${goal.period}`, [formatCount(goal.target)]);
  return goal.period === 'own'
    ? i18n.t('plan.sprint', [amount, dayText(goal.first, 'full'), dayText(goal.last, 'full')])
    : amount;
}
