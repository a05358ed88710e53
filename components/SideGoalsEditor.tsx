import { i18n } from '#i18n';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isUnit } from '../lib/domain/amount';
import {
  checkSideGoal,
  leastJudged,
  measuresOf,
  mostSideGoals,
  sidePeriods,
  type EditedSideGoal,
  type SideGoal,
} from '../lib/domain/sideGoal';
import { mostTarget } from '../lib/domain/goal';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { withNumbers } from './hiddenNumbers';
import { kindTitle } from './kindTitle';
import { kindsToPick } from './ownKinds';
import { NumberField } from './NumberField';
import { problemText } from './problemText';
import { SavedNote } from './SavedNote';
import { SelectField } from './SelectField';
import { tagName } from './tagName';
import { useSaving } from './useSaving';

export interface SideGoalsEditorProps {
  /** In the rep's order. When they change, as they do once saved, the editor starts over from them. */
  readonly goals: readonly EditedSideGoal[];
  /** All that remain; only ever possible ones. */
  readonly onSave: (goals: readonly EditedSideGoal[]) => Promise<unknown>;
}

const usual = { target: 30, period: 'week' } as const;
const shares: readonly SideGoal[] = (['connected', 'next', 'senior'] as const).map((what) => ({
  ...usual,
  kind: 'call',
  what,
}));
const amounts: readonly SideGoal[] = (['minutes', 'pages'] as const).map((what) => ({
  ...usual,
  kind: 'learning',
  what,
}));

const offers = [
  ['side.addShare', shares],
  ['side.addAmount', amounts],
] as const;

/** Goals for how good the work is, and for what the rep grows by. Nothing is saved while one of them is impossible. */
export function SideGoalsEditor({ goals, onSave }: SideGoalsEditorProps) {
  const [from, setFrom] = useState(goals);
  const [drafts, setDrafts] = useState(() => draftsOf(goals));
  const [refused, setRefused] = useState(0);
  const { saving, changed, send } = useSaving();
  const nextKey = useRef(goals.length);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);
  if (JSON.stringify(from) !== JSON.stringify(goals)) {
    setFrom(goals);
    setDrafts(draftsOf(goals));
    nextKey.current = goals.length;
  }
  const problemOf = (draft: Draft) =>
    checkSideGoal(
      draft.side,
      drafts.filter((other) => other !== draft).map(({ side }) => side),
    );
  const blocked = drafts.some(problemOf);

  /** The first of these that is not there yet. */
  function add(suggested: readonly SideGoal[]) {
    const used = new Set(drafts.map(({ side }) => side.what));
    const side = suggested.find(({ what }) => !used.has(what)) ?? suggested[0];
    if (side) change([...drafts, { key: nextKey.current++, id: null, side }]);
  }

  function change(next: readonly Draft[]) {
    changed();
    setDrafts(next);
  }

  function save(event: SubmitEvent) {
    event.preventDefault();
    if (blocked) {
      setRefused(refused + 1);
      return;
    }
    setRefused(0);
    send(() => onSave(drafts.map(({ id, side }) => ({ id, side }))));
  }

  return (
    <form class="editor" noValidate ref={form} onSubmit={save} aria-label={i18n.t('side.title')}>
      <h3>{i18n.t('side.title')}</h3>
      <p class="hint">{i18n.t('side.hint', [withNumbers(() => formatCount(leastJudged))])}</p>
      <ol class="cards">
        {drafts.map((draft) => {
          const problem = problemOf(draft);
          // An empty field is left in peace until saving is tried.
          const typing = Number.isNaN(draft.side.target) && refused === 0;
          return (
            <li key={draft.key}>
              <SideGoalFields
                side={draft.side}
                problem={problem && !typing ? problemText(problem) : ''}
                onChange={(side) => {
                  change(drafts.map((each) => (each === draft ? { ...draft, side } : each)));
                }}
                onRemove={() => {
                  change(drafts.filter((each) => each !== draft));
                }}
              />
            </li>
          );
        })}
      </ol>
      <div class="acts">
        {drafts.length < mostSideGoals ? (
          offers.map(([label, suggested]) => (
            <button
              type="button"
              key={label}
              onClick={() => {
                add(suggested);
              }}
            >
              {i18n.t(label)}
            </button>
          ))
        ) : (
          <p class="hint">{i18n.t('side.most', [withNumbers(() => formatCount(mostSideGoals))])}</p>
        )}
        {(drafts.length > 0 || goals.length > 0) && (
          <button type="submit" class="go">
            {i18n.t('side.save')}
          </button>
        )}
      </div>
      {blocked && refused > 0 && <p class="problem">{i18n.t('form.blocked')}</p>}
      <SavedNote saving={saving} text={i18n.t('side.saved')} />
    </form>
  );
}

interface Draft extends EditedSideGoal {
  readonly key: number;
}

function draftsOf(goals: readonly EditedSideGoal[]): readonly Draft[] {
  return goals.map((goal, key) => ({ ...goal, key }));
}

interface SideGoalFieldsProps {
  readonly side: SideGoal;
  /** A sentence; empty while all is well. */
  readonly problem: string;
  readonly onChange: (side: SideGoal) => void;
  readonly onRemove: () => void;
}

function SideGoalFields({ side, problem, onChange, onRemove }: SideGoalFieldsProps) {
  const id = useId();
  const { kind, what, target, period } = side;
  const name = goalName({ kinds: [kind], what });
  return (
    <fieldset>
      <legend>{name}</legend>
      <div class="tools">
        <button
          type="button"
          class="link"
          aria-label={i18n.t('goals.removeOf', [name])}
          onClick={onRemove}
        >
          {i18n.t('goals.remove')}
        </button>
      </div>
      <div class="fields">
        <NumberField
          id={`${id}n`}
          label={i18n.t(isUnit(what) ? 'side.target' : 'side.percent')}
          value={Number.isNaN(target) ? '' : String(target)}
          min={1}
          max={isUnit(what) ? mostTarget : 100}
          problem={problem}
          onInput={(value) => {
            onChange({ ...side, target: value.trim() === '' ? NaN : Number(value) });
          }}
        />
        <SelectField
          id={`${id}k`}
          label={i18n.t('side.kind')}
          value={kind}
          options={kindsToPick()
            .filter((each) => measuresOf(each).length > 0)
            .map((each) => [each, kindTitle(each, 2)] as const)}
          onChange={(chosen) => {
            const possible = measuresOf(chosen);
            const kept = possible.find((each) => each === what) ?? possible[0];
            if (kept) onChange({ ...side, kind: chosen, what: kept });
          }}
        />
        <SelectField
          id={`${id}w`}
          label={i18n.t('side.what')}
          value={what}
          options={measuresOf(kind).map((each) => [each, tagName(each)] as const)}
          onChange={(chosen) => {
            onChange({ ...side, what: chosen });
          }}
        />
        <SelectField
          id={`${id}p`}
          label={i18n.t('goals.period')}
          value={period}
          options={sidePeriods.map((each) => [each, i18n.t(`goals.${each}`)] as const)}
          onChange={(chosen) => {
            onChange({ ...side, period: chosen });
          }}
        />
      </div>
    </fieldset>
  );
}
