import { isConnected } from './connected';

const firstRetry = 250;
const slowestRetry = 30_000;

/**
 * Asks the worker until there is an answer: it may be dying as it is asked. Null when nobody can answer any more, because
 * the extension was updated or removed.
 */
export async function insist<T>(ask: () => Promise<T>): Promise<T | null> {
  for (let wait = firstRetry; isConnected(); wait = Math.min(wait * 2, slowestRetry)) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return null;
}
