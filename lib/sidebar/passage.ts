import { browser } from 'wxt/browser';
import type { KeptIntent } from '../detect/detector';
import { sendMessage } from '../messages/protocol';
import { insist } from './insist';

/**
 * Hands pending intents from one page of a tab to the next. The page writes them itself: a message from an unloading
 * page to a sleeping worker gets lost, this does not.
 */
export class Passage {
  readonly #key = keyOfTab();
  #holds = false;

  async keep(intents: readonly KeptIntent[]): Promise<void> {
    if (intents.length === 0 && !this.#holds) return;
    this.#holds = intents.length > 0;
    const key = await this.#key;
    if (intents.length > 0) await browser.storage.session.set({ [key]: intents });
    else await browser.storage.session.remove(key);
  }

  /** What the tab's previous page left; each is handed out once. */
  async take(): Promise<readonly KeptIntent[]> {
    const key = await this.#key;
    const kept = (await browser.storage.session.get(key))[key];
    await browser.storage.session.remove(key);
    return Array.isArray(kept) ? (kept as KeptIntent[]) : [];
  }
}

async function keyOfTab(): Promise<string> {
  // Without an extension to ask there is nothing to hand over.
  return `pending ${String((await insist(() => sendMessage('tab'))) ?? 'nowhere')}`;
}
