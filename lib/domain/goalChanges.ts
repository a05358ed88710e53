import type { DayKey } from './day';
import { goalsOn, type Goal, type GoalVersion } from './goal';

/**
 * The versions that turn the goals of `day` into the edited ones from that day on. Earlier days keep what they had; a
 * goal that is missing from the list is given up; what did not change gets no version.
 *
 * @param edited in the rep's order; `id: null` is a new goal
 */
export function goalChanges(
  versions: readonly GoalVersion[],
  edited: readonly { readonly id: string | null; readonly goal: Goal }[],
  day: DayKey,
  newId: () => string,
): readonly GoalVersion[] {
  const current = goalsOn(versions, day);
  const kept = new Set(edited.map(({ id }) => id));
  const givenUp = current
    .filter(({ id }) => !kept.has(id))
    .map(({ id }, order) => ({ id, from: day, order, goal: null }));
  const changed = edited.flatMap(({ id, goal }, order) => {
    const before = current.findIndex((one) => one.id === id);
    const same = before === order && textOf(current[before]?.goal) === textOf(goal);
    return same ? [] : [{ id: id ?? newId(), from: day, order, goal }];
  });
  return [...changed, ...givenUp];
}

/** One text for all goals that say the same, whatever the order they were written in. */
function textOf(goal: unknown): string {
  return JSON.stringify(goal, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
