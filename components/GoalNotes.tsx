import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import type { GoalOutlook } from '../lib/domain/outlook';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { TextField } from './TextField';

export interface GoalNotesProps {
  readonly outlook: GoalOutlook;
  /** Actions that no day that is left can hold. */
  readonly unplannable: number;
  readonly onStretch: () => void;
  readonly onAdjust: (reason: string) => void;
  readonly onOptions: () => void;
}

/** Under a goal: what it counts as, what was promised for it, and what can be done about it. */
export function GoalNotes(props: GoalNotesProps) {
  const { outlook, unplannable, onStretch, onAdjust, onOptions } = props;
  const { credit, reward, ramp, stretch, adjustment, afterHold, done, target } = outlook;
  const lines = [
    ramp && ramp.step > 0
      ? i18n.t('ramp.step', [formatCount(ramp.step), formatCount(ramp.steps)]) +
        (ramp.moved === 'again' || ramp.moved === 'back' ? ` ${i18n.t(`ramp.${ramp.moved}`)}` : '')
      : '',
    credit !== null && done !== target
      ? i18n.t('credit.counts', [formatCount(Math.round(credit * 100))])
      : '',
    unplannable > 0 ? i18n.t('goal.unplannable', [formatCount(unplannable)]) : '',
    reward ? i18n.t('credit.reward', [reward]) : '',
    stretch?.accepted && done < stretch.target
      ? i18n.t('stretch.going', [formatCount(stretch.target - done), formatCount(stretch.target)])
      : '',
    stretch?.accepted && done >= stretch.target
      ? i18n.t('stretch.reached', [formatCount(stretch.target)])
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
      {adjustment && <Adjust outlook={outlook} adjustment={adjustment} onAdjust={onAdjust} />}
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

interface AdjustProps {
  readonly outlook: GoalOutlook;
  readonly adjustment: NonNullable<GoalOutlook['adjustment']>;
  readonly onAdjust: (reason: string) => void;
}

/** The wiggle room of an adjustment point: a lower target with a reason, or a hold. */
function Adjust({ outlook, adjustment, onAdjust }: AdjustProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lower = adjustment.move === 'lower';
  return (
    <form
      class="note"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!lower || reason.trim() !== '') onAdjust(reason.trim());
      }}
    >
      <p>
        {lower
          ? i18n.t('adjust.lower', [
              goalName(outlook),
              formatCount(outlook.target),
              formatCount(adjustment.target),
              dayText(adjustment.from, 'short'),
            ])
          : i18n.t('adjust.hold', [goalName(outlook), formatCount(outlook.target)])}
      </p>
      {lower && (
        <TextField
          id={id}
          label={i18n.t('lower.reason')}
          value={reason}
          problem={tried && reason.trim() === '' ? i18n.t('lower.needsReason') : ''}
          onInput={setReason}
        />
      )}
      <button type="submit">
        {lower
          ? i18n.t('adjust.lowerTo', [formatCount(adjustment.target)])
          : i18n.t('goals.holdNow')}
      </button>
    </form>
  );
}
