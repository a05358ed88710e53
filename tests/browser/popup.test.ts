import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import { useLab } from './lab';

declare const chrome: typeof browser;

/** The popup over a real morning: Monday 23 November 2026, 10:06 in Berlin; default goals of 8 calls, 5 notes, 4 follow-ups. */
const lab = useLab();
let sidebar: Sidebar;
let popup: Page;

const setClock = (hour: number, minute: number) =>
  lab().foothold.setClock(Date.UTC(2026, 10, 23, hour - 1, minute));

beforeAll(async () => {
  await lab().foothold.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page, sidebar: inPage } = await lab().rep('#/contacts/1/show');
  sidebar = inPage;
  await setClock(8, 40);
  await sidebar.waitFor(/8:40/);
  for (const kind of [/^Call$/, /^Note$/, /^Email$/]) await sidebar.click(kind);
  await setClock(10, 6);
  await sidebar.click(/^Call$/);
  await sidebar.waitFor(/Call 10:06/);
  await vi.waitFor(async () => expect(await lab().foothold.journal()).toHaveLength(4));
  await page.bringToFront();
});

beforeEach(async () => {
  popup = await lab().foothold.open('popup.html');
});

afterEach(async () => {
  await popup.close();
});

const words = async (selector: string) =>
  (await popup.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const rowsOf = async (kind: string) =>
  ((await lab().foothold.journal()) as Action[]).filter(
    (row) => row.kind === kind && row.voidedAt === undefined,
  );

describe('the day in numbers', () => {
  it('has totals, the curve against the plan, pace and the week', async () => {
    // 8 calls, 5 notes and 4 follow-ups were asked; the mail is beside the goals.
    expect(await words('h1')).toEqual(['Today, 3 of 17']);
    expect(await words('.totals li')).toEqual(['2 calls', '1 email', '1 note']);
    expect(await popup.getByRole('img').getAttribute('aria-label')).toMatch(
      /^3 of 17 done at 10:06 AM; the plan has [4-5] by then\.$/,
    );
    expect(await words('.goals li .row')).toEqual([
      // Its first day: by other people's figures, and only where somebody has published some.
      'Calls 2 of 8 likely',
      'Notes 1 of 5 on pace',
      expect.stringMatching(/^Follow-ups 0 of 4 on pace$/),
      expect.stringMatching(/^Opportunities 0 of 5 this week on pace$/),
    ]);
    const cut = await popup
      .locator('.goals li .row > *')
      .evaluateAll((parts) =>
        parts
          .filter(
            (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth,
          )
          .map((one) => one.textContent),
      );
    expect(cut).toEqual([]);
    const week = await popup.locator('.week-days li').allTextContents();
    expect(week).toHaveLength(7);
    expect(week[0]).toMatch(/Mon 3 of 17$/);
    expect(await popup.locator('.week-days [aria-current="date"]').textContent()).toMatch(/Mon/);
  });

  it('follows the clock past the next checkpoint', async () => {
    await setClock(13, 15);
    await vi.waitFor(async () =>
      expect((await words('.goals li .row'))[1]).toMatch(/^Notes 1 of 5 [12] to catch up$/),
    );
    await setClock(10, 6);
    await vi.waitFor(async () =>
      expect((await words('.goals li .row'))[1]).toMatch(/^Notes 1 of 5 on pace$/),
    );
  });
});

it('is dark to its edges, its scroll bar too', async () => {
  await popup.emulateMedia({ colorScheme: 'dark' });
  const [edge, paper, bars] = await popup.evaluate(() => {
    const main = document.querySelector('main');
    if (!main) throw new Error('nothing is drawn');
    const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
    return [backgroundColor, getComputedStyle(main).backgroundColor, colorScheme];
  });
  expect([edge, bars]).toEqual([paper, 'light dark']);
});

describe('copying', () => {
  it('puts the day as text into the clipboard, with what the page confirmed and what was said', async () => {
    await popup.getByRole('button', { name: 'Copy' }).click();
    await popup.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await popup.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n')).toEqual([
      'Mon, Nov 23, 2026, 10:06 AM',
      'Today, 3 of 17',
      '',
      'Calls: 2 of 8, on pace',
      'Notes: 1 of 5, on pace',
      'Follow-ups: 0 of 4, on pace',
      'Opportunities: 0 of 5 this week, on pace',
      'Also: 1 email',
      'This week: Mon 3',
      expect.stringMatching(/^Next: \d /),
      '0 confirmed by the page, 4 logged by hand',
    ]);
  });
});

describe('pausing for today', () => {
  /** The card's title may still be praise for the last one. */
  const foothold = /in the next 25 minutes/;

  it('stops the footholds and keeps counting, until it is resumed', async () => {
    await popup.getByRole('button', { name: 'Pause for today' }).click();
    await sidebar.waitFor(/Paused for today Your goals rest\. What you do still counts\./);
    await vi.waitFor(async () =>
      expect(await lab().foothold.ask(() => chrome.action.getBadgeText({}))).toBe(''),
    );
    expect(await lab().foothold.standing()).toMatchObject({ rest: 'paused', foothold: null });

    await popup.getByText('Log for earlier').click();
    await popup.getByLabel('What').selectOption('message');
    await popup.getByLabel('When').fill('09:50');
    await popup.getByRole('button', { name: 'Log', exact: true }).click();
    await sidebar.waitFor(/Message 9:50 AM, added by hand/);
    expect(await words('.totals li')).toContain('1 message');

    await popup.getByRole('button', { name: 'Resume' }).click();
    await sidebar.waitFor(foothold);
    await popup.getByRole('button', { name: /^Undo: Message/ }).click();
    await vi.waitFor(async () => expect(await rowsOf('message')).toEqual([]));
  });

  it('ends with the day', async () => {
    await popup.getByRole('button', { name: 'Pause for today' }).click();
    await sidebar.waitFor(/Paused for today/);
    await lab().foothold.setClock(Date.UTC(2026, 10, 24, 9, 0));
    await sidebar.waitFor(foothold);
    await setClock(10, 6);
    await sidebar.waitFor(/Paused for today/);
    await popup.getByRole('button', { name: 'Resume' }).click();
    await sidebar.waitFor(foothold);
  });
});

describe('logging for earlier', () => {
  const form = () => popup.getByRole('form', { name: 'Log for earlier' });

  beforeEach(async () => {
    await popup.getByText('Log for earlier').click();
  });

  it('adds "2 calls at 9:30" at that time, by hand', async () => {
    const before = await rowsOf('call');
    await form().getByLabel('How many').fill('2');
    await form().getByLabel('When').fill('09:30');
    await form().getByRole('button', { name: 'Log' }).click();
    await popup.getByText('Logged: 2 calls at 9:30 AM').waitFor();
    await vi.waitFor(async () => expect(await rowsOf('call')).toHaveLength(before.length + 2));
    const known = new Set(before.map(({ id }) => id));
    const added = (await rowsOf('call')).filter(({ id }) => !known.has(id));
    for (const row of added)
      expect(row).toMatchObject({
        at: Date.UTC(2026, 10, 23, 8, 30),
        offset: 60,
        day: '2026-11-23',
        via: 'manual',
        evidence: 'said',
        site: 'foothold',
      });
    await vi.waitFor(async () => expect(await words('h1')).toEqual(['Today, 5 of 17']));
    await sidebar.waitFor(/Calls 4 of 8/);
    await sidebar.waitFor(/Call 9:30 AM, added by hand/);
  });

  it('refuses what is still to come, in words', async () => {
    const before = (await lab().foothold.journal()).length;
    await form().getByLabel('When').fill('15:00');
    await form().getByRole('button', { name: 'Log' }).click();
    await popup.getByText('That time is still to come. Log it once it is done.').waitFor();
    expect(await form().getByLabel('When').getAttribute('aria-invalid')).toBe('true');
    expect(await form().getByRole('status').textContent()).toBe('');
    expect(await lab().foothold.journal()).toHaveLength(before);
  });

  it('refuses no time, and half a call', async () => {
    const before = (await lab().foothold.journal()).length;
    await form().getByLabel('How many').fill('0.5');
    await form().getByRole('button', { name: 'Log' }).click();
    await popup.getByText('A whole number from 1 to 20.').waitFor();
    await popup.getByText('When was it? A time like 12:30.').waitFor();
    expect(await lab().foothold.journal()).toHaveLength(before);
  });

  it('stores all of them, also when the popup is closed at once', async () => {
    const before = await rowsOf('message');
    const another = await lab().foothold.context.newPage();
    await another.goto(lab().foothold.url('popup.html'));
    await another.getByText('Log for earlier').click();
    const there = another.getByRole('form', { name: 'Log for earlier' });
    await there.getByLabel('How many').fill('20');
    await there.getByLabel('What').selectOption('message');
    await there.getByLabel('When').fill('09:20');
    const closed = another.waitForEvent('close');
    await there.getByRole('button', { name: 'Log' }).evaluate((button) => {
      (button as HTMLElement).click();
      setTimeout(close);
    });
    await closed;
    await vi.waitFor(async () => expect(await rowsOf('message')).toHaveLength(before.length + 20));
  });

  it('says so when nothing can be stored, and keeps what was typed', async () => {
    // A newer Foothold has been here: its journal is only read.
    await popup.evaluate(
      () =>
        new Promise((open, refused) => {
          const newer = indexedDB.open('foothold', 1000);
          newer.onsuccess = () => {
            newer.result.close();
            open(null);
          };
          newer.onerror = refused;
        }),
    );
    await form().getByLabel('How many').fill('2');
    await form().getByLabel('When').fill('09:40');
    await form().getByRole('button', { name: 'Log' }).click();
    await form()
      .getByText('That could not be saved. What you typed is still here: please try again.')
      .waitFor();
    expect(await form().getByLabel('How many').inputValue()).toBe('2');
    expect(await form().getByRole('status').textContent()).toBe('');
    await popup
      .getByRole('button', { name: /^Undo: / })
      .first()
      .click();
    await popup.getByText('That could not be saved. Please try again.').waitFor();
  });
});
