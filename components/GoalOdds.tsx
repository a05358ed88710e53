import { i18n } from '#i18n';
import type { Goal } from '../lib/domain/goal';
import { publishedFor } from '../lib/domain/odds/coldStart';
import type { Forecast } from '../lib/domain/odds/forecast';
import { bandOf, largestTarget, nextStep } from '../lib/domain/odds/target';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { oddsText } from './oddsText';

export interface GoalOddsProps {
  /** A possible one, but for its target. */
  readonly goal: Goal;
  /** `null` while too little is known. */
  readonly forecast: Forecast | null;
  /** What is not the rep's to change goes without. */
  readonly onTarget?: (target: number) => void;
}

const sources = new Intl.ListFormat();

/** How likely a goal is, what to call that, and the one thing to do about it. */
export function GoalOdds({ goal, forecast, onTarget }: GoalOddsProps) {
  if (!forecast) return <p class="hint">{i18n.t('odds.none')}</p>;
  const { chance, rough, byHistory } = forecast;
  const best = largestTarget(chance);
  const p = goal.target >= 1 ? chance(goal.target) : undefined;
  const band = p !== undefined && bandOf(p);
  return (
    <>
      <div class="odds">
        <output>
          {p !== undefined && (
            <b class={p < 0.7 ? 'behind' : ''}>
              {i18n.t(`odds.draft.${goal.period}`, [oddsText({ p, rough })])}
            </b>
          )}{' '}
          {band && onTarget && (
            <>
              {i18n.t(`odds.band.${band === 'too-easy' ? 'easy' : band}`)}{' '}
              {i18n.t(`odds.step.${nextStep(band, goal, best)}`)}
            </>
          )}
        </output>
        {onTarget && best !== null && best !== goal.target && (
          <button
            type="button"
            aria-label={i18n.t('odds.setOf', [formatCount(best), goalName(goal)])}
            onClick={() => {
              onTarget(best);
            }}
          >
            {i18n.t('odds.set', [formatCount(best)])}
          </button>
        )}
      </div>
      {byHistory && p !== undefined && (
        <p class="hint">
          {i18n.t('odds.both', [
            oddsText({ p: byHistory(goal.target), rough }),
            oddsText({ p, rough }),
          ])}
        </p>
      )}
      {rough && (
        <p class="hint">
          {i18n.t('odds.roughHint', [sources.format(publishedFor(goal.kinds)?.sources ?? [])])}
        </p>
      )}
    </>
  );
}
