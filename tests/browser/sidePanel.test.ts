import { isDeepStrictEqual } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Rep } from '../lab/crm/rep.mjs';
import { axeInPanel } from '../lab/axe.mjs';
import { SidePanel } from '../lab/sidePanel.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import type { Goal, GoalVersion } from '../../lib/domain/goal';
import { quiet, useLab } from './lab';
import { wholePage } from './wholePage';

declare const chrome: typeof browser;

/** Foothold beside the real CRM, in the browser's own side panel: nothing is inserted, and everything counts. */
const lab = useLab();
let rep: Rep;
let page: Page;
let sidebar: Sidebar;
let panel: SidePanel;

const contact = '#/contacts/1/show';

beforeAll(async () => {
  ({ rep, page, sidebar } = await lab().rep(contact));
  await sidebar.waitFor(/Log for this contact/);
});

beforeEach(async () => {
  await page.bringToFront();
});

/** What the options page would store for the CRM. */
const setSite = (changes: { on?: boolean; surface?: 'page' | 'panel' }) =>
  lab().foothold.ask((site: object) => chrome.storage.local.set({ sites: [site] }), {
    origin: lab().crm.origin,
    site: 'atomic',
    on: true,
    ...changes,
  });
const site = async () =>
  (await lab().foothold.ask(() => chrome.storage.local.get<{ sites: unknown[] }>('sites')))
    .sites[0];
const hosts = () => page.locator('html > div').count();
const rows = async () => (await lab().foothold.journal()) as Action[];
const standing = async () => (await rows()).filter(({ voidedAt }) => voidedAt === undefined);

/** Ends what the page's own scripts may be told from. */
async function markDocument() {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  return () => page.evaluate(() => 'sameDocument' in window);
}

describe('it opens', () => {
  it('by a click in the popup', async () => {
    const popup = await lab().foothold.open('popup.html');
    await popup.getByRole('button', { name: 'Open beside the page' }).click();
    panel = await SidePanel.open(lab().foothold.context);
    await page.bringToFront();
    await panel.waitFor(/Log for this contact .* Counting on Atomic CRM/);
    // Opening it changes nothing for the site.
    expect(await sidebar.text()).toMatch(/Log for this contact/);
    expect(await site()).not.toHaveProperty('surface');
    if (!popup.isClosed()) await popup.close();
    await panel.close();
    await vi.waitFor(async () =>
      expect(await SidePanel.isOpen(lab().foothold.context)).toBe(false),
    );
  });

  it('by a click in the sidebar, which leaves the page for it, even when the worker sleeps', async () => {
    const isSameDocument = await markDocument();
    await lab().foothold.stopWorker();
    await page.bringToFront();
    await sidebar.click(/^Move beside the page$/);
    panel = await SidePanel.open(lab().foothold.context);
    await panel.waitFor(/Log for this contact .* Counting on Atomic CRM/);
    await vi.waitFor(async () => expect(await hosts()).toBe(0));
    expect(await site()).toMatchObject({ on: true, surface: 'panel' });
    expect(await isSameDocument()).toBe(true);
  });
});

/** The app numbers its menus in the order in which it happens to draw them. */
const look = async () =>
  (await wholePage(page)).map((line) => line.replace(/"radix-«\w+»"/g, '"radix"'));

describe('the page', () => {
  /** The page anew, with the site set so, once all is there and nothing moves any more. */
  async function fresh(changes: Parameters<typeof setSite>[0], there: () => Promise<unknown>) {
    await setSite(changes);
    await rep.open('#/');
    await rep.open(contact);
    await page.reload();
    await rep.addNote.waitFor();
    await there();
    await quiet(page);
    // What the app still draws by itself has come to its end.
    let seen = await look();
    await vi.waitFor(
      async () => {
        const before = seen;
        seen = await look();
        expect(seen).toEqual(before);
      },
      { timeout: 10_000, interval: 500 },
    );
    return seen;
  }

  it('is to the byte what it is without Foothold', async () => {
    let without: readonly string[] = [];
    // The app does not draw itself alike each time; what Foothold put in would be there each time.
    for (let times = 0; times < 3; times += 1) {
      without = await fresh({ on: false }, () => panel.waitFor(/Nothing is counted on this page/));
      const beside = await fresh({ surface: 'panel' }, () =>
        panel.waitFor(/Log for this contact .* Counting on Atomic CRM/),
      );
      if (isDeepStrictEqual(beside, without)) break;
      if (times === 2) expect(beside).toEqual(without);
    }
    expect(without.join()).toContain('Okafor');

    // In the page, it is seen.
    const within = await fresh({ surface: 'page' }, () => sidebar.waitFor(/Counting on/));
    expect(within).not.toEqual(without);
    await setSite({ surface: 'panel' });
    await vi.waitFor(async () => expect(await hosts()).toBe(0));
  });

  it('gets nothing while it counts, and what it counts is shown and stored', async () => {
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver((records) => {
        for (const { addedNodes, target, type } of records)
          if (target === document.documentElement)
            seen.push(type, ...[...addedNodes].map(({ nodeName }) => nodeName));
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await rep.fillNote('Counted from beside');
    await rep.addNote.click();
    await panel.waitFor(/Note \S+( [AP]M)?, saved in Atomic CRM/);
    await panel.waitFor(/Notes 1 of 5/);
    await vi.waitFor(async () =>
      expect(await standing()).toMatchObject([
        { kind: 'note', via: 'page', evidence: 'request', site: 'atomic' },
      ]),
    );
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(await hosts()).toBe(0);
  });
});

describe('the hand in it', () => {
  it('logs for the record on screen, asks before the same again, and takes back', async () => {
    await panel.click(/^Call$/);
    await panel.waitFor(/Call \S+( [AP]M)?, logged by you/);
    await vi.waitFor(async () => expect(await standing()).toHaveLength(2));
    expect((await standing()).at(-1)).toMatchObject({
      kind: 'call',
      via: 'one-click',
      site: 'atomic',
      subject: expect.any(String) as string,
    });
    await panel.click(/^Call$/);
    await panel.waitFor(/Call logged a moment ago\. Again\?/);
    await panel.click(/^No$/);
    await panel.click(/^Undo: Call/);
    await vi.waitFor(async () => expect(await standing()).toHaveLength(1));
    await vi.waitFor(async () => expect(await panel.text()).not.toMatch(/Again\?|logged by you/));
  });

  it('answers what the page cannot know', async () => {
    await page.evaluate(() => {
      // There is no mail program here, and the browser's question about one would lie over the page.
      document.addEventListener('click', (event) => {
        if ((event.target as Element).closest('a[href^="mailto:"]')) event.preventDefault();
      });
    });
    await page.locator('a[href^="mailto:"]').filter({ visible: true }).first().click();
    await panel.waitFor(/Emailed\? Log it Not this time/);
    await panel.click(/^Log it$/);
    await panel.waitFor(/Email \S+( [AP]M)?, logged by you/);
    await vi.waitFor(async () =>
      expect((await standing()).at(-1)).toMatchObject({ kind: 'email', via: 'one-click' }),
    );
    await panel.click(/^Undo: Email/);
    await vi.waitFor(async () => expect(await standing()).toHaveLength(1));
  });

  it('changes a goal’s number, which one may type here', async () => {
    const target = async (from: number, to: number) => {
      await panel.click(/^Change goals$/);
      await panel.waitFor(/Save goals/);
      expect(
        await panel.see(`(root) => {
          const field = [...root.querySelectorAll('input')].find(({ labels }) => labels?.[0]?.innerText === 'Target');
          field.focus();
          field.select();
          return field.value;
        }`),
      ).toBe(String(from));
      await panel.type(String(to));
      await panel.click(/^Save goals$/);
      await panel.waitFor(/Goals saved/);
      expect.soft(await axeInPanel(panel)).toEqual([]);
      await panel.click(/^Back$/);
      await panel.waitFor(new RegExp(`Calls \\d of ${String(to)}`));
    };
    await target(8, 9);
    await target(9, 8);
  });
});

describe('the active tab', () => {
  it('is what it follows, record by record, and tab by tab without waking the worker', async () => {
    const second = await lab().foothold.context.newPage();
    await second.goto(`${lab().crm.origin}/lab/start.html?to=${encodeURIComponent('#/deals')}`);
    await panel.waitFor(/Log with one click .* Counting on Atomic CRM/);
    const there = async () => {
      await page.bringToFront();
      await panel.waitFor(/Log for this contact .* Counting on Atomic CRM/);
    };
    const andBack = async () => {
      await second.bringToFront();
      await panel.waitFor(/Log with one click .* Counting on Atomic CRM/);
    };
    // What was logged meanwhile is asked for once.
    await there();
    await andBack();
    await lab().foothold.stopWorker();
    await there();
    await andBack();
    expect(
      await panel.see(
        `() => chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] }).then((all) => all.length)`,
      ),
    ).toBe(0);
    await second.close();
    await page.evaluate(() => (location.hash = '#/companies/1/show'));
    await panel.waitFor(/Log for this company/);
    await rep.open(contact);
    await panel.waitFor(/Log for this contact/);
  });

  it('keeps it through a full load of the page', async () => {
    await page.reload();
    await panel.waitFor(/Log for this contact .* Counting on Atomic CRM/);
    await panel.click(/^Meeting$/);
    await panel.waitFor(/Meeting \S+( [AP]M)?, logged by you/);
    await panel.click(/^Undo: Meeting/);
    await vi.waitFor(async () => expect(await standing()).toHaveLength(1));
  });

  it('may be no site: that is said calmly, and what is logged then is by hand and of no record', async () => {
    const elsewhere = await lab().foothold.context.newPage();
    await elsewhere.goto(`${lab().crm.origin.replace('127.0.0.1', 'localhost')}/lab/start.html`);
    await panel.waitFor(/Log with one click .* Nothing is counted on this page$/);
    await panel.click(/^Message$/);
    await panel.waitFor(/Message \S+( [AP]M)?, added by hand/);
    await vi.waitFor(async () =>
      expect((await standing()).at(-1)).toMatchObject({
        kind: 'message',
        via: 'manual',
        evidence: 'said',
        site: 'foothold',
      }),
    );
    expect((await standing()).at(-1)).not.toHaveProperty('subject');
    await panel.click(/^Message$/);
    await panel.waitFor(/Message logged a moment ago\. Again\?/);
    await panel.click(/^No$/);
    await panel.click(/^Undo: Message/);
    await vi.waitFor(async () => expect(await standing()).toHaveLength(1));
    // What a site counted may be taken back from here, too.
    await panel.waitFor(/Note \S+( [AP]M)?, saved in Atomic CRM Note Undo/);
    await elsewhere.close();
  });
});

describe('the surface of a site', () => {
  it('changes at once, without a reload, and is remembered', async () => {
    const isSameDocument = await markDocument();
    await panel.click(/^Show on the page$/);
    await sidebar.waitFor(/Log for this contact .* Counting on Atomic CRM/);
    expect(await site()).toMatchObject({ surface: 'page' });
    await panel.click(/^Move beside the page$/);
    await vi.waitFor(async () => expect(await hosts()).toBe(0));
    await panel.waitFor(/Counting on Atomic CRM/);
    expect(await isSameDocument()).toBe(true);
    await page.reload();
    await panel.waitFor(/Log for this contact .* Counting on Atomic CRM/);
    expect(await hosts()).toBe(0);
  });

  it('may be nowhere: off is off from beside the page, too, and on again without a reload', async () => {
    const isSameDocument = await markDocument();
    await panel.click(/^Off here$/);
    await panel.click(/^Off$/);
    await panel.waitFor(/Nothing is counted on this page/);
    expect(await site()).toMatchObject({ on: false, surface: 'panel' });
    const before = (await rows()).length;
    await rep.fillNote('Nobody counts');
    await rep.addNote.click();
    await quiet(page);
    expect(await rows()).toHaveLength(before);
    await setSite({ surface: 'panel' });
    await panel.waitFor(/Log for this contact .* Counting on Atomic CRM/);
    expect(await isSameDocument()).toBe(true);
    expect(await hosts()).toBe(0);
  });
});

const kinds: Goal['kinds'] = ['call', 'email', 'connection', 'acceptance', 'message'];
const longName = 'Calls, emails, connections, accepted invitations, and messages';

/** What the options page sends when goals are saved. */
async function saveGoals(versions: readonly GoalVersion[]) {
  await lab().foothold.ask(
    (data: unknown) =>
      chrome.runtime.sendMessage({
        id: Date.now(),
        type: 'saveGoals',
        data,
        timestamp: Date.now(),
      }),
    versions,
  );
}

describe('for everybody', () => {
  const bothSchemes = async (what: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.show(colorScheme);
      expect.soft(await axeInPanel(panel), `${what}, ${colorScheme}`).toEqual([]);
    }
    await panel.show('light');
  };
  const focused = (): Promise<string> =>
    panel.see(
      `(root) => root.activeElement.getAttribute('aria-label') ?? root.activeElement.innerText.trim()`,
    );
  async function tabTo(name: RegExp, modifiers?: { shift: boolean }) {
    const seen: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      await panel.press('Tab', modifiers);
      const at = await focused();
      if (name.test(at)) return;
      seen.push(at);
    }
    throw new Error(`Tab never came to ${String(name)}; it came by ${seen.join(', ')}`);
  }

  beforeAll(async () => {
    const before = (await lab().foothold.rows('goals')) as GoalVersion[];
    const goal: Goal = { period: 'day', kinds, target: 40, floor: 36, ceiling: 50 };
    await saveGoals([
      ...before.map((version) => ({ ...version, goal: null })),
      { id: 'long', from: before[0]?.from ?? '', order: 0, goal },
    ]);
    await panel.waitFor(new RegExp(longName));
  });

  it('axe finds nothing in it: counting, asking, hiding numbers, on no site; and it looks', async () => {
    await panel.see(`(root) => {
      const seeded = root.createElement('div');
      seeded.id = 'seeded';
      seeded.innerHTML = '<button type="button"></button><p style="color:#eee;background:#fff">faint</p>';
      root.querySelector('.body').append(seeded);
    }`);
    const found = (await axeInPanel(panel)).map(({ id }) => id);
    await panel.see(`(root) => root.querySelector('#seeded').remove()`);
    expect(found).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));

    await bothSchemes('counting');
    await panel.click(/^Note$/);
    await panel.waitFor(/Note \S+( [AP]M)?, logged by you/);
    await panel.click(/^Note$/);
    await panel.waitFor(/Again\?/);
    await panel.click(/^Off here$/);
    await panel.waitFor(/Off for this site\?/);
    await bothSchemes('asking');
    await panel.click(/^Keep$/);
    await panel.click(/^No$/);
    await panel.click(/^Hide numbers$/);
    await panel.waitFor(/Numbers are hidden/);
    await bothSchemes('hiding numbers');
    await panel.click(/^Show numbers$/);
    const blank = await lab().foothold.context.newPage();
    await panel.waitFor(/Nothing is counted on this page/);
    await bothSchemes('on no site');
    await blank.close();
    await panel.waitFor(/Counting on/);
  });

  it('is used by keyboard alone', async () => {
    await tabTo(/^Email$/);
    await panel.press('Enter');
    await panel.waitFor(/Email \S+( [AP]M)?, logged by you/);
    await panel.press('Enter');
    await panel.waitFor(/Again\?/);
    expect(await focused()).toBe('No');
    await panel.press(' ');
    await vi.waitFor(async () => expect(await focused()).toBe('Email'));
    await tabTo(/^Undo: Email/);
    await panel.press(' ');
    await vi.waitFor(async () =>
      expect(await panel.text()).not.toMatch(/Email \S+( [AP]M)?, logged/),
    );
    expect(await focused()).toMatch(/^Undo: Note/);

    await tabTo(/^Hide numbers$/, { shift: true });
    await panel.press('Enter');
    await panel.waitFor(/Numbers are hidden/);
    expect(await focused()).toBe('Show numbers');
    await panel.press('Enter');
    await vi.waitFor(async () => expect(await focused()).toBe('Hide numbers'));

    await tabTo(/^Off here$/);
    await panel.press('Enter');
    await vi.waitFor(async () => expect(await focused()).toBe('Keep'));
    await panel.press('Escape');
    await vi.waitFor(async () => expect(await focused()).toBe('Off here'));

    await tabTo(/^Show on the page$/, { shift: true });
    await panel.press('Enter');
    await sidebar.waitFor(/Counting on/);
    await vi.waitFor(async () => expect(await focused()).toBe('Move beside the page'));
    await panel.press(' ');
    await vi.waitFor(async () => expect(await hosts()).toBe(0));
  });

  it.each([
    ['as the browser makes it', undefined],
    ['at 200 %', { width: 180, height: 450 }],
  ])('%s nothing is cut off, in either direction of text', async (_, size) => {
    await panel.resize(size);
    for (const dir of ['ltr', 'rtl']) {
      const lost: unknown = await panel.see(`async (root) => {
        const shown = root.querySelector('.panel');
        shown.dir = '${dir}';
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const all = root.querySelectorAll('button, .bar, .next strong, .route li, .recent li, .foot p');
        // What is folded away is not cut off.
        const inside = [...all].filter((element) => element.checkVisibility());
        const missing = inside.filter((element) => {
          element.scrollIntoView({ block: 'nearest' });
          const { x, y, width, height, right, bottom } = element.getBoundingClientRect();
          const top = root.elementFromPoint(x + width / 2, y + height / 2);
          const fits = x >= 0 && y >= 0 && right <= innerWidth && bottom <= innerHeight;
          return !fits || !(element.contains(top) || top?.contains(element));
        });
        const body = root.querySelector('.body');
        return {
          looked: inside.length > 15,
          missing: missing.map((element) => element.outerHTML.slice(0, 120)),
          sideways: body.scrollWidth - body.clientWidth + root.documentElement.scrollWidth - innerWidth,
        };
      }`);
      expect.soft(lost, dir).toEqual({ looked: true, missing: [], sideways: 0 });
    }
    await panel.see(`(root) => { root.querySelector('.panel').dir = 'ltr'; }`);
    await panel.resize();
  });
});

describe('with numbers hidden', () => {
  /** Everything somebody can read or hear, but times of day, a calendar's day and what the rep may type. */
  const said = `(root) => {
    const all = [...root.querySelectorAll('*')];
    const own = all.flatMap((element) =>
      [...element.attributes].filter(({ name }) => /^(title|alt|aria-.*)$/.test(name)).map(({ value }) => value),
    );
    const text = [(root.body ?? root.lastElementChild).innerText];
    return [...text, ...own].join(' ').replace(/\\d+:\\d\\d/g, '').replace(/\\w{3}, \\w{3} \\d+/g, '');
  }`;
  const digits = async (surface: { see: (expression: string) => Promise<unknown> }) =>
    /\d[^]*/.exec((await surface.see(said)) as string)?.[0].slice(0, 80);
  const badge = () => lab().foothold.ask(() => chrome.action.getBadgeText({}));

  it('no surface says one, and all of them change at once', async () => {
    await setSite({ surface: 'page' });
    await sidebar.waitFor(/Counting on/);
    const popup = await lab().foothold.open('popup.html');
    await page.bringToFront();
    await panel.waitFor(/Counting on/);
    const inPopup = {
      see: (expression: string) => popup.evaluate(`(${expression})(document)`).catch(() => ''),
    };
    for (const surface of [sidebar, panel]) expect(await digits(surface)).toBeDefined();
    expect(await badge()).toMatch(/^\d+$/);

    await sidebar.click(/^Hide numbers$/);
    await panel.waitFor(/Numbers are hidden/);
    await popup.getByRole('button', { name: 'Show numbers' }).waitFor();
    await vi.waitFor(async () => expect(await badge()).toBe('•'));
    for (const surface of [sidebar, panel, inPopup])
      await vi.waitFor(async () => expect(await digits(surface)).toBeUndefined());
    await sidebar.click(/^Collapse$/);
    await sidebar.buttonAt(/^Open Foothold/);
    expect(await digits(sidebar)).toBeUndefined();
    await sidebar.click(/^Open Foothold/);

    await sidebar.click(/^Call$/);
    await panel.waitFor(/Call \S+( [AP]M)?, logged by you/);
    for (const surface of [sidebar, panel])
      await vi.waitFor(async () => expect(await digits(surface)).toBeUndefined());
    await page.reload();
    await sidebar.waitFor(/Numbers are hidden/);
    expect(await digits(sidebar)).toBeUndefined();

    await panel.click(/^Show numbers$/);
    await sidebar.waitFor(/\d of \d/);
    await popup.getByRole('button', { name: 'Hide numbers' }).waitFor();
    await vi.waitFor(async () => expect(await badge()).toMatch(/^\d+$/));
    await popup.close();
  });
});
