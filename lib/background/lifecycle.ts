import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { patternOf, siteSettings, type SiteSetting } from '../settings/sites';
import { withheld } from '../settings/withheld';
import { taughtRules } from '../settings/taught';
import type { TaughtRule } from '../domain/taughtRule';
import type { SiteId } from '../sites/site';

/** What runs on the pages of one site: its definition, what was taught there, then the sidebar that works by both. */
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
  const settings = await sitesThatAreOn();
  const lost = settings.filter(({ granted }) => !granted).map(({ origin }) => origin);
  // Neither waits for the other: the sidebars of a lost site leave whatever becomes of the registrations.
  await Promise.all([
    withheld.set(lost),
    replaceRegistrations(placementsOf(settings, await taughtRules.get())),
  ]);
}

async function replaceRegistrations(wanted: readonly Placement[]): Promise<void> {
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
  await inject((await placements()).map(({ js, matches }) => ({ js, matches })));
}

/** Brings what has been taught, or is no longer, into the tabs that are already open. */
export async function teachOpenTabs(): Promise<void> {
  await inject((await placements()).map(({ matches }) => ({ js: [taughtScript], matches })));
}

async function inject(scripts: readonly Omit<Placement, 'id'>[]): Promise<void> {
  const injections = scripts.map(async ({ js: files, matches: url }) => {
    const tabs = await browser.tabs.query({ url });
    const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
    await Promise.allSettled(
      ids.map((tabId) => browser.scripting.executeScript({ target: { tabId }, files })),
    );
  });
  await Promise.all(injections);
}

/** Which scripts belong on which pages now: the sites that are on and that the browser lets us see. */
export async function placements(): Promise<readonly Placement[]> {
  return placementsOf(await sitesThatAreOn(), await taughtRules.get());
}

/** What the rep has turned off or removed, the browser need not let us see any longer. */
export async function giveBackHosts(
  before: readonly SiteSetting[],
  after: readonly SiteSetting[],
): Promise<void> {
  const needed = patternsOf(after);
  const obsolete = [...patternsOf(before)].filter((pattern) => !needed.has(pattern));
  // One by one: a host that is required cannot be given back, and would keep the others.
  await Promise.allSettled(
    obsolete.map((pattern) => browser.permissions.remove({ origins: [pattern] })),
  );
}

function patternsOf(settings: readonly SiteSetting[]): ReadonlySet<string> {
  return new Set(settings.filter(({ on }) => on).map(({ origin }) => patternOf(origin)));
}

interface SiteThatIsOn extends SiteSetting {
  readonly granted: boolean;
}

async function sitesThatAreOn(): Promise<SiteThatIsOn[]> {
  const settings = (await siteSettings.get()).filter(({ on }) => on);
  return Promise.all(
    settings.map(async (setting) => ({
      ...setting,
      granted: await browser.permissions.contains({ origins: [patternOf(setting.origin)] }),
    })),
  );
}

function placementsOf(
  settings: readonly SiteThatIsOn[],
  taught: readonly TaughtRule[],
): readonly Placement[] {
  const isTaught = (site: SiteId) =>
    settings.some((one) => one.site === site && taught.some(({ origin }) => origin === one.origin));
  const wanted = new Map<SiteId, Set<string>>();
  for (const { site, origin, granted } of settings) {
    if (!granted) continue;
    const patterns = wanted.get(site) ?? new Set();
    wanted.set(site, patterns.add(patternOf(origin)));
  }
  return [...wanted].map(([site, patterns]) => ({
    id: `site-${site}`,
    js: scriptsOf(site, isTaught(site)),
    matches: [...patterns],
  }));
}

const taughtScript = '/taught.js' as ScriptPublicPath;

/** A page where nothing was taught loads nothing for it. */
function scriptsOf(site: SiteId, taught: boolean): ScriptPublicPath[] {
  return [`/site-${site}.js` as ScriptPublicPath, ...(taught ? [taughtScript] : []), '/sidebar.js'];
}
