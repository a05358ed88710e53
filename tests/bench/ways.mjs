import { fileURLToPath } from 'node:url';
import { launchFoothold } from '../lab/foothold.mjs';

const bareFolder = fileURLToPath(new URL('bare', import.meta.url));
/** A Monday morning in Berlin, with goals for the day. */
const morning = Date.UTC(2026, 10, 23, 9, 6);
/** As much as a full-screen window shows: the sidebar is drawn beside the page, not over it. */
const options = { timeZone: 'Europe/Berlin', viewport: { width: 1700, height: 1000 } };

/**
 * The three ways of opening a page, a browser each, at the same time: with Foothold on it, with the bare extension, and
 * with neither.
 *
 * @typedef {'foothold' | 'bare' | 'none'} WayName
 * @typedef {import('playwright-core').BrowserContext} Context
 * @typedef {object} Ways
 * @property {Awaited<ReturnType<typeof launchFoothold>>} foothold
 * @property {Context} bare
 * @property {Context} none
 * @property {string} bareId
 * @property {number} morning what time it is for Foothold, UTC ms
 * @property {() => Promise<void>} close
 */

/**
 * @param {readonly import('./sites.mjs').Site[]} sites
 * @returns {Promise<Ways>}
 */
export async function openWays(sites) {
  const foothold = await launchFoothold(options);
  const bare = await launchFoothold({ ...options, extension: bareFolder, welcome: true });
  const none = await launchFoothold(options);
  await foothold.begin(morning);
  for (const { origin, id } of sites) await foothold.turnOn(origin, id);
  const [worker] = bare.context.serviceWorkers();
  return {
    foothold,
    bare: bare.context,
    none: none.context,
    bareId: new URL(worker.url()).host,
    morning,
    async close() {
      for (const way of [foothold, bare, none]) await way.close();
    },
  };
}
