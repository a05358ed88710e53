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

/**
 * Collects a moment after a page has written something down: a page that is closed may be gone before its message has
 * left, and no other of the site need follow.
 */
export function watchOutboxes(collect: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    const written = Object.entries(changes).some(
      ([key, { newValue }]) => isOutboxKey(key) && isRecord(newValue),
    );
    if (written) setTimeout(collect, messageTakes);
  });
}

/** A message has been answered by then, as a rule, ms. What is collected on its way is still one action. */
const messageTakes = 1000;

function writer(origin: string): Sender {
  return browser.runtime.getURL('/') === `${origin}/`
    ? { from: 'extension' }
    : { from: 'page', origin, tab: -1 };
}
