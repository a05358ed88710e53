import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Rep } from '../lab/crm/rep.mjs';
import { extensionId, labBuild } from '../lab/foothold.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import { root } from '../lab/steps.mjs';
import { openLab, quiet, type Lab } from './lab';

/**
 * The page is not our friend: it may not learn that Foothold is there, and it may not make it count. A recorder runs in
 * the page's own world before anything else does, and the browser writes down every request that anybody makes.
 */
let lab: Lab;
let rep: Rep;
let page: Page;
let sidebar: Sidebar;
let folder: string;

interface Recorded {
  readonly events: readonly string[];
  readonly messages: readonly string[];
  readonly nodes: readonly string[];
  readonly asked: readonly string[];
}

/** What a page could do to catch us, kept under a symbol so that it adds no global of its own. */
function record(id: string) {
  const kept = {
    events: [] as string[],
    messages: [] as string[],
    nodes: [] as string[],
    asked: [] as string[],
    shifts: [] as number[],
  };
  Object.defineProperty(window, Symbol.for('recorder'), { value: kept });
  const names = [
    `${id}:sidebar:wxt:content-script-started`,
    'wxt:content-script-started',
    'wxt:locationchange',
    'wxt:reload-extension',
    'foothold',
  ];
  for (const name of names)
    for (const target of [window, document])
      target.addEventListener(name, ({ type }) => kept.events.push(type), true);
  const original = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.includes(id) || /foothold|wxt/i.test(event.type)) kept.events.push(event.type);
    return original.call(this, event);
  };
  const text = (value: unknown) => {
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  window.addEventListener(
    'message',
    ({ data, origin }) => kept.messages.push(`${origin} ${text(data)}`),
    true,
  );
  const looks = (node: Node) => {
    kept.nodes.push(node instanceof Element ? node.outerHTML : (node.textContent ?? ''));
  };
  new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'attributes') looks(target.cloneNode(false));
      if (target === document.documentElement || target === document) addedNodes.forEach(looks);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  const fetching = window.fetch;
  window.fetch = (input, init) => {
    kept.asked.push(input instanceof Request ? input.url : String(input));
    return fetching.call(window, input, init);
  };
  const opening = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    kept.asked.push(String(args[1]));
    (opening as (...all: unknown[]) => void).apply(this, args);
  } as typeof opening;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      kept.shifts.push((entry as unknown as { value: number }).value);
  }).observe({ type: 'layout-shift', buffered: true });
}

const recorded = (from: Page = page) =>
  from.evaluate(
    () => (window as unknown as Record<symbol, unknown>)[Symbol.for('recorder')],
  ) as Promise<Recorded & { readonly shifts: readonly number[] }>;

const shifted = async (from: Page = page) =>
  (await recorded(from)).shifts.reduce((sum, shift) => sum + shift, 0);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foothold-log-'));
  lab = await openLab({ args: [`--log-net-log=${join(folder, 'net.json')}`] });
  await lab.foothold.context.addInitScript(record, extensionId);
  ({ rep, page, sidebar } = await lab.rep('#/contacts/1/show'));
  await rep.addNote.waitFor();
});

afterAll(async () => {
  await lab.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function turn(on: boolean) {
  await lab.foothold.ask(async (on: boolean) => {
    const { sites = [] } = (await chrome.storage.local.get('sites')) as { sites?: object[] };
    await chrome.storage.local.set({ sites: sites.map((site) => ({ ...site, on })) });
    const registered = async () =>
      (await chrome.scripting.getRegisteredContentScripts()).length > 0;
    while ((await registered()) !== on) await new Promise((resolve) => setTimeout(resolve, 20));
  }, on);
}

async function addNote(text: string) {
  await rep.fillNote(text);
  await rep.addNote.click();
}

async function counted(...kinds: readonly string[]) {
  await quiet(page);
  const seen: string[] = [];
  await vi.waitFor(
    async () => {
      seen.push(...(await lab.news()));
      expect(seen.length).toBeGreaterThanOrEqual(kinds.length);
    },
    { timeout: 10_000, interval: 100 },
  );
  expect(seen).toEqual(kinds);
}

const ours = /chrome-extension:|foothold|wxt/i;
const files = [
  ...['sidebar.js', 'background.js', 'manifest.json', 'popup.html', 'options.html'],
  ...['icon/16.png', 'icon/48.png', 'icon/128.png', '_locales/en/messages.json'],
];

describe('what the page sees', () => {
  it('is one bare element beside the body, closed', async () => {
    await addNote('Seen by a hand');
    await counted('note');
    const seen = await page.evaluate(() => {
      const strangers = [...document.documentElement.children].filter(
        ({ localName }) => localName !== 'head' && localName !== 'body',
      );
      return strangers.map((host) => ({
        name: host.localName,
        attributes: host.getAttributeNames(),
        children: host.childNodes.length,
        shadow: host.shadowRoot,
        text: host.textContent,
        own: Object.getOwnPropertyNames(host).length + Object.getOwnPropertySymbols(host).length,
      }));
    });
    const bare = { name: 'div', attributes: [], children: 0, shadow: null, text: '', own: 0 };
    expect(seen).toEqual([bare]);
  });

  it('is no event, message, node, request or resource of ours', async () => {
    const { events, messages, nodes, asked } = await recorded();
    expect(events).toEqual([]);
    expect(
      messages.filter((message) => ours.test(message) || message.includes(extensionId)),
    ).toEqual([]);
    // The recorder was awake: it saw the host come, and the app's own requests.
    expect(nodes).toContain('<div></div>');
    expect(asked.some((url) => url.includes('contactNotes'))).toBe(true);
    for (const seen of [...nodes, ...asked]) {
      expect(seen).not.toContain('chrome-extension:');
      expect(seen).not.toContain(extensionId);
    }
    const page_ = await page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      resources: performance.getEntriesByType('resource').map(({ name }) => name),
      marks: performance.getEntries().map(({ name }) => name),
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    }));
    expect(page_.html).not.toContain('chrome-extension:');
    expect(page_.html).not.toContain(extensionId);
    for (const name of [...page_.resources, ...page_.marks, ...page_.storage])
      expect(name).not.toMatch(ours);
  });

  it('is none of our files', async () => {
    const reached = await page.evaluate(
      async (urls) => {
        const tried = await Promise.all(
          urls.flatMap((url) => [
            fetch(url).then(
              () => `fetched ${url}`,
              () => '',
            ),
            new Promise<string>((resolve) => {
              const image = new Image();
              image.onload = () => {
                resolve(`drew ${url}`);
              };
              image.onerror = () => {
                resolve('');
              };
              image.src = url;
            }),
            new Promise<string>((resolve) => {
              const script = document.createElement('script');
              script.onload = () => {
                resolve(`ran ${url}`);
              };
              script.onerror = () => {
                resolve('');
              };
              script.src = url;
              document.head.append(script);
            }).finally(() => document.head.lastElementChild?.remove()),
          ]),
        );
        return tried.filter(Boolean);
      },
      files.map((file) => `chrome-extension://${extensionId}/${file}`),
    );
    expect(reached).toEqual([]);
  });

  it.each([labBuild, join(root, '.output', 'chrome-mv3')].filter((build) => existsSync(build)))(
    'is nothing that %s would let it have',
    async (build) => {
      const manifest = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8')) as object;
      expect(manifest).not.toHaveProperty('web_accessible_resources');
      expect(manifest).not.toHaveProperty('externally_connectable');
      expect(manifest).not.toHaveProperty('content_scripts');
      const script = await readFile(join(build, 'sidebar.js'), 'utf8');
      expect(script).not.toMatch(/postMessage|dispatchEvent|new (?:Custom)?Event\(/);
    },
  );

  it('is the same globals with Foothold and without', async () => {
    const globals = () =>
      page.evaluate(() => ({
        own: Object.getOwnPropertyNames(window).sort(),
        symbols: Object.getOwnPropertySymbols(window).map(String).sort(),
        keys: Object.keys(window).sort(),
        document: [
          ...Object.getOwnPropertyNames(document),
          ...Object.getOwnPropertySymbols(document).map((symbol) =>
            // React numbers its own at random.
            String(symbol).replace(/\$\w+/, '$'),
          ),
        ]
          .map((name) => name.replace(/(react\w*)\$?\w*/i, '$1'))
          .sort(),
      }));
    await rep.open('#/contacts/1/show');
    await sidebar.waitFor(/./);
    const withUs = await globals();
    await turn(false);
    await rep.open('#/contacts/1/show');
    expect(await hosts()).toBe(0);
    const without = await globals();
    await turn(true);
    expect(withUs).toEqual(without);
  });
});

const hosts = () => page.locator('html > div').count();

describe('what moves the page', () => {
  it('is never Foothold: it mounts, counts, collapses and opens without a layout shift', async () => {
    await turn(false);
    await rep.open('#/contacts/1/show');
    await rep.addNote.waitFor();
    await quiet(page);
    const without = await shifted();
    await turn(true);
    await rep.open('#/contacts/1/show');
    await sidebar.waitFor(/Log/);
    await rep.addNote.waitFor();
    await quiet(page);
    const loaded = await shifted();
    expect(loaded).toBeLessThanOrEqual(without + 0.0005);

    const drawn = () =>
      page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    for (const step of [/^Call$/, /^Email$/, /^Email$/, /^Log again$/, /^Collapse/, /^Open/]) {
      await sidebar.click(step);
      await drawn();
    }
    await sidebar.waitFor(/Log/);
    await quiet(page);
    await drawn();
    expect(await shifted()).toBe(loaded);
    await counted('call', 'email', 'email');
    await drawn();
    expect(await shifted()).toBe(loaded);
  });
});
