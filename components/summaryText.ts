import { i18n } from '#i18n';
import { actionKinds } from '../lib/domain/action';
import type { Standing } from '../lib/domain/standing';
import type { Summary } from '../lib/domain/summary';
import { clockTime } from './clockTime';
import { dayText } from './dayText';
import { doneText } from './doneText';
import { footholdText } from './footholdText';
import { formatCount } from './formatCount';
import { goalCount } from './goalCount';
import { goalName } from './goalName';
import { kindName } from './kindName';
import { paceText } from './paceText';

/** How today's actions came to be counted. */
export interface Sources {
  /** Confirmed by the page. */
  readonly page: number;
  /** Logged with one click, or added. */
  readonly hand: number;
}

/**
 * The day as plain text, to be pasted into a chat or a mail.
 *
 * @param now UTC ms
 * @param sources whoever reads it sees what the page confirmed; without it the line is left out
 */
export function summaryText(
  standing: Standing,
  summary: Summary,
  now: number,
  sources?: Sources,
): string {
  const goalKinds = new Set(standing.goals.flatMap(({ kinds }) => kinds));
  const beside = actionKinds.flatMap((kind) => {
    const count = summary.totals[kind] ?? 0;
    return count && !goalKinds.has(kind) ? [`${formatCount(count)} ${kindName(kind, count)}`] : [];
  });
  const goals = [...standing.goals, ...(standing.sides ?? [])].map((goal) =>
    i18n.t('summary.goal', [
      goalName(goal),
      [goalCount(goal), paceText(goal, standing.rest)].filter(Boolean).join(', '),
    ]),
  );
  const week = summary.days
    .filter(({ day, done, asked }) => day <= summary.day && (done > 0 || asked > 0))
    .map(({ day, done }) => `${dayText(day, 'weekday')} ${formatCount(done)}`);
  return [
    `${dayText(summary.day, 'full')}, ${clockTime(summary.minute)}`,
    doneText(summary),
    '',
    ...goals,
    ...(beside.length ? [i18n.t('summary.beside', [beside.join(', ')])] : []),
    ...(week.length ? [i18n.t('summary.week', [week.join(', ')])] : []),
    ...(standing.foothold ? [i18n.t('summary.next', [footholdText(standing, now)])] : []),
    ...(sources
      ? [i18n.t('summary.sources', [formatCount(sources.page), formatCount(sources.hand)])]
      : []),
  ].join('\n');
}
