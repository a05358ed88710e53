import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { labBuildWith } from '../lab/builds.mjs';
import { fetchCrm } from '../lab/crm/fetch.mjs';
import { Rep } from '../lab/crm/rep.mjs';
import { sampleData } from '../lab/crm/sample.mjs';
import { startCrm, type Crm } from '../lab/crm/server.mjs';
import { launchFoothold } from '../lab/foothold.mjs';
import { openScreen } from '../lab/screen.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import { handUntil } from './handUntil';
import { notRun } from './notRun';

declare const chrome: typeof browser;

/** The first run with hosts as they ship, optional: the browser's own prompt, answered by a real hand. */
const screen = await openScreen();

if (!screen) notRun('the browser’s prompt for hosts', 'no Xvfb and xdotool');

describe.runIf(screen)('the browser’s prompt for hosts', () => {
  if (!screen) return;
  let crm: Crm;
  let build: Awaited<ReturnType<typeof labBuildWith>>;
  let foothold: Awaited<ReturnType<typeof launchFoothold>>;
  let page: Page;
  let rep: Rep;
  let begun: number;
  let sidebar: Sidebar;
  let welcome: Page;

  beforeAll(async () => {
    crm = await startCrm({
      dist: await fetchCrm({ log: () => undefined }),
      data: sampleData(new Date()),
    });
    build = await labBuildWith({
      host_permissions: [],
      optional_host_permissions: ['*://*/*'],
    });
    foothold = await launchFoothold({
      ...screen.options,
      extension: build.folder,
      welcome: true,
    });
    page = await foothold.context.newPage();
    rep = new Rep(page, crm);
    await rep.open('#/contacts/1/show');
    sidebar = await foothold.sidebar(page);
    welcome = await foothold.welcome();
    welcome.setDefaultTimeout(10_000);
    await welcome.bringToFront();
    await welcome.getByLabel('My CRM is at').fill(crm.origin);
    screen.focus();
    begun = Date.now();
  });
  afterAll(async () => {
    await foothold.close();
    await screen.close();
    await build.remove();
    await crm.close();
  });

  const granted = (): Promise<boolean> =>
    foothold.ask(
      (origin) => chrome.permissions.contains({ origins: [`${origin}/*`] }),
      `http://${new URL(crm.origin).hostname}`,
    );
  const sites = (): Promise<unknown> =>
    foothold.ask(async () => (await chrome.storage.local.get('sites'))['sites']);
  const press = {
    deny: () => screen.press('Escape'),
    /** In the middle of the window; without the prompt there is nothing to click at that place. */
    allow: () => screen.click(820, 270),
  };

  it('may be told no: that is said, nothing is on, and what was typed is kept', async () => {
    await welcome.getByRole('button', { name: 'Continue' }).click();
    const told = welcome.getByRole('alert').getByText('The browser was told no');
    await handUntil(press.deny, async () => expect(await told.count()).toBe(1));
    expect(await granted()).toBe(false);
    expect(await sites()).toEqual([]);
    expect(await sidebar.text()).toBeNull();
    expect(await welcome.getByLabel('My CRM is at').inputValue()).toBe(crm.origin);
  });

  it('asked again and told yes, has the sidebar on the tab that was open all along', async () => {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await welcome.bringToFront();
    await welcome.getByRole('button', { name: 'Ask again' }).click();
    await handUntil(press.allow, async () => expect(await granted()).toBe(true));
    await welcome.getByText('Step 2 of 3').waitFor();
    expect(await sites()).toEqual([
      { origin: crm.origin, site: 'atomic', on: true, surface: 'page' },
    ]);
    await sidebar.waitFor(/Counting on Atomic CRM/);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  it('counts its first note within a minute of the first click, the prompt and its refusal included', async () => {
    await welcome.getByRole('button', { name: 'Start with this plan' }).click();
    await welcome.getByRole('button', { name: 'Go to Atomic CRM' }).click();
    await rep.fillNote('The first');
    await rep.addNote.click();
    await vi.waitFor(async () =>
      expect(await foothold.journal()).toMatchObject([{ kind: 'note' }]),
    );
    expect(Date.now() - begun).toBeLessThan(60_000);
  });
});
