import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Rep } from '../lab/crm/rep.mjs';
import { extensionId, labBuild, launchFoothold } from '../lab/foothold.mjs';
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
    'leave',
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
      return JSON.stringify(value);
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
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      kept.shifts.push((entry as unknown as { value: number }).value);
  }).observe({ type: 'layout-shift', buffered: true });
}

type Kept = Recorded & { readonly shifts: readonly number[] };

const recorded = (from: Page = page): Promise<Kept> =>
  from.evaluate(() => Reflect.get(window, Symbol.for('recorder')) as Kept);

const shifted = async (from: Page = page) =>
  (await recorded(from)).shifts.reduce((sum, shift) => sum + shift, 0);

beforeAll(async () => {
  lab = await openLab();
  await lab.foothold.context.addInitScript(record, extensionId);
  ({ rep, page, sidebar } = await lab.rep('#/contacts/1/show'));
  await rep.addNote.waitFor();
});

// The last test has closed it already, if it came so far.
afterAll(() => lab.close().catch(() => undefined));

async function turn(on: boolean) {
  await lab.foothold.ask(async (on: boolean) => {
    const { sites = [] } = await chrome.storage.local.get<{ sites?: object[] }>('sites');
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
      // What is left speaks to our own: a port of the side panel's, and one event that stays in our closed root, for the
      // script that an update has cut off. The page hears neither, as the test below listens for.
      expect(script.match(/\w+\.postMessage\(/g)).toHaveLength(1);
      expect(script.match(/postMessage/g)).toHaveLength(1);
      expect(script.match(/dispatchEvent|new (?:Custom)?Event\(/g)).toEqual([
        'dispatchEvent',
        'new Event(',
      ]);
      expect(script).not.toMatch(/(?:window|self|parent|top|globalThis)\.postMessage/);
    },
  );

  it('is the same globals with Foothold and without', async () => {
    const globals = () =>
      page.evaluate(() => ({
        own: Object.getOwnPropertyNames(window).sort(),
        symbols: Object.getOwnPropertySymbols(window).map(String).sort(),
        keys: Object.keys(window).sort(),
        // React numbers its own at random.
        document: Object.getOwnPropertyNames(document).map((name) =>
          name.replace(/^(_reactListening).*/, '$1'),
        ),
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

const drawn = () =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

describe('what moves the page', () => {
  /** All that has moved so far the app moved by itself. Turned on, Foothold comes into the open tab. */
  async function comeIn(): Promise<number> {
    await turn(false);
    await rep.open('#/contacts/1/show');
    await rep.addNote.waitFor();
    await quiet(page);
    const before = await shifted();
    expect(before).toBeGreaterThan(0);
    await turn(true);
    await sidebar.waitFor(/Log/);
    await drawn();
    return before;
  }

  it('is never Foothold as it mounts, hides numbers, collapses and opens', async () => {
    const before = await comeIn();
    for (const step of [/^Hide numbers/, /^Collapse/, /^Open/, /^Show numbers/]) {
      await sidebar.click(step);
      await drawn();
    }
    await sidebar.waitFor(/Log/);
    await drawn();
    expect(await shifted()).toBe(before);
  });

  it('is never Foothold as it counts and asks: the page’s observers see shifts inside a closed root too', async () => {
    const before = await comeIn();
    for (const step of [/^Call$/, /^Email$/, /^Email$/, /^Log again$/]) {
      await sidebar.click(step);
      await drawn();
    }
    await counted('call', 'email', 'email');
    await drawn();
    expect(await shifted()).toBe(before);
  });
});

/** Fires events at the controls on screen, as a page's script or another extension could, until they save. */
interface Scripted {
  readonly fired: number;
}

const writes = () =>
  lab.crm.requests.filter(({ method }) => method === 'POST' || method === 'PATCH').length;

/** Runs in the page: saves notes, ticks tasks and types keys without a hand. */
async function scriptContactPage(rounds: number): Promise<Scripted> {
  let fired = 0;
  const fire = (target: Element, event: Event) => {
    fired += 1;
    target.dispatchEvent(event);
  };
  const options = { bubbles: true, cancelable: true, composed: true };
  const press = (target: HTMLElement, last: 'click' | 'event') => {
    for (const type of ['pointerdown', 'pointerup'])
      fire(target, new PointerEvent(type, { ...options, pointerId: 1, isPrimary: true }));
    for (const type of ['mousedown', 'mouseup']) fire(target, new MouseEvent(type, options));
    if (last === 'event') fire(target, new MouseEvent('click', { ...options, detail: 1 }));
    else {
      fired += 1;
      target.click();
    }
  };
  const until = async (done: () => boolean) => {
    const deadline = performance.now() + 1000;
    while (!done() && performance.now() < deadline) await new Promise(requestAnimationFrame);
  };
  const note = () => document.querySelector<HTMLTextAreaElement>('form textarea[name="text"]');
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  for (let round = 0; round < rounds; round += 1) {
    const field = note();
    if (!field) throw new Error('no field for a note');
    field.focus();
    setter?.call(field, `Scripted ${String(round)}`);
    fire(field, new InputEvent('input', options));
    fire(field, new Event('change', options));
    // The app's form hears of it a frame later.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const form = field.form;
    const button = form?.querySelector<HTMLElement>('button[type="button"][data-slot="button"]');
    if (!button) throw new Error('no button for a note');
    for (let move = 0; move < 24; move += 1)
      fire(button, new PointerEvent('pointermove', { ...options, clientX: move }));
    press(button, round % 2 ? 'click' : 'event');
    await until(() => note()?.value === '');
    for (const key of ['Enter', ' ', 'Escape', 'a'])
      for (const type of ['keydown', 'keypress', 'keyup'])
        for (const ctrlKey of [false, true])
          fire(note() ?? field, new KeyboardEvent(type, { ...options, key, code: key, ctrlKey }));
  }
  const boxes = document.querySelectorAll<HTMLElement>('[id^="checkbox-list-label-"]');
  for (const box of boxes) press(box, 'click');
  return { fired };
}

async function scriptContactForm(last: string): Promise<Scripted> {
  const type = (name: string, text: string) => {
    const field = document.querySelector<HTMLInputElement>(`form [name="${name}"]`);
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    setter?.call(field, text);
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  type('first_name', 'Nia');
  type('last_name', last);
  await new Promise(requestAnimationFrame);
  const button = document.querySelector<HTMLButtonElement>('form button[type="submit"]');
  const event = { bubbles: true, cancelable: true, submitter: button };
  button?.form?.dispatchEvent(new SubmitEvent('submit', event));
  button?.form?.requestSubmit(button);
  return { fired: 4 };
}

async function scriptBoard(rounds: number): Promise<Scripted> {
  let fired = 0;
  const options = { bubbles: true, cancelable: true, composed: true };
  const fire = (target: Element, event: Event) => {
    fired += 1;
    target.dispatchEvent(event);
  };
  const columns = [...document.querySelectorAll('[data-rfd-droppable-id]')];
  for (let round = 0; round < rounds; round += 1) {
    const card = document.querySelector<HTMLElement>('[data-rfd-draggable-id]');
    const column = columns[round % columns.length];
    if (!card || !column) throw new Error('no board');
    for (const type of ['dragstart', 'drag', 'dragend']) fire(card, new DragEvent(type, options));
    for (const type of ['dragenter', 'dragover', 'drop'])
      fire(column, new DragEvent(type, options));
    const { x, y } = column.getBoundingClientRect();
    fire(card, new PointerEvent('pointerdown', { ...options, clientX: 5, clientY: 5 }));
    fire(column, new PointerEvent('pointermove', { ...options, clientX: x, clientY: y }));
    fire(column, new PointerEvent('pointerup', { ...options, clientX: x, clientY: y }));
    card.focus();
    for (const [key, keyCode] of [
      [' ', 32],
      ['ArrowRight', 39],
      [' ', 32],
    ] as const) {
      fire(card, new KeyboardEvent('keydown', { ...options, key, code: key, keyCode }));
      // The board moves its card over a few frames.
      const since = performance.now();
      while (performance.now() - since < 300) await new Promise(requestAnimationFrame);
    }
  }
  return { fired };
}

describe('what counts', () => {
  it('is nothing that a script does, a thousand times over', { timeout: 60_000 }, async () => {
    const before = writes();
    let fired = 0;
    await rep.open('#/contacts/1/show');
    await rep.addNote.waitFor();
    ({ fired } = await page.evaluate(scriptContactPage, 20));
    await quiet(page);
    const afterNotes = writes();
    expect(afterNotes - before).toBeGreaterThanOrEqual(20);

    for (const last of ['Park', 'Lee', 'Moss']) {
      await rep.open('#/contacts/create');
      await page.locator('form [name="first_name"]').waitFor();
      fired += (await page.evaluate(scriptContactForm, last)).fired;
      await quiet(page);
    }
    const afterForms = writes();
    expect(afterForms - afterNotes).toBeGreaterThanOrEqual(3);

    await rep.open('#/deals');
    await page.locator('[data-rfd-draggable-id]').first().waitFor();
    fired += (await page.evaluate(scriptBoard, 4)).fired;
    await quiet(page);
    expect(writes() - afterForms).toBeGreaterThanOrEqual(1);

    expect(fired).toBeGreaterThanOrEqual(1000);
    await counted();

    await rep.open('#/contacts/1/show');
    await addNote('At last a hand');
    await counted('note');
  });

  it('is nothing any more once the site is turned off, and the host is gone at once', async () => {
    await rep.open('#/contacts/1/show');
    await sidebar.waitFor(/Log/);
    expect(await hosts()).toBe(1);
    const box = await sidebar.box();
    if (!box) throw new Error('no sidebar');
    await turn(false);
    await vi.waitFor(async () => expect(await hosts()).toBe(0), { timeout: 1000, interval: 20 });
    await addNote('Nobody counts');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await counted();

    await turn(true);
    await rep.open('#/contacts/1/show');
    await sidebar.waitFor(/Log/);
    await addNote('Counted again');
    await counted('note');
  });
});

describe('the network', () => {
  it('is asked for nothing, ever, of all that the browser wrote down', async () => {
    await page.goto('about:blank');
    const asked = await lab.close();
    expect(asked.filter(({ url }) => url.includes('/rest/v1/')).length).toBeGreaterThan(100);
  });

  it('is seen to be asked when one of our own pages does', async () => {
    const foothold = await launchFoothold();
    await foothold.ask(
      (url: string) => fetch(url).catch(() => undefined),
      'http://localhost:9/home',
    );
    await expect(foothold.close()).rejects.toThrow('http://localhost:9/home');
  });
});
