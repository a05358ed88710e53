import { i18n } from '#i18n';
import { useId, useRef, useState } from 'preact/hooks';
import { nextReview } from '../lib/domain/adjustment';
import { addDays, type DayKey } from '../lib/domain/day';
import { marksOn } from '../lib/domain/plan';
import { usualReviews, type ReviewTimes } from '../lib/domain/reviewTimes';
import {
  checkSchedule,
  mostCheckpoints,
  mostFrontLoad,
  type Checkpoint,
  type Schedule,
  type ScheduleProblem,
  type Weekday,
  type WorkingHours,
} from '../lib/domain/schedule';
import { changedFrom } from '../lib/domain/scheduleChange';
import { CheckpointFields } from './CheckpointFields';
import { checkpointText } from './checkpointText';
import { DaysOff } from './DaysOff';
import { dayText } from './dayText';
import { Expectations } from './Expectations';
import { Field } from './Field';
import { formatCount } from './formatCount';
import { parseClock } from './parseClock';
import { problemText } from './problemText';
import { ReviewFields, type ReviewWeeks } from './ReviewFields';
import { SavedNote } from './SavedNote';
import { SelectField } from './SelectField';
import { useSaving } from './useSaving';
import { WeekdayHours } from './WeekdayHours';
import { weekdayName, weekdays } from './weekdayName';
import { writeClock } from './writeClock';

export interface ScheduleEditorProps {
  /**
   * As it is stored. Read once, but for whose turn a fortnight of reviews is: give the editor another `key` to start over.
   */
  readonly schedule: Schedule;
  readonly today: DayKey;
  /** Only ever a possible one. */
  readonly onSave: (schedule: Schedule) => Promise<unknown>;
}

const hoursProblems: readonly ScheduleProblem[] = [
  'hours-not-whole',
  'hours-end-before-start',
  'hours-outside-day',
];

/** How much more of the day is due early, in words. */
const paces = [
  ['even', 0],
  ['little', 0.1],
  ['much', mostFrontLoad],
] as const;

/** When the rep works, and by when a part of the day's goals is due. */
export function ScheduleEditor({ schedule, today, onSave }: ScheduleEditorProps) {
  const [draft, setDraft] = useState(schedule);
  // Chosen, it is reckoned from the day on which it is saved; until then, and once it is, what is stored goes on in turn.
  const [weeks, setWeeks] = useState<ReviewWeeks | null>(null);
  // Kept in the order of typing: rows that jump while one of them is edited cannot be edited.
  const [rows, setRows] = useState(() =>
    schedule.checkpoints.map((checkpoint, key) => ({ key, checkpoint })),
  );
  const { saving, changed, send } = useSaving();
  const nextKey = useRef(rows.length);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  const reviews = reviewsOf(draft.reviews, weeks, schedule.reviews, today);
  const { reviews: _, ...others } = draft;
  const wanted = assemble(
    reviews ? { ...others, reviews } : others,
    rows.map(({ checkpoint }) => checkpoint),
  );
  const problems = checkSchedule(wanted);
  const idle = weekdays.every((weekday) => wanted.hours[weekday] === null);
  const possible = problems.length === 0 && !idle;
  const has = (...codes: readonly ScheduleProblem[]) =>
    codes.find((code) => problems.includes(code));
  const sentence = (code: ScheduleProblem | undefined) => (code ? problemText(code) : '');
  const order = has(
    'too-many-checkpoints',
    'checkpoints-out-of-order',
    'shares-falling',
    'front-load-out-of-range',
  );
  const outlook = has(
    'expectation-not-days',
    'expectation-ends-before-start',
    'expectation-out-of-range',
    'expectation-without-reason',
    'expectations-overlap',
  );

  function change(changes: Partial<Schedule>) {
    changed();
    setDraft({ ...draft, ...changes });
  }

  function changeRows(next: typeof rows) {
    changed();
    setRows(next);
  }

  function save(event: SubmitEvent) {
    event.preventDefault();
    if (!possible) {
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      return;
    }
    send(async () => {
      await onSave(wanted);
      setWeeks((chosen) => (chosen === weeks ? null : chosen));
    });
  }

  return (
    <form
      class="editor"
      noValidate
      onSubmit={save}
      ref={form}
      aria-label={i18n.t('schedule.title')}
    >
      <fieldset>
        <legend>{i18n.t('schedule.hours')}</legend>
        <p class="hint">{i18n.t('schedule.hoursHint')}</p>
        <ul>
          {weekdays.map((weekday) => (
            <WeekdayHours
              key={weekday}
              name={weekdayName(weekday)}
              hours={draft.hours[weekday]}
              problem={sentence(hoursProblem(wanted, weekday))}
              onChange={(hours) => {
                change({ hours: { ...draft.hours, [weekday]: hours } });
              }}
            />
          ))}
        </ul>
        {idle && (
          <p class="problem" role="alert">
            {i18n.t('schedule.idle')}
          </p>
        )}
      </fieldset>
      <fieldset>
        <legend>{i18n.t('schedule.checkpoints')}</legend>
        <p class="hint">{i18n.t('schedule.checkpointsHint')}</p>
        <ul>
          {rows.map(({ key, checkpoint }) => (
            <CheckpointFields
              key={key}
              checkpoint={checkpoint}
              problem={sentence(checkpointProblem(wanted, checkpoint))}
              onChange={(next) => {
                changeRows(rows.map((row) => (row.key === key ? { key, checkpoint: next } : row)));
              }}
              onRemove={() => {
                changeRows(rows.filter((row) => row.key !== key));
              }}
            />
          ))}
        </ul>
        {order && (
          <p class="problem" role="alert">
            {problemText(order)}
          </p>
        )}
        {rows.length < mostCheckpoints ? (
          <button
            type="button"
            onClick={() => {
              changeRows([
                ...rows,
                { key: nextKey.current++, checkpoint: { at: freeTime(wanted) } },
              ]);
            }}
          >
            {i18n.t('schedule.addCheckpoint')}
          </button>
        ) : (
          <p class="hint">{i18n.t('schedule.mostCheckpoints', [formatCount(mostCheckpoints)])}</p>
        )}
        <SelectField
          id={`${id}f`}
          label={i18n.t('schedule.frontLoad')}
          value={nearestPace(draft.frontLoad)}
          options={paces.map(([name]) => [name, i18n.t(`schedule.${name}`)])}
          hint={problems.length > 0 ? '' : previewText(wanted)}
          onChange={(name) => {
            const { frontLoad: _, ...even } = draft;
            const frontLoad = paces.find(([each]) => each === name)?.[1] ?? 0;
            changed();
            setDraft(frontLoad > 0 ? { ...even, frontLoad } : even);
          }}
        />
      </fieldset>
      <ReviewFields
        reviews={reviews}
        weeks={weeks}
        schedule={schedule}
        today={today}
        problem={sentence(has('review-outside-hours', 'review-at-weeks-end'))}
        next={problems.length > 0 ? '' : nextReviewText(schedule, wanted, today)}
        onMidweek={(midweek) => {
          change({ reviews: { midweek } });
        }}
        onWeeks={(chosen) => {
          changed();
          setWeeks(chosen);
        }}
      />
      <DaysOff
        days={draft.daysOff}
        problem={sentence(has('day-off-not-a-day'))}
        onChange={(daysOff) => {
          change({ daysOff });
        }}
      />
      <Expectations
        expectations={draft.expectations ?? []}
        onChange={(expectations) => {
          change({ expectations });
        }}
      />
      {outlook && <p class="problem">{problemText(outlook)}</p>}
      <fieldset>
        <legend>{i18n.t('schedule.start')}</legend>
        <div class="fields">
          <Field
            id={`${id}d`}
            label={i18n.t('schedule.dayStartsAt')}
            hint={i18n.t('schedule.dayStartsAtHint')}
            problem={sentence(has('day-start-out-of-range'))}
          >
            {(field) => (
              <input
                {...field}
                type="time"
                value={writeClock(draft.dayStartsAt)}
                onChange={(event) => {
                  const clock = parseClock(event.currentTarget.value);
                  if (clock !== null) change({ dayStartsAt: clock });
                }}
              />
            )}
          </Field>
          <Field
            id={`${id}w`}
            label={i18n.t('schedule.weekStartsOn')}
            hint={i18n.t('schedule.weekStartsOnHint')}
            problem={sentence(has('week-start-out-of-range'))}
          >
            {(field) => (
              <select
                {...field}
                value={String(draft.weekStartsOn)}
                onChange={(event) => {
                  change({
                    weekStartsOn:
                      weekdays.find((each) => String(each) === event.currentTarget.value) ?? 1,
                  });
                }}
              >
                {weekdays.map((weekday) => (
                  <option key={weekday} value={String(weekday)}>
                    {weekdayName(weekday)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </fieldset>
      <div class="acts">
        <button type="submit" class="go">
          {i18n.t('schedule.save')}
        </button>
        {!possible && <p class="problem">{i18n.t('form.blocked')}</p>}
      </div>
      <SavedNote saving={saving} text={i18n.t('schedule.saved')} />
    </form>
  );
}

/** As typed, with the times where the day they belong to has them: 01:00 of a day that starts at 04:00 is past midnight. */
function assemble(draft: Schedule, checkpoints: readonly Checkpoint[]): Schedule {
  const start = draft.dayStartsAt;
  const within = (minute: number) => (minute % 1440) + (minute % 1440 < start ? 1440 : 0);
  const shift = (hours: WorkingHours | null): WorkingHours | null =>
    hours && hours.end <= start ? { start: hours.start + 1440, end: hours.end + 1440 } : hours;
  const { hours, reviews } = draft;
  const midweek = reviews?.midweek;
  return {
    ...draft,
    ...(midweek && {
      reviews: { ...reviews, midweek: { ...midweek, minute: within(midweek.minute) } },
    }),
    hours: {
      1: shift(hours[1]),
      2: shift(hours[2]),
      3: shift(hours[3]),
      4: shift(hours[4]),
      5: shift(hours[5]),
      6: shift(hours[6]),
      7: shift(hours[7]),
    },
    checkpoints: checkpoints
      .map((checkpoint) => ({ ...checkpoint, at: within(checkpoint.at) }))
      .sort((a, b) => a.at - b.at),
  };
}

/** When reviews are, with a fortnight as it was chosen, or else as it is stored. */
function reviewsOf(
  drafted: ReviewTimes | undefined,
  weeks: ReviewWeeks | null,
  stored: ReviewTimes | undefined,
  today: DayKey,
): ReviewTimes | undefined {
  const { midweek } = drafted ?? usualReviews;
  const everySecond = {
    this: today,
    next: addDays(today, 7),
    every: undefined,
    kept: stored?.everySecond,
  }[weeks ?? 'kept'];
  if (everySecond !== undefined) return { midweek, everySecond };
  return weeks === null && !stored ? drafted : { midweek };
}

/** The problem of one weekday: the check says what is wrong, not where. */
function hoursProblem(schedule: Schedule, weekday: Weekday): ScheduleProblem | undefined {
  const none = { 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null };
  const hours = { ...none, [weekday]: schedule.hours[weekday] };
  const found = checkSchedule({ ...schedule, hours, checkpoints: [], daysOff: [] });
  return hoursProblems.find((code) => found.includes(code));
}

function checkpointProblem(
  schedule: Schedule,
  checkpoint: Checkpoint,
): ScheduleProblem | undefined {
  const placed = assemble(schedule, [checkpoint]).checkpoints;
  const found = checkSchedule({ ...schedule, checkpoints: placed, daysOff: [] });
  const own = ['checkpoint-not-whole', 'checkpoint-outside-day', 'share-out-of-range'] as const;
  return own.find((code) => found.includes(code));
}

function nearestPace(frontLoad = 0) {
  const apart = ([, one]: (typeof paces)[number]) => Math.abs(one - frontLoad);
  return paces.reduce((best, one) => (apart(one) < apart(best) ? one : best))[0];
}

/** What is due by each checkpoint of the first workday of a week; empty without one. */
function previewText({ earlier: _, ...schedule }: Schedule): string {
  const days = weekdays.map((weekday) => `2024-01-0${String(weekday)}`);
  const marks = days
    .map((day) => marksOn({ ...schedule, daysOff: [] }, day))
    .find((all) => all.length > 0);
  if (!marks) return '';
  const due = marks.map(({ minute, anchor, share }) =>
    i18n.t('goals.leg', [formatCount(Math.round(20 * share)), checkpointText(minute, anchor)]),
  );
  return i18n.t('schedule.preview', [due.join(', ')]);
}

/** The day of the next review once it is saved, from the beginning of today; empty without one. */
function nextReviewText(before: Schedule, wanted: Schedule, today: DayKey): string {
  const schedule = changedFrom(before, wanted, today, addDays(today, -7));
  const day = nextReview(schedule, { day: today, minute: schedule.dayStartsAt });
  return day === null ? '' : i18n.t('schedule.nextReview', [dayText(day, 'long')]);
}

/** The first full hour of the day that has no checkpoint yet. */
function freeTime({ checkpoints, dayStartsAt }: Schedule): number {
  const taken = new Set(checkpoints.map(({ at }) => at));
  const hours = Array.from(
    { length: 14 },
    (_, hour) => Math.max(540, dayStartsAt + 60) + hour * 60,
  );
  return hours.find((at) => !taken.has(at)) ?? 540;
}
