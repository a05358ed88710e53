import { browser } from 'wxt/browser';
import type { KeptIntent } from '../detect/detector';
import type { Entered } from '../messages/protocol';

/**
 * Hands pending intents from one page of a tab to the next. The page writes them itself: a message from an unloading
 * page to a sleeping worker gets lost, this does not.
 */
export class Passage {
  readonly #key: Promise<string>;
  #holds = false;

  /** @param entered null where there is no extension to ask any more, and nothing to hand over */
  constructor(entered: Promise<Pick<Entered, 'tab'> | null>) {
    this.#key = entered.then((answer) => `pending ${String(answer?.tab)}`);
  }

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
    if (kept === undefined) return [];
    await browser.storage.session.remove(key);
    return Array.isArray(kept) ? (kept as KeptIntent[]) : [];
  }
}
