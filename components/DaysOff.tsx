import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import type { DayKey } from '../lib/domain/day';
import { dayText } from './dayText';
import { Field } from './Field';

export interface DaysOffProps {
  readonly days: readonly DayKey[];
  /** A sentence; empty while all is well. */
  readonly problem: string;
  readonly onChange: (days: readonly DayKey[]) => void;
}

/** Holidays and other days that ask for nothing. */
export function DaysOff({ days, problem, onChange }: DaysOffProps) {
  const [day, setDay] = useState('');
  const id = useId();
  return (
    <fieldset>
      <legend>{i18n.t('schedule.daysOff')}</legend>
      {days.length > 0 && (
        <ul class="chips">
          {[...days].sort().map((each) => (
            <li key={each}>
              {dayText(each, 'full')}
              <button
                type="button"
                class="link"
                aria-label={i18n.t('schedule.removeOf', [dayText(each, 'full')])}
                onClick={() => {
                  onChange(days.filter((other) => other !== each));
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="fields">
        <Field id={id} label={i18n.t('schedule.dayOff')} problem={problem}>
          {(field) => (
            <input
              {...field}
              type="date"
              value={day}
              onInput={(event) => {
                setDay(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <button
          type="button"
          disabled={!day || days.includes(day)}
          onClick={() => {
            onChange([...days, day].sort());
            setDay('');
          }}
        >
          {i18n.t('schedule.addDayOff')}
        </button>
      </div>
    </fieldset>
  );
}
