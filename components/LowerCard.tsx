import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import type { DayKey } from '../lib/domain/day';
import { dayText } from './dayText';
import { TextField } from './TextField';

export interface LowerCardProps {
  /** From when the lower target would hold. */
  readonly from: DayKey;
  /** It was lowered in this period already. */
  readonly again: boolean;
  readonly reason: string;
  readonly tried: boolean;
  readonly onReason: (reason: string) => void;
}

/** Wiggle room: a target is lowered at a review, once a period, with a reason; until then it stays. */
export function LowerCard({ from, again, reason, tried, onReason }: LowerCardProps) {
  const id = useId();
  if (again) {
    return (
      <p class="problem" role="alert">
        {i18n.t('lower.again')}
      </p>
    );
  }
  return (
    <div class="note">
      <p>{i18n.t('lower.from', [dayText(from, 'full')])}</p>
      <TextField
        id={id}
        label={i18n.t('lower.reason')}
        value={reason}
        problem={tried && reason.trim() === '' ? i18n.t('lower.needsReason') : ''}
        onInput={onReason}
      />
    </div>
  );
}
