import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import type { ActionKind } from '../lib/domain/action';
import { fitting, remarksFor, type Remarks } from '../lib/domain/remarks';
import { clockTime } from './clockTime';
import { Field } from './Field';
import { formatCount } from './formatCount';
import { formOf, withNumbers } from './hiddenNumbers';
import { kindName } from './kindName';
import { kindTitle } from './kindTitle';
import { kindsToPick } from './ownKinds';
import { parseClock } from './parseClock';
import { RemarkFields } from './RemarkFields';
import { SavedNote } from './SavedNote';
import { useSaving } from './useSaving';

export interface LogEarlierProps {
  /** Minute of the rep's day; above 1440 past midnight. */
  readonly nowMinute: number;
  /** Answers how many of them are stored. */
  readonly onLogEarlier: (
    kind: ActionKind,
    count: number,
    atMinute: number,
    remarks: Remarks,
  ) => Promise<number>;
}

const most = 20;

/** "2 calls at 12:30": what was done away from the page. */
export function LogEarlier({ nowMinute, onLogEarlier }: LogEarlierProps) {
  const [kind, setKind] = useState<ActionKind>('call');
  const [count, setCount] = useState('1');
  const [time, setTime] = useState('');
  const [remarks, setRemarks] = useState<Remarks>({});
  const [tried, setTried] = useState(false);
  /** What became of what was last logged. */
  const [note, setNote] = useState('');
  const { saving, changed, send } = useSaving();
  const id = useId();

  const many = Number(count);
  const badCount = !Number.isInteger(many) || many < 1 || many > most;
  const minute = earlier(parseClock(time), nowMinute);
  const badTime = minute === null ? 'earlier.noTime' : minute > nowMinute ? 'earlier.future' : null;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const bad = badCount || badTime !== null || !fitting(remarks, kind);
    setTried(bad);
    if (bad || minute === null) changed();
    else send((unchanged) => log(minute, unchanged));
  }

  /** Of what could not be stored, the form then asks for the rest. */
  async function log(at: number, unchanged: () => boolean) {
    const stored = await onLogEarlier(kind, many, at, remarks);
    const done = stored === many;
    setNote(
      done
        ? i18n.t('earlier.logged', [formatCount(many), kindName(kind, formOf(many)), clockTime(at)])
        : stored > 0
          ? i18n.t('earlier.partly', [formatCount(stored), formatCount(many)])
          : i18n.t('form.lost'),
    );
    if (unchanged()) {
      setCount(String(done ? 1 : many - stored));
      if (done) setRemarks({});
    }
    if (!done) throw new Error(`stored ${String(stored)} of ${String(many)}`);
  }

  return (
    <form
      class="earlier"
      noValidate
      onSubmit={submit}
      onInput={changed}
      aria-label={i18n.t('earlier.title')}
    >
      <Field
        label={i18n.t('earlier.count')}
        id={`${id}n`}
        problem={
          tried && badCount
            ? i18n.t('earlier.badCount', [withNumbers(() => formatCount(most))])
            : ''
        }
      >
        {(field) => (
          <input
            {...field}
            type="number"
            min={1}
            max={most}
            step={1}
            value={count}
            onInput={(event) => {
              setCount(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <Field label={i18n.t('earlier.kind')} id={`${id}k`}>
        {(field) => (
          <select
            {...field}
            value={kind}
            onChange={(event) => {
              const chosen = event.currentTarget.value as ActionKind;
              setKind(chosen);
              setRemarks(remarksFor(chosen, remarks));
            }}
          >
            {kindsToPick().map((each) => (
              <option key={each} value={each}>
                {kindTitle(each, many)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={i18n.t('earlier.time')}
        id={`${id}t`}
        problem={tried && badTime ? i18n.t(badTime) : ''}
      >
        {(field) => (
          <input
            {...field}
            type="time"
            value={time}
            onInput={(event) => {
              setTime(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <RemarkFields kind={kind} remarks={remarks} onChange={setRemarks} />
      <button type="submit" class="go">
        {i18n.t('earlier.log')}
      </button>
      <SavedNote saving={saving} text={note} lost={note} />
    </form>
  );
}

/** After midnight of a day that goes on, a time up to now is of the new date; any other is of the evening before. */
function earlier(clock: number | null, nowMinute: number): number | null {
  return clock !== null && nowMinute >= 1440 && clock <= nowMinute - 1440 ? clock + 1440 : clock;
}
