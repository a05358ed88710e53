import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { patternOf, siteSettings } from '../settings/sites';
import type { SiteId } from '../sites/site';

/** What runs on the pages of one site: its definition, then the sidebar that works by it. */
interface Placement {
  readonly id: string;
  readonly js: ScriptPublicPath[];
  readonly matches: string[];
}

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
  const wanted = await placements();
  const registered = await browser.scripting.getRegisteredContentScripts();
  const known = new Set(registered.map(({ id }) => id));
  const obsolete = [...known].filter((id) => !wanted.some((placement) => placement.id === id));
  if (obsolete.length > 0) await browser.scripting.unregisterContentScripts({ ids: obsolete });
  const scripts = wanted.map((placement) => ({ ...placement, runAt: 'document_start' as const }));
  await browser.scripting.updateContentScripts(scripts.filter(({ id }) => known.has(id)));
  await browser.scripting.registerContentScripts(scripts.filter(({ id }) => !known.has(id)));
}

/** Puts the sidebar into the tabs that are already open. A script that is there already steps aside. */
export async function injectIntoOpenTabs(): Promise<void> {
  const injections = (await placements()).map(async ({ js: files, matches: url }) => {
    const tabs = await browser.tabs.query({ url });
    const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
    await Promise.allSettled(
      ids.map((tabId) => browser.scripting.executeScript({ target: { tabId }, files })),
    );
  });
  await Promise.all(injections);
}

/** Which scripts belong on which pages now: the sites that are on and that the browser lets us see. */
export async function placements(): Promise<Placement[]> {
  const settings = (await siteSettings.get()).filter(({ on }) => on);
  const wanted = new Map<SiteId, Set<string>>();
  for (const { site, origin } of settings) {
    const patterns = wanted.get(site) ?? new Set();
    wanted.set(site, patterns.add(patternOf(origin)));
  }
  const all = await Promise.all(
    [...wanted].map(async ([site, patterns]) => ({
      id: `site-${site}`,
      js: scriptsOf(site),
      matches: await granted([...patterns]),
    })),
  );
  return all.filter(({ matches }) => matches.length > 0);
}

async function granted(patterns: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, index) => answers[index]);
}

function scriptsOf(site: SiteId): ScriptPublicPath[] {
  return [`/site-${site}.js` as ScriptPublicPath, '/sidebar.js'];
}
