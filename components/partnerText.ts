import { i18n } from '#i18n';
import type { Outlook } from '../lib/domain/outlook';
import type { Standing } from '../lib/domain/standing';
import type { Summary } from '../lib/domain/summary';
import { clockTime } from './clockTime';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { goalCount } from './goalCount';
import { goalName } from './goalName';
import { paceText } from './paceText';
import type { Sources } from './summaryText';

/**
 * The rep's own goals for an accountability partner: how far, what was promised, and what it earns. What the company asks
 * is not theirs to share.
 *
 * @param sources whoever reads it sees what the page confirmed; without it the line is left out
 */
export function partnerText(
  standing: Standing,
  summary: Summary,
  outlook: Outlook,
  sources?: Sources,
): string {
  const goals = standing.goals.flatMap((goal) => {
    const own = outlook.goals.find(({ id }) => id === goal.id);
    if (!own) return [];
    const { commitment, reward, missed } = own;
    const pace = missed ? i18n.t('partner.missed') : paceText(goal, standing.rest);
    return [
      i18n.t('summary.goal', [goalName(goal), [goalCount(goal), pace].filter(Boolean).join(', ')]),
      ...(commitment ? [i18n.t('partner.promise', [commitment])] : []),
      ...(reward ? [i18n.t('partner.reward', [reward])] : []),
    ];
  });
  return [
    i18n.t('partner.subject', [dayText(summary.day, 'full'), clockTime(summary.minute)]),
    ...goals,
    ...(sources
      ? [i18n.t('summary.sources', [formatCount(sources.page), formatCount(sources.hand)])]
      : []),
  ].join('\n');
}
