import { browser } from 'wxt/browser';
import { isOutboxKey } from '../messages/outboxKey';
import type { Sender } from '../messages/sender';
import { isRecord } from '../settings/record';
import type { Recorder } from './recorder';

/** Records what pages, ours too, wrote down and could not deliver: they were closed, or the worker died over it. */
export async function collectUndelivered(recorder: Recorder): Promise<void> {
  const kept = await browser.storage.session.get(null);
  for (const [key, entry] of Object.entries(kept)) {
    if (!isOutboxKey(key) || !isRecord(entry)) continue;
    const { origin, action } = entry;
    try {
      await recorder.record(action, writer(String(origin)));
      await browser.storage.session.remove(key);
    } catch {
      // Stays written down for the next time; the others need not wait for it.
    }
  }
}

function writer(origin: string): Sender {
  return browser.runtime.getURL('/') === `${origin}/`
    ? { from: 'extension' }
    : { from: 'page', origin, tab: -1 };
}
