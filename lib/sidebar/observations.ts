import { sendMessage, type Observation } from '../messages/protocol';

/** What is seen on the way is told together, ms. */
const patience = 2000;

/**
 * Tells the worker how intents ended and whether pages were recognised. These are statistics: what a closing page has
 * not told is lost, and nothing is counted less for it.
 */
export function observeFor(site: string): (seen: Observation) => void {
  let waiting: Observation[] = [];
  return (seen) => {
    if (waiting.push(seen) > 1) return;
    setTimeout(() => {
      void sendMessage('outcomes', { site, seen: waiting }).catch(() => undefined);
      waiting = [];
    }, patience);
  };
}
