import { browser } from 'wxt/browser';
import type { NoLesson } from '../domain/lesson';
import { sendMessage } from '../messages/protocol';

/** Begins a lesson on the page in front; answers what keeps it from that, null where nothing does. */
export async function teachPageInFront(): Promise<NoLesson | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? 'closed' : sendMessage('teach', tab.id);
}
