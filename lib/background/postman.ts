import { browser } from 'wxt/browser';
import { isOutboxKey } from '../messages/outboxKey';
import { isRecord } from '../settings/record';
import type { Recorder } from './recorder';

/** Records what pages wrote down and could not deliver: the tab closed, or the worker died over it. */
export async function collectUndelivered(recorder: Recorder): Promise<void> {
  const kept = await browser.storage.session.get(null);
  for (const [key, entry] of Object.entries(kept)) {
    if (!isOutboxKey(key) || !isRecord(entry)) continue;
    const { origin, action } = entry;
    try {
      await recorder.record(action, { from: 'page', origin: String(origin), tab: -1 });
      await browser.storage.session.remove(key);
    } catch {
      // Stays written down for the next time; the others need not wait for it.
    }
  }
}
