import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import {
  longestSession,
  minutesOf,
  timedKinds,
  type TimedKind,
  type Timer,
} from '../lib/domain/timer';
import { formatCount } from './formatCount';
import { kindTitle } from './kindTitle';
import { SelectField } from './SelectField';

export interface LearningTimerProps {
  /** Null while none runs. */
  readonly timer: Timer | null;
  /** UTC ms. */
  readonly now: number;
  readonly onStart: (kind: TimedKind) => void;
  readonly onStop: () => void;
  readonly onDiscard: () => void;
}

/** Start when you begin to read, stop when you are done: the minutes are logged by one click. Open while it runs. */
export function LearningTimer(props: LearningTimerProps) {
  return (
    <details class="part" open={props.timer !== null}>
      <summary>{i18n.t('timer.title')}</summary>
      <Session {...props} />
    </details>
  );
}

function Session({ timer, now, onStart, onStop, onDiscard }: LearningTimerProps) {
  const id = useId();
  const [kind, setKind] = useState<TimedKind>('learning');
  if (!timer)
    return (
      <div class="fields">
        <SelectField
          id={`${id}k`}
          label={i18n.t('timer.kind')}
          value={kind}
          options={timedKinds.map((each) => [each, kindTitle(each, 1)])}
          onChange={setKind}
        />
        <button
          type="button"
          class="go"
          onClick={() => {
            onStart(kind);
          }}
        >
          {i18n.t('timer.start')}
        </button>
      </div>
    );
  const minutes = minutesOf(timer, now);
  return (
    <>
      <p role="timer">
        <b>{kindTitle(timer.kind, 1)}</b>{' '}
        {minutes === null
          ? i18n.t('timer.tooLong', [formatCount(longestSession / 60), i18n.t('earlier.title')])
          : i18n.t('amount.of.minutes', minutes, [formatCount(minutes)])}
      </p>
      <div class="acts">
        {minutes !== null && (
          <button type="button" class="go" onClick={onStop}>
            {i18n.t('timer.stop')}
          </button>
        )}
        <button type="button" onClick={onDiscard}>
          {i18n.t('timer.discard')}
        </button>
      </div>
    </>
  );
}
