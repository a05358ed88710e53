import { threadOf } from './trace.mjs';

const categories = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'loading',
  'blink.user_timing',
  'v8',
  'disabled-by-default-v8.compile',
  'disabled-by-default-v8.cpu_profiler',
  'disabled-by-default-v8.cpu_profiler.hires',
];
const mark = 'foothold-bench';

/**
 * The trace of a piece of work in a page, and the thread on which the page ran.
 *
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} work
 */
export async function record(page, work) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories });
  // The profiler begins with the next script that runs, and takes its time for that: not with one that is measured.
  await page.evaluate(() => undefined);
  await work();
  await page.evaluate((mark) => performance.mark(mark), mark);
  const { traceEvents: events } = JSON.parse((await browser.stopTracing()).toString());
  return { events, thread: threadOf(events, mark) };
}
