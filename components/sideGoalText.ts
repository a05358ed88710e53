import { i18n } from '#i18n';
import type { SideGoal, SideStanding } from '../lib/domain/sideGoal';
import { formatCount } from './formatCount';
import { kindName } from './kindName';
import { tagName } from './tagName';

/** "Connected, calls", "Minutes, learning sessions". */
export function sideGoalName({ kind, what }: SideGoal): string {
  return i18n.t('side.name', [tagName(what), kindName(kind, 2)]);
}

/** "45% of 60% this week", "30 of 60 this week"; "4 of 10 to judge by" while nothing can be said. */
export function sideGoalCount({ says, counts: [a, b] }: SideStanding): string {
  return i18n.t(`side.${says}`, [formatCount(a), formatCount(b)]);
}
