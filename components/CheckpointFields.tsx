import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import type { Checkpoint } from '../lib/domain/schedule';
import { clockTime } from './clockTime';
import { Field } from './Field';
import { parseClock } from './parseClock';
import { writeClock } from './writeClock';

export interface CheckpointFieldsProps {
  readonly checkpoint: Checkpoint;
  /** A sentence; empty while all is well. */
  readonly problem: string;
  readonly onChange: (checkpoint: Checkpoint) => void;
  readonly onRemove: () => void;
}

const anchors = ['coffee', 'lunch', 'leave'] as const;

/** A time of day by which part of the goals is due. */
export function CheckpointFields({
  checkpoint,
  problem,
  onChange,
  onRemove,
}: CheckpointFieldsProps) {
  const id = useId();
  const { at, anchor, share } = checkpoint;
  const write = (changes: {
    at?: number;
    anchor?: Checkpoint['anchor'] | '';
    share?: number | '';
  }) => {
    const next = { at, anchor, share, ...changes };
    onChange({
      at: next.at,
      ...(next.anchor && { anchor: next.anchor }),
      ...(typeof next.share === 'number' && { share: next.share }),
    });
  };
  return (
    <li class="checkpoint">
      <div class="fields">
        <Field id={`${id}t`} label={i18n.t('schedule.time')} problem={problem}>
          {(field) => (
            <input
              {...field}
              type="time"
              value={writeClock(at)}
              onChange={(event) => {
                const clock = parseClock(event.currentTarget.value);
                if (clock !== null) write({ at: clock });
              }}
            />
          )}
        </Field>
        <Field id={`${id}a`} label={i18n.t('schedule.name')}>
          {(field) => (
            <select
              {...field}
              value={anchor ?? ''}
              onChange={(event) => {
                write({ anchor: anchors.find((each) => each === event.currentTarget.value) ?? '' });
              }}
            >
              <option value="">{i18n.t('schedule.noName')}</option>
              {anchors.map((each) => (
                <option key={each} value={each}>
                  {i18n.t(`schedule.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id={`${id}s`} label={i18n.t('schedule.share')}>
          {(field) => (
            <input
              {...field}
              type="number"
              inputMode="numeric"
              step={1}
              min={0}
              max={100}
              placeholder={i18n.t('schedule.byHours')}
              value={share === undefined ? '' : String(Math.round(share * 100))}
              onChange={(event) => {
                const { value } = event.currentTarget;
                write({ share: value === '' ? '' : Number(value) / 100 });
              }}
            />
          )}
        </Field>
        <button
          type="button"
          class="link"
          aria-label={i18n.t('schedule.removeOf', [clockTime(at)])}
          onClick={onRemove}
        >
          {i18n.t('schedule.remove')}
        </button>
      </div>
    </li>
  );
}
