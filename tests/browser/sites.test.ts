import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { axeOnPage } from '../lab/axe.mjs';
import { labBuildWith } from '../lab/builds.mjs';
import { fetchCrm } from '../lab/crm/fetch.mjs';
import { Rep } from '../lab/crm/rep.mjs';
import { sampleData } from '../lab/crm/sample.mjs';
import { startCrm, type Crm } from '../lab/crm/server.mjs';
import { ExtensionsPage } from '../lab/extensionsPage.mjs';
import { extensionId, labBuild, launchFoothold } from '../lab/foothold.mjs';
import { Popup } from '../lab/popup.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import type { SiteSetting } from '../../lib/settings/sites';
import { noTraces, sidebars, traces } from './traces';

declare const chrome: typeof browser;

/** A site comes, survives what browsers do to extensions, and goes without leaving anything behind. */
let crm: Crm;
let plain: Server;
let plainOrigin: string;
let profile: string;
let foothold: Awaited<ReturnType<typeof launchFoothold>>;
let page: Page;
let rep: Rep;
let sidebar: Sidebar;

const host = () => new URL(crm.origin).host;
const pattern = 'http://127.0.0.1/*';

beforeAll(async () => {
  const dist = await fetchCrm({ log: () => undefined });
  crm = await startCrm({ dist, data: sampleData(new Date()) });
  plain = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>x</title><h1>A page</h1>');
  });
  await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
  plainOrigin = `http://127.0.0.1:${String((plain.address() as AddressInfo).port)}`;
  profile = await mkdtemp(join(tmpdir(), 'foothold-sites-'));
  await launch(labBuild);
});

afterAll(async () => {
  await foothold.close();
  await crm.close();
  plain.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Starts the browser on the same profile, with the CRM open in a tab. */
async function launch(extension: string) {
  foothold = await launchFoothold({ profile, extension, viewport: { width: 1500, height: 950 } });
  page = await foothold.context.newPage();
  page.setDefaultTimeout(10_000);
  rep = new Rep(page, crm);
  await rep.open('#/contacts/1/show');
  sidebar = await foothold.sidebar(page);
}

/** Other things go on on this machine. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, 20_000);

const settings = async (): Promise<readonly SiteSetting[]> =>
  (await foothold.ask(async () => {
    const { sites = [] } = await chrome.storage.local.get<{ sites?: unknown[] }>('sites');
    return sites;
  })) as SiteSetting[];
const rows = async () => (await foothold.journal()) as Action[];

/** A note is added in the CRM, and exactly one row comes of it. */
async function addsOneNote(text: string) {
  const before = (await rows()).length;
  await rep.fillNote(text);
  await rep.addNote.click();
  await until(async () => expect(await rows()).toHaveLength(before + 1));
  expect((await rows()).at(-1)).toMatchObject({ kind: 'note', site: 'atomic', via: 'page' });
  await page.waitForLoadState('networkidle');
}

/** Collects what our scripts throw in the page from now on. */
async function errorsOfOurs(): Promise<readonly string[]> {
  const errors: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    const description = exception?.description ?? text;
    if (description.includes(extensionId)) errors.push(description);
  });
  await session.send('Runtime.enable');
  errors.length = 0;
  return errors;
}

const openOptions = async () => {
  const options = await foothold.open('options.html');
  await options.getByRole('button', { name: 'Add site' }).waitFor();
  return options;
};

describe('this CRM is mine', () => {
  it('counts after two clicks, in the tab that was open all along', async () => {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    expect(await sidebars(page)).toEqual([]);
    const popup = await Popup.over(foothold, page);
    await popup.waitFor(new RegExp(`Foothold does not count on ${host()}`));
    await popup.click(/^Count here$/);
    await popup.waitFor(/This looks like Atomic CRM/);
    expect(await settings()).toEqual([]);
    await popup.click(/^Yes, count here$/);
    await sidebar.waitFor(/Counting on Atomic CRM/);
    await popup.close();
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(await settings()).toEqual([{ origin: crm.origin, site: 'atomic', on: true }]);
    await addsOneNote('Counted after two clicks');
  });

  it('says nothing about a page that counts, nor about pages that are not on the web', async () => {
    const popup = await Popup.over(foothold, page);
    await popup.waitFor(/Copy/);
    expect(await popup.text()).not.toMatch(/Count here|does not count/);
    await popup.close();
    const blank = await foothold.context.newPage();
    const over = await Popup.over(foothold, blank);
    await over.waitFor(/Copy/);
    expect(await over.text()).not.toMatch(/Count here|does not count/);
    await over.close();
    await blank.close();
  });

  it('says plainly what no site recognises, and offers to log there with one click', async () => {
    const elsewhere = await foothold.context.newPage();
    await elsewhere.goto(plainOrigin);
    const inPage = await foothold.sidebar(elsewhere);
    const popup = await Popup.over(foothold, elsewhere);
    await popup.click(/^Count here$/);
    await popup.waitFor(/recognises no CRM on this page.*log here with one click/);
    await popup.click(/^Not now$/);
    await popup.waitFor(/does not count on/);
    expect(await settings()).toHaveLength(1);
    await popup.click(/^Count here$/);
    await popup.waitFor(/recognises no CRM/);
    await popup.click(/^Log with one click here$/);
    await inPage.waitFor(new RegExp(`One-click logging on ${plainOrigin.replace('http://', '')}`));
    await popup.close();
    await inPage.click(/^Meeting$/);
    await inPage.waitFor(/Meeting \S+( [AP]M)?, logged by you/);
    await until(async () =>
      expect((await rows()).at(-1)).toMatchObject({
        kind: 'meeting',
        site: 'other',
        via: 'one-click',
      }),
    );

    // Foothold says so where it is turned off, and one click brings it back.
    await inPage.click(/^Off here$/);
    await inPage.click(/^Off$/);
    await until(async () => expect(await sidebars(elsewhere)).toEqual([]));
    const again = await Popup.over(foothold, elsewhere);
    await again.waitFor(/Foothold is off on 127\.0\.0\.1/);
    await again.click(/^Turn on$/);
    await inPage.waitFor(/One-click logging on/);
    await again.close();
    await elsewhere.close();
  });

  it('is done by keyboard alone', async () => {
    const before = await settings();
    await foothold.ask(() => chrome.storage.local.remove('sites'));
    await until(async () => expect(await sidebars(page)).toEqual([]));
    const popup = await Popup.over(foothold, page);
    const focused = () => popup.see<string>('document.activeElement.innerText');
    await popup.waitFor(/does not count on/);
    await popup.press('Tab');
    expect(await focused()).toBe('Count here');
    await popup.press('Enter');
    await popup.waitFor(/This looks like Atomic CRM/);
    await until(async () => expect(await focused()).toBe('Yes, count here'));
    await popup.press('Enter');
    await sidebar.waitFor(/Counting on Atomic CRM/);
    await popup.close();
    await foothold.ask((sites) => chrome.storage.local.set({ sites }), before);
  });
});

describe('what browsers do to extensions', () => {
  it('a restart: it counts', async () => {
    await foothold.close();
    await launch(labBuild);
    await sidebar.waitFor(/Counting on Atomic CRM/);
    await addsOneNote('After a restart');
  });

  it('a start with a newer version: it counts', async () => {
    await foothold.close();
    const later = await labBuildWith({ version: '0.1.1' });
    await launch(later.folder);
    expect(await foothold.ask(() => chrome.runtime.getManifest().version)).toBe('0.1.1');
    await sidebar.waitFor(/Counting on Atomic CRM/);
    await addsOneNote('After an update');
    await foothold.close();
    await later.remove();
    await launch(labBuild);
  });

  it('an update under an open page: one sidebar, and one row an action', async () => {
    await sidebar.waitFor(/Counting on Atomic CRM/);
    const extensions = await ExtensionsPage.open(foothold);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    for (const time of [1, 2]) {
      await extensions.reload();
      await page.bringToFront();
      await until(async () => {
        const [only = '', ...more] = await sidebars(page);
        expect(more).toEqual([]);
        expect(only).toMatch(/Counting on Atomic CRM/);
      });
      await addsOneNote(`After update ${String(time)} under an open page`);
      expect(await sidebars(page)).toHaveLength(1);
    }
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    await extensions.page.close();
  });

  it('switched off: it says "Refresh to keep counting"; what it holds goes to the script that relieves it', async () => {
    const extensions = await ExtensionsPage.open(foothold);
    const errors = await errorsOfOurs();
    const before = (await rows()).length;
    const call = await sidebar.buttonAt(/^Call$/);
    await extensions.switch(false);
    await page.bringToFront();
    await page.mouse.click(call.x, call.y);
    await until(async () => {
      const [text = '', ...more] = await sidebars(page);
      expect(text).toBe('Foothold Refresh to keep counting Not saved: 1');
      expect(more).toEqual([]);
    });
    await extensions.switch(true);
    await extensions.reload();
    await page.bringToFront();
    await sidebar.waitFor(/Counting on Atomic CRM/);
    await until(async () => expect(await rows()).toHaveLength(before + 1));
    expect((await rows()).at(-1)).toMatchObject({ kind: 'call', via: 'one-click' });
    expect(await sidebars(page)).toHaveLength(1);
    expect((await sidebars(page))[0]).not.toMatch(/Not saved|Refresh/);
    expect(errors).toEqual([]);
    await extensions.page.close();
  });

  it('switched off and on again: a refresh brings it back', async () => {
    const extensions = await ExtensionsPage.open(foothold);
    await extensions.switch(false);
    await extensions.switch(true);
    await page.bringToFront();
    await page.reload();
    await sidebar.waitFor(/Counting on Atomic CRM/);
    expect(await sidebars(page)).toHaveLength(1);
    await addsOneNote('After a refresh');
    await extensions.page.close();
  });
});

describe('leaving', () => {
  const leftNothing = async () => {
    await until(async () => expect(await sidebars(page)).toEqual([]));
    expect(await traces(page)).toEqual(noTraces);
  };

  beforeEach(async () => {
    await page.bringToFront();
    await rep.open('#/contacts/1/show');
    await sidebar.waitFor(/Counting on Atomic CRM/);
  });

  it('can be seen in what it leaves: a page that counts has listeners and a node', async () => {
    // An intent is pending, so that its observers are there, too.
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/rest/v1/contactNotes**', async (route) => {
      await held;
      await route.continue();
    });
    const before = (await rows()).length;
    await rep.fillNote('On its way');
    await rep.addNote.click();
    const found = await traces(page);
    expect(found).toMatchObject({ nodes: 1, children: 3 });
    expect(found.listeners).toBeGreaterThan(5);
    expect(found.observers).toBeGreaterThan(0);
    answer();
    await until(async () => expect(await rows()).toHaveLength(before + 1));
    await page.unroute('**/rest/v1/contactNotes**');
  });

  it('turned off in the options, it leaves nothing, and comes back without a reload', async () => {
    const options = await openOptions();
    const box = options.locator('.site', { hasText: host() }).getByRole('checkbox');
    await box.uncheck();
    await leftNothing();
    expect(
      await foothold.ask(() => chrome.scripting.getRegisteredContentScripts()),
    ).not.toContainEqual(expect.objectContaining({ id: 'site-atomic' }));
    // The browser need not be asked again, so the box follows the hand within the click.
    const follows = await box.evaluate((element: HTMLInputElement) => {
      element.click();
      return element.checked;
    });
    expect(follows).toBe(true);
    await sidebar.waitFor(/Counting on Atomic CRM/);
    expect(await sidebars(page)).toHaveLength(1);
    await options.close();
  });

  it('made another kind of page, it counts as that one and nothing of the first is left', async () => {
    const options = await openOptions();
    const card = options.locator('.site', { hasText: host() });
    await card
      .getByLabel('What it is')
      .selectOption({ label: 'Another page: one-click logging only' });
    await sidebar.waitFor(/One-click logging on/);
    expect(await sidebars(page)).toHaveLength(1);
    const before = (await rows()).length;
    await page.bringToFront();
    await rep.fillNote('Not counted');
    await rep.addNote.click();
    await page.getByText('Not counted').first().waitFor();
    await page.waitForLoadState('networkidle');
    await sidebar.click(/^Email$/);
    await until(async () => expect(await rows()).toHaveLength(before + 1));
    expect((await rows()).at(-1)).toMatchObject({ kind: 'email', site: 'other' });
    // Whoever opens the popup there is told what it looks like.
    const popup = await Popup.over(foothold, page);
    await popup.waitFor(/This looks like Atomic CRM/);
    await popup.click(/^Yes, count here$/);
    await sidebar.waitFor(/Counting on Atomic CRM/);
    await popup.close();
    expect(await card.getByLabel('What it is').inputValue()).toBe('atomic');
    await options.close();
  });

  it('removed, it leaves nothing, and its address is gone from the list', async () => {
    const before = await settings();
    const options = await openOptions();
    await options.getByRole('button', { name: `Remove: ${crm.origin}` }).click();
    await leftNothing();
    expect(await options.locator('.site', { hasText: host() }).count()).toBe(0);
    await options.getByLabel('Address of your CRM').fill(`${crm.origin}/#/contacts`);
    await options.getByRole('button', { name: 'Add site' }).click();
    await options.locator('.site', { hasText: host() }).waitFor();
    await sidebar.waitFor(/Counting on Atomic CRM/);
    expect((await settings()).find(({ origin }) => origin === crm.origin)).toEqual(
      before.find(({ origin }) => origin === crm.origin),
    );
    await options.close();
  });

  describe('when the browser takes its permission back', () => {
    let extensions: ExtensionsPage;

    beforeAll(async () => {
      extensions = await ExtensionsPage.open(foothold);
      // One of the two addresses on this host would be enough to keep it.
      await foothold.ask(
        (origin) => chrome.storage.local.set({ sites: [{ origin, site: 'atomic', on: true }] }),
        crm.origin,
      );
      await extensions.withhold();
      await extensions.allow(pattern);
    });

    afterAll(() => extensions.page.close());

    it('it leaves nothing at once', async () => {
      await extensions.takeBack(pattern);
      await leftNothing();
      expect(await foothold.ask(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
      await extensions.allow(pattern);
      await sidebar.waitFor(/Counting on Atomic CRM/);
      expect(await sidebars(page)).toHaveLength(1);
      await addsOneNote('After the permission came back');
    });

    /** What our own pages ask the browser for; the prompt itself cannot be answered here. */
    const asks = (of: Page) =>
      of.evaluate(() => {
        const asked: unknown[] = [];
        Object.assign(window, { asked });
        const permissions = chrome.permissions as { request: (what: unknown) => Promise<boolean> };
        permissions.request = (what) => {
          asked.push([what, navigator.userActivation.isActive]);
          return new Promise(() => undefined);
        };
      });
    const asked = (of: Page) => of.evaluate(() => Reflect.get(window, 'asked') as unknown[]);
    const exactly = [[{ origins: [pattern] }, true]];

    it.each(['options.html', 'popup.html'])(
      '%s says so, and one click asks for it',
      async (path) => {
        const ours = await foothold.open(path);
        await ours.getByRole('button').first().waitFor();
        const sentence = `The browser does not let Foothold see ${crm.origin}`;
        expect(await ours.getByText(sentence).count()).toBe(0);
        await extensions.takeBack(pattern);
        await ours.getByText(sentence).first().waitFor();
        for (const colorScheme of ['light', 'dark'] as const) {
          await ours.emulateMedia({ colorScheme });
          expect.soft(await axeOnPage(ours), colorScheme).toEqual([]);
        }
        await asks(ours);
        await ours.getByRole('button', { name: /^Allow/ }).click();
        expect(await asked(ours)).toEqual(exactly);
        await extensions.allow(pattern);
        await until(async () => expect(await ours.getByText(sentence).count()).toBe(0));
        await sidebar.waitFor(/Counting on Atomic CRM/);
        await ours.close();
      },
    );

    it('the popup can also turn the site off, and then says no more about it', async () => {
      await extensions.takeBack(pattern);
      const popup = await foothold.open('popup.html');
      await popup.getByRole('button', { name: /^Turn off/ }).click();
      await until(async () =>
        expect(await popup.getByText('does not let Foothold see').count()).toBe(0),
      );
      expect(await settings()).toMatchObject([{ origin: crm.origin, on: false }]);
      await popup.close();
      await extensions.allow(pattern);
      await foothold.ask(
        (origin) => chrome.storage.local.set({ sites: [{ origin, site: 'atomic', on: true }] }),
        crm.origin,
      );
    });
  });
});

it('a host that was granted is given back when its site is turned off', async () => {
  await foothold.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  profile = await mkdtemp(join(tmpdir(), 'foothold-sites-'));
  const required = await labBuildWith({ host_permissions: [pattern] });
  const optional = await labBuildWith({
    host_permissions: [],
    optional_host_permissions: ['*://*/*'],
  });
  const granted = () =>
    foothold.ask((origin) => chrome.permissions.contains({ origins: [origin] }), pattern);
  await launch(required.folder);
  await foothold.turnOn(crm.origin);
  await sidebar.waitFor(/Counting on Atomic CRM/);
  await foothold.close();
  await launch(optional.folder);
  await sidebar.waitFor(/Counting on Atomic CRM/);
  expect(await granted()).toBe(true);
  await sidebar.click(/^Off here$/);
  await sidebar.click(/^Off$/);
  await until(async () => expect(await granted()).toBe(false));
  expect(await sidebars(page)).toEqual([]);
  await required.remove();
  await optional.remove();
});
