import { i18n } from '#i18n';
import { isCompanyGoal } from '../lib/domain/companyGoal';
import type { SideStanding } from '../lib/domain/sideGoal';
import type { GoalStanding, Rest } from '../lib/domain/standing';
import { formatCount } from './formatCount';
import { countText, goalCount } from './goalCount';
import { goalName } from './goalName';
import { numbersHidden } from './hiddenNumbers';
import { Icon } from './Icon';
import { oddsText } from './oddsText';
import { paceText } from './paceText';

export interface GoalBarProps {
  readonly goal: Omit<GoalStanding, 'buffer' | 'today' | 'legs'> &
    Partial<Pick<SideStanding, 'what' | 'says'>>;
  readonly rest: Rest | null;
}

/** One goal: how much is done, where the plan is, and the range that counts as success. */
export function GoalBar({ goal, rest }: GoalBarProps) {
  const { done, target, floor, ceiling, expected, ahead } = goal;
  const end = Math.max(ceiling, target, done, 1);
  const at = (count: number) => ({ '--at': Math.min(100, (100 * count) / end) });
  const name = goalName(goal);
  const pace = paceText(goal, rest);
  const whole = `${name} ${goalCount(goal)}`;
  const company = isCompanyGoal(goal) && i18n.t('policy.set');
  // Added up here the goal may be reached already; its odds come with the next standing.
  const odds = pace && done < target ? goal.odds : undefined;
  const rough = odds?.rough && i18n.t('odds.rough');
  const pill = odds ? oddsText(odds) : pace;
  const tone = done >= target ? 'reached' : pace && ahead < 0 ? 'behind' : '';
  return (
    <>
      <div class="row" title={whole}>
        {company && (
          <span class="company" role="img" aria-label={company} title={company}>
            <Icon name="company" />
          </span>
        )}
        <b key={`${name} ${String(company)}`}>{name}</b>
        <span class={goal.hold ? '' : goal.period} key={whole + pill}>
          {countText(goal)}
        </span>
        {pill && (
          <span
            class={`chip ${odds ? (odds.p < 0.7 ? 'behind' : '') : tone}`}
            key={pill}
            title={odds && [pace, rough].filter(Boolean).join('. ')}
          >
            {pill}
          </span>
        )}
      </div>
      {numbersHidden() ? (
        <div class="bar" />
      ) : (
        <div
          class={`bar ${tone}`}
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={target}
          aria-valuenow={Math.min(done, target)}
          aria-valuetext={[
            goalCount(goal),
            odds && pill,
            rough,
            pace,
            !goal.what && i18n.t('goal.range', [formatCount(floor), formatCount(ceiling)]),
          ]
            .filter(Boolean)
            .join(', ')}
        >
          {/* What stands somewhere else now is drawn anew instead of moved: moves can be observed. */}
          <i class="zone" key={[floor, end].join()} style={at(floor)} />
          <i class="fill" style={at(done)} />
          {[...new Set([floor, target, ceiling])].map(
            (tick) => tick < end && <i key={[tick, end].join()} class="tick" style={at(tick)} />,
          )}
          {expected > 0 && pace && done < target && (
            <i class="pace" key={['pace', expected, end].join()} style={at(expected)} />
          )}
        </div>
      )}
    </>
  );
}
