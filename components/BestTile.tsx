import { i18n } from '#i18n';
import type { Outlook } from '../lib/domain/outlook';
import { BestLines } from './BestLines';
import { checkpointText } from './checkpointText';
import { formatCount } from './formatCount';
import { goalName } from './goalName';

export interface BestTileProps {
  readonly best: NonNullable<Outlook['best']>;
  /** Those of everything else, at a click. */
  readonly others?: Outlook['otherBests'];
}

/** The personal best: what it is, and what today and this week could make of it. */
export function BestTile({
  best: { kinds, today, bests, approach, goFor, ...best },
  others = [],
}: BestTileProps) {
  const most = bests.day?.count ?? 0;
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
      <BestLines
        bests={bests}
        checkpoints={
          checkpoint
            ? [
                {
                  ...checkpoint.best,
                  minute: checkpoint.minute,
                  ...(checkpoint.anchor && { anchor: checkpoint.anchor }),
                },
              ]
            : []
        }
      />
      {others.length > 0 && (
        <details>
          <summary>{i18n.t('best.others')}</summary>
          {others.map((one) => (
            <section key={one.kinds.join()}>
              <h3>{goalName(one)}</h3>
              <BestLines
                bests={one.bests}
                checkpoints={one.bests.checkpoints.filter(
                  ({ count }) => count !== one.bests.day?.count,
                )}
              />
            </section>
          ))}
        </details>
      )}
    </section>
  );
}
