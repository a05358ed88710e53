import { i18n } from '#i18n';
import type { Goal } from '../lib/domain/goal';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { GoalOdds } from './GoalOdds';
import type { GoalsEditorProps } from './GoalsEditor';

export interface CompanyGoalsProps {
  readonly goals: readonly { readonly id: string; readonly goal: Goal }[];
  readonly oddsOf?: GoalsEditorProps['oddsOf'];
}

/** What the company has set: to be seen beside the rep's own goals, not to be changed. */
export function CompanyGoals({ goals, oddsOf }: CompanyGoalsProps) {
  if (goals.length === 0) return null;
  return (
    <div class="editor company">
      <h3>{i18n.t('policy.set')}</h3>
      <ul class="cards">
        {goals.map(({ id, goal }) => (
          <li key={id}>
            <b>{goalName(goal)}</b> {i18n.t(`policy.${goal.period}`, [formatCount(goal.target)])}
            <p class="hint">
              {i18n.t('goals.meaning', [formatCount(goal.floor), formatCount(goal.ceiling)])}
            </p>
            {oddsOf && <GoalOdds goal={goal} forecast={oddsOf(id, goal)} />}
          </li>
        ))}
      </ul>
      <h3>{i18n.t('policy.mine')}</h3>
    </div>
  );
}
