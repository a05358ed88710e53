import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { keptOut, patternOf, siteSettings } from '../settings/sites';
import { placements } from './lifecycle';
import { quickKinds } from './quickLog';

/** The menu entry that opens Foothold. */
export const openEntry = 'open';

/** The menu entry that begins a lesson. */
export const teachEntry = 'teach';

/** Puts the entries into the context menu of counted pages, and of no other. */
export function placeMenu(): Promise<void> {
  // Clearing and filling must not interleave with the next change.
  queue = queue.catch(() => undefined).then(fill);
  return queue;
}
let queue: Promise<void> = Promise.resolve();

async function fill(): Promise<void> {
  const pages = [...new Set((await placements()).flatMap(({ matches }) => matches))];
  await browser.contextMenus.removeAll();
  // An empty list of patterns would mean every page.
  if (pages.length === 0) return;
  for (const [id, kind] of Object.entries(quickKinds)) add(id, i18n.t(`menu.${kind}`), pages);
  const closed = (await siteSettings.get()).filter(keptOut).map(({ origin }) => patternOf(origin));
  const taught = pages.filter((pattern) => !closed.includes(pattern));
  if (taught.length > 0) add(teachEntry, i18n.t('menu.teach'), taught);
  add(openEntry, i18n.t('menu.open'), pages);
}

function add(id: string, title: string, documentUrlPatterns: string[]) {
  browser.contextMenus.create({ id, title, contexts: ['page', 'selection'], documentUrlPatterns });
}

/** Opens the popup; browsers that open it for a click on its button only show it in a tab. */
export async function openFoothold(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}
