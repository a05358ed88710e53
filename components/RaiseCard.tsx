import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import { gapOf } from '../lib/domain/gap';
import type { Goal } from '../lib/domain/goal';
import { changes, type Change } from '../lib/domain/terms';
import { formatCount } from './formatCount';

export interface RaiseCardProps {
  readonly goal: Goal;
  /** What four weeks gave, in actions of the goal's period. */
  readonly mean: number;
  /** Working minutes of the period. */
  readonly workMinutes: number;
  /** Probability of so many; null while nothing is known. */
  readonly chance: ((target: number) => number) | null;
  /** For an outcome goal: the activities of a period that led to the mean. */
  readonly activity: number | null;
  readonly tried: boolean;
  readonly onChoose: (change: Change) => void;
}

/** The gap between what is and what is wanted, asked about before a target goes up by more than a tenth. */
export function RaiseCard(props: RaiseCardProps) {
  const { goal, mean, workMinutes, chance, activity, tried, onChoose } = props;
  const id = useId();
  const { target, minutes, change } = goal;
  const gap = gapOf({
    outcome: mean,
    wanted: target,
    activity: activity ?? mean,
    workMinutes,
    ...(minutes !== undefined && { minutes }),
    ...(chance && activity === null && { likely: (count: number) => chance(Math.ceil(count)) }),
  });
  if (!gap) return null;
  const one = (value: number) => formatCount(Math.round(value * 10) / 10);
  const percent = (rate: number) => formatCount(Math.round(rate * 1000) / 10);
  const asked = tried && change === undefined;
  return (
    <div class="note" role="group" aria-labelledby={id}>
      <p id={id}>
        <b>{i18n.t('gap.title', [formatCount(target), one(mean), one(gap.gap)])}</b>
      </p>
      <ul class="plain">
        <li>
          {activity === null
            ? gap.volume.moreMinutes === null
              ? i18n.t('gap.volume', [one(gap.gap)])
              : i18n.t('gap.volumeMinutes', [one(gap.gap), one(gap.volume.moreMinutes)])
            : i18n.t('gap.activity', [one(activity), formatCount(gap.volume.activity)])}
          {!gap.volume.possible && <b> {i18n.t('gap.impossible')}</b>}
        </li>
        {activity !== null && (
          <>
            <li>
              {i18n.t('gap.conversion', [percent(mean / activity), percent(gap.conversion.rate)])}
              {!gap.conversion.possible && <b> {i18n.t('gap.impossible')}</b>}
            </li>
            <li>
              {i18n.t('gap.mixed', [formatCount(gap.mixed.activity), percent(gap.mixed.rate)])}
              {!gap.mixed.possible && <b> {i18n.t('gap.impossible')}</b>}
            </li>
          </>
        )}
      </ul>
      <fieldset class="choices" {...(asked && { 'aria-describedby': `${id}p` })}>
        <legend>{i18n.t('gap.what')}</legend>
        {changes.map((each) => (
          <label key={each} class="check">
            <input
              type="radio"
              name={id}
              checked={change === each}
              {...(asked && { 'aria-invalid': 'true' as const })}
              onChange={() => {
                onChoose(each);
              }}
            />
            {i18n.t(`gap.${each}`)}
          </label>
        ))}
      </fieldset>
      {asked && (
        <p class="problem" id={`${id}p`}>
          {i18n.t('gap.choose')}
        </p>
      )}
    </div>
  );
}
