import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Rep } from '../lab/crm/rep.mjs';
import { SidePanel } from '../lab/sidePanel.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import { quiet, useLab } from './lab';

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
    const popup = await lab().foothold.context.newPage();
    await popup.goto(lab().foothold.url('popup.html'));
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

interface Node {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly shadowRootType?: string;
  readonly shadowRoots?: readonly Node[];
  readonly children?: readonly Node[];
}

/** A node and all in it, closed shadow roots too, one line each. */
function lines({ nodeName, nodeValue, ...node }: Node, depth = 0): string[] {
  const own = JSON.stringify([depth, nodeName, nodeValue, node.attributes, node.shadowRootType]);
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  return [own, ...inside.flatMap((one) => lines(one, depth + 1))];
}

/** Everything that is in the page, as the browser itself has it, and its style sheets as the page has them. */
async function look(): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const sheets = await page.evaluate(() => [
    document.styleSheets.length,
    document.adoptedStyleSheets.length,
    document.querySelectorAll('style, link').length,
    [...document.styleSheets].reduce((sum, { cssRules }) => sum + cssRules.length, 0),
  ]);
  return [...lines(root), JSON.stringify(sheets)];
}

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
    return look();
  }

  it('is to the byte what it is without Foothold', async () => {
    const without = await fresh({ on: false }, () =>
      panel.waitFor(/Nothing is counted on this page/),
    );
    const beside = await fresh({ surface: 'panel' }, () =>
      panel.waitFor(/Log for this contact .* Counting on Atomic CRM/),
    );
    expect(beside).toEqual(without);
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
    expect(await panel.text()).not.toMatch(/Again\?|logged by you/);
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
});

describe('the active tab', () => {
  it('is what it follows, record by record and tab by tab, without waking the worker', async () => {
    const second = await lab().foothold.context.newPage();
    await second.goto(`${lab().crm.origin}/lab/start.html?to=${encodeURIComponent('#/deals')}`);
    await panel.waitFor(/Log with one click .* Counting on Atomic CRM/);
    await lab().foothold.stopWorker();
    await page.bringToFront();
    await panel.waitFor(/Log for this contact .* Counting on Atomic CRM/);
    await page.evaluate(() => (location.hash = '#/companies/1/show'));
    await panel.waitFor(/Log for this company/);
    await second.bringToFront();
    await panel.waitFor(/Log with one click .* Counting on Atomic CRM/);
    expect(
      await panel.see(
        `() => chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] }).then((all) => all.length)`,
      ),
    ).toBe(0);
    await second.close();
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
    await panel.waitFor(/Note \S+( [AP]M)?, saved in Atomic CRM Undo/);
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
