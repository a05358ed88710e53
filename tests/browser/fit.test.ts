import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { axeInSidebar } from '../lab/axe.mjs';
import { ExtensionsPage } from '../lab/extensionsPage.mjs';
import { beside, cutOff, inPage, misfits, ofOurs, tabThrough, type Surface } from '../lab/fit.mjs';
import { labBuild } from '../lab/foothold.mjs';
import { mayWritePolicy, removePolicy, writePolicy } from '../lab/policyFile.mjs';
import { SidePanel } from '../lab/sidePanel.mjs';
import { Sidebar } from '../lab/sidebar.mjs';
import type { Rep } from '../lab/crm/rep.mjs';
import type { GoalVersion, QuarterGoal } from '../../lib/domain/goal';
import type { SiteHealth } from '../../lib/settings/health';
import type { SiteSetting } from '../../lib/settings/sites';
import { openLab, type Lab } from './lab';
import { notRun } from './notRun';
import { pastDays } from './pastDays';

/** Every surface with names of 60 characters, in long words and from right to left, as it is and twice as large. */
declare const chrome: typeof browser;

interface Dress {
  readonly dir: 'ltr' | 'rtl';
  /** What the rep typed. */
  readonly typed: string;
  /** The interface's texts, made from the English ones. */
  readonly speak: (english: string) => string | Promise<string>;
  /** Whether the company has set some of it. */
  readonly company: boolean;
}

const sixty = 'Calls with the people of the north-western region in autumn.';
/** A host of 60 characters, which nobody answers for. */
const longHost = `${'sales-of-the-north-western-region.'.repeat(2).slice(0, 48)}.example.com`;
/** Another, on which nothing is counted. */
const elsewhere = longHost.replace('sales', 'calls');

const may = await mayWritePolicy();
if (!may)
  notRun('how what the company has set fits', 'this machine does not let us write a policy');
const policy = {
  goals: [{ kinds: ['call', 'email', 'connection', 'message'], period: 'quarter', target: 9999 }],
  sites: [{ origin: `https://${longHost.replace('sales', 'offer')}`, site: 'other' }],
  notifications: false,
};

/** No language of ours is written from right to left yet, so this is English in other letters: as long, and as broken. */
const mirrored = (text: string) =>
  text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode(0x5d0 + (letter.toLowerCase().charCodeAt(0) - 97)),
  );
function inMirror(english: string): string {
  const messages = Object.entries(JSON.parse(english) as Record<string, { message: string }>);
  // The language is a code for dates, not a text.
  const texts = messages.filter(([key]) => key !== 'language');
  return JSON.stringify(
    Object.fromEntries([
      ...messages,
      ...texts.map(([key, { message }]) => [key, { message: mirrored(message) }]),
    ]),
  );
}
const inGerman = () => readFile(join(labBuild, '_locales', 'de', 'messages.json'), 'utf8');

const dresses: readonly [string, Dress][] = [
  [
    'names of 60 characters',
    { dir: 'ltr', typed: sixty, speak: (english) => english, company: false },
  ],
  [
    'German words and Hebrew names',
    { dir: 'ltr', typed: mirrored(sixty), speak: inGerman, company: may },
  ],
  [
    'everything from right to left',
    { dir: 'rtl', typed: mirrored(sixty), speak: inMirror, company: may },
  ],
];

/** Three goals, of which the first has a name of more than 60 characters and every text that a rep can give it. */
function longGoals(typed: string): GoalVersion[] {
  const from = '2026-11-23';
  const long: QuarterGoal = {
    period: 'quarter',
    kinds: ['call', 'email', 'connection', 'acceptance', 'message', 'meeting'],
    target: 1250,
    floor: 1000,
    ceiling: 1500,
    objective: typed,
    owner: typed,
    commitment: typed,
    reward: typed,
    agreed: { with: typed, on: from },
  };
  return [
    { id: 'long', from, order: 0, goal: long },
    {
      id: 'day',
      from,
      order: 1,
      goal: { period: 'day', kinds: ['call'], target: 12, floor: 10, ceiling: 15 },
    },
    {
      id: 'week',
      from,
      order: 2,
      goal: { period: 'week', kinds: ['follow-up'], target: 40, floor: 30, ceiling: 50 },
    },
    {
      id: 'share',
      from,
      order: 3,
      goal: null,
      side: { kind: 'call', what: 'connected', target: 60, period: 'week' },
    },
    {
      id: 'learning',
      from,
      order: 4,
      goal: null,
      side: { kind: 'learning', what: 'minutes', target: 120, period: 'month' },
    },
  ];
}

describe.each(dresses)('with %s', (name, { dir, typed, speak, company }) => {
  const slug = name.replace(/\W+/g, '-');
  let lab: Lab;
  let build: string;
  let page: Page;
  let rep: Rep;
  let sidebar: Sidebar;
  const goals = company ? 4 : 3;

  beforeAll(async () => {
    build = await mkdtemp(join(tmpdir(), 'foothold-fit-'));
    await cp(labBuild, build, { recursive: true });
    const messages = join(build, '_locales', 'en', 'messages.json');
    await writeFile(messages, await speak(await readFile(messages, 'utf8')));
    if (company) await writePolicy(policy);
    lab = await openLab({ extension: build, viewport: { width: 1280, height: 900 } });
    await pastDays(lab, 'call', [14, 3, 9]);
    const rows = (await lab.foothold.rows('goals')) as GoalVersion[];
    const before = rows.filter(({ id }) => !id.startsWith('company/'));
    await lab.foothold.ask(
      async ([data, sites]) => {
        await chrome.storage.local.set({ news: '0.1', sites });
        const message = { id: Date.now(), type: 'saveGoals', data, timestamp: Date.now() };
        await chrome.runtime.sendMessage(message);
      },
      [
        [...before.map((version) => ({ ...version, goal: null })), ...longGoals(typed)],
        [
          { origin: lab.crm.origin, site: 'atomic', on: true },
          { origin: `https://${longHost}`, site: 'other', on: true },
        ],
      ] as const,
    );
    ({ rep, page, sidebar } = await lab.rep('#/contacts/1/show'));
    await vi.waitFor(async () =>
      expect((await lab.foothold.standing())?.goals).toHaveLength(goals),
    );
    for (const kind of ['call', 'email', 'message']) await press(`[data-kind="${kind}"]`);
    await vi.waitFor(async () => expect(await lab.foothold.journal()).toHaveLength(3));
  });

  afterAll(async () => {
    await removePolicy();
    await lab.close();
    await rm(build, { recursive: true, force: true });
  });

  /** What is in the sidebar, whatever it is called in this language. */
  const press = (selector: string) =>
    sidebar.see(`(root) => root.querySelector('${selector}').click()`);

  const turn = (surface: Surface) =>
    surface.see(`async (root) => {
      for (const one of root.querySelectorAll('[dir]')) one.dir = '${dir}';
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }`);

  /** Where the site has changed a button says so more closely. */
  async function recognised(health: SiteHealth) {
    await lab.foothold.ask(([key, health]) => chrome.storage.local.set({ [key]: health }), [
      `health ${lab.crm.origin}`,
      health,
    ] as const);
    await vi.waitFor(async () =>
      expect(await sidebar.see(`(root) => root.querySelectorAll('.foot .more').length`)).toBe(
        health.notFound.length && 1,
      ),
    );
  }

  /** With at least so many stops for Tab, so that it is known to have been looked at. */
  async function fits(surface: Surface, stops: number) {
    await turn(surface);
    expect.soft(await misfits(surface)).toEqual([]);
    const way = await tabThrough(surface);
    expect.soft(way.faults).toEqual([]);
    expect.soft(way.stops).toBeGreaterThanOrEqual(stops);
  }

  it('what does not fit is found, in the closed root too', async () => {
    const surface = inPage(sidebar);
    await turn(surface);
    const seeds = {
      'cut off':
        '<p style="inline-size: 40px; overflow: hidden; white-space: nowrap">half a word</p>',
      'over one another': '<p>below</p><p style="margin-block-start: -16px">above</p>',
      sideways: '<div style="overflow-x: auto"><p style="inline-size: 900px">wide</p></div>',
      'from its end': `<input type="text" value="${dir === 'ltr' ? mirrored(sixty) : sixty}">`,
      jumps:
        '<div style="display: flex; flex-direction: row-reverse; justify-content: start"><button>2</button><button>1</button></div>',
      'never in focus': '<button tabindex="-1">never</button>',
      'focus not to be seen': '<button style="outline: none">unseen</button>',
    };
    for (const [fault, seed] of Object.entries(seeds)) {
      await sidebar.see(`(root) => {
        const seeded = document.createElement('div');
        seeded.id = 'seeded';
        seeded.innerHTML = ${JSON.stringify(seed)};
        root.querySelector('.body').append(seeded);
      }`);
      const found = [...(await misfits(surface)), ...(await tabThrough(surface)).faults];
      await sidebar.see(`(root) => root.querySelector('#seeded').remove()`);
      expect.soft(found.map((line) => line.split(':')[0])).toEqual([fault]);
    }
  });

  describe.each([
    ['as it is', 1],
    ['at 200 %', 2],
  ])('%s', (_size, times) => {
    /** What a window shows of so much when everything in it is as large. */
    const shown = (width: number, height: number) => ({
      width: width / times,
      height: height / times,
    });

    it('the sidebar fits, with each of its questions, on a site that changed, and collapsed', async () => {
      const surface = inPage(sidebar);
      await page.bringToFront();
      await page.setViewportSize(shown(1280, 900));
      await fits(surface, 12);
      await press('[data-kind="message"]');
      await fits(surface, 14);
      await press('.log .ask .yes + button');
      await press('.foot .off');
      await fits(surface, 12);
      await press('.foot .ask .yes + button');
      await recognised({ notFound: ['opportunities', 'atomic/stage-on-board'], missed: [] });
      await fits(surface, 13);
      await press('.foot .more');
      // What it lies over is out of the way.
      await fits(surface, 10);
      await press('.foot .ask .yes + button');
      await recognised({ notFound: [], missed: [] });
      await press('[aria-expanded="true"]');
      await fits(surface, 1);
      await press('[aria-expanded="false"]');
    });

    it('the popup fits over a page that no site recognises, with everything open, and with what is said about a call', async () => {
      const popup = await lab.foothold.open('popup.html');
      await popup.addInitScript((url) => {
        chrome.tabs.query = () => Promise.resolve([{ id: -1, url }] as chrome.tabs.Tab[]);
      }, `https://${elsewhere}/`);
      await popup.reload();
      // Here the browser makes it as wide as it wants to be, and no higher than 600 pixels of the screen.
      await popup.setViewportSize({ width: 360, height: 600 / times });
      const surface = await ofOurs(popup);
      await popup.locator('.here .go').waitFor();
      await turn(surface);
      expect.soft(await misfits(surface)).toEqual([]);
      await popup.locator('.here .go').click();
      await popup.locator('.here .link').waitFor();
      await openAll(popup);
      await fits(surface, 22);
      await popup.locator('.recent .tagged').last().press('Enter');
      await popup.locator('dialog[open]').waitFor();
      await fits(surface, 6);
      await popup.close();
    });

    it('the side panel fits, and the goals in it', async () => {
      const panel = await openPanel();
      await page.bringToFront();
      await panel.resize(shown(360, 900));
      await fits(beside(panel), 14);
      await panel.see(`(root) => root.querySelectorAll('.head .tool')[1].click()`);
      const cards = `(root) => root.querySelectorAll('.cards > li').length`;
      await vi.waitFor(async () => expect(await panel.see(cards)).toBe(2 + goals));
      await fits(beside(panel), 40);
      // An open one slows down what is drawn in a small window.
      await panel.close();
    });

    it('the options fit, with everything open', async () => {
      const options = await lab.foothold.open('options.html');
      await options.setViewportSize(shown(1280, 900));
      await options.locator('.cards > li').nth(4).waitFor();
      await openAll(options);
      const locked = options.locator('.site').filter({ has: options.locator('input:disabled') });
      expect(await locked.count()).toBe(company ? 1 : 0);
      await fits(await ofOurs(options), 120);
      await options.close();
    });

    it('the first run fits, step by step, and after the browser was told no', async () => {
      const welcome = await lab.foothold.open('welcome.html');
      await welcome.setViewportSize(shown(1280, 900));
      const surface = await ofOurs(welcome);
      for (const site of await welcome.getByRole('checkbox', { disabled: false }).all())
        await site.check();
      await welcome.locator('input[type="text"]').fill(`https://${longHost}`);
      await fits(surface, 8);
      const answers = await welcome.evaluateHandle(() => {
        const { contains, request } = chrome.permissions;
        const no = () => Promise.resolve(false);
        Object.assign(chrome.permissions, { contains: no, request: no });
        return { contains, request };
      });
      await welcome.locator('form .go').click();
      await welcome.locator('form .note').waitFor();
      await fits(surface, 8);
      await answers.evaluate((answers) => Object.assign(chrome.permissions, answers));
      await welcome.locator('form .link').click();
      await welcome.locator('.plan input').first().waitFor();
      await fits(surface, 2);
      await welcome.locator('.go').click();
      await welcome.locator('.ready').first().waitFor();
      await fits(surface, 1);
      await welcome.close();
    });
  });

  it('the card of a lesson fits, step by step, as it is and at 200 %', async () => {
    const setCrm = (site: string) =>
      lab.foothold.ask(
        async ([origin, site, name]) => {
          const { sites } = await chrome.storage.local.get<{ sites: SiteSetting[] }>('sites');
          const own = ['own1', 'own2', 'own3', 'own4', 'result1', 'result2'];
          await chrome.storage.local.remove('taught');
          await chrome.storage.local.set({
            sites: sites.map((one) => (one.origin === origin ? { ...one, site } : one)),
            ownKinds: own.map((kind) => ({ kind, name: `${kind} ${name}`.slice(0, 40) })),
          });
          // Its pages get the site's script from then on.
          const pattern = origin.replace(/:\d+$/, '/*');
          const isPlaced = async () =>
            (await chrome.scripting.getRegisteredContentScripts()).some(
              ({ id, matches }) => id === `site-${site}` && matches?.includes(pattern),
            );
          while (!(await isPlaced())) await new Promise((resolve) => setTimeout(resolve, 20));
        },
        [lab.crm.origin, site, typed] as const,
      );
    await setCrm('other');
    await page.bringToFront();
    await page.setViewportSize({ width: 1280, height: 900 });
    await rep.open('#/contacts/1/show');
    await sidebar.waitFor(/./);
    await rep.fillNote('Taught');
    const card = await Sidebar.lessonIn(page);
    const surface = inPage(card);
    const click = (selector: string) =>
      card.see(`(root) => root.querySelector('${selector}').click()`);
    const comes = (selector: string) =>
      vi.waitFor(
        async () =>
          expect(await card.see(`(root) => !!root?.querySelector('${selector}')`)).toBe(true),
        { timeout: 25_000 },
      );
    async function step(name: string, stops: number) {
      for (const times of [1, 2]) {
        await page.setViewportSize({ width: 1280 / times, height: 900 / times });
        await fits(surface, stops);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await axeInSidebar(card), `${name}, ${colorScheme}`).toEqual([]);
          const picture = [slug, name, times, colorScheme].join('-');
          await page.screenshot({ path: `test-results/teach/${picture}.png` });
        }
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    }

    await lab.foothold.ask(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      await chrome.runtime.sendMessage({
        id: Date.now(),
        type: 'teach',
        data: tab?.id,
        timestamp: Date.now(),
      });
    }, `${lab.crm.origin}/*`);
    await comes('.cover:not([hidden])');
    await step('point', 1);
    // Beside the page's own, where all of it is meant.
    await page.mouse.click(8, 400);
    await step('not-this', 1);
    const box = await rep.addNote.boundingBox();
    if (!box) throw new Error('the button is not on the screen');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await comes('.kinds');
    await step('kind', 20);
    await click('.kinds li:last-child button');
    await step('do', 1);
    await rep.fillNote('Taught');
    await rep.addNote.click();
    await comes('[role="radiogroup"]');
    await step('prove', 4);
    await click('.go');
    await comes('.go:only-child');
    await step('done', 2);
    await click('.link');
    await setCrm('atomic');
    await rep.open('#/contacts/1/show');
    await sidebar.waitFor(/./);
  });

  it('the sites that the browser no longer lets us see fit, in the popup and in the options', async () => {
    const extensions = await ExtensionsPage.open(lab.foothold);
    await extensions.withhold();
    for (const path of ['popup.html', 'options.html'])
      for (const times of [1, 2]) {
        const ours = await lab.foothold.open(path);
        await ours.locator('.lost > li, .site .problem').nth(1).waitFor();
        const [width, height] =
          path === 'popup.html' ? [360, 600 / times] : [1280 / times, 900 / times];
        await ours.setViewportSize({ width, height });
        await fits(await ofOurs(ours), 6);
        await ours.close();
      }
    await extensions.allow('http://127.0.0.1/*');
    await extensions.page.close();
    await page.bringToFront();
    await sidebar.waitFor(/./);
  });

  it('the notice of a sidebar that an update has cut off fits', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const extensions = await ExtensionsPage.open(lab.foothold);
    await page.bringToFront();
    const meeting: { x: number; y: number } = await sidebar.see(`(root) => {
      const { x, y, width, height } = root.querySelector('[data-kind="meeting"]').getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }`);
    await extensions.switch(false);
    await page.bringToFront();
    // What cannot be stored any more is said as well.
    await page.mouse.click(meeting.x, meeting.y);
    const surface = await cutOff(page);
    await vi.waitFor(async () =>
      expect(await surface.see(`(root) => root.querySelectorAll('.orphaned span').length`)).toBe(2),
    );
    for (const times of [1, 2]) {
      await page.setViewportSize({ width: 1280 / times, height: 900 / times });
      await fits(surface, 0);
    }
  });

  const openAll = (ours: Page) =>
    ours.locator('details').evaluateAll((parts: HTMLDetailsElement[]) => {
      for (const part of parts) part.open = true;
    });

  async function openPanel(): Promise<SidePanel> {
    const popup = await lab.foothold.open('popup.html');
    await popup.locator('main > .acts button').nth(2).click();
    const opened = await SidePanel.open(lab.foothold.context);
    if (!popup.isClosed()) await popup.close();
    return opened;
  }
});
