import { i18n } from '#i18n';
import { activeGoals } from '../lib/domain/activeGoals';
import type { DayKey } from '../lib/domain/day';
import type { Goal } from '../lib/domain/goal';
import { isWithin, spanOf } from '../lib/domain/period';
import { setNow } from '../lib/domain/sprint';
import { formatCount } from './formatCount';
import type { GoalDraft } from './goalDraft';
import type { GoalGround } from './goalGround';
import { plainGoal } from './plainGoal';

export interface LateStartProps {
  readonly draft: GoalDraft;
  /** A possible one. */
  readonly goal: Goal;
  readonly ground: GoalGround;
  readonly onChange: (starts: DayKey | undefined) => void;
}

/** Whether a period that is under way counts in full, or only its part from today on. */
export function LateStart({ draft, goal, ground, onChange }: LateStartProps) {
  const { day, schedule } = ground;
  const span = spanOf(goal, day, schedule);
  const begun = draft.saved?.period === goal.period && goal.starts === undefined;
  if (begun || goal.period === 'day' || !isWithin(day, span) || span.first === day) return null;
  const late = plainGoal(
    setNow({ ...goal, starts: goal.starts ?? day }, draft.saved ?? undefined, schedule),
  );
  const version = { id: 'draft', from: span.first, order: 0, goal: late };
  const [part] = activeGoals({ goals: [version], tallies: [], schedule }, day);
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={goal.starts !== undefined}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? day : undefined);
        }}
      />
      {i18n.t('goals.fromToday', [formatCount(part?.goal.target ?? 0), formatCount(goal.target)])}
    </label>
  );
}
