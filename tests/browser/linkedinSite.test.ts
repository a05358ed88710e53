import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { ExtensionsPage } from '../lab/extensionsPage.mjs';
import { origin } from '../lab/linkedin.mjs';
import { SidePanel } from '../lab/sidePanel.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Misses } from '../../lib/domain/health';
import { describeAskedLinks } from './askedLinks';
import { counted, eventually, handOf, nothing, useLinkedIn, type Look } from './linkedinLab';
import { noTraces, sidebars, traces } from './traces';
import { wholePage } from './wholePage';

declare const chrome: typeof browser;

/** Foothold as a guest of LinkedIn: what it leaves in the page, beside it, after it, and what it says of it. */
const lab = useLinkedIn();
const { click, clickIn, type, key } = handOf(lab);
const page = () => lab().page;
let sidebar: Sidebar;

const looks = [
  { front: 'sdui', shadow: 'open' },
  { front: 'classic', shadow: 'closed' },
] as const;
const profile = '/in/nora-beispiel/';
const bubbles = ['carl-connected'];

/** What the options would store for LinkedIn. */
const setSite = (changes: { on?: boolean; surface?: 'page' | 'panel' }) =>
  lab().foothold.ask((site: object) => chrome.storage.local.set({ sites: [site] }), {
    origin,
    site: 'linkedin',
    on: true,
    ...changes,
  });

async function invite({ front }: Pick<Look, 'front'>) {
  await click(
    front === 'sdui'
      ? '[componentkey$="Topcard"] [href*="custom-invite"]'
      : '.pv-top-card [data-lab-act="connect"]',
  );
  await clickIn('.send-invite .artdeco-button--primary');
}
async function message(text: string) {
  await clickIn('.msg-form__contenteditable');
  await type(text);
  await key('Enter');
}
const done = (...deeds: readonly string[]) =>
  eventually(() => {
    expect(lab().site.deeds.map(({ deed }) => deed)).toEqual(deeds);
  });

beforeAll(async () => {
  // The same dice on each load: classes and ids of the pages are random.
  await page().addInitScript(() => {
    let seed = 1;
    Math.random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    let uuids = 0;
    crypto.randomUUID = () => `00000000-0000-4000-8000-${String((uuids += 1)).padStart(12, '0')}`;
  });
  await lab().foothold.ask(
    (key) => chrome.storage.local.set({ [key]: { side: 'right', collapsed: false } }),
    `layout ${origin}`,
  );
  sidebar = await lab().foothold.sidebar(page());
});

beforeEach(async () => {
  await lab().nextDay();
  await page().bringToFront();
});

describe('beside the page', () => {
  let panel: SidePanel;

  beforeAll(async () => {
    await lab().open(profile);
    await sidebar.click(/^Move beside the page$/);
    panel = await SidePanel.open(lab().foothold.context);
    await panel.waitFor(/Counting on LinkedIn/);
  });

  /** The page as it is loaded, and once an invitation and a message have gone and are counted, where they are. */
  async function visit(look: (typeof looks)[number], site: Parameters<typeof setSite>[0]) {
    await setSite(site);
    await lab().openBare(profile, { ...look, bubbles, sendMode: 'hint', toastFor: 60_000 });
    const isOn = site.on ?? true;
    await panel.waitFor(isOn ? /Counting on LinkedIn/ : /Nothing is counted on this page/);
    const fresh = await wholePage(page());
    await invite(look);
    await done('invite');
    if (isOn) await counted(lab(), ['connection connection']);
    await message('Good morning');
    await done('invite', 'message');
    if (isOn) await counted(lab(), ['message message']);
    return { fresh, used: await wholePage(page()) };
  }

  it.each(looks)(
    'the page is to the byte what it is without Foothold, which counts: $front front end, $shadow root',
    async (look) => {
      const without = await visit(look, { on: false });
      const beside = await visit(look, { surface: 'panel' });
      expect(beside).toEqual(without);
      expect(without.used.join()).toContain('Good morning');
      await panel.waitFor(/Message \S+( [AP]M)?, sent in LinkedIn/);
      // On the page, it is seen.
      await lab().nextDay();
      const within = await visit(look, { surface: 'page' });
      expect(within.used).not.toEqual(without.used);
    },
  );

  afterAll(() => panel.close());
});

describe('a mail or phone link', () => {
  beforeAll(() => setSite({ surface: 'page' }));
  describeAskedLinks(lab, {
    origin,
    open: () => lab().open(profile),
    rules: { mailto: 'linkedin/mailto', tel: 'linkedin/tel' },
  });
});

describe('turned off in the options', () => {
  it.each(looks)(
    'it leaves nothing in a tab that was counting: $front front end, $shadow root',
    async (look) => {
      await setSite({ surface: 'page' });
      await lab().open(profile, { ...look, bubbles, sendMode: 'hint' });
      // An intent is pending, in the root, so that what waits for its proof is there, too.
      await lab().site.plan('message', { delay: 60_000, inert: true });
      await message('On its way');
      const found = await traces(page());
      expect(found).toMatchObject({ nodes: 1, children: 3 });
      expect(found.listeners).toBeGreaterThan(5);
      expect(found.observers).toBeGreaterThan(0);

      const options = await lab().foothold.open('options.html');
      await options
        .locator('.site', { hasText: 'www.linkedin.com' })
        .getByRole('checkbox')
        .uncheck();
      await eventually(async () => {
        expect(await traces(page())).toEqual(noTraces);
      });
      await options.close();
      await lab().site.plan('invite');
      await invite(look);
      await done('invite');
      await nothing(lab());
    },
  );
});

describe('an update under an open page', () => {
  it.each(looks)(
    'cuts off a script that says so, and relieves it: one sidebar, and one row an action: $front front end, $shadow root',
    async (look) => {
      await setSite({ surface: 'page' });
      await lab().open(profile, { ...look, bubbles, sendMode: 'hint' });
      await sidebar.waitFor(/Counting on LinkedIn/);
      await page().evaluate(() => Object.assign(window, { sameDocument: true }));
      const extensions = await ExtensionsPage.open(lab().foothold);
      await page().bringToFront();
      const call = await sidebar.buttonAt(/^Call$/);
      await extensions.switch(false);
      await page().bringToFront();
      await page().mouse.click(call.x, call.y);
      await eventually(async () => {
        expect(await sidebars(page())).toEqual(['Foothold Refresh to keep counting Not saved: 1']);
      });
      await extensions.switch(true);
      await extensions.reload();
      await page().bringToFront();
      await counted(lab(), ['call ']);
      await invite(look);
      await counted(lab(), ['connection connection']);
      await message('Good morning');
      await counted(lab(), ['message message']);
      await nothing(lab());
      const [only, ...more] = await sidebars(page());
      expect(more).toEqual([]);
      expect(only).not.toMatch(/Refresh|Not saved/);
      expect(await page().evaluate(() => 'sameDocument' in window)).toBe(true);
      await extensions.page.close();
    },
  );
});

describe('health', () => {
  const pages = {
    profile,
    network: '/mynetwork/grow/',
    thread: '/messaging/thread/2-TEST-carl-connected/',
    compose: '/messaging/compose/?recipient=ACoAATEST000000000000000000000000000001',
    'sales-lead': '/sales/lead/ACwAATEST000000000000000000000000000001,NAME_SEARCH,a1b2',
  };
  const missed = async () =>
    ((await lab().foothold.rows('misses')) as Misses[]).map(({ kind }) => kind);

  it.each(['sdui', 'classic'] as const)(
    'a page as it should be ends the alarm, so raises none: %s',
    async (front) => {
      await setSite({ surface: 'page' });
      await lab().foothold.put(
        'misses',
        Object.keys(pages).map((kind) => ({ origin, kind, things: ['a', 'b', 'c'], at: 0 })),
      );
      await lab().open(profile, { front });
      await invite({ front });
      await counted(lab(), ['connection connection']);
      await sidebar.waitFor(/LinkedIn changed, counts may be low/);
      const tabs = await Promise.all(
        Object.values(pages).map(async (path) => {
          const tab = await lab().foothold.context.newPage();
          await tab.goto(origin + path);
          return tab;
        }),
      );
      await eventually(async () => {
        expect(await missed()).toEqual([]);
      });
      await page().bringToFront();
      await sidebar.waitFor(/Counting on LinkedIn/);
      for (const tab of tabs) await tab.close();
    },
  );
});
