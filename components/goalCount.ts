import { i18n } from '#i18n';
import type { GoalStanding } from '../lib/domain/standing';
import { formatCount } from './formatCount';

/** "7 of 20", "3 of 8 this week". */
export function goalCount(goal: Pick<GoalStanding, 'period' | 'done' | 'target'>): string {
  return i18n.t(goal.period === 'week' ? 'goal.week' : 'goal.day', [
    formatCount(goal.done),
    formatCount(goal.target),
  ]);
}
