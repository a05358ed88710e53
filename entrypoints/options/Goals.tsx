import { CompanyGoals } from '../../components/CompanyGoals';
import type { EditedGoal } from '../../components/editedGoal';
import { GoalsEditor } from '../../components/GoalsEditor';
import { SideGoalsEditor } from '../../components/SideGoalsEditor';
import { isCompanyGoal } from '../../lib/domain/companyGoal';
import { goalsOn } from '../../lib/domain/goal';
import { editedGoals, goalChanges } from '../../lib/domain/goalChanges';
import { newOccurrence } from '../../lib/domain/occurrence';
import { sideGoalChanges, sideGoalsOn } from '../../lib/domain/sideGoal';
import type { Journal } from '../../lib/journal/database';
import { sendMessage } from '../../lib/messages/protocol';
import { useGoalGround } from '../../lib/pages/useGoalGround';
import { useOwnKinds } from './useOwnKinds';

/** The company's targets, and the rep's own goals to be changed: in the options, and in the side panel. */
export function Goals({ journal }: { readonly journal: Journal }) {
  const read = useGoalGround(journal);
  const named = useOwnKinds();
  if (!read || !named) return null;
  const { ground, oddsOf } = read;
  const { versions, day } = ground;
  const own = versions.filter((version) => !isCompanyGoal(version));
  const save = (edited: readonly EditedGoal[]) =>
    sendMessage('saveGoals', goalChanges(own, edited, day, newOccurrence, ground.schedule));
  return (
    <>
      <CompanyGoals goals={goalsOn(versions, day).filter(isCompanyGoal)} oddsOf={oddsOf} />
      <GoalsEditor goals={editedGoals(own, day)} ground={ground} onSave={save} oddsOf={oddsOf} />
      <SideGoalsEditor
        goals={sideGoalsOn(own, day).map(({ id, side }) => ({ id, side }))}
        onSave={(edited) =>
          sendMessage('saveGoals', sideGoalChanges(own, edited, day, newOccurrence))
        }
      />
    </>
  );
}
