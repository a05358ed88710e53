import { browser } from 'wxt/browser';
import { patternOf, siteSettings } from '../settings/sites';

const script = { id: 'sidebar', js: ['/sidebar.js' as const] };

/**
 * Makes the browser run the sidebar on exactly the sites that are on and granted, now and in open tabs. Registrations
 * get lost on updates (w3c/webextensions#356), and without permission they succeed silently, hence from both lists.
 */
export function registerSites(): Promise<void> {
  // Reading and writing the registration must not interleave with the next change.
  queue = queue.catch(() => undefined).then(register);
  return queue;
}
let queue: Promise<void> = Promise.resolve();

async function register(): Promise<void> {
  const matches = await grantedPatterns();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [script.id] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [script.id] });
    return;
  }
  const registration = { ...script, matches, runAt: 'document_start' as const };
  if (registered) await browser.scripting.updateContentScripts([registration]);
  else await browser.scripting.registerContentScripts([registration]);
}

/** Puts the sidebar into the tabs that are already open. A script that is there already steps aside. */
export async function injectIntoOpenTabs(): Promise<void> {
  const url = await grantedPatterns();
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url });
  const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await Promise.allSettled(
    ids.map((tabId) => browser.scripting.executeScript({ target: { tabId }, files: script.js })),
  );
}

async function grantedPatterns(): Promise<string[]> {
  const sites = await siteSettings.get();
  const wanted = [...new Set(sites.filter(({ on }) => on).map(({ origin }) => patternOf(origin)))];
  const granted = await Promise.all(
    wanted.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return wanted.filter((_, index) => granted[index]);
}
