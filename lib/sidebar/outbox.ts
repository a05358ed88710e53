import { browser } from 'wxt/browser';
import type { DetectedAction } from '../domain/detected';
import { sendMessage, type Recorded } from '../messages/protocol';
import { outboxKey } from '../messages/outboxKey';
import { isConnected } from './connected';

const firstRetry = 250;
const slowestRetry = 30_000;

/**
 * Carries actions to the journal: written down first, sent, and forgotten only when the worker says that they are
 * stored. What cannot be delivered stays written down, for the worker to find when it next wakes.
 */
export class Outbox {
  readonly #unsaved = new Map<string, Promise<Recorded | null>>();

  constructor(
    private readonly signal: AbortSignal,
    private readonly changed: () => void,
  ) {}

  get unsaved(): number {
    return this.#unsaved.size;
  }

  /** Resolves with the worker's answer; with null when this script is cut off from the extension. */
  send(action: DetectedAction): Promise<Recorded | null> {
    const delivery = this.#deliver(action).finally(() => {
      if (!this.signal.aborted) this.changed();
    });
    this.#unsaved.set(action.occurrence, delivery);
    this.changed();
    return delivery;
  }

  /** When the action with this row id is stored, or at once if it already is. */
  async saved(id: string): Promise<void> {
    const [occurrence = ''] = id.split('/');
    await this.#unsaved.get(occurrence);
  }

  async #deliver(action: DetectedAction): Promise<Recorded | null> {
    const key = outboxKey(action.occurrence);
    // The worker opens this area to pages when it first runs; before that the message alone must do.
    await browser.storage.session
      .set({ [key]: { origin: location.origin, action } })
      .catch(() => undefined);
    for (let wait = firstRetry; ; wait = Math.min(wait * 2, slowestRetry)) {
      if (!isConnected()) return null;
      try {
        const answer = await sendMessage('record', action);
        this.#unsaved.delete(action.occurrence);
        await browser.storage.session.remove(key).catch(() => undefined);
        return answer;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }
}
