import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Action } from '../domain/action';
import type { GoalVersion } from '../domain/goal';
import type { Misses, RuleDay } from '../domain/health';
import type { NudgeRecord } from '../domain/nudge/nudge';
import type { Tally } from '../domain/tally';

/** A row as stored: an action, and what it may count only once for. */
export interface StoredAction extends Action {
  /** Salted hash of rule, thing and, for once a day, the day. */
  readonly once?: string;
}

interface Secret {
  readonly key: 'salt';
  readonly value: Uint8Array;
}

/** A pseudonym of a record that is kept under another. */
interface OtherName {
  readonly name: string;
  readonly keptAs: string;
}

/** Schema of this build. A new one adds a version below and never changes an old one. */
export const schemaVersion = 4;

export class Journal extends Dexie {
  declare readonly actions: EntityTable<StoredAction, 'id'>;
  declare readonly tallies: Table<Tally, [string, string]>;
  declare readonly goals: Table<GoalVersion, [string, string]>;
  /** Never in `storage.*`, which a compromised page process could read. */
  declare readonly secrets: EntityTable<Secret, 'key'>;
  /** How intents ended. Statistics, kept for a season. */
  declare readonly health: Table<RuleDay, [string, string]>;
  declare readonly misses: Table<Misses, [string, string]>;
  /** Moments that were worth speaking in, spoken or withheld. */
  declare readonly nudges: EntityTable<NudgeRecord, 'at'>;
  declare readonly names: EntityTable<OtherName, 'name'>;

  constructor(name = 'foothold') {
    super(name);
    this.version(1).stores({
      actions: 'id, [day+at], [subject+at], once',
      tallies: '[day+kind]',
      goals: '[id+from]',
      secrets: 'key',
    });
    this.version(2).stores({ health: '[day+rule]', misses: '[origin+kind]' });
    this.version(3).stores({ nudges: 'at' });
    this.version(4).stores({ names: 'name' });
    // Another version wants to upgrade: let it. The next use opens the database again.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: false });
      return false;
    });
  }
}

/** The journal was written by a newer Foothold: it may be read and exported, not written. */
export class NewerJournalError extends Error {
  override readonly name = 'NewerJournalError';
  constructor(readonly found: number) {
    super(`journal schema ${String(found)} is newer than ${String(schemaVersion)}`);
  }
}

/**
 * Opens for writing. Dexie opens a newer database without complaint and would write to it, so the versions are compared
 * here; Dexie multiplies its version by ten.
 *
 * @throws NewerJournalError
 */
export async function openForWriting(journal: Journal): Promise<void> {
  await journal.open();
  const found = journal.backendDB().version / 10;
  if (found > schemaVersion) throw new NewerJournalError(found);
}
