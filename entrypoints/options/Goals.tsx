import { CompanyGoals } from '../../components/CompanyGoals';
import type { EditedGoal } from '../../components/editedGoal';
import { GoalsEditor } from '../../components/GoalsEditor';
import { SideGoalsEditor } from '../../components/SideGoalsEditor';
import { isCompanyGoal } from '../../lib/domain/companyGoal';
import { clockAt } from '../../lib/domain/day';
import { goalsOn } from '../../lib/domain/goal';
import { editedGoals, goalChanges } from '../../lib/domain/goalChanges';
import { lookBack } from '../../lib/domain/lookBack';
import { newOccurrence } from '../../lib/domain/occurrence';
import { sideGoalChanges, sideGoalsOn } from '../../lib/domain/sideGoal';
import type { Journal } from '../../lib/journal/database';
import { allGoals } from '../../lib/journal/goals';
import { talliesSince } from '../../lib/journal/tallies';
import { sendMessage } from '../../lib/messages/protocol';
import { useDraftOdds } from '../../lib/pages/useDraftOdds';
import { useItem } from '../../lib/pages/useItem';
import { useLive } from '../../lib/pages/useLive';
import { useNow } from '../../lib/pages/useNow';
import { schedule as scheduleSetting } from '../../lib/settings/schedule';
import { timeZoneHere, today } from '../../lib/settings/today';

/** The company's targets, and the rep's own goals to be changed: in the options, and in the side panel. */
export function Goals({ journal }: { readonly journal: Journal }) {
  const schedule = useItem(scheduleSetting);
  const time = useNow();
  const day = schedule && today(schedule, time);
  const read = useLive(async () => {
    if (!schedule || day === undefined) return undefined;
    const versions = await allGoals(journal);
    const tallies = await talliesSince(journal, lookBack(versions, schedule, day));
    return { versions, tallies };
  }, [schedule, day]);
  const oddsOf = useDraftOdds(journal, read?.versions, schedule, day);
  if (!schedule || day === undefined || !read) return null;
  const { versions } = read;
  const own = versions.filter((version) => !isCompanyGoal(version));
  const minute = clockAt(time, timeZoneHere(), day);
  const save = (edited: readonly EditedGoal[]) =>
    void sendMessage('saveGoals', goalChanges(own, edited, day, newOccurrence));
  return (
    <>
      <CompanyGoals goals={goalsOn(versions, day).filter(isCompanyGoal)} oddsOf={oddsOf} />
      <GoalsEditor
        goals={editedGoals(own, day)}
        ground={{ ...read, schedule, day, minute }}
        onSave={save}
        oddsOf={oddsOf}
      />
      <SideGoalsEditor
        goals={sideGoalsOn(own, day).map(({ id, side }) => ({ id, side }))}
        onSave={(edited) =>
          void sendMessage('saveGoals', sideGoalChanges(own, edited, day, newOccurrence))
        }
      />
    </>
  );
}
