import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import { builtInKinds } from '../lib/domain/action';
import { familyOf } from '../lib/domain/family';
import { freePlace, longestName, nameProblem, type NamedKind } from '../lib/domain/ownKinds';
import { formatCount } from './formatCount';
import { kindName } from './kindName';
import { SelectField } from './SelectField';
import { TextField } from './TextField';

export interface OwnKindsEditorProps {
  readonly kinds: readonly NamedKind[];
  /** All of them, after one change; only ever possible ones. */
  readonly onSave: (kinds: readonly NamedKind[]) => void;
}

const families = ['activity', 'outcome'] as const;

/** What the rep does and Foothold does not know: named here, logged by one click, and counted like everything else. */
export function OwnKindsEditor({ kinds, onSave }: OwnKindsEditorProps) {
  const id = useId();
  const [name, setName] = useState('');
  const [family, setFamily] = useState<(typeof families)[number]>('activity');
  const [tried, setTried] = useState(false);
  const place = freePlace(kinds, family);
  const wrong = nameProblem(kinds, name, builtInNames());
  const problem = place === null ? i18n.t('ownKinds.full') : wrong ? problemOf(wrong) : '';

  function add(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (wrong || place === null) return;
    onSave([...kinds, { kind: place, name: name.trim() }]);
    setName('');
    setTried(false);
  }

  return (
    <form class="editor" noValidate onSubmit={add} aria-label={i18n.t('ownKinds.title')}>
      <h3>{i18n.t('ownKinds.title')}</h3>
      <p class="hint">{i18n.t('ownKinds.lead')}</p>
      {kinds.length > 0 && (
        <ul class="cards">
          {kinds.map((one) => (
            <OwnKindFields
              key={one.kind}
              own={one}
              kinds={kinds}
              onChange={(changed) => {
                onSave(kinds.map((each) => (each === one ? changed : each)));
              }}
            />
          ))}
        </ul>
      )}
      <div class="fields">
        <TextField
          id={`${id}n`}
          label={i18n.t('ownKinds.name')}
          value={name}
          problem={tried ? problem : ''}
          onInput={setName}
        />
        <SelectField
          id={`${id}f`}
          label={i18n.t('ownKinds.is')}
          value={family}
          options={families.map((each) => [each, i18n.t(`more.${each}`)] as const)}
          onChange={setFamily}
        />
        <button type="submit">{i18n.t('ownKinds.add')}</button>
      </div>
    </form>
  );
}

/** What Foothold calls its own kinds, one and many of each. */
function builtInNames(): readonly string[] {
  return builtInKinds.flatMap((kind) => [kindName(kind, 1), kindName(kind, 2)]);
}

interface OwnKindFieldsProps {
  readonly own: NamedKind;
  readonly kinds: readonly NamedKind[];
  readonly onChange: (own: NamedKind) => void;
}

function OwnKindFields({ own, kinds, onChange }: OwnKindFieldsProps) {
  const id = useId();
  const [name, setName] = useState(own.name);
  const wrong = nameProblem(kinds, name, builtInNames(), own.kind);
  const { retired, ...offered } = own;
  return (
    <li>
      <div class="fields">
        <TextField
          id={id}
          label={i18n.t(`more.${familyOf({ kinds: [own.kind] })}`)}
          value={name}
          problem={wrong ? problemOf(wrong) : ''}
          hint={retired ? i18n.t('ownKinds.retired') : ''}
          onInput={setName}
        />
        {!wrong && name.trim() !== own.name && (
          <button
            type="button"
            class="go"
            onClick={() => {
              onChange({ ...own, name: name.trim() });
            }}
          >
            {i18n.t('ownKinds.rename')}
          </button>
        )}
        <button
          type="button"
          class="link"
          aria-label={i18n.t(retired ? 'ownKinds.bringBackOf' : 'ownKinds.retireOf', [own.name])}
          onClick={() => {
            onChange(retired ? offered : { ...own, retired: true });
          }}
        >
          {i18n.t(retired ? 'ownKinds.bringBack' : 'ownKinds.retire')}
        </button>
      </div>
    </li>
  );
}

function problemOf(problem: NonNullable<ReturnType<typeof nameProblem>>): string {
  return problem === 'too-long'
    ? i18n.t('ownKinds.tooLong', [formatCount(longestName)])
    : i18n.t(`ownKinds.${problem}`);
}
