import type { Journal } from './database';

/** The whole journal as plain data, for a file the rep keeps. Pseudonyms stay pseudonyms: the salt is not in it. */
export async function exportJournal(journal: Journal, now: number) {
  const [actions, goals, nudges] = await Promise.all([
    journal.actions.toArray(),
    journal.goals.toArray(),
    journal.nudges.toArray(),
  ]);
  return {
    format: 'foothold-journal',
    version: 1,
    exportedAt: new Date(now).toISOString(),
    actions,
    goals,
    nudges,
  };
}
