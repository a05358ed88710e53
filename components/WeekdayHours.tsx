import { i18n } from '#i18n';
import type { WorkingHours } from '../lib/domain/schedule';
import { parseClock } from './parseClock';
import { writeClock } from './writeClock';

export interface WeekdayHoursProps {
  /** The weekday's name. */
  readonly name: string;
  readonly hours: WorkingHours | null;
  /** A sentence; empty while all is well. */
  readonly problem: string;
  readonly onChange: (hours: WorkingHours | null) => void;
}

const usual: WorkingHours = { start: 480, end: 1020 };

/** Working hours of one weekday; an end before its start is of the next morning. */
export function WeekdayHours({ name, hours, problem, onChange }: WeekdayHoursProps) {
  const set = (side: 'start' | 'end', value: string) => {
    const clock = parseClock(value);
    if (!hours || clock === null) return;
    const start = side === 'start' ? clock : hours.start;
    const end = side === 'end' ? clock : hours.end % 1440;
    // A shift past midnight is entered the way it is read: 18:00 to 02:00.
    onChange({ start, end: end <= start ? end + 1440 : end });
  };
  return (
    <li class="weekday">
      <label>
        <input
          type="checkbox"
          checked={hours !== null}
          onChange={(event) => {
            onChange(event.currentTarget.checked ? usual : null);
          }}
        />
        {name}
      </label>
      {hours ? (
        <span class="span">
          {(['start', 'end'] as const).map((side) => (
            <input
              key={side}
              type="time"
              aria-label={i18n.t(`schedule.${side}Of`, [name])}
              {...(problem && { 'aria-invalid': 'true' as const })}
              value={writeClock(hours[side])}
              onChange={(event) => {
                set(side, event.currentTarget.value);
              }}
            />
          ))}
        </span>
      ) : (
        <span class="hint">{i18n.t('schedule.free')}</span>
      )}
      {problem && <p class="problem">{problem}</p>}
    </li>
  );
}
