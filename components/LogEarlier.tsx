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

export interface LogEarlierProps {
  /** Minute of the rep's day; above 1440 past midnight. */
  readonly nowMinute: number;
  readonly onLogEarlier: (
    kind: ActionKind,
    count: number,
    atMinute: number,
    remarks: Remarks,
  ) => void;
}

const most = 20;

/** "2 calls at 12:30": what was done away from the page. */
export function LogEarlier({ nowMinute, onLogEarlier }: LogEarlierProps) {
  const [kind, setKind] = useState<ActionKind>('call');
  const [count, setCount] = useState('1');
  const [time, setTime] = useState('');
  const [remarks, setRemarks] = useState<Remarks>({});
  const [tried, setTried] = useState(false);
  const [logged, setLogged] = useState('');
  const id = useId();

  const many = Number(count);
  const badCount = !Number.isInteger(many) || many < 1 || many > most;
  const minute = earlier(parseClock(time), nowMinute);
  const badTime = minute === null ? 'earlier.noTime' : minute > nowMinute ? 'earlier.future' : null;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setLogged('');
    setTried(true);
    if (badCount || badTime || minute === null || !fitting(remarks, kind)) return;
    onLogEarlier(kind, many, minute, remarks);
    setLogged(
      i18n.t('earlier.logged', [
        formatCount(many),
        kindName(kind, formOf(many)),
        clockTime(minute),
      ]),
    );
    setTried(false);
    setCount('1');
    setRemarks({});
  }

  return (
    <form class="earlier" noValidate onSubmit={submit} aria-label={i18n.t('earlier.title')}>
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
      <p role="status">{logged}</p>
    </form>
  );
}

/** After midnight of a day that goes on, a time up to now is of the new date; any other is of the evening before. */
function earlier(clock: number | null, nowMinute: number): number | null {
  return clock !== null && nowMinute >= 1440 && clock <= nowMinute - 1440 ? clock + 1440 : clock;
}
