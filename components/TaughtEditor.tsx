import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import type { TaughtProblem } from '../lib/domain/taughtFile';
import {
  countsEverySave,
  isOneAddress,
  longestTaughtName,
  mostTaught,
  type TaughtRule,
} from '../lib/domain/taughtRule';
import { Field } from './Field';
import { FileButton } from './FileButton';
import { formatCount } from './formatCount';
import { kindTitle } from './kindTitle';
import { kindsToPick } from './ownKinds';
import { proofText } from './proofText';
import { SelectField } from './SelectField';
import { taughtName } from './taughtName';

export interface TaughtEditorProps {
  readonly rules: readonly TaughtRule[];
  /** Where Foothold is on: `https://crm.example.com`. */
  readonly origins: readonly string[];
  /** What came of the file that was opened last: how many rules it added, or why it was not taken. */
  readonly opened?: number | TaughtProblem | null;
  readonly onChange: (id: TaughtRule['id'], changes: Partial<TaughtRule>) => void;
  readonly onRemove: (id: TaughtRule['id']) => void;
  readonly onSave: () => void;
  readonly onOpen: (file: File) => void;
}

/** The buttons that the rep has taught: what they are called, what they count and what shows that they worked. */
export function TaughtEditor({ rules, opened = null, ...props }: TaughtEditorProps) {
  const id = useId();
  return (
    <div class="editor" role="group" aria-labelledby={id}>
      <h3 id={id}>{i18n.t('taught.title')}</h3>
      {rules.length === 0 && <p class="hint">{i18n.t('taught.empty')}</p>}
      <ul class="cards">
        {rules.map((rule) => (
          <TaughtCard key={rule.id} rule={rule} {...props} />
        ))}
      </ul>
      <div class="acts">
        <button type="button" disabled={rules.length === 0} onClick={props.onSave}>
          {i18n.t('taught.export')}
        </button>
        <FileButton label={i18n.t('taught.import')} onOpen={props.onOpen} />
      </div>
      {opened !== null && typeof opened !== 'number' && (
        <p class="problem" role="alert">
          {problemText(opened)}
        </p>
      )}
      <p role="status" class={typeof opened === 'number' ? 'saved' : 'quiet'}>
        {typeof opened === 'number' &&
          (opened > 0
            ? i18n.t('taught.added', opened, [formatCount(opened)])
            : i18n.t('taught.nothingNew'))}
      </p>
    </div>
  );
}

interface TaughtCardProps extends Pick<TaughtEditorProps, 'origins' | 'onChange' | 'onRemove'> {
  readonly rule: TaughtRule;
}

function TaughtCard({ rule, origins, onChange, onRemove }: TaughtCardProps) {
  const id = useId();
  const { name, kind, origin, on, button, place, page, proofs } = rule;
  const change = (changes: Partial<TaughtRule>) => {
    onChange(rule.id, changes);
  };
  const asks = proofs.some(({ by }) => by === 'rep');
  return (
    <li class="taught">
      <div class="title">
        <label class="check">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              change({ on: event.currentTarget.checked });
            }}
          />
          <b>{taughtName(rule)}</b>
        </label>
        <button
          type="button"
          class="link"
          aria-label={i18n.t('taught.removeOf', [taughtName(rule)])}
          onClick={() => {
            onRemove(rule.id);
          }}
        >
          {i18n.t('taught.remove')}
        </button>
      </div>
      <p class="hint">
        {asks ? i18n.t('taught.asks') : i18n.t('taught.when', [proofText(proofs)])}{' '}
        {i18n.t('taught.button')}: <code>{button}</code> {i18n.t('taught.place')}:{' '}
        <code>{page ?? place}</code>
        {isOneAddress(rule) && ` ${i18n.t('taught.onlyHere')}`}
        {countsEverySave(rule) && ` ${i18n.t('taught.everySave')}`}
      </p>
      <div class="fields">
        <Field id={`${id}name`} label={i18n.t('taught.name')} problem="" hint="">
          {(field) => (
            <input
              {...field}
              type="text"
              maxLength={longestTaughtName}
              value={name}
              onChange={(event) => {
                change({ name: event.currentTarget.value.trim() });
              }}
            />
          )}
        </Field>
        <SelectField
          id={`${id}kind`}
          label={i18n.t('taught.kind')}
          value={kind}
          options={[...new Set([kind, ...kindsToPick()])].map(
            (each) => [each, kindTitle(each, 1)] as const,
          )}
          onChange={(chosen) => {
            change({ kind: chosen });
          }}
        />
        <SelectField
          id={`${id}origin`}
          label={i18n.t('taught.at')}
          value={origin}
          options={[...new Set([origin, ...origins])].map((each) => [each, each] as const)}
          onChange={(chosen) => {
            change({ origin: chosen });
          }}
        />
      </div>
    </li>
  );
}

function problemText(problem: TaughtProblem): string {
  switch (problem.why) {
    case 'tooMany':
      return i18n.t('taught.problem.tooMany', [formatCount(mostTaught)]);
    case 'damaged':
      return i18n.t('taught.problem.damaged', [formatCount(problem.at), problem.field]);
    case 'notJson':
    case 'notRules':
    case 'newer':
      return i18n.t(`taught.problem.${problem.why}`);
    default:
      return problem satisfies never;
  }
}
