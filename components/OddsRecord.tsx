import { i18n } from '#i18n';
import type { Resolved } from '../lib/domain/odds/recalibration';
import { calledAbout, reliabilityOf, type Bin } from '../lib/domain/odds/record';
import { confident } from '../lib/domain/odds/target';
import { formatCount } from './formatCount';
import { percentOf } from './oddsText';

export interface OddsRecordProps {
  readonly resolved: readonly Resolved[];
}

const size = 200;

/** How often the odds came true. */
export function OddsRecord({ resolved }: OddsRecordProps) {
  if (resolved.length === 0) return <p class="hint">{i18n.t('odds.record.empty')}</p>;
  const { called, reached } = calledAbout(resolved, confident);
  const { bins } = reliabilityOf(resolved);
  return (
    <figure class="record">
      <p>
        {called > 0
          ? i18n.t('odds.record.called', [formatCount(reached), formatCount(called)])
          : i18n.t('odds.record.none')}
      </p>
      <svg viewBox="-4 -8 208 216" role="img" aria-label={binsText(bins)}>
        <path class="ground" d="M0 0V200H200" />
        <path class="plan" d="M0 200L200 0" />
        {bins.map(({ from, stated, reached, count }) => (
          <circle
            key={from}
            cx={size * stated}
            cy={size * (1 - reached)}
            r={Math.min(10, 3 + Math.sqrt(count))}
          />
        ))}
      </svg>
      <figcaption class="hint">{i18n.t('odds.record.chart')}</figcaption>
    </figure>
  );
}

/** "Called about 83%: 12 of 14 reached", bin by bin. */
function binsText(bins: readonly Bin[]): string {
  return bins
    .map(({ stated, reached, count }) =>
      i18n.t('odds.record.bin', [
        percentOf(stated),
        formatCount(Math.round(reached * count)),
        formatCount(count),
      ]),
    )
    .join('; ');
}
