import { i18n } from '#i18n';
import type { GoalStanding, Standing } from '../lib/domain/standing';
import { formatCount } from './formatCount';
import { GoalBar } from './GoalBar';
import { SideGoalBar } from './SideGoalBar';

export interface GoalBarsProps {
  readonly standing: Standing;
}

const shown = 3;

/** Up to three goals in the rep's order, of more the three nearest to their target; and what is measured beside them. */
export function GoalBars({ standing: { goals, sides = [], foothold, rest } }: GoalBarsProps) {
  if (!goals.length && !sides.length) return null;
  const nearest = new Set(
    [...goals]
      .sort((a, b) => nearness(b, foothold?.goalId) - nearness(a, foothold?.goalId))
      .slice(0, shown),
  );
  const more = goals.length - nearest.size;
  return (
    <div class="goals">
      <ul aria-label={i18n.t('goal.list')}>
        {goals
          .filter((goal) => nearest.has(goal))
          .map((goal, place) => (
            <li key={place}>
              <GoalBar goal={goal} rest={rest} />
            </li>
          ))}
        {sides.map((side) => (
          <li key={side.id}>
            <SideGoalBar standing={side} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>{i18n.t('goal.more', more, [formatCount(more)])}</p>}
    </div>
  );
}

/** The foothold's own goal first, reached ones last, in between by how much of the target is done. */
function nearness({ id, done, target }: GoalStanding, current: string | undefined): number {
  if (id === current) return 2;
  return done < target ? done / target : -1;
}
