import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { openScreen } from '../lab/screen.mjs';
import { SidePanel } from '../lab/sidePanel.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import { mondayMorning, openLab, type Lab } from './lab';
import { notRun } from './notRun';
import { teacherOn } from './teacher';

declare const chrome: typeof browser;

/** Keyboard shortcuts and the context menu are the browser's: real keys and clicks on a screen of our own. */
const screen = await openScreen();
const minute = 60_000;
/** Beside what the CRM shows, and far from the sidebar. */
const margin = { x: 12, y: 800 };

if (!screen) notRun('keys, the context menu', 'no Xvfb and xdotool');

describe.runIf(screen)('from outside the page', () => {
  if (!screen) return;
  let lab: Lab;
  let page: Page;
  let sidebar: Sidebar;
  let time = mondayMorning;

  beforeAll(async () => {
    lab = await openLab(screen.options);
    ({ page, sidebar } = await lab.rep('#/contacts/1/show'));
    await sidebar.waitFor(/Log for this contact/);
    screen.focus();
  });
  afterAll(async () => {
    await lab.close();
    await screen.close();
  });
  beforeEach(async () => {
    // Nobody logs the same twice within a minute here.
    time += 2 * minute;
    await lab.foothold.setClock(time);
    await lab.news();
    await page.bringToFront();
  });

  const rows = async (): Promise<Action[]> => (await lab.foothold.journal()) as Action[];
  const news = (kinds: readonly string[]) =>
    vi.waitFor(async () => expect(await fresh()).toEqual(kinds), { timeout: 10_000, interval: 30 });
  /** Kinds of what stands since the test began. */
  const fresh = async () =>
    (await rows())
      .filter(({ at, voidedAt }) => at >= time - 1000 && voidedAt === undefined)
      .map(({ kind }) => kind);
  const badge = (): Promise<string> =>
    lab.foothold.ask(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
    });
  const badgeSays = (words: string | RegExp) =>
    vi.waitFor(async () => expect(await badge()).toMatch(words), { timeout: 5000, interval: 20 });
  const popups = (): Promise<number> =>
    lab.foothold.ask(
      async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length,
    );
  const popupsAre = (count: number) =>
    vi.waitFor(async () => expect(await popups()).toBe(count), { timeout: 5000, interval: 50 });
  /** It hears keys as soon as it has the focus, a moment after it is there. */
  const closePopup = () =>
    vi.waitFor(
      async () => {
        screen.press('Escape');
        expect(await popups()).toBe(0);
      },
      { timeout: 5000, interval: 200 },
    );
  const setSites = (sites: readonly unknown[]) =>
    lab.foothold.ask((sites: readonly unknown[]) => chrome.storage.local.set({ sites }), sites);

  describe('a key', () => {
    it('is set for each command but the popup’s and the rule’s: four are as many as may be suggested', async () => {
      const commands = await lab.foothold.ask(() => chrome.commands.getAll());
      expect(commands.map(({ name, shortcut }) => [name, shortcut])).toEqual([
        ['_execute_action', ''],
        ['log-call', 'Alt+Shift+D'],
        ['log-email', 'Alt+Shift+E'],
        ['open-panel', 'Alt+Shift+F'],
        ['show-rule', ''],
        ['undo-last', 'Alt+Shift+U'],
      ]);
    });

    it('logs for the record on screen, as a click does', async () => {
      await sidebar.click(/^Email$/);
      await news(['email']);
      screen.press('alt+shift+d');
      await news(['email', 'call']);
      const [click, key] = (await rows()).slice(-2);
      expect(key).toMatchObject({
        site: 'atomic',
        via: 'one-click',
        evidence: 'said',
        subject: click?.subject,
      });
      expect(click?.subject).toBeDefined();
      await sidebar.waitFor(/2 touches, today/);
      await sidebar.waitFor(/Call \S+ [AP]M, logged by you/);
    });

    it('shows a tick in place of the count, for a moment', async () => {
      await badgeSays(/^\d+$/);
      screen.press('alt+shift+e');
      await badgeSays('✓');
      await badgeSays(/^\d+$/);
      await news(['email']);
    });

    it('asks "Again?" on a quick repeat, and shows that it asks', async () => {
      screen.press('alt+shift+d');
      await news(['call']);
      // Sooner it would be the same press.
      await badgeSays(/^\d+$/);
      screen.press('alt+shift+d');
      await sidebar.waitFor(/Call logged a moment ago\. Again\?/);
      await badgeSays(/^\?$/);
      await sidebar.click(/^No$/);
      await news(['call']);
    });

    it('that is held down counts once', async () => {
      screen.hold('alt+shift+e');
      screen.press('alt+shift+d');
      await news(['email', 'call']);
      expect(await sidebar.text()).not.toMatch(/Again\?/);
    });

    it('takes back the last action, and what was taken back is no reason to ask "Again?"', async () => {
      screen.press('alt+shift+d');
      await news(['call']);
      await sidebar.waitFor(/Call \S+ [AP]M, logged by you/);
      screen.press('alt+shift+u');
      await news([]);
      expect((await rows()).at(-1)).toHaveProperty('voidedAt');
      await badgeSays('↩');
      screen.press('alt+shift+d');
      await news(['call']);
      expect(await sidebar.text()).not.toMatch(/Again\?/);
    });

    it('works when the worker has died', async () => {
      await lab.foothold.stopWorker();
      screen.press('alt+shift+e');
      await news(['email']);
    });

    it('shows its question on the rail, too', async () => {
      await sidebar.click(/^Collapse$/);
      screen.press('alt+shift+d');
      await news(['call']);
      await badgeSays(/^\d+$/);
      screen.press('alt+shift+d');
      await vi.waitFor(async () =>
        expect(await sidebar.see(`(root) => root.querySelector('.alert') !== null`)).toBe(true),
      );
      await sidebar.click(/^Open Foothold/);
      await sidebar.click(/^No$/);
      await news(['call']);
    });

    it('logs by hand and for no record where nothing is counted', async () => {
      const elsewhere = await lab.foothold.context.newPage();
      await elsewhere.goto(lab.crm.origin.replace('127.0.0.1', 'localhost'));
      screen.press('alt+shift+d');
      await news(['call']);
      expect((await rows()).at(-1)).toMatchObject({ site: 'foothold', via: 'manual' });
      expect((await rows()).at(-1)).not.toHaveProperty('subject');
      await badgeSays('✓');
      await elsewhere.close();
    });

    it('logs by hand where a site was just turned off', async () => {
      const on = { origin: lab.crm.origin, site: 'atomic', on: true };
      await setSites([{ ...on, on: false }]);
      await vi.waitFor(async () => expect(await sidebar.text()).toBeNull());
      screen.press('alt+shift+e');
      await news(['email']);
      expect((await rows()).at(-1)).toMatchObject({ site: 'foothold', via: 'manual' });
      await setSites([on]);
      await sidebar.waitFor(/Log for this contact/);
    });

    it('opens Foothold beside the page, also when the worker has died', async () => {
      expect(await SidePanel.isOpen(lab.foothold.context)).toBe(false);
      await lab.foothold.stopWorker();
      await page.bringToFront();
      screen.press('alt+shift+f');
      const panel = await SidePanel.open(lab.foothold.context);
      await panel.waitFor(/Log for this contact .* Counting on Atomic CRM/);
      // It opens, and leaves where Foothold shows as it is.
      expect(await sidebar.text()).toMatch(/Log for this contact/);
      await panel.close();
      await vi.waitFor(async () =>
        expect(await SidePanel.isOpen(lab.foothold.context)).toBe(false),
      );
    });
  });

  describe('the context menu', () => {
    const entries = ['call', 'email', 'message', 'meeting', 'teach', 'open'];
    /** Foothold is the third from below, above "View page source" and "Inspect". */
    async function choose(entry: string, tab = page) {
      await tab.bringToFront();
      const top = await tab.evaluate(() => window.outerHeight - window.innerHeight);
      screen?.click(margin.x, top + margin.y - 100, 3);
      const down = Array.from({ length: entries.indexOf(entry) }, () => 'Down');
      screen?.press('Up', 'Up', 'Up', 'Right', ...down, 'Return');
    }

    it.each(['call', 'email', 'message', 'meeting'])('logs a %s for this page', async (kind) => {
      await choose(kind);
      await news([kind]);
      expect((await rows()).at(-1)).toMatchObject({
        site: 'atomic',
        via: 'one-click',
        subject: expect.any(String) as string,
      });
    });

    it('opens Foothold', async () => {
      await choose('open');
      await popupsAre(1);
      await closePopup();
    });

    it('begins a lesson in this page', async () => {
      const { gone, begun, card } = await teacherOn(lab.foothold, page);
      await choose('teach');
      await begun();
      await card.click(/^Leave$/);
      await gone();
    });

    it('says in the popup why no lesson begins', async () => {
      const file = await lab.foothold.context.newPage();
      await file.route('**/offer.txt', (route) =>
        route.fulfill({ contentType: 'text/plain', body: 'Our offer' }),
      );
      await file.goto(`${lab.crm.origin}/offer.txt`);
      await choose('teach', file);
      await popupsAre(1);
      const said = () =>
        lab.foothold.ask(() => {
          const views = chrome.extension.getViews({ type: 'popup' }) as unknown as {
            document: { body: { innerText: string } };
          }[];
          return views.map((view) => view.document.body.innerText);
        });
      await vi.waitFor(async () =>
        expect((await said()).join()).toContain('The browser keeps this page to itself'),
      );
      await closePopup();
      await file.close();
    });

    it('has nothing of ours where nothing is counted, nor where a site is off', async () => {
      const elsewhere = await lab.foothold.context.newPage();
      await elsewhere.goto(lab.crm.origin.replace('127.0.0.1', 'localhost'));
      await choose('call', elsewhere);
      screen.press('Escape', 'Escape');
      await elsewhere.close();

      const on = { origin: lab.crm.origin, site: 'atomic', on: true };
      await setSites([{ ...on, on: false }]);
      await vi.waitFor(async () => expect(await sidebar.text()).toBeNull());
      await choose('call');
      screen.press('Escape', 'Escape');
      await setSites([on]);
      await sidebar.waitFor(/Log for this contact/);
      // What the menus above would have logged would be there before this.
      await choose('email');
      await news(['email']);
    });
  });
});
