import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import {
  planInputs,
  type PlanDifference,
  type PlanInputs,
  type PlanProblem,
  type ReturnedPlan,
} from '../lib/domain/planFile';
import { dayText } from './dayText';
import { differenceLines } from './differenceLines';
import { FileButton } from './FileButton';
import { planProblemText } from './planProblemText';
import { SavedNote } from './SavedNote';
import { TextField } from './TextField';
import { useSaving } from './useSaving';

export interface PlanExchangeProps {
  /** There is no goal to propose. */
  readonly empty: boolean;
  /** The file that was opened, or what is wrong with it; null before. */
  readonly returned: ReturnedPlan | PlanProblem | null;
  /** Whom the plan that was accepted last was agreed with; empty before. */
  readonly accepted: string;
  /** "34% likely"; empty where nothing is known. */
  readonly oddsOf: (difference: PlanDifference) => string;
  /** What the rep bases the plan on. */
  readonly inputs: PlanInputs;
  readonly onInputs: (inputs: PlanInputs) => void;
  readonly onSave: (as: 'markdown' | 'json') => void;
  readonly onOpen: (file: File) => void;
  readonly onAccept: () => Promise<unknown>;
  readonly onLeave: () => void;
}

/** The rep proposes, somebody agrees, and what comes back is looked at before it changes anything. */
export function PlanExchange(props: PlanExchangeProps) {
  const { empty, inputs, returned, accepted, oddsOf, onInputs, onSave, onOpen, onAccept, onLeave } =
    props;
  const id = useId();
  const { saving, changed, send } = useSaving();
  const problem = returned && 'why' in returned ? planProblemText(returned) : '';
  return (
    <div class="editor exchange" role="group" aria-labelledby={id}>
      <h3 id={id}>{i18n.t('plan.title')}</h3>
      <p class="hint">{i18n.t('plan.hint')}</p>
      <div class="fields">
        {planInputs.map((name) => (
          <TextField
            key={name}
            id={id + name}
            label={i18n.t(`plan.${name}`)}
            value={inputs[name] ?? ''}
            onInput={(text) => {
              const { [name]: _, ...others } = inputs;
              onInputs(text ? { ...others, [name]: text } : others);
            }}
          />
        ))}
      </div>
      <div class="acts">
        {(['markdown', 'json'] as const).map((as) => (
          <button
            type="button"
            key={as}
            disabled={empty}
            onClick={() => {
              onSave(as);
            }}
          >
            {i18n.t(`plan.${as}`)}
          </button>
        ))}
        <FileButton
          label={i18n.t('plan.open')}
          onOpen={(file) => {
            changed();
            onOpen(file);
          }}
        />
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {returned && !('why' in returned) && (
        <div class="note" role="group" aria-label={i18n.t('plan.difference')}>
          <p>
            <b>
              {i18n.t('plan.agreedWith', [
                returned.agreed.with,
                dayText(returned.agreed.on, 'full'),
              ])}
            </b>
          </p>
          <ul>
            {returned.differences.map((difference) => {
              const [first, ...more] = differenceLines(difference, oddsOf(difference));
              return (
                <li key={first}>
                  {first}
                  {more.map((line) => (
                    <small key={line}> {line}</small>
                  ))}
                </li>
              );
            })}
          </ul>
          <div class="acts">
            <button
              type="button"
              class="go"
              onClick={() => {
                send(onAccept);
              }}
            >
              {i18n.t('plan.accept')}
            </button>
            <button
              type="button"
              onClick={() => {
                changed();
                onLeave();
              }}
            >
              {i18n.t('plan.leave')}
            </button>
          </div>
        </div>
      )}
      <SavedNote
        saving={saving}
        text={accepted && i18n.t('plan.accepted', [accepted])}
        lost={i18n.t('form.again')}
      />
    </div>
  );
}
