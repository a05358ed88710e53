import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import type { DayKey } from '../lib/domain/day';
import { isReviewed } from '../lib/domain/adjustment';
import { usualReviews, type ReviewTimes } from '../lib/domain/reviewTimes';
import type { Schedule } from '../lib/domain/schedule';
import { Field } from './Field';
import { parseClock } from './parseClock';
import { SelectField } from './SelectField';
import { weekdayName, weekdays } from './weekdayName';
import { writeClock } from './writeClock';

/** Every week, or every second one: with this week, or with the next. */
export type ReviewWeeks = 'every' | 'this' | 'next';

export interface ReviewFieldsProps {
  readonly reviews: ReviewTimes | undefined;
  /** As it was chosen here; null while it was not. */
  readonly weeks: ReviewWeeks | null;
  /** Whose weeks they are in: a first day that is only being edited changes no week that has begun. */
  readonly schedule: Schedule;
  readonly today: DayKey;
  /** A sentence; empty while all is well. */
  readonly problem: string;
  /** When the next one is, as a sentence; empty where that is not known. */
  readonly next: string;
  readonly onMidweek: (midweek: ReviewTimes['midweek']) => void;
  readonly onWeeks: (weeks: ReviewWeeks) => void;
}

/** When goals may be adjusted: a time within the week, or only its end; every week, or every second one. */
export function ReviewFields(props: ReviewFieldsProps) {
  const { reviews = usualReviews, schedule, today, problem, next, onMidweek, onWeeks } = props;
  const id = useId();
  const { midweek, everySecond } = reviews;
  const inTurn =
    everySecond === undefined ? 'every' : isReviewed(schedule, reviews, today) ? 'this' : 'next';

  function choose(day: string) {
    const weekday = weekdays.find((each) => String(each) === day);
    const minute = (midweek ?? usualReviews.midweek)?.minute ?? 0;
    onMidweek(weekday ? { weekday, minute } : null);
  }

  return (
    <fieldset>
      <legend>{i18n.t('schedule.reviews')}</legend>
      <p class="hint">{i18n.t('schedule.reviewsHint')}</p>
      <div class="fields">
        <SelectField
          id={`${id}d`}
          label={i18n.t('schedule.midweek')}
          value={midweek ? String(midweek.weekday) : 'none'}
          options={[
            ['none', i18n.t('schedule.noMidweek')],
            ...weekdays.map((each) => [String(each), weekdayName(each)] as const),
          ]}
          problem={problem}
          onChange={choose}
        />
        {midweek && (
          <Field id={`${id}t`} label={i18n.t('schedule.midweekAt')}>
            {(field) => (
              <input
                {...field}
                type="time"
                value={writeClock(midweek.minute)}
                onChange={(event) => {
                  const minute = parseClock(event.currentTarget.value);
                  if (minute !== null) onMidweek({ ...midweek, minute });
                }}
              />
            )}
          </Field>
        )}
        <SelectField
          id={`${id}w`}
          label={i18n.t('schedule.reviewWeeks')}
          value={props.weeks ?? inTurn}
          options={(['every', 'this', 'next'] as const).map((each) => [
            each,
            i18n.t(`schedule.reviewWeeksOf.${each}`),
          ])}
          hint={next}
          onChange={onWeeks}
        />
      </div>
    </fieldset>
  );
}
