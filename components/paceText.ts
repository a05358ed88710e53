import { i18n } from '#i18n';
import type { SideStanding } from '../lib/domain/sideGoal';
import type { GoalStanding, Rest } from '../lib/domain/standing';
import { formatCount } from './formatCount';
import { numbersHidden } from './hiddenNumbers';

type Paced = Pick<GoalStanding, 'done' | 'target' | 'ahead' | 'hold'> &
  Partial<Pick<SideStanding, 'what'>>;

/**
 * "on pace", "2 ahead", "3 to catch up", "reached"; nothing while goal or rep rest, numbers are hidden, or where
 * no pace is kept.
 */
export function paceText({ done, target, ahead, hold, what }: Paced, rest: Rest | null): string {
  if (hold || numbersHidden()) return '';
  if (done >= target) return i18n.t('pace.reached');
  if (what || rest === 'day-off' || rest === 'after-hours' || rest === 'paused') return '';
  if (ahead === 0) return i18n.t('pace.even');
  return i18n.t(ahead > 0 ? 'pace.ahead' : 'pace.behind', [formatCount(Math.abs(ahead))]);
}
