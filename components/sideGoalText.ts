import { i18n } from '#i18n';
import { leastJudged, type SideGoal, type SideStanding } from '../lib/domain/sideGoal';
import { formatCount } from './formatCount';
import { kindName } from './kindName';
import { tagName } from './tagName';

/** "Connected, calls". */
export function sideGoalName({ kind, tag }: SideGoal): string {
  return i18n.t('side.name', [tagName(tag), kindName(kind, 2)]);
}

/** "45% of 60%"; "too few yet: 4 of 10" while nothing can be said. */
export function sideGoalCount({ side, at, of, judged }: SideStanding): string {
  if (!judged) return i18n.t('side.few', [formatCount(of), formatCount(leastJudged)]);
  // Rounded down: 59.9 is not 60 yet.
  return i18n.t('side.share', [formatCount(Math.floor(at)), formatCount(side.percent)]);
}

/** "9 of 20 this week": what a share is made of. */
export function sideGoalParts({ side, done, of }: SideStanding): string {
  return i18n.t(`goal.${side.period}`, [formatCount(done), formatCount(of)]);
}
