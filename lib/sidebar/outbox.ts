import { browser } from 'wxt/browser';
import type { DetectedAction } from '../domain/detected';
import { sendMessage, type Recorded } from '../messages/protocol';
import { outboxKey } from '../messages/outboxKey';
import { insist } from './insist';

/**
 * Carries actions to the journal: written down first, sent, and forgotten only when the worker says that they are
 * stored. What could not be delivered before its page closed stays written down, for the worker to find. An update of the
 * extension clears what is written down; what a page of before the update still holds goes to the script that relieves it.
 */
export class Outbox {
  readonly #unsaved = new Map<
    string,
    { readonly action: DetectedAction; readonly delivery: Promise<Recorded | null> }
  >();

  constructor(
    private readonly signal: AbortSignal,
    private readonly changed: () => void,
  ) {}

  get unsaved(): number {
    return this.#unsaved.size;
  }

  /** What the worker has not yet said that it has stored. */
  get undelivered(): readonly DetectedAction[] {
    return [...this.#unsaved.values()].map(({ action }) => action);
  }

  /** Resolves with the worker's answer; with null when this script is cut off from the extension. */
  send(action: DetectedAction): Promise<Recorded | null> {
    const delivery = this.#deliver(action).finally(() => {
      if (!this.signal.aborted) this.changed();
    });
    this.#unsaved.set(action.occurrence, { action, delivery });
    this.changed();
    return delivery;
  }

  /** Takes back the row with this id, once it is stored. */
  async undo(id: string): Promise<void> {
    const [occurrence = ''] = id.split('/');
    await this.#unsaved.get(occurrence)?.delivery;
    await insist(() => sendMessage('undo', id));
  }

  async #deliver(action: DetectedAction): Promise<Recorded | null> {
    const key = outboxKey(action.occurrence);
    await this.#tryStorage(() =>
      browser.storage.session.set({ [key]: { origin: location.origin, action } }),
    );
    const answer = await insist(() => sendMessage('record', action));
    if (answer) {
      this.#unsaved.delete(action.occurrence);
      await this.#tryStorage(() => browser.storage.session.remove(key));
    }
    return answer;
  }

  /** The worker opens this area to pages when it first runs, Firefox never: then the message alone must do. */
  async #tryStorage(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      // Nothing is lost while this page lives: it keeps trying to send.
    }
  }
}
