import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { askedByFoothold, readNetworkLog } from './network.mjs';
import { root } from './steps.mjs';
import { Sidebar } from './sidebar.mjs';

/** Fixed by the key in the lab manifest. */
export const extensionId = 'jikgepompedbgppnohlnollbiablhdjg';
export const labBuild = join(root, '.output', 'chrome-mv3-lab');

/**
 * Chromium with the lab build of Foothold in it. Every host but this machine is unreachable, and `close` fails if
 * Foothold asked the network for anything, so that nothing could call home unnoticed; it answers what others asked.
 *
 * @param {{ headless?: boolean, profile?: string, extension?: string | string[], timeZone?: string, args?: string[],
 *   map?: string, colorScheme?: 'light' | 'dark', viewport?: { width: number, height: number } | null,
 *   welcome?: boolean, nudges?: boolean }} [options] `welcome` keeps the page that a new installation opens; without
 *   `nudges` Foothold says nothing by itself, so that no test meets a question that it did not ask for
 */
export async function launchFoothold({
  headless = true,
  profile,
  extension = labBuild,
  timeZone,
  args = [],
  map,
  colorScheme = 'light',
  viewport = { width: 1280, height: 900 },
  welcome = false,
  nudges = false,
} = {}) {
  const { chromium } = await import('playwright-core');
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'foothold-')));
  const isNew = (await readdir(folder)).length === 0;
  const records = await mkdtemp(join(tmpdir(), 'foothold-network-'));
  const network = join(records, 'network.json');
  const extensions = [extension].flat().join(',');
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: false,
    colorScheme,
    viewport,
    ...(timeZone && { env: { ...process.env, TZ: timeZone } }),
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--log-net-log=${network}`,
      `--host-resolver-rules=${map ? `${map}, ` : ''}MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      ...args,
    ],
  });
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  const foothold = new Foothold(context);
  if (isNew && !welcome) {
    const page = await foothold.welcome();
    if (!nudges) await page.evaluate(() => chrome.storage.local.set({ nudges: { on: false } }));
    await page.close();
  }
  async function close() {
    await context.close();
    const asked = await readNetworkLog(network);
    for (const left of profile ? [records] : [records, folder])
      await rm(left, { recursive: true, force: true, maxRetries: 5 });
    const calls = askedByFoothold(asked).map(({ url }) => url);
    if (calls.length > 0) throw new Error(`Foothold asked the network for ${calls.join(', ')}`);
    return asked;
  }
  /** @type {ReturnType<typeof close> | undefined} */
  let closed;
  return Object.assign(foothold, { close: () => (closed ??= close()) });
}

export class Foothold {
  /** @type {import('playwright-core').Page | undefined} */
  #desk;

  /** @param {import('playwright-core').BrowserContext} context */
  constructor(context) {
    this.context = context;
  }

  /** @param {string} path */
  url(path) {
    return `chrome-extension://${extensionId}/${path}`;
  }

  /**
   * A page of ours in a tab of its own, once it is drawn.
   *
   * @param {string} path
   */
  async open(path) {
    const page = await this.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(this.url(path));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    return page;
  }

  /** The page that a new installation opens. */
  async welcome() {
    const url = this.url('welcome.html');
    const isIt = (page) => page.url() === url;
    return (
      this.context.pages().find(isIt) ??
      this.context.waitForEvent('page', {
        predicate: async (page) => {
          await page.waitForURL(url);
          return true;
        },
      })
    );
  }

  /** One of our own pages, kept open: a place to ask the extension's own APIs from. */
  async desk() {
    if (!this.#desk || this.#desk.isClosed()) {
      this.#desk = await this.context.newPage();
      const deadline = Date.now() + 10_000;
      const open = () => this.#desk?.goto(this.url('popup.html')).then(() => true);
      // An extension that has just been reloaded is not there for a moment.
      while (!(await open().catch((error) => Date.now() > deadline && Promise.reject(error))));
    }
    return this.#desk;
  }

  /** An extension that is reloaded or switched off takes its own pages along. */
  async leaveDesk() {
    await this.#desk?.close();
    this.#desk = undefined;
  }

  /**
   * @template T
   * @template [A=undefined]
   * @param {(argument: A) => T | Promise<T>} question
   * @param {A} [argument]
   * @returns {Promise<T>}
   */
  async ask(question, argument) {
    return (await this.desk()).evaluate(/** @type {any} */ (question), argument);
  }

  /**
   * Turns Foothold on at an origin, as the options page would.
   *
   * @param {string} origin
   */
  async turnOn(origin, site = 'atomic') {
    await this.ask(
      async ([origin, site]) => {
        const { sites = [] } = await chrome.storage.local.get('sites');
        await chrome.storage.local.set({ sites: [...sites, { origin, site, on: true }] });
        const registered = async () =>
          (await chrome.scripting.getRegisteredContentScripts()).length > 0;
        while (!(await registered())) await new Promise((resolve) => setTimeout(resolve, 20));
      },
      [origin, site],
    );
  }

  /**
   * Shifts the lab build's clock so that it is `time` (UTC ms) now.
   *
   * @param {number} time
   */
  async setClock(time) {
    await this.ask((shift) => chrome.storage.local.set({ 'lab.clock': shift }), time - Date.now());
  }

  /**
   * Makes it `time` (UTC ms) now, and the day on which Foothold was installed: its first goals apply from that day,
   * which may lie before this machine's today.
   *
   * @param {number} time
   */
  async begin(time) {
    await this.ask(async (time) => {
      // Once there is a standing, the first goals are there, too.
      while (!(await chrome.storage.local.get('standing')).standing)
        await new Promise((resolve) => setTimeout(resolve, 20));
      const from = new Date(time).toLocaleDateString('sv');
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('foothold');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const change = database.transaction('goals', 'readwrite');
          const goals = change.objectStore('goals');
          const reading = goals.getAll();
          reading.onsuccess = () => {
            goals.clear();
            for (const goal of reading.result) goals.add({ ...goal, from });
          };
          change.onabort = () => reject(change.error);
          change.oncomplete = () => {
            database.close();
            resolve(undefined);
          };
        };
      });
    }, time);
    await this.setClock(time);
  }

  /** Every row of the journal, oldest first. */
  journal() {
    return this.rows('actions');
  }

  /**
   * @param {string} table
   * @returns {Promise<any[]>}
   */
  async rows(table) {
    const rows = await this.ask(
      (table) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('foothold');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const reading = database.transaction(table).objectStore(table).getAll();
            reading.onsuccess = () => {
              database.close();
              resolve(reading.result);
            };
          };
        }),
      table,
    );
    return rows.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  }

  /**
   * Puts rows into a table of the journal, as if they had always been there.
   *
   * @param {string} table
   * @param {readonly unknown[]} rows
   */
  async put(table, rows) {
    await this.ask(
      ([table, rows]) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('foothold');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const change = database.transaction(table, 'readwrite');
            for (const row of rows) change.objectStore(table).put(row);
            change.onabort = () => reject(change.error);
            change.oncomplete = () => {
              database.close();
              resolve(undefined);
            };
          };
        }),
      [table, rows],
    );
  }

  /** @returns {Promise<import('../../lib/domain/standing').Standing | undefined>} */
  standing() {
    return this.ask(async () => (await chrome.storage.local.get('standing')).standing?.standing);
  }

  /** Stops the worker and waits until it is gone; the next event wakes a new one. */
  async stopWorker() {
    const desk = await this.desk();
    const session = await this.context.newCDPSession(desk);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await desk.evaluate(async () => {
      const alive = async () =>
        (await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length > 0;
      while (await alive()) await new Promise((resolve) => setTimeout(resolve, 10));
    });
    await session.detach();
  }

  /** Ends the worker the way a browser does, without waiting for anything; answers how many there were. */
  async killWorker() {
    const session = await this.context.browser().newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const workers = targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
    );
    for (const { targetId } of workers)
      await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
    await session.detach();
    return workers.length;
  }

  /** @param {import('playwright-core').Page} page */
  sidebar(page) {
    return Sidebar.in(page);
  }
}
