import { browser } from 'wxt/browser';

/** An updated or removed extension leaves its scripts behind without a way to speak. */
export function isConnected(): boolean {
  return (browser.runtime as { id?: string } | undefined)?.id !== undefined;
}
