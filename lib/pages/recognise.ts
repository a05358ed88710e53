import { browser } from 'wxt/browser';
import { patternOf, type SiteSetting } from '../settings/sites';
import type { Selector, Site, SiteId } from '../sites/site';
import { other } from '../sites/other';
import { selfHostedSites, siteLivingAt } from './siteChoice';

/**
 * What the page in this tab is, by the marks of the sites that live on the rep's own domain. Only which marks are there
 * leaves the page. Undefined where none has come within `patience` ms, and where the browser does not let us look.
 */
export async function recognise(tabId: number, patience = 0): Promise<SiteId | undefined> {
  const marks = selfHostedSites.map(({ marks = [] }) => marks);
  const [frame] = await browser.scripting
    .executeScript({ target: { tabId }, func: marksFound, args: [marks, patience] })
    .catch(() => []);
  const found: unknown = frame?.result;
  return Array.isArray(found) ? bestOf(selfHostedSites, found as boolean[][]) : undefined;
}

/**
 * What an address that the rep has added is: the site whose host it is, or what an open tab of it shows. Else it is taken
 * for the first that lives on a domain of one's own, until a page of it opens. The rep can say otherwise. The browser
 * has to let us see it.
 */
export async function kindOfOwn(origin: string): Promise<Pick<SiteSetting, 'site' | 'guessed'>> {
  const living = siteLivingAt(origin);
  if (living) return { site: living.id };
  const tabs = await browser.tabs.query({ url: patternOf(origin) });
  for (const { id, url } of tabs) {
    const site =
      id !== undefined && url?.startsWith(`${origin}/`) ? await recognise(id) : undefined;
    if (site !== undefined) return { site };
  }
  return { site: selfHostedSites[0]?.id ?? other.id, guessed: true };
}

/** Runs in the page, on its own: for each site, which of its marks are there, as soon as one is or after `patience` ms. */
export async function marksFound(
  marks: readonly (readonly string[])[],
  patience = 0,
): Promise<boolean[][]> {
  const look = () =>
    marks.map((selectors) =>
      selectors.map((selector) => {
        try {
          return document.querySelector(selector) !== null;
        } catch {
          // A mark that this browser does not understand says nothing of the other sites.
          return false;
        }
      }),
    );
  const isThere = () => look().some((found) => found.includes(true));
  if (patience > 0 && !isThere())
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (isThere()) end();
      });
      const timer = setTimeout(end, patience);
      observer.observe(document, { subtree: true, childList: true });
      function end() {
        observer.disconnect();
        clearTimeout(timer);
        resolve();
      }
    });
  return look();
}

/** The site with the most stable mark of all that were found; of two, the earlier one. */
export function bestOf(
  candidates: readonly (Pick<Site, 'id'> & { readonly marks?: Selector })[],
  found: readonly (readonly boolean[])[],
): SiteId | undefined {
  const ranked = candidates
    .map(({ id }, index) => ({ id, rank: found[index]?.indexOf(true) ?? -1 }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  return ranked[0]?.id;
}
