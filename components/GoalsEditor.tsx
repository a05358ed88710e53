import { i18n } from '#i18n';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { actionKinds } from '../lib/domain/action';
import { checkGoal, defaultRange, type Goal } from '../lib/domain/goal';
import type { Forecast } from '../lib/domain/odds/forecast';
import { tooUnlikely } from '../lib/domain/odds/tooUnlikely';
import { draftedGoal } from './draftedGoal';
import { formatCount } from './formatCount';
import { goalDraft, type GoalDraft } from './goalDraft';
import { GoalFields } from './GoalFields';
import type { EditedGoal } from './editedGoal';

export interface GoalsEditorProps {
  /** In the rep's order. When they change, as they do once saved, the editor starts over from them. */
  readonly goals: readonly EditedGoal[];
  /** All goals that remain, in the rep's order; only ever possible ones. */
  readonly onSave: (goals: readonly EditedGoal[]) => void;
  /** Of a goal that is possible but for its target; nothing while the rep's past has not been read. */
  readonly oddsOf?: ((id: string | null, goal: Goal) => Forecast | null) | undefined;
}

const plenty = 3;
const most = 5;

/** The rep's goals: what, how many, by when. Nothing is saved while one of them is impossible. */
export function GoalsEditor({ goals, onSave, oddsOf }: GoalsEditorProps) {
  const [drafts, setDrafts] = useState(() => goals.map((goal, key) => goalDraft(goal, key)));
  const [from, setFrom] = useState(JSON.stringify(goals));
  /** How often saving was refused. */
  const [refused, setRefused] = useState(0);
  const [saved, setSaved] = useState(false);
  const nextKey = useRef(goals.length);
  const form = useRef<HTMLFormElement>(null);
  const pressed = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);
  useLayoutEffect(() => {
    // A row that changes its place in the document loses the focus.
    pressed.current?.focus();
    pressed.current = null;
  }, [drafts]);
  if (from !== JSON.stringify(goals)) {
    // A goal that was new has its id now; saving it again must not make another one.
    setFrom(JSON.stringify(goals));
    setDrafts(goals.map((goal, key) => goalDraft(goal, key)));
    nextKey.current = goals.length;
  }
  const kept = drafts.filter(({ removed }) => !removed);
  const daily = kept.filter(({ period }) => period === 'day').length;
  const blocked = refused > 0 && kept.some((draft) => !mayBeSaved(draft));

  /** The odds that speak against saving a goal. */
  function unlikely(draft: GoalDraft): Forecast | null {
    const goal = draftedGoal(draft);
    if (checkGoal(goal).length > 0) return null;
    const forecast = oddsOf?.(draft.id, goal);
    const before = goals.find(({ id }) => id !== null && id === draft.id)?.goal;
    return forecast && tooUnlikely(goal, before, forecast) ? forecast : null;
  }

  function mayBeSaved(draft: GoalDraft): boolean {
    return checkGoal(draftedGoal(draft)).length === 0 && !unlikely(draft);
  }

  function change(key: number, changes: Partial<GoalDraft>) {
    setSaved(false);
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)));
  }

  function move(draft: GoalDraft, by: -1 | 1, button: HTMLElement) {
    const neighbour = kept[kept.indexOf(draft) + by];
    if (!neighbour) return;
    pressed.current = button;
    setSaved(false);
    setDrafts(
      drafts.map((each) => (each === draft ? neighbour : each === neighbour ? draft : each)),
    );
  }

  function add() {
    setSaved(false);
    const used = new Set(kept.flatMap(({ kinds }) => kinds));
    const kind = actionKinds.find((each) => !used.has(each)) ?? 'call';
    const goal = {
      period: 'day' as const,
      kinds: [kind] as const,
      target: 10,
      ...defaultRange(10),
    };
    setDrafts([...drafts, goalDraft({ id: null, goal }, nextKey.current++)]);
  }

  function save(event: SubmitEvent) {
    event.preventDefault();
    const wanted = kept.map((draft) => ({ id: draft.id, goal: draftedGoal(draft) }));
    if (wanted.length > most || !kept.every(mayBeSaved)) {
      setRefused(refused + 1);
      return;
    }
    setRefused(0);
    setSaved(true);
    setDrafts(kept);
    onSave(wanted);
  }

  return (
    <form class="editor" noValidate onSubmit={save} ref={form} aria-label={i18n.t('goals.title')}>
      {kept.length === 0 && <p class="hint">{i18n.t('goals.empty')}</p>}
      <ol class="cards">
        {drafts.map((draft) => (
          <li key={draft.key} class={draft.removed ? 'removed' : ''}>
            <GoalFields
              draft={draft}
              first={draft === kept[0]}
              last={draft === kept.at(-1)}
              tried={refused > 0}
              oddsOf={oddsOf}
              unlikely={refused > 0 ? unlikely(draft) : null}
              onChange={(changes) => {
                change(draft.key, changes);
              }}
              onMove={(by, button) => {
                move(draft, by, button);
              }}
            />
          </li>
        ))}
      </ol>
      {daily > plenty && kept.length <= most && <p class="note">{i18n.t('goals.plenty')}</p>}
      {kept.length > most && (
        <p class="problem" role="alert">
          {i18n.t('goals.tooMany', [formatCount(most)])}
        </p>
      )}
      <div class="acts">
        {kept.length < most ? (
          <button type="button" onClick={add}>
            {i18n.t('goals.add')}
          </button>
        ) : (
          <p class="hint">{i18n.t('goals.most', [formatCount(most)])}</p>
        )}
        <button type="submit" class="go">
          {i18n.t('goals.save')}
        </button>
      </div>
      {blocked && <p class="problem">{i18n.t('form.blocked')}</p>}
      <p role="status" class={saved ? 'saved' : 'quiet'}>
        {saved && i18n.t('goals.saved')}
      </p>
    </form>
  );
}
