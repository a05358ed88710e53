import { afterEach, beforeEach, vi } from 'vitest';
import { Nudger } from '../../../lib/background/nudger';
import { Projector } from '../../../lib/background/projector';
import { Recorder } from '../../../lib/background/recorder';
import type { Journal } from '../../../lib/journal/database';
import type { Sender } from '../../../lib/messages/sender';
import { siteSettings } from '../../../lib/settings/sites';
import { openJournal } from '../journal/open';

export const crm = 'https://crm.example.com';
export const page: Sender = { from: 'page', origin: crm, tab: 3 };
export const ours: Sender = { from: 'extension' };

export interface Worker {
  readonly journal: Journal;
  readonly nudger: Nudger;
  readonly projector: Projector;
  readonly recorder: Recorder;
}

const started: Worker[] = [];

export function startWorker(): Worker {
  const journal = openJournal();
  const nudger = new Nudger(journal);
  const projector = new Projector(journal, nudger);
  const worker = { journal, nudger, projector, recorder: new Recorder(journal, projector) };
  started.push(worker);
  return worker;
}

/** Call it after `useJournals`: afterEach runs in reverse, and no database may close under a projection. */
export function useWorkers() {
  beforeEach(async () => {
    // Node has none; a browser's worker does.
    vi.stubGlobal('reportError', vi.fn());
    await siteSettings.set([
      { origin: crm, site: 'atomic', on: true },
      { origin: 'https://off.example.com', site: 'atomic', on: false },
      { origin: 'https://espo.example.com', site: 'espo', on: true },
    ]);
  });
  afterEach(async () => {
    await Promise.allSettled(started.splice(0).map(({ projector }) => projector.project()));
    vi.unstubAllGlobals();
  });
}
