import { i18n } from '#i18n';
import type { DayKey } from '../lib/domain/day';
import type { DaySummary } from '../lib/domain/summary';
import { dayText } from './dayText';
import { formatCount } from './formatCount';

export interface WeekDaysProps {
  readonly days: readonly DaySummary[];
  readonly today: DayKey;
}

/** The days of this week, each as high as what was done of what it asked. */
export function WeekDays({ days, today }: WeekDaysProps) {
  const top = Math.max(1, ...days.map(({ done, asked }) => Math.max(done, asked)));
  return (
    <ul class="week-days" aria-label={i18n.t('week.title')}>
      {days.map(({ day, done, asked }) => (
        <li
          key={day}
          class={asked > 0 && done >= asked ? 'reached' : ''}
          {...(day === today && { 'aria-current': 'date' as const })}
        >
          <i
            style={{ '--of': (100 * asked) / top, '--at': (100 * done) / top }}
            aria-hidden="true"
          />
          <span aria-hidden="true">{dayText(day, 'narrow')}</span>
          <small aria-hidden="true">
            {done > 0 || (asked > 0 && day <= today) ? formatCount(done) : ''}
          </small>
          <span class="hidden">
            {dayText(day, 'weekday')}{' '}
            {asked > 0
              ? i18n.t('goal.day', [formatCount(done), formatCount(asked)])
              : formatCount(done)}
          </span>
        </li>
      ))}
    </ul>
  );
}
