import { i18n } from '#i18n';
import type { Goal, Range } from '../lib/domain/goal';
import type { Forecast } from '../lib/domain/odds/forecast';
import { rangeByOdds } from '../lib/domain/odds/range';
import { formatCount } from './formatCount';
import { goalName } from './goalName';

export interface RangeOfferProps {
  /** A possible one. */
  readonly goal: Goal;
  /** `null` while too little is known. */
  readonly forecast: Forecast | null;
  readonly onRange: (range: Range) => void;
}

/** The success range that the rep's own ups and downs suggest, where it is another one and enough of them is known. */
export function RangeOffer({ goal, forecast, onRange }: RangeOfferProps) {
  if (!forecast || forecast.rough) return null;
  const range = rangeByOdds(goal.target, forecast.chance);
  if (range.floor === goal.floor && range.ceiling === goal.ceiling) return null;
  const edges = [formatCount(range.floor), formatCount(range.ceiling)] as const;
  return (
    <button
      type="button"
      class="link"
      aria-label={i18n.t('goals.rangeOf', [...edges, goalName(goal)])}
      onClick={() => {
        onRange(range);
      }}
    >
      {i18n.t('goals.rangeByOdds', [...edges])}
    </button>
  );
}
