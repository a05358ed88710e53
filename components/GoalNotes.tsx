import { i18n } from '#i18n';
import type { Odds } from '../lib/domain/odds/goalOdds';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { oddsText } from './oddsText';
import { ReviewCard, type ReviewCardProps } from './ReviewCard';

export interface GoalNotesProps extends ReviewCardProps {
  /** Of its period under way. */
  readonly odds?: Odds | undefined;
  /** Actions that no day that is left can hold. */
  readonly unplannable: number;
  readonly onStretch: () => void;
  readonly onOptions: () => void;
}

/** Under a goal: what it counts as, what was promised for it, and what can be done about it. */
export function GoalNotes(props: GoalNotesProps) {
  const { outlook, reviews, odds, unplannable, onStretch, onBlocker, onAdjust, onOptions } = props;
  const {
    credit,
    reward,
    commitment,
    missed,
    struggling,
    ramp,
    stretch,
    adjusted,
    afterHold,
    done,
    target,
  } = outlook;
  const lines = [
    ramp && ramp.step > 0
      ? i18n.t('ramp.step', [formatCount(ramp.step), formatCount(ramp.steps)]) +
        (ramp.moved === 'again' || ramp.moved === 'back' ? ` ${i18n.t(`ramp.${ramp.moved}`)}` : '')
      : '',
    credit !== null && done !== target
      ? i18n.t('credit.counts', [formatCount(Math.round(credit * 100))])
      : '',
    odds?.byHistory !== undefined
      ? i18n.t('odds.both', [oddsText({ ...odds, p: odds.byHistory }), oddsText(odds)])
      : '',
    unplannable > 0 && !outlook.adjustment
      ? i18n.t('goal.unplannable', unplannable, [formatCount(unplannable)])
      : '',
    struggling ? i18n.t('review.struggling', [dayText(struggling, 'short')]) : '',
    reward ? i18n.t('credit.reward', [reward]) : '',
    missed && commitment ? i18n.t('credit.promised', [commitment]) : '',
    stretch?.accepted && done < stretch.target
      ? i18n.t('stretch.going', [formatCount(stretch.target - done), formatCount(stretch.target)])
      : '',
    stretch?.accepted && done >= stretch.target
      ? i18n.t('stretch.reached', [formatCount(stretch.target)])
      : '',
    adjusted && adjusted.target !== null
      ? i18n.t(adjusted.reason ? 'adjust.planned' : 'lower.planned', [
          dayText(adjusted.from, 'short'),
          formatCount(adjusted.target),
          adjusted.reason,
        ])
      : '',
    adjusted?.target === null
      ? i18n.t('adjust.plannedHold', [dayText(adjusted.from, 'short'), adjusted.reason])
      : '',
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <p class="hint" key={line}>
          {line}
        </p>
      ))}
      {stretch && !stretch.accepted && (
        <div class="note">
          <p>{i18n.t('stretch.offer', [goalName(outlook), formatCount(stretch.target)])}</p>
          <button type="button" onClick={onStretch}>
            {i18n.t('stretch.go', [formatCount(stretch.target)])}
          </button>
        </div>
      )}
      <ReviewCard outlook={outlook} reviews={reviews} onBlocker={onBlocker} onAdjust={onAdjust} />
      {afterHold !== null && (
        <div class="note">
          <p>{i18n.t('adjust.afterHold', [goalName(outlook), formatCount(afterHold)])}</p>
          <button type="button" onClick={onOptions}>
            {i18n.t('adjust.set')}
          </button>
        </div>
      )}
    </>
  );
}
