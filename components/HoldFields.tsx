import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import type { DayKey } from '../lib/domain/day';
import { enoughWorkdays, type Hold } from '../lib/domain/hold';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { TextField } from './TextField';

export interface HoldFieldsProps {
  readonly hold: Hold | undefined;
  readonly day: DayKey;
  readonly onChange: (hold: Hold | undefined) => void;
}

/** A goal at rest: until a day, or until there is enough data to set a target by. */
export function HoldFields({ hold, day, onChange }: HoldFieldsProps) {
  const id = useId();
  const [until, setUntil] = useState('');
  const early = until !== '' && until < day;
  if (hold) {
    return (
      <p class="note">
        {hold.until
          ? i18n.t('goals.heldUntil', [dayText(hold.until, 'full')])
          : i18n.t('goals.heldForData', [formatCount(enoughWorkdays)])}{' '}
        <button
          type="button"
          class="link"
          onClick={() => {
            onChange(undefined);
          }}
        >
          {i18n.t('goals.endHold')}
        </button>
      </p>
    );
  }
  return (
    <details class="move">
      <summary>{i18n.t('goals.hold')}</summary>
      <p class="hint">{i18n.t('goals.holdHint')}</p>
      <div class="fields">
        <TextField
          id={id}
          type="date"
          label={i18n.t('goals.holdUntil')}
          value={until}
          problem={early ? i18n.t('problem.hold_ends_before_start') : ''}
          hint={i18n.t('goals.holdOpen', [formatCount(enoughWorkdays)])}
          onInput={setUntil}
        />
        <button
          type="button"
          disabled={early}
          onClick={() => {
            setUntil('');
            onChange(until ? { from: day, until } : { from: day });
          }}
        >
          {i18n.t('goals.holdNow')}
        </button>
      </div>
    </details>
  );
}
