import type { GoalVersion } from '../domain/goal';
import type { Journal } from './database';

export function allGoals(journal: Journal): Promise<GoalVersion[]> {
  return journal.goals.toArray();
}

/** Adds versions; one for the same goal and day replaces that one, and earlier days keep what they had. */
export async function saveGoals(journal: Journal, versions: readonly GoalVersion[]): Promise<void> {
  await journal.goals.bulkPut([...versions]);
}

/** A first plan for a new installation, so that the first page shows a next foothold; a journal with goals keeps them. */
export async function plantFirstGoals(
  journal: Journal,
  goals: readonly GoalVersion[],
): Promise<void> {
  await journal.transaction('rw', journal.goals, async () => {
    if ((await journal.goals.count()) === 0) await journal.goals.bulkAdd([...goals]);
  });
}
