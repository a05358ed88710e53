import type { DayKey } from './day';
import { goalsOn, type Goal, type GoalVersion } from './goal';
import type { Schedule } from './schedule';
import { setNow } from './sprint';
import { textOf } from './textOf';

/** A goal as it shall be from a day on, and as it shall be later. */
export interface GoalChange {
  /** `null` is a new goal. */
  readonly id: string | null;
  readonly goal: Goal;
  readonly later?: { readonly from: DayKey; readonly goal: Goal };
}

/**
 * The versions that turn the goals of `day` into the edited ones from that day on. Earlier days keep what they had; a
 * goal that is missing from the list is given up; what did not change gets no version. Of what was planned for later
 * days, only what the edited goals say remains.
 *
 * @param edited in the rep's order
 * @param schedule as it is now, for the target of a sprint; not needed where there is none
 */
export function goalChanges(
  versions: readonly GoalVersion[],
  edited: readonly GoalChange[],
  day: DayKey,
  newId: () => string,
  schedule?: Schedule,
): readonly GoalVersion[] {
  const current = goalsOn(versions, day);
  const kept = new Set(edited.map(({ id }) => id));
  const givenUp = current
    .filter(({ id }) => !kept.has(id))
    .flatMap(({ id }, order) =>
      [day, ...laterDays(versions, id, day)].map((from) => ({ id, from, order, goal: null })),
    );
  const changed = edited.flatMap(({ id: known, goal: asked, later }, order) => {
    const id = known ?? newId();
    const before = current.findIndex((one) => one.id === id);
    const set = (one: Goal, was: Goal | undefined) => (schedule ? setNow(one, was, schedule) : one);
    const goal = set(asked, current[before]?.goal);
    const same = before === order && textOf(current[before]?.goal) === textOf(goal);
    const wanted = new Map<DayKey, Goal>(
      laterDays(versions, id, day).map((from) => [from, goal] as const),
    );
    if (later) wanted.set(later.from, set(later.goal, goal));
    const planned = [...wanted]
      .map(([from, then]) => ({ id, from, order, goal: then }))
      .filter(
        (one) =>
          !versions.some(
            (old) =>
              old.id === id &&
              old.from === one.from &&
              old.order === order &&
              textOf(old.goal) === textOf(one.goal),
          ),
      );
    return [...(same ? [] : [{ id, from: day, order, goal }]), ...planned];
  });
  return [...changed, ...givenUp];
}

/** The goals of a day as they are edited: with what was planned for the next later day. */
export function editedGoals(
  versions: readonly GoalVersion[],
  day: DayKey,
): readonly (GoalChange & { readonly id: string })[] {
  return goalsOn(versions, day).map(({ id, goal }) => {
    const [next] = laterDays(versions, id, day).toSorted((a, b) => (a < b ? -1 : 1));
    const then = versions.find((version) => version.id === id && version.from === next)?.goal;
    return { id, goal, ...(next !== undefined && then && { later: { from: next, goal: then } }) };
  });
}

function laterDays(versions: readonly GoalVersion[], id: string, day: DayKey): readonly DayKey[] {
  return versions.flatMap((version) =>
    version.id === id && version.from > day ? [version.from] : [],
  );
}
