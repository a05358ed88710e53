import { atRest } from '../lab/rest.mjs';
import { record } from './record.mjs';
import { layoutShift, longestTask, selfTime } from './trace.mjs';
import { median, ms, verdict } from './verdict.mjs';

const rounds = 5;
const heapRounds = 3;
/** Times a bare content script. */
const selfBudget = 4;
/** What the browser calls a long task, microseconds. */
const longTask = 50_000;
/** Over the same page without Foothold, bytes. */
const heapBudget = 1_000_000;

const fromExtension = (/** @type {string} */ url) => url.startsWith('chrome-extension://');

/**
 * What was seen of the loads of one site, a figure a round; times in microseconds.
 *
 * @typedef {{ page: import('playwright-core').Page, visit: import('./sites.mjs').Visit, shows: boolean }} Tab
 * @typedef {{ self: number[], longest: number[], shift: number[], heap: number[] }} Seen
 * @typedef {Record<import('./ways.mjs').WayName, Seen> & { name: string }} Loads
 */

/**
 * A page, loaded again and again: what the extension's script takes of it, what moves, and what stays in memory. The three
 * ways take turns, and every round begins with another.
 *
 * @param {import('./sites.mjs').Site} site
 * @param {Record<import('./ways.mjs').WayName, Tab>} tabs
 * @returns {Promise<Loads>}
 */
export async function measureLoads({ name }, tabs) {
  const ways = /** @type {import('./ways.mjs').WayName[]} */ (Object.keys(tabs));
  const seen = Object.fromEntries(
    ways.map((way) => [way, { self: [], longest: [], shift: [], heap: [] }]),
  );
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < ways.length; turn += 1) {
      const way = ways[(round + turn) % ways.length];
      const tab = tabs[way];
      await tab.page.bringToFront();
      const { events, thread } = await record(tab.page, () => reload(tab));
      seen[way].self.push(selfTime(events, thread, fromExtension));
      seen[way].longest.push(longestTask(events, thread, fromExtension));
      seen[way].shift.push(layoutShift(events, thread));
    }
  // Untraced: a trace leaves something of itself in memory.
  for (let round = 0; round < heapRounds; round += 1)
    for (const way of ['foothold', 'none']) {
      await reload(tabs[way]);
      seen[way].heap.push(await heapOf(tabs[way].page));
    }
  return { name, ...seen };
}

/**
 * A line a site. The bare script does the same on all of them, so it is one figure.
 *
 * @param {readonly Loads[]} all
 */
export function loadsInWords(all) {
  const bare = median(all.flatMap(({ bare }) => bare.self));
  return all.map(({ name, foothold, none }) => {
    const ours = median(foothold.self);
    const longest = median(foothold.longest);
    // A page moves by itself as its parts arrive, now more, now less; what Foothold moves is moved each time.
    const shift = Math.min(...foothold.shift) - Math.min(...none.shift);
    const heap = median(foothold.heap.map((used, round) => used - none.heap[round]));
    return (
      `  ${name.padEnd(11)} script ${ms(ours)}, bare ${ms(bare)}: ${(ours / bare).toFixed(1)} × ${verdict(ours / bare, selfBudget)}` +
      `;  most of one task ${ms(longest)} ${verdict(longest, longTask)}` +
      `;  layout shift ${shift.toFixed(4)} ${verdict(shift, 0)}` +
      `;  heap ${(heap / 1000).toFixed(0)} kB ${verdict(heap, heapBudget)}`
    );
  });
}

/** @param {Tab} tab */
async function reload({ page, visit, shows }) {
  await visit.again(page);
  if (shows) await page.locator('html > div').first().waitFor({ state: 'attached' });
  await atRest(page);
}

/** What JavaScript in all worlds of the tab holds on to, bytes. @param {import('playwright-core').Page} page */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
