import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, vi } from 'vitest';
import type { DetectedAction } from '../../../lib/domain/detected';
import { Journal } from '../../../lib/journal/database';

const opened: Dexie[] = [];

/** Fake databases and a fixed date for every test of a file; only Date is fake, because Dexie hangs without timers. */
export function useJournals(at: number = noon) {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: at });
  });
  afterEach(async () => {
    for (const journal of opened.splice(0)) journal.close({ disableAutoOpen: true });
    await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
    vi.useRealTimers();
  });
}

/** 12:00 UTC on a Monday. */
export const noon = Date.UTC(2026, 2, 2, 12);
export const minute = 60_000;
export const hour = 60 * minute;

export function openJournal(name?: string): Journal {
  const journal = new Journal(name);
  opened.push(journal);
  return journal;
}

let occurrences = 0;

export function detected(own: Partial<DetectedAction> = {}): DetectedAction {
  return {
    occurrence: `occurrence-${String((occurrences += 1)).padStart(4, '0')}`,
    kinds: ['note'],
    at: noon,
    offset: 60,
    site: 'atomic',
    via: 'page',
    evidence: 'request',
    rule: 'atomic/note',
    ...own,
  };
}

/** Opens a database as some other Foothold would, without Dexie. */
export function openRaw(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase, transaction: IDBTransaction) => void = () => undefined,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      if (request.transaction) upgrade(request.result, request.transaction);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('not opened'));
    };
    request.onblocked = () => {
      reject(new Error('blocked'));
    };
  });
}
