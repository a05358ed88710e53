/**
 * @typedef {object} Traffic
 * @property {Set<import('playwright-core').Request>} underWay
 * @property {number} begun how many have been asked for
 * @property {number} ended when the last one ended, UTC ms
 */

/** @type {WeakMap<import('playwright-core').Page, Traffic>} */
const traffics = new WeakMap();

/**
 * A page's requests, from the first look at them on.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Traffic}
 */
export function trafficOf(page) {
  const known = traffics.get(page);
  if (known) return known;
  /** @type {Traffic} */
  const traffic = { underWay: new Set(), begun: 0, ended: 0 };
  /** @param {import('playwright-core').Request} request */
  const ended = (request) => {
    traffic.underWay.delete(request);
    traffic.ended = Date.now();
  };
  page.on('request', (request) => {
    traffic.begun += 1;
    traffic.underWay.add(request);
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  traffics.set(page, traffic);
  return traffic;
}

/**
 * Waits until the page is drawn for good: all is answered, and the page has had time for whatever it does with the
 * answers, without asking for more. The page's own thread tells that time, so a slow machine gets more of it.
 *
 * @param {import('playwright-core').Page} page
 */
export async function atRest(page) {
  const traffic = trafficOf(page);
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const { begun } = traffic;
    await page.evaluate(hasTime);
    if (traffic.underWay.size === 0 && traffic.begun === begun) return;
  }
  throw new Error(`${page.url()} does not come to rest`);
}

/** Five times in a row, 30 ms apart, nothing else waits for the page's thread. */
async function hasTime() {
  for (let time = 0; time < 5; time += 1)
    await scheduler.postTask(() => undefined, { priority: 'background', delay: 30 });
}
