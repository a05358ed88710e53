import type { NamedKind } from '../domain/ownKinds';
import type { Journal } from './database';

/**
 * The whole journal as plain data, for a file the rep keeps. Pseudonyms stay pseudonyms: the salt is not in it.
 *
 * @param named what the rep calls their own kinds, without which their rows would have no name
 */
export async function exportJournal(
  journal: Journal,
  now: number,
  named: readonly NamedKind[] = [],
) {
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
    ...(named.length > 0 && { named }),
  };
}
