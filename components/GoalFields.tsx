import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import { checkGoal, defaultRange, mostTarget, type GoalProblem } from '../lib/domain/goal';
import type { Forecast } from '../lib/domain/odds/forecast';
import { draftedGoal } from './draftedGoal';
import { Field } from './Field';
import { formatCount } from './formatCount';
import type { GoalDraft } from './goalDraft';
import { goalName } from './goalName';
import { GoalOdds } from './GoalOdds';
import type { GoalsEditorProps } from './GoalsEditor';
import { Icon } from './Icon';
import { KindPicker } from './KindPicker';
import { problemText } from './problemText';
import { unlikelyText } from './unlikelyText';

export interface GoalFieldsProps {
  readonly draft: GoalDraft;
  readonly first: boolean;
  readonly last: boolean;
  /** Saving was tried: from then on an empty field is a problem, too. */
  readonly tried: boolean;
  readonly oddsOf: GoalsEditorProps['oddsOf'];
  /** The odds for which it is not saved. */
  readonly unlikely: Forecast | null;
  readonly onChange: (changes: Partial<GoalDraft>) => void;
  readonly onMove: (by: -1 | 1, button: HTMLElement) => void;
}

/** One goal's fields. */
export function GoalFields(props: GoalFieldsProps) {
  const { draft, first, last, tried, oddsOf, unlikely, onChange, onMove } = props;
  const id = useId();
  const goal = draftedGoal(draft);
  const name = draft.kinds.length ? goalName(draft) : i18n.t('goals.noKinds');
  if (draft.removed) {
    return (
      <p class="gone">
        {i18n.t('goals.removed', [name])}
        <button
          type="button"
          class="link"
          onClick={() => {
            onChange({ removed: false });
          }}
        >
          {i18n.t('goals.restore')}
        </button>
      </p>
    );
  }
  const problems = checkGoal(goal);
  /** The first problem of a field; an empty one is left in peace until saving is tried. */
  const problem = (value: string | null, codes: readonly GoalProblem[]) => {
    const code = value === '' && !tried ? undefined : codes.find((each) => problems.includes(each));
    return code ? problemText(code) : '';
  };
  const targetProblem =
    problem(draft.target, ['target-out-of-range', 'target-not-whole']) ||
    (unlikely ? unlikelyText(goal, unlikely) : '');
  const possible = checkGoal({ ...goal, target: 1, ...defaultRange(1) }).length === 0;
  const edges = [
    ['floor', ['floor-negative', 'floor-not-below-target']],
    ['ceiling', ['ceiling-not-above-target']],
  ] as const;
  return (
    <fieldset>
      <legend>{name}</legend>
      <KindPicker
        name={name}
        kinds={draft.kinds}
        problem={problem(null, ['no-kinds', 'duplicate-kinds'])}
        onChange={(kinds) => {
          onChange({ kinds });
        }}
      />
      <div class="fields">
        <Field id={`${id}t`} label={i18n.t('goals.target')} problem={targetProblem}>
          {(field) => (
            <input
              {...field}
              type="number"
              inputMode="numeric"
              min={1}
              max={mostTarget}
              step={1}
              value={draft.target}
              onInput={(event) => {
                onChange({ target: event.currentTarget.value });
              }}
            />
          )}
        </Field>
        <Field id={`${id}p`} label={i18n.t('goals.period')}>
          {(field) => (
            <select
              {...field}
              value={draft.period}
              onChange={(event) => {
                onChange({ period: event.currentTarget.value === 'week' ? 'week' : 'day' });
              }}
            >
              <option value="day">{i18n.t('goals.day')}</option>
              <option value="week">{i18n.t('goals.week')}</option>
            </select>
          )}
        </Field>
        {edges.map(([side, codes]) => (
          <Field
            key={side}
            id={id + side}
            label={i18n.t(`goals.${side}`)}
            // A range that follows an impossible target is not a second problem.
            problem={targetProblem || draft.target === '' ? '' : problem(draft[side], codes)}
            hint={draft[side] === null ? i18n.t('goals.follows') : ''}
          >
            {(field) => (
              <input
                {...field}
                type="number"
                inputMode="numeric"
                min={0}
                step={1}
                value={draft[side] ?? (Number.isFinite(goal[side]) ? String(goal[side]) : '')}
                onInput={(event) => {
                  onChange({ [side]: event.currentTarget.value });
                }}
                onBlur={(event) => {
                  if (event.currentTarget.value === '') onChange({ [side]: null });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <p class="hint">
        {!problems.length &&
          i18n.t('goals.meaning', [formatCount(goal.floor), formatCount(goal.ceiling)])}
      </p>
      {oddsOf && possible && (
        <GoalOdds
          goal={goal}
          forecast={oddsOf(draft.id, goal)}
          onTarget={(target) => {
            onChange({ target: String(target) });
          }}
        />
      )}
      <div class="tools">
        <button
          type="button"
          aria-label={i18n.t('goals.up', [name])}
          aria-disabled={first}
          onClick={(event) => {
            onMove(-1, event.currentTarget);
          }}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          aria-label={i18n.t('goals.down', [name])}
          aria-disabled={last}
          onClick={(event) => {
            onMove(1, event.currentTarget);
          }}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          class="link"
          aria-label={i18n.t('goals.removeOf', [name])}
          onClick={() => {
            onChange({ removed: true });
          }}
        >
          {i18n.t('goals.remove')}
        </button>
      </div>
    </fieldset>
  );
}
