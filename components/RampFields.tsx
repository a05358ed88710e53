import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import type { DayKey } from '../lib/domain/day';
import type { Goal } from '../lib/domain/goal';
import { halfStep, rampTargets, type Ramp, type RampStanding } from '../lib/domain/ramp';
import { formatCount } from './formatCount';
import { NumberField } from './NumberField';
import { SelectField } from './SelectField';

export interface RampFieldsProps {
  /** A possible goal per day or week. */
  readonly goal: Goal;
  readonly day: DayKey;
  /** Where its ramp is today; null where it has none, or has not begun. */
  readonly standing: RampStanding | null;
  /** What four weeks gave, in actions of the goal's period; null while that is unknown. */
  readonly mean: number | null;
  /** Probability of a target in the present period; null while nothing is known. */
  readonly chance: ((target: number) => number) | null;
  readonly onChange: (changes: {
    readonly ramp: Ramp | undefined;
    readonly target?: number;
  }) => void;
}

const usualRaise = 1.5;

/** The way up in steps: a little more each week, until the target. */
export function RampFields({ goal, day, standing, mean, chance, onChange }: RampFieldsProps) {
  const id = useId();
  const { ramp, target } = goal;
  const [start, setStart] = useState(String(Math.round((mean ?? target) * 10) / 10));
  const [step, setStep] = useState('5');
  const [mode, setMode] = useState<Ramp['mode']>('additive');
  const base = Number(start);
  const rate = Number(step) / 100;
  const end = target > base ? target : Math.round(base * usualRaise);
  const problem = !(base > 0) || start === '' ? i18n.t('problem.ramp_without_base') : '';
  const stepProblem = rate >= 0.01 && rate <= 0.5 ? '' : i18n.t('problem.ramp_step_out_of_range');
  const wanted: Ramp = { base, step: rate, mode, from: day };

  if (ramp) {
    const targets = rampTargets(ramp, target);
    const { step: on, target: present } = standing ?? { step: 0, target: 0 };
    const gentler = chance && halfStep(ramp, target, { step: on, target: present }, day, chance);
    return (
      <div class="note">
        <p>
          {waysUp(targets)}{' '}
          {on > 0 && i18n.t('ramp.step', [formatCount(on), formatCount(targets.length)])}
        </p>
        {gentler && (
          <p>
            {i18n.t('goals.rampSteep', [formatCount(gentler.next)])}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                onChange({ ramp: gentler.ramp });
              }}
            >
              {i18n.t('goals.rampHalf')}
            </button>
          </p>
        )}
        <button
          type="button"
          class="link"
          onClick={() => {
            onChange({ ramp: undefined });
          }}
        >
          {i18n.t('goals.endRamp')}
        </button>
      </div>
    );
  }
  return (
    <details class="move">
      <summary>{i18n.t('goals.ramp')}</summary>
      <p class="hint">{i18n.t('goals.rampHint')}</p>
      <div class="fields">
        <NumberField
          id={`${id}b`}
          label={i18n.t('goals.rampBase')}
          value={start}
          step="any"
          problem={problem}
          hint={mean === null ? '' : i18n.t('goals.rampMean')}
          onInput={setStart}
        />
        <NumberField
          id={`${id}s`}
          label={i18n.t('goals.rampStep')}
          value={step}
          step="any"
          problem={stepProblem}
          onInput={setStep}
        />
        <SelectField
          id={`${id}m`}
          label={i18n.t('goals.rampMode')}
          value={mode}
          options={[
            ['additive', i18n.t('goals.rampAdditive')],
            ['compound', i18n.t('goals.rampCompound')],
          ]}
          onChange={setMode}
        />
        <button
          type="button"
          disabled={problem + stepProblem !== ''}
          onClick={() => {
            onChange({ ramp: wanted, target: end });
          }}
        >
          {i18n.t('goals.rampNow')}
        </button>
      </div>
      {problem + stepProblem === '' && (
        <p class="hint" role="status">
          {waysUp(rampTargets(wanted, end))}
        </p>
      )}
    </details>
  );
}

/** "21, 22, 23 … 30: 10 weeks." */
function waysUp(targets: readonly number[]): string {
  const short = targets.length > 5;
  const shown = short ? targets.slice(0, 3) : targets;
  const last = targets.at(-1) ?? 0;
  const way = shown.map(formatCount).join(', ') + (short ? ` … ${formatCount(last)}` : '');
  return i18n.t('goals.rampWay', targets.length, [way, formatCount(targets.length)]);
}
