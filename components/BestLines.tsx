import { i18n } from '#i18n';
import type { Best, Bests } from '../lib/domain/best';
import { checkpointText } from './checkpointText';
import { dayText } from './dayText';
import { formatCount } from './formatCount';

export interface BestLinesProps {
  readonly bests: Pick<Bests, 'day' | 'week' | 'month'>;
  /** The checkpoints that say more than the day. */
  readonly checkpoints: Bests['checkpoints'];
}

/** The best day, week and month of something, and the most by a checkpoint. */
export function BestLines({ bests: { day, week, month }, checkpoints }: BestLinesProps) {
  const line = (label: string, best: Best | null, length: 'short' | 'month' = 'short') =>
    best && (
      <li key={label}>
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
  return (
    <>
      <ul>
        {line(i18n.t('best.day'), day)}
        {line(i18n.t('best.week'), week)}
        {line(i18n.t('best.month'), month, 'month')}
        {checkpoints.map((best) => line(checkpointText(best.minute, best.anchor), best))}
      </ul>
      {short(i18n.t('best.week'), week)}
      {short(i18n.t('best.month'), month)}
    </>
  );
}
