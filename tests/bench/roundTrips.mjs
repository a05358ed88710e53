import { evaluate } from '../lab/evaluate.mjs';
import { median, verdict } from './verdict.mjs';

const rounds = 20;
/** Times a bare extension's message to its worker and back. */
const budget = 4;
/** Longer than the same is taken for a mistake when it is logged again, ms. */
const apart = 120_000;

/**
 * How long the page waits until Foothold's worker says that a deed is stored, from the moment the outbox takes it, and
 * how long a bare extension's message and its answer take. One after the other, with both workers awake.
 *
 * @param {import('./ways.mjs').Ways} ways
 * @param {Record<'foothold' | 'bare', import('./loads.mjs').Tab>} tabs
 * @returns {Promise<string[]>}
 */
export async function measureRoundTrips({ foothold, bareId, morning }, tabs) {
  const bare = await worldIn(tabs.bare.page, bareId);
  await tabs.foothold.page.bringToFront();
  const sidebar = await foothold.sidebar(tabs.foothold.page);
  await sidebar.see(timeDeliveries);
  const [stored, messages] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await foothold.setClock(morning + (round + 1) * apart);
    await sidebar.click(/^Call$/);
    while ((await sidebar.see('() => globalThis.deliveries.length')) <= round);
    messages.push(await bare(timeMessage));
  }
  stored.push(...(await sidebar.see('() => globalThis.deliveries')));
  const [ours, theirs] = [median(stored), median(messages)];
  return [
    `  stored and acknowledged ${ours.toFixed(1)} ms, bare ${theirs.toFixed(1)} ms: ${(ours / theirs).toFixed(1)} × ${verdict(ours / theirs, budget)}`,
  ];
}

/** From what the outbox writes down first to the worker's answer. */
const timeDeliveries = `() => {
  const deliveries = (globalThis.deliveries = []);
  const { runtime, storage } = globalThis.browser?.runtime?.id ? globalThis.browser : chrome;
  const { session } = storage;
  const [write, send] = [session.set, runtime.sendMessage];
  let begun = 0;
  session.set = (items, ...rest) => {
    if (Object.keys(items).some((key) => key.startsWith('out '))) begun = performance.now();
    return write.call(session, items, ...rest);
  };
  runtime.sendMessage = async (message, ...rest) => {
    const answer = await send.call(runtime, message, ...rest);
    if (message.type === 'record') deliveries.push(performance.now() - begun);
    return answer;
  };
}`;

const timeMessage = `(async () => {
  const begun = performance.now();
  await chrome.runtime.sendMessage({ type: 'counted', count: 1 });
  return performance.now() - begun;
})()`;

/**
 * Where an extension's content script lives in a page.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} id of the extension
 * @returns {Promise<(expression: string) => Promise<any>>}
 */
async function worldIn(page, id) {
  const session = await page.context().newCDPSession(page);
  let contextId;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.type === 'isolated' && context.origin.includes(id)) contextId = context.id;
  });
  await session.send('Runtime.enable');
  return (expression) => evaluate((...call) => session.send(...call), expression, { contextId });
}
