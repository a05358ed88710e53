import type { Item } from './item';

/**
 * Reads, changes and writes one setting while no other of the extension's pages, nor its worker, does the same: each sees
 * what the one before has written. For the extension's own pages and worker; in a page the lock would be the page's.
 */
export function inTurn<T>({ key }: Item<unknown>, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(key, work);
}
