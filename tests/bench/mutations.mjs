import { atRest } from '../lab/rest.mjs';
import { evaluate } from '../lab/evaluate.mjs';
import { record } from './record.mjs';
import { busyTime, selfTime } from './trace.mjs';
import { median, ms, verdict } from './verdict.mjs';

const rounds = 3;
const budget = 0.01;
const frames = 100;
const perFrame = 1000;

const ours = (/** @type {string} */ url) => url.startsWith('chrome-extension://');

/**
 * A page that never rests: rows come and go at the end of it, are marked and filled, 1,000 changes a frame. Two thousand
 * rows are there at a time.
 */
const restless = `(async () => {
  const list = document.body.appendChild(document.createElement('section'));
  const row = () => {
    const made = document.createElement('div');
    made.append('Row ', document.createElement('b'));
    return made;
  };
  let serial = 0;
  const changes = [
    () => list.append(row()),
    () => list.lastElementChild.setAttribute('data-state', serial),
    () => { list.lastElementChild.className = 'seen'; },
    () => { list.lastElementChild.firstChild.data = 'Row ' + serial; },
    () => { if (list.childElementCount > 2000) list.firstElementChild.remove(); else list.setAttribute('data-last', serial); },
  ];
  for (let frame = 0; frame < ${frames}; frame += 1) {
    await new Promise(requestAnimationFrame);
    for (let change = 0; change < ${perFrame}; change += 1) changes[serial++ % changes.length]();
  }
})()
//# sourceURL=https://restless.page/changes.js`;

/**
 * What Foothold takes of a page that makes 100,000 changes: with nothing under watch, and while it waits for the answer
 * to a save, which is when it looks.
 *
 * @param {import('./sites.mjs').Site} site
 * @param {import('./loads.mjs').Tab} tab
 * @returns {Promise<string[]>}
 */
export async function measureMutations(site, tab) {
  const rest = await measure(tab, 1, async () => undefined);
  const watch = await measure(tab, rounds, () => tab.visit.save(tab.page));
  if (watch.ours === 0) throw new Error(`${site.name}: nothing was under watch`);
  const words = ({ ours, page, busy }) =>
    `${ms(ours)}: ${share(ours, page)} of ${ms(page)} of scripts, ${share(ours, busy)} of ${ms(busy)} in all`;
  return [
    `  ${site.name.padEnd(11)} at rest     ${words(rest)}`,
    `  ${''.padEnd(11)} under watch ${words(watch)}`,
  ];
}

/** @param {number} ours @param {number} theirs */
function share(ours, theirs) {
  return `${(100 * (ours / theirs)).toFixed(2)} % ${verdict(ours / theirs, budget)}`;
}

/** @param {import('./loads.mjs').Tab} tab @param {number} times @param {() => Promise<void>} prepare */
async function measure({ page, visit }, times, prepare) {
  const seen = { ours: [], page: [], busy: [] };
  await page.bringToFront();
  for (let time = 0; time < times; time += 1) {
    await visit.again(page);
    await page.locator('html > div').first().waitFor({ state: 'attached' });
    await atRest(page);
    const session = await page.context().newCDPSession(page);
    await prepare();
    const { events, thread } = await record(page, () =>
      evaluate((...call) => session.send(...call), restless),
    );
    const self = selfTime(events, thread, ours);
    seen.ours.push(self);
    seen.page.push(selfTime(events, thread, (url) => /^https?:/.test(url)));
    seen.busy.push(busyTime(events, thread) - self);
    await session.detach();
  }
  return { ours: median(seen.ours), page: median(seen.page), busy: median(seen.busy) };
}
