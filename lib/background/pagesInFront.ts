import { browser } from 'wxt/browser';
import { sendMessage, type Presence } from '../messages/protocol';
import { placements } from './lifecycle';

/** A page of a site that is on, in front of the rep. */
export interface PageInFront extends Presence {
  readonly origin: string;
}

/** A page that is busy must not keep the standing waiting, ms. */
const patience = 500;

/** The pages of sites that are on which the rep sees now, and when a hand last typed or dialled there. */
export async function pagesInFront(): Promise<readonly PageInFront[]> {
  const url = (await placements()).flatMap(({ matches }) => matches);
  // An empty list of patterns would mean every page.
  if (url.length === 0) return [];
  const tabs = await browser.tabs.query({ active: true, url });
  const pages = await Promise.all(
    tabs.map(async ({ id, url = '' }) => {
      const presence = id !== undefined && (await presenceIn(id));
      return presence ? [{ origin: new URL(url).origin, ...presence }] : [];
    }),
  );
  return pages.flat();
}

/** Null where nothing of ours runs, or nobody looks. */
function presenceIn(tabId: number): Promise<Presence | null> {
  const silent = new Promise<null>((resolve) => {
    setTimeout(resolve, patience, null);
  });
  const asked = sendMessage('presence', undefined, { tabId, frameId: 0 });
  return Promise.race([asked.catch(() => null), silent]);
}
