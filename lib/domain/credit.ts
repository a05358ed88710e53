import { ahead } from './ahead';
import { latestFirst, mostRecent } from './recent';
import type { Foothold, GoalStanding, Leg, RecentAction, Standing } from './standing';

/**
 * The standing with one more action of today, as a page shows it before storage has answered. It moves what that action
 * moves (totals, goals and their legs, ahead, the foothold, the recent actions) and leaves what needs a clock or a
 * calendar (buffer, the next foothold, rest) to the next standing. A finished foothold stays, finished.
 *
 * An action that `recent` lists is in the standing already, so crediting it again changes nothing. The credited action
 * is always listed, even when five later ones are: it pushes out the earliest other.
 *
 * It ships in every page, so it needs no calendar: what belongs to another day must not be credited.
 */
export function credit(standing: Standing, action: RecentAction): Standing {
  if (standing.recent.some(({ id }) => id === action.id)) return standing;
  const { kind } = action;
  const { foothold, totals, recent } = standing;
  const goals = standing.goals.map((goal) => (goal.kinds.includes(kind) ? creditGoal(goal) : goal));
  const served = goals.some(({ id, kinds }) => id === foothold?.goalId && kinds.includes(kind));
  return {
    ...standing,
    goals,
    foothold: foothold && served ? creditFoothold(foothold) : foothold,
    totals: { ...totals, [kind]: (totals[kind] ?? 0) + 1 },
    recent: [action, ...recent.slice(0, mostRecent - 1)].sort(latestFirst),
  };
}

function creditGoal(goal: GoalStanding): GoalStanding {
  const done = goal.done + 1;
  const open = goal.legs.findIndex((leg) => leg.done < leg.planned);
  return {
    ...goal,
    done,
    ahead: ahead(done, goal.expected),
    today: { ...goal.today, done: goal.today.done + 1 },
    legs: goal.legs.map((leg, index) => (index === open ? creditLeg(leg) : leg)),
  };
}

function creditLeg(leg: Leg): Leg {
  const done = leg.done + 1;
  return { ...leg, done, state: done === leg.planned ? 'reached' : leg.state };
}

function creditFoothold(foothold: Foothold): Foothold {
  return { ...foothold, done: Math.min(foothold.size, foothold.done + 1) };
}
