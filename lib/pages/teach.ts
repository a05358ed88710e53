import { browser } from 'wxt/browser';
import { sendMessage } from '../messages/protocol';

/** Begins a lesson on the page in front; false where Foothold is not on. */
export async function teachPageInFront(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id !== undefined && sendMessage('teach', tab.id);
}
