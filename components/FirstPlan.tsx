import { i18n } from '#i18n';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { checkGoal, mostTarget, type Goal } from '../lib/domain/goal';
import { draftedGoal } from './draftedGoal';
import type { EditedGoal } from './editedGoal';
import { formatCount } from './formatCount';
import { goalDraft } from './goalDraft';
import { goalName } from './goalName';
import { NumberField } from './NumberField';
import { problemText } from './problemText';
import { SavedNote } from './SavedNote';
import { useSaving } from './useSaving';
import { WelcomeStep } from './WelcomeStep';

export interface FirstPlanProps {
  readonly goals: readonly EditedGoal[];
  /** What the company has set: part of the plan, not to be changed. */
  readonly company?: readonly { readonly id: string; readonly goal: Goal }[];
  /** Only ever possible ones. */
  readonly onAccept: (goals: readonly EditedGoal[]) => Promise<unknown>;
}

const targetProblems = ['target-out-of-range', 'target-not-whole'] as const;

/** The second step: the plan to start with, its numbers to change and nothing else. */
export function FirstPlan({ goals, company = [], onAccept }: FirstPlanProps) {
  const [drafts, setDrafts] = useState(() => goals.map((goal, key) => goalDraft(goal, key)));
  const [refused, setRefused] = useState(0);
  const { saving, changed, send } = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);
  const edited = drafts.map((draft) => ({ id: draft.id, goal: draftedGoal(draft) }));
  return (
    <WelcomeStep step={2} title={i18n.t('welcome.plan')} lead={i18n.t('welcome.planLead')}>
      <form
        class="editor"
        noValidate
        ref={form}
        onInput={changed}
        onSubmit={(event) => {
          event.preventDefault();
          if (edited.some(({ goal }) => checkGoal(goal).length > 0)) setRefused(refused + 1);
          else send(() => onAccept(edited));
        }}
      >
        <ul class="cards plan">
          {company.map(({ id: set, goal }) => (
            <li key={set}>
              <b>{goalName(goal)}</b> {i18n.t(`policy.${goal.period}`, [formatCount(goal.target)])}
              <p class="hint">{i18n.t('policy.set')}</p>
            </li>
          ))}
          {drafts.map((draft) => {
            const problems = checkGoal(draftedGoal(draft));
            const problem = targetProblems.find((code) => problems.includes(code));
            return (
              <li key={draft.key}>
                <NumberField
                  id={`${id}${String(draft.key)}`}
                  label={i18n.t(draft.period === 'week' ? 'welcome.week' : 'welcome.day', [
                    goalName(draft),
                  ])}
                  problem={problem && (draft.target || refused) ? problemText(problem) : ''}
                  min={1}
                  max={mostTarget}
                  value={draft.target}
                  onInput={(target) => {
                    // The range is not on this page, so it follows.
                    const changed = { ...draft, target, floor: null, ceiling: null };
                    setDrafts(drafts.map((one) => (one.key === draft.key ? changed : one)));
                  }}
                />
              </li>
            );
          })}
        </ul>
        <div class="acts">
          <button type="submit" class="go">
            {i18n.t('welcome.accept')}
          </button>
        </div>
        <SavedNote saving={saving} text="" />
      </form>
    </WelcomeStep>
  );
}
