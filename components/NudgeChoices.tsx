import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import { enoughMoments, type NudgeEffect } from '../lib/domain/nudge/effect';
import { drives as allDrives, mostDrives, type Drive } from '../lib/domain/nudge/drive';
import type { NudgePreview } from '../lib/domain/nudge/preview';
import { Choice } from './Choice';
import { clockTime } from './clockTime';
import { dayText } from './dayText';
import { formatCount } from './formatCount';
import { nudgeText } from './nudgeText';

export interface NudgeChoicesProps {
  readonly on: boolean;
  /** Foothold switched them off by itself. */
  readonly stopped: boolean;
  readonly drives: readonly Drive[];
  /** `null` while it is being reckoned. */
  readonly effect: NudgeEffect | null;
  /** `null` while it is being reckoned, and where there is no day to show. */
  readonly preview: NudgePreview | null;
  readonly onTurn: (on: boolean) => void;
  readonly onDrives: (drives: readonly Drive[]) => void;
}

/** Whether Foothold speaks up, in which words, what it would have said, and whether that helps. */
export function NudgeChoices(props: NudgeChoicesProps) {
  const { on, stopped, drives, effect, preview } = props;
  const id = useId();
  const full = drives.length >= mostDrives;
  return (
    <>
      <Choice
        label={i18n.t('nudges.on')}
        hint={i18n.t('nudges.lead')}
        problem={stopped ? i18n.t('nudges.stopped') : ''}
        on={on}
        onChange={props.onTurn}
      />
      <div class="editor">
        <fieldset class="drives" aria-describedby={id}>
          <legend>{i18n.t('nudges.drives')}</legend>
          {allDrives.map((drive) => (
            <label class="check" key={drive}>
              <input
                type="checkbox"
                checked={drives.includes(drive)}
                disabled={full && !drives.includes(drive)}
                onChange={(event) => {
                  const rest = drives.filter((one) => one !== drive);
                  props.onDrives(event.currentTarget.checked ? [...rest, drive] : rest);
                }}
              />
              {i18n.t(`drive.${drive}.name`)}
            </label>
          ))}
          <p class="hint" id={id} role="status">
            {full && i18n.t('nudges.full')}
          </p>
        </fieldset>
      </div>
      <div class="editor">
        {preview && <Preview {...preview} />}
        {effect && (
          <div>
            <h3>{i18n.t('nudges.effect.title')}</h3>
            <p>{effectText(effect)}</p>
          </div>
        )}
      </div>
    </>
  );
}

function Preview({ day, said }: NudgePreview) {
  const on = [dayText(day, 'weekdayLong')] as const;
  if (said.length === 0) return <p>{i18n.t('nudges.nothing', [...on])}</p>;
  return (
    <div>
      <h3>{i18n.t('nudges.preview', [...on])}</h3>
      <ul class="said">
        {said.map((nudge) => (
          <li key={nudge.at}>
            <time>{clockTime(nudge.minute)}</time>{' '}
            <span>
              {nudgeText(nudge)}{' '}
              {nudge.drive && <small>{i18n.t(`drive.${nudge.drive}.why`)}</small>}
            </span>
          </li>
        ))}
      </ul>
      <p class="hint">{i18n.t('nudges.without')}</p>
    </div>
  );
}

const signed = new Intl.NumberFormat(undefined, {
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

function effectText(effect: NudgeEffect): string {
  const moments = formatCount(effect.moments);
  if (!effect.known) return i18n.t('nudges.effect.unknown', [moments, formatCount(enoughMoments)]);
  const { added, low, high } = effect;
  const figures = [added, low, high].map((value) => signed.format(value)) as [
    string,
    string,
    string,
  ];
  return i18n.t('nudges.effect.known', [...figures, moments]);
}
