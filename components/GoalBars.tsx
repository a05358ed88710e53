import { i18n } from '#i18n';
import type { ActionKind } from '../lib/domain/action';
import type { GoalStanding, Standing } from '../lib/domain/standing';
import { formatCount } from './formatCount';
import { GoalBar } from './GoalBar';

export interface GoalBarsProps {
  readonly standing: Standing;
}

const shown = 3;

/** Up to three goals in the rep's order, of more the three nearest to their target; and what is measured beside them. */
export function GoalBars({ standing }: GoalBarsProps) {
  const { goals, sides = [], foothold, rest, recent } = standing;
  if (!goals.length && !sides.length) return null;
  const nearness = nearnessTo(foothold?.goalId, recent[0]?.kind);
  const nearest = new Set([...goals].sort((a, b) => nearness(b) - nearness(a)).slice(0, shown));
  const more = goals.length - nearest.size;
  return (
    <div class="goals">
      <ul aria-label={i18n.t('goal.list')}>
        {[...goals.filter((goal) => nearest.has(goal)), ...sides].map((goal, place) => (
          <li key={place}>
            <GoalBar goal={goal} rest={rest} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>{i18n.t('goal.more', more, [formatCount(more)])}</p>}
    </div>
  );
}

/** The foothold's own goal first, then what just moved; reached ones last, in between by how much is done. */
function nearnessTo(current: string | undefined, moved: ActionKind | undefined) {
  return ({ id, kinds, done, target }: GoalStanding) => {
    if (id === current) return 3;
    if (moved && kinds.includes(moved)) return 2;
    return done < target ? done / target : -1;
  };
}
