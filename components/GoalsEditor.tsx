import { i18n } from '#i18n';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { outcomesWithoutActivity } from '../lib/domain/family';
import { focusOf, mostActive } from '../lib/domain/focus';
import { askTwice, checkGoal, defaultRange, waitsInVain, type Goal } from '../lib/domain/goal';
import type { Forecast } from '../lib/domain/odds/forecast';
import { tooUnlikely } from '../lib/domain/odds/tooUnlikely';
import { qualityOf } from '../lib/domain/quality';
import { byValue } from '../lib/domain/value';
import { draftedGoal } from './draftedGoal';
import { draftVerdict, editedDraft } from './draftVerdict';
import { FocusQuestion } from './FocusQuestion';
import { formatCount } from './formatCount';
import { goalDraft, type GoalDraft } from './goalDraft';
import { GoalFields } from './GoalFields';
import type { GoalGround } from './goalGround';
import { goalName } from './goalName';
import type { EditedGoal } from './editedGoal';
import { kindsToPick } from './ownKinds';
import { SavedNote } from './SavedNote';
import { SayGoal } from './SayGoal';
import { useSaving } from './useSaving';
import { withTerm } from './withTerm';

export interface GoalsEditorProps {
  /** In the rep's order. When they change, as they do once saved, the editor starts over from them. */
  readonly goals: readonly EditedGoal[];
  readonly ground: GoalGround;
  /** All goals that remain, in the rep's order; only ever possible ones. */
  readonly onSave: (goals: readonly EditedGoal[]) => Promise<unknown>;
  /** Of a goal that is possible but for its target; nothing while the rep's past has not been read. */
  readonly oddsOf?: ((id: string | null, goal: Goal) => Forecast | null) | undefined;
}

/** The rep's goals: what, how many, by when. Nothing is saved while one of them is impossible. */
export function GoalsEditor({ goals, ground, onSave, oddsOf }: GoalsEditorProps) {
  const [drafts, setDrafts] = useState(() => goals.map((goal, key) => goalDraft(goal, key)));
  const [from, setFrom] = useState(JSON.stringify(goals));
  /** How often saving was refused. */
  const [refused, setRefused] = useState(0);
  const { saving, changed, send } = useSaving();
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
  const active = kept.filter(({ terms }) => !terms.parked);
  const daily = active.filter(({ period }) => period === 'day');
  const { verdict } = focusOf(active.map(draftedGoal));
  const alone = outcomesWithoutActivity(active.map((draft) => ({ goal: draftedGoal(draft) })));
  const ranked = ranking(active, ground);
  const savable = (draft: GoalDraft) =>
    draft.terms.parked === true ||
    (draftVerdict(draft, ground).savable && !unlikely(draft) && !isTwin(draft) && !isInVain(draft));
  const blocked = refused > 0 && !kept.every(savable);

  /** Whether it waits for the goal above it, and would be reached before it begins. */
  function isInVain(draft: GoalDraft): boolean {
    const above = active[active.indexOf(draft) - 1];
    return above !== undefined && waitsInVain(draftedGoal(draft), draftedGoal(above));
  }

  function isTwin(draft: GoalDraft): boolean {
    return active.some((each) => each !== draft && askTwice(draftedGoal(draft), draftedGoal(each)));
  }

  /** The odds that speak against saving a goal. */
  function unlikely(draft: GoalDraft): Forecast | null {
    const goal = draftedGoal(draft);
    if (checkGoal(goal).length > 0) return null;
    const forecast = oddsOf?.(draft.id, goal);
    const before = goals.find(({ id }) => id !== null && id === draft.id)?.goal;
    return forecast && tooUnlikely(goal, before, forecast) ? forecast : null;
  }

  function change(key: number, changes: Partial<GoalDraft>) {
    changed();
    const next = drafts.map((draft) =>
      draft.key === key ? possibleAtRest({ ...draft, ...changes }) : draft,
    );
    // What does not rest says why.
    if (changes.terms?.parked && next.some((one) => one.key === key && !one.terms.parked))
      setRefused(refused + 1);
    setDrafts(next);
  }

  function move(draft: GoalDraft, by: -1 | 1, button: HTMLElement) {
    const neighbour = kept[kept.indexOf(draft) + by];
    if (!neighbour) return;
    pressed.current = button;
    changed();
    setDrafts(
      drafts.map((each) => (each === draft ? neighbour : each === neighbour ? draft : each)),
    );
  }

  function append(goal: Goal) {
    changed();
    setDrafts([...drafts, goalDraft({ id: null, goal }, nextKey.current++)]);
  }

  function add() {
    const used = new Set(kept.flatMap(({ kinds }) => kinds));
    const kind = kindsToPick().find((each) => !used.has(each)) ?? 'call';
    append({ period: 'day', kinds: [kind], target: 10, ...defaultRange(10) });
  }

  function save(event: SubmitEvent) {
    event.preventDefault();
    if (verdict === 'refused' || !kept.every(savable)) {
      setRefused(refused + 1);
      return;
    }
    setRefused(0);
    setDrafts(kept);
    send(() => onSave(kept.map((draft) => editedDraft(draft, ground))));
  }

  return (
    <form class="editor" noValidate onSubmit={save} ref={form} aria-label={i18n.t('goals.title')}>
      {kept.length === 0 && <p class="hint">{i18n.t('goals.empty')}</p>}
      <ol class="cards">
        {drafts.map((draft) => (
          <li key={draft.key} class={draft.removed ? 'removed' : ''}>
            <GoalFields
              draft={draft}
              ground={ground}
              others={active.filter((each) => each !== draft).map(draftedGoal)}
              first={draft === kept[0]}
              last={draft === kept.at(-1)}
              tried={refused > 0}
              oddsOf={oddsOf}
              unlikely={refused > 0 ? unlikely(draft) : null}
              inVain={isInVain(draft)}
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
      {verdict === 'ask' && (
        <FocusQuestion
          daily={daily}
          onPark={({ key, terms }) => {
            change(key, { terms: withTerm(terms, 'parked', true) });
          }}
        />
      )}
      {verdict === 'refused' && (
        <p class="problem" role="alert">
          {i18n.t('goals.tooMany', [formatCount(mostActive)])}
        </p>
      )}
      {alone.map(({ goal }) => (
        <p class="note" key={goalName(goal)}>
          {i18n.t('goals.outcomeAlone', [goalName(goal)])}
        </p>
      ))}
      <SayGoal ground={ground} onAdd={append} />
      <div class="acts">
        {active.length < mostActive ? (
          <button type="button" onClick={add}>
            {i18n.t('goals.add')}
          </button>
        ) : (
          <p class="hint">{i18n.t('goals.most', [formatCount(mostActive)])}</p>
        )}
        {ranked && (
          <button
            type="button"
            onClick={() => {
              changed();
              setDrafts([...ranked, ...drafts.filter((draft) => !ranked.includes(draft))]);
            }}
          >
            {i18n.t('goals.byValue')}
          </button>
        )}
        <button type="submit" class="go">
          {i18n.t('goals.save')}
        </button>
      </div>
      {blocked && <p class="problem">{i18n.t('form.blocked')}</p>}
      <SavedNote saving={saving} text={i18n.t('goals.saved')} />
    </form>
  );
}

/**
 * A goal at rest shows no fields to put it right in, so one that cannot be rests as it was saved, and a new one does not
 * rest.
 */
function possibleAtRest(draft: GoalDraft): GoalDraft {
  const { key, id, saved, later, terms } = draft;
  if (!terms.parked || checkGoal(draftedGoal(draft)).length === 0) return draft;
  if (!saved) return { ...draft, terms: withTerm(terms, 'parked', undefined) };
  const before = goalDraft({ id, goal: saved, ...(later && { later }) }, key);
  return { ...before, terms: withTerm(before.terms, 'parked', true) };
}

/**
 * The goals by what they are worth a minute, of equals the one that is done better, where at least two say so and another
 * order than the present follows.
 */
function ranking(
  active: readonly GoalDraft[],
  { tallies, day }: GoalGround,
): readonly GoalDraft[] | null {
  const known = active.flatMap((draft) => {
    const { worth, minutes } = draft.terms;
    if (worth === undefined || minutes === undefined || !(minutes > 0)) return [];
    const quality = qualityOf(tallies, draft.kinds, day);
    return [{ draft, worth: { conversion: 1, value: worth, minutes }, quality }];
  });
  if (known.length < 2) return null;
  const best = byValue(known).map(({ draft }) => draft);
  return best.some((draft, index) => draft !== known[index]?.draft) ? best : null;
}
