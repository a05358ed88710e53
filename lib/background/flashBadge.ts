import { browser } from 'wxt/browser';

/** Long enough to be seen out of the corner of an eye, ms. */
const shownFor = 1500;

/** The latest mark of each tab that shows one. */
const latest = new Map<number, symbol>();

/** Shows a mark in place of the count, on one tab and for a moment. */
export async function flashBadge(tabId: number, mark: '✓' | '↩' | '?'): Promise<void> {
  const mine = Symbol(mark);
  latest.set(tabId, mine);
  try {
    await browser.action.setBadgeText({ tabId, text: mark });
    await new Promise((shown) => setTimeout(shown, shownFor));
    // One that came since has its own moment.
    if (latest.get(tabId) !== mine) return;
    latest.delete(tabId);
    // Without a text of its own the tab shows the count again.
    await browser.action.setBadgeText({ tabId });
  } catch {
    // The tab was closed meanwhile.
    latest.delete(tabId);
  }
}
