import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { axeInSidebar } from '../lab/axe.mjs';
import type { Rep } from '../lab/crm/rep.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import { mondayMorning, useLab } from './lab';
import { people } from '../pages/linkedin/people.js';
import { handOf, useLinkedIn } from './linkedinLab';

/** How often the rep has been in touch with the record on screen: on Friday twice, and then from Monday on. */
const lab = useLab();
const friday = mondayMorning - 3 * 24 * 60 * 60_000;
let rep: Rep;
let page: Page;
let sidebar: Sidebar;

const title = (): Promise<string | null> =>
  sidebar.see(`(root) => root?.querySelector('.log > p').innerText.replace(/\\s+/g, ' ') ?? null`);
const says = (words: string) =>
  vi.waitFor(async () => expect(await title()).toBe(words), { timeout: 10_000, interval: 30 });

beforeAll(async () => {
  await lab().foothold.setClock(friday);
  ({ rep, page, sidebar } = await lab().rep('#/contacts/1/show'));
  await says('Log for this contact');
  // The contact's own addresses are on the right.
  await sidebar.click(/^Move to the other side$/);
  for (const kind of [/^Email$/, /^Note$/, /^Call$/]) await sidebar.click(kind);
  await says('Log for this contact 2 touches, today');
  await vi.waitFor(async () => expect(await lab().foothold.journal()).toHaveLength(3));
  await lab().foothold.setClock(mondayMorning);
});

beforeEach(async () => {
  await page.bringToFront();
});

describe('touches so far', () => {
  it('are counted for that record, with the day of the last one', async () => {
    await rep.open('#/contacts/1/show');
    await says('Log for this contact 2 touches, last Friday');
    await rep.go('#/contacts/2/show');
    await says('Log for this contact');
    await rep.go('#/contacts');
    await says('Log with one click');
    await rep.go('#/contacts/1/show');
    await says('Log for this contact 2 touches, last Friday');
  });

  it('are told by yesterday, a weekday within the week, and then the date', async () => {
    const day = 24 * 60 * 60_000;
    for (const [days, words] of [
      [1, '2 touches, yesterday'],
      [6, '2 touches, last Friday'],
      [7, '2 touches, Nov 20, 2026'],
    ] as const) {
      await lab().foothold.setClock(friday + days * day);
      await rep.go('#/contacts/2/show');
      await says('Log for this contact');
      await rep.go('#/contacts/1/show');
      await says(`Log for this contact ${words}`);
    }
    await lab().foothold.setClock(mondayMorning);
  });

  it('move at once with a click, before any answer, and back on undo', async () => {
    await rep.open('#/contacts/1/show');
    await says('Log for this contact 2 touches, last Friday');
    await sidebar.see(`(root) => {
      const order = (globalThis.order = []);
      new MutationObserver(() => order.push(root.querySelector('.log > p').innerText))
        .observe(root.querySelector('.log > p'), { subtree: true, characterData: true, childList: true });
      chrome.storage.local.onChanged.addListener((changes) => { if (changes.standing) order.push('standing'); });
    }`);
    await lab().foothold.stopWorker();
    await sidebar.click(/^Meeting$/);
    await vi.waitFor(async () =>
      expect(await sidebar.see(`() => globalThis.order`)).toContain('standing'),
    );
    const [first]: string[] = await sidebar.see(`() => globalThis.order`);
    expect(first).toMatch(/3 touches, today/);
    await says('Log for this contact 3 touches, today');
    await sidebar.click(/^Undo: Meeting/);
    await says('Log for this contact 2 touches, last Friday');
  });

  it('never flicker back while several are on their way', async () => {
    await rep.open('#/contacts/3/show');
    await says('Log for this contact');
    await sidebar.see(`(root) => {
      const seen = (globalThis.seen = []);
      new MutationObserver(() => seen.push(Number.parseInt(root.querySelector('.log small')?.innerText ?? '0', 10)))
        .observe(root.querySelector('.log > p'), { subtree: true, characterData: true, childList: true });
    }`);
    for (const kind of [/^Call$/, /^Email$/, /^Message$/, /^Meeting$/]) await sidebar.click(kind);
    await says('Log for this contact 4 touches, today');
    await vi.waitFor(async () =>
      expect((await lab().foothold.standing())?.recent.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['call', 'email', 'message', 'meeting']),
      ),
    );
    const seen: number[] = await sidebar.see(`() => globalThis.seen`);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await says('Log for this contact 4 touches, today');
  });

  it('count what the page confirmed, too, and no note', async () => {
    await rep.open('#/contacts/1/show');
    await says('Log for this contact 2 touches, last Friday');
    await rep.fillNote('Rang about the trucks');
    await rep.addNote.click();
    await sidebar.waitFor(/Note \S+( [AP]M)?, saved in Atomic CRM/);
    const task = page.getByRole('checkbox', { checked: false }).first();
    await task.click();
    await sidebar.waitFor(/(Call|Email|Meeting) \S+( [AP]M)?, saved in Atomic CRM/);
    await says('Log for this contact 3 touches, today');
  });

  it('are those of one CRM: contact 1 of another is somebody else', async () => {
    const other = lab().crm.origin.replace('127.0.0.1', 'localhost');
    await lab().foothold.turnOn(other);
    const elsewhere = await lab().foothold.context.newPage();
    await elsewhere.goto(`${other}/lab/start.html?to=${encodeURIComponent('#/contacts/1/show')}`);
    const there = await lab().foothold.sidebar(elsewhere);
    await there.waitFor(/Log for this contact Call/);
    await there.click(/^Call$/);
    await there.waitFor(/Log for this contact 1 touch, today/);
    await elsewhere.close();
  });

  it('follow what another tab logs for the same record', async () => {
    await rep.open('#/contacts/4/show');
    await says('Log for this contact');
    const second = await lab().rep('#/contacts/4/show');
    await second.sidebar.click(/^Call$/);
    await second.sidebar.waitFor(/1 touch, today/);
    await second.page.close();
    await page.bringToFront();
    await says('Log for this contact 1 touch, today');
  });
});

describe('for a person on LinkedIn', () => {
  const linkedIn = useLinkedIn();
  const { click, clickIn } = handOf(linkedIn);
  let beside: Sidebar;
  const person = () => linkedIn().page;
  const lead = people.find(({ slug }) => slug === 'nora-beispiel')?.lead ?? '';

  beforeAll(async () => {
    await linkedIn().open('/in/nora-beispiel/');
    beside = await linkedIn().foothold.sidebar(person());
    await beside.click(/^Open Foothold/);
    await beside.waitFor(/Log for this person/);
  });

  const keys = (): Promise<string[]> =>
    beside.see(`(root) => [...root.querySelectorAll('.keys button')].map((key) => key.innerText)`);

  it('connecting is offered instead of a note, with "Again?" and undo', async () => {
    expect(await keys()).toEqual(['Call', 'Email', 'Connect', 'Message', 'Meeting']);
    await beside.click(/^Connect$/);
    await beside.waitFor(/1 touch, today/);
    await beside.click(/^Connect$/);
    await beside.waitFor(/Connection logged a moment ago\. Again\?/);
    await beside.click(/^No$/);
    await beside.click(/^Undo: Connection/);
    await vi.waitFor(async () => expect(await beside.text()).not.toMatch(/touch/));
  });

  it('what the page confirmed is a touch of the same person', async () => {
    await beside.click(/^Call$/);
    await beside.waitFor(/1 touch, today/);
    await click('[componentkey$="Topcard"] [href*="custom-invite"]');
    await clickIn('.send-invite .artdeco-button--primary');
    await beside.waitFor(/Connection \S+ [AP]M, sent in LinkedIn/);
    await beside.waitFor(/2 touches, today/);
    // The page shows it before it is stored.
    await vi.waitFor(async () => {
      const rows = (await linkedIn().foothold.journal()) as Action[];
      const [call, connection] = rows.slice(-2);
      expect(connection).toMatchObject({ kind: 'connection', via: 'page', subject: call?.subject });
      expect(call?.subject).toMatch(/^[\w-]{16}$/);
    });
  });

  it('a lead of Sales Navigator is a person, too', async () => {
    await linkedIn().open(`/sales/lead/${lead},NAME_SEARCH,a1b2`);
    await beside.waitFor(/Log for this person Call Email Connect Message Meeting/);
    await beside.click(/^Message$/);
    await beside.waitFor(/1 touch, today/);
  });

  it('works by keyboard, and axe finds nothing', async () => {
    await linkedIn().open('/in/nora-beispiel/');
    await beside.waitFor(/2 touches, today/);
    const focused = () => beside.see(`(root) => root.activeElement?.innerText ?? null`);
    await beside.see(`(root) => root.querySelector('.keys button').focus()`);
    for (const name of ['Email', 'Connect', 'Message']) {
      await person().keyboard.press('Tab');
      expect(await focused()).toBe(name);
    }
    await person().keyboard.press('Enter');
    await beside.waitFor(/3 touches, today/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await person().emulateMedia({ colorScheme });
      expect.soft(await axeInSidebar(beside), colorScheme).toEqual([]);
    }
  });
});
