import { i18n } from '#i18n';
import type { Best } from '../lib/domain/best';
import type { Outlook } from '../lib/domain/outlook';
import { checkpointText } from './checkpointText';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { goalName } from './goalName';

export interface BestTileProps {
  readonly best: NonNullable<Outlook['best']>;
}

/** The personal best: what it is, and what today and this week could make of it. */
export function BestTile({
  best: { kinds, today, bests, approach, goFor, ...best },
}: BestTileProps) {
  const most = bests.day?.count ?? 0;
  const line = (label: string, best: Best | null, length: 'short' | 'month' = 'short') =>
    best && (
      <li>
        <span>{label}</span>
        <b>{formatCount(best.count)}</b>
        <small>{dayText(best.day, length)}</small>
      </li>
    );
  /** A shorter one beats longer ones by what it gave a workday. */
  const short = (label: string, best: Best | null) =>
    best?.workdays !== undefined && (
      <p class="hint">
        {i18n.t('summary.goal', [
          label,
          i18n.t('goals.perWorkday', [
            formatCount(Math.round((10 * best.count) / best.workdays) / 10),
            formatCount(best.workdays),
          ]),
        ])}
      </p>
    );
  const { week, checkpoint } = best;
  const by = checkpoint && checkpointText(checkpoint.minute, checkpoint.anchor);
  return (
    <section class="part best">
      <h2>{i18n.t('best.title', [goalName({ kinds })])}</h2>
      <div role="status">
        {approach === 'new' ? (
          <p class="new">{i18n.t('best.new', [formatCount(today)])}</p>
        ) : approach === 'near' ? (
          <p>{i18n.t('best.near', [formatCount(today), formatCount(most)])}</p>
        ) : (
          goFor !== null && <p>{i18n.t('best.goFor', [formatCount(goFor)])}</p>
        )}
        {week?.approach === 'new' && (
          <p class="new">{i18n.t('best.newWeek', [formatCount(week.done)])}</p>
        )}
        {week?.approach === 'near' && (
          <p>{i18n.t('best.nearWeek', [formatCount(week.done), formatCount(week.toBeat)])}</p>
        )}
        {by !== null && checkpoint?.approach === 'new' && (
          <p class="new">{i18n.t('best.newBy', [formatCount(checkpoint.done), by])}</p>
        )}
        {by !== null && checkpoint?.approach === 'near' && (
          <p>
            {i18n.t('best.nearBy', [
              formatCount(checkpoint.done),
              formatCount(checkpoint.toBeat),
              by,
            ])}
          </p>
        )}
      </div>
      <ul>
        {line(i18n.t('best.day'), bests.day)}
        {line(i18n.t('best.week'), bests.week)}
        {line(i18n.t('best.month'), bests.month, 'month')}
        {by !== null && checkpoint && line(by, checkpoint.best)}
      </ul>
      {short(i18n.t('best.week'), bests.week)}
      {short(i18n.t('best.month'), bests.month)}
    </section>
  );
}
