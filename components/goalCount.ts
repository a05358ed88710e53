import { i18n } from '#i18n';
import type { SideStanding } from '../lib/domain/sideGoal';
import type { GoalStanding } from '../lib/domain/standing';
import { formatCount } from './formatCount';
import { shortDay } from './shortDay';

type Counted = Pick<GoalStanding, 'period' | 'done' | 'target' | 'hold'> &
  Partial<Pick<SideStanding, 'says'>>;

/** "7 of 20", "3 of 8 this week", "3 so far, on hold", "45% of 60% this week". */
export function goalCount(goal: Counted): string {
  return countText(goal).replaceAll('\u00a0', ' ');
}

/** The same, to be broken only before a period that it can do without. */
export function countText({ period, done, target, hold, says }: Counted): string {
  const count = formatCount(done);
  if (!hold) return i18n.t(says ? `side.${says}` : `goal.${period}`, [count, formatCount(target)]);
  return hold.until
    ? i18n.t('goal.heldUntil', [count, shortDay.format(Date.parse(hold.until))])
    : i18n.t('goal.held', [count]);
}
