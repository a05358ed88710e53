import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { axeInSidebar, axeOnPage } from '../lab/axe.mjs';
import { mayWritePolicy, removePolicy, writePolicy } from '../lab/policyFile.mjs';
import { Popup } from '../lab/popup.mjs';
import { SidePanel } from '../lab/sidePanel.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { GoalVersion } from '../../lib/domain/goal';
import type { SiteSetting } from '../../lib/settings/sites';
import { mondayMorning, useLab } from './lab';
import { notRun } from './notRun';

declare const chrome: typeof browser;

const may = await mayWritePolicy();
if (!may) notRun('company policy', 'this machine does not let us write one');

/** What an administrator sets by policy file holds at once, cannot be changed here, and ends with the file. */
describe.runIf(may)('a company policy', () => {
  const lab = useLab({ viewport: { width: 1700, height: 900 } });
  let sidebar: Sidebar;
  let page: Page;
  let options: Page;

  const day = 24 * 60 * 60_000;
  const calls = (target: number) => ({ kinds: ['call'], period: 'day', target });
  /** Chromium waits some seconds for an administrator to finish writing. */
  const soon = 30_000;
  const until = (look: () => unknown) => vi.waitFor(look, { timeout: soon, interval: 100 });
  const managed = (): Promise<Record<string, unknown>> =>
    lab().foothold.ask(() => chrome.storage.managed.get(null));
  const sites = (): Promise<SiteSetting[]> =>
    lab().foothold.ask(async () => (await chrome.storage.local.get('sites'))['sites'] as never);
  const companyVersions = async () =>
    ((await lab().foothold.rows('goals')) as GoalVersion[])
      .filter(({ id }) => id.startsWith('company/'))
      .map(({ from, goal }) => [from, goal?.target ?? null])
      .sort();

  beforeAll(async () => {
    await removePolicy();
    ({ page, sidebar } = await lab().rep('#/companies'));
    await sidebar.waitFor(/Calls 0 of 8/);
  });
  afterAll(removePolicy);

  beforeEach(async () => {
    options = await lab().foothold.open('options.html');
    options.setDefaultTimeout(soon);
    await options.getByRole('button', { name: 'Save goals' }).waitFor();
  });
  afterEach(async () => {
    await options.close();
  });

  it('that a machine does not have leaves everything to the rep', async () => {
    expect(await managed()).toEqual({});
    await until(async () => expect(await options.getByText('Set by your company').count()).toBe(0));
    expect(await companyVersions()).toEqual([]);
  });

  it('sets targets beside the rep’s own goals, marked as the company’s, at once', async () => {
    await writePolicy({ goals: [{ ...calls(40), floor: 30 }] });
    await sidebar.waitFor(/Calls 0 of 40/, soon);
    expect(await sidebar.text()).toMatch(/Calls 0 of 8/);
    expect(
      await sidebar.see(`(root) => [...root.querySelectorAll('.goals li')].map((goal) =>
        [goal.querySelector('b').innerText, goal.querySelector('[role="img"]')?.ariaLabel ?? ''])`),
    ).toEqual([
      ['Calls', 'Set by your company'],
      ['Calls', ''],
      ['Notes', ''],
    ]);
    await options.getByText('40 per day').waitFor();
    await options.getByText('30 is already good, 50 is plenty.').waitFor();
    expect(await companyVersions()).toEqual([['2026-11-23', 40]]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await axeInSidebar(sidebar), colorScheme).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('is locked: saving the rep’s goals leaves the company’s as they are', async () => {
    await options.getByText('40 per day').waitFor();
    expect(await options.getByRole('group', { name: 'Calls', exact: true }).count()).toBe(1);
    await options.getByRole('group', { name: 'Calls', exact: true }).getByLabel('Target').fill('9');
    await options.getByRole('button', { name: 'Save goals' }).click();
    await sidebar.waitFor(/Calls 0 of 9/);
    expect(await sidebar.text()).toMatch(/Calls 0 of 40/);
    // Nor can a message of ours reach them.
    await lab().foothold.ask(
      (data: unknown) =>
        chrome.runtime.sendMessage({
          id: Date.now(),
          type: 'saveGoals',
          data,
          timestamp: Date.now(),
        }),
      [{ id: 'company/call/day', from: '2026-11-23', order: 0, goal: null }],
    );
    expect(await companyVersions()).toEqual([['2026-11-23', 40]]);
  });

  it('that changes counts from that day; the day before keeps what it had', async () => {
    await lab().foothold.setClock(mondayMorning + day);
    await sidebar.waitFor(/Tue/);
    await writePolicy({ goals: [calls(45)] });
    await sidebar.waitFor(/Calls 0 of 45/, soon);
    expect(await companyVersions()).toEqual([
      ['2026-11-23', 40],
      ['2026-11-24', 45],
    ]);
    await lab().foothold.setClock(mondayMorning);
    await sidebar.waitFor(/Calls 0 of 40/);
  });

  it('sets sites, which the rep can neither switch off nor remove', async () => {
    const before = await sites();
    await writePolicy({
      goals: [calls(40)],
      sites: [
        { origin: lab().crm.origin, site: 'atomic' },
        { origin: 'https://crm.example.com', site: 'atomic', surface: 'panel' },
      ],
      notifications: false,
    });
    await options.locator('#sites').getByText('crm.example.com', { exact: true }).waitFor();
    await options.getByText('Notifications are off, set by your company.').waitFor();
    expect(await options.getByRole('button', { name: /^Remove: http/ }).count()).toBe(0);
    const set = options.locator('.site').filter({ hasText: 'Set by your company' });
    expect(await set.count()).toBe(2);
    for (const box of await set.getByRole('checkbox').all())
      expect(await box.isDisabled()).toBe(true);
    // Where it shows is named, and set as well.
    const beside = options
      .getByRole('group', { name: 'Where Foothold shows on Atomic CRM' })
      .getByLabel('Beside it');
    expect(
      await beside.evaluateAll((choices) =>
        (choices as HTMLInputElement[]).map(({ checked }) => checked),
      ),
    ).toEqual([false, true]);
    for (const choice of await beside.all()) expect(await choice.isDisabled()).toBe(true);
    // At first run they are picked already.
    const welcome = await lab().foothold.open('welcome.html');
    await welcome.getByText('crm.example.com', { exact: true }).waitFor();
    expect(await welcome.getByText('Set by your company').count()).toBe(2);
    expect(await axeOnPage(welcome)).toEqual([]);
    await welcome.close();
    expect(await sites()).toEqual([
      { ...before[0], company: true },
      {
        origin: 'https://crm.example.com',
        site: 'atomic',
        on: true,
        company: true,
        surface: 'panel',
      },
    ]);
    await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(/Off here/));
    // Whoever writes over it: it comes back.
    await lab().foothold.ask(() => chrome.storage.local.set({ sites: [] }));
    await until(async () => expect(await sites()).toHaveLength(2));
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme });
      expect.soft(await axeOnPage(options), colorScheme).toEqual([]);
    }
  });

  it('that keeps a site’s pages as they are has no button counted there, and says so', async () => {
    const before = await managed();
    const beside = (surface?: 'panel') =>
      writePolicy({ ...before, sites: [{ origin: lab().crm.origin, site: 'atomic', surface }] });
    await beside('panel');
    await until(async () =>
      expect(await sites()).toMatchObject([{ surface: 'panel', company: true }]),
    );
    const ours = await lab().foothold.open('popup.html');
    await ours.getByRole('button', { name: 'Open beside the page' }).click();
    const panel = await SidePanel.open(lab().foothold.context);
    const popup = await Popup.over(lab().foothold, page);
    const said = await popup.waitFor(/Open beside the page/);
    expect(said).not.toMatch(/Count a button here|no button can be taught/);
    await popup.close();
    const tools = (): Promise<string[]> =>
      panel.see(`(root) => [...root.querySelectorAll('.tool')].map(({ title }) => title)`);
    await panel.waitFor(/Counting on Atomic CRM/);
    expect(await tools()).not.toContain('Count a button here');

    await beside();
    await until(async () => expect(await tools()).toContain('Count a button here'));
    const again = await Popup.over(lab().foothold, page);
    await again.waitFor(/Count a button here/);
    await again.close();
    await panel.close();
    if (!ours.isClosed()) await ours.close();
  });

  it('with values that cannot be: they are ignored and named, and the rest holds', async () => {
    await writePolicy({
      goals: [
        calls(0),
        { kinds: ['email', 'fax'], period: 'week', target: 100, ceiling: 90 },
        { kinds: ['note'], period: 'fortnight', target: 3 },
        { ...calls(41), floor: 41 },
        calls(50),
      ],
      sites: [
        { origin: 'our crm', site: 'atomic' },
        { origin: 'https://crm.example.com', site: 'notes-in-a-drawer' },
        { origin: lab().crm.origin, site: 'atomic', surface: 'ceiling' },
      ],
    });
    const notes = options.locator('.note');
    await notes.getByText('sites[0].origin').waitFor();
    expect((await notes.getByRole('listitem').allInnerTexts()).sort()).toEqual([
      'goals[0].target: The target is a number from 1 to 9999.',
      'goals[1].ceiling: The ceiling has to be a number above the target.',
      'goals[1].kinds[1]: Foothold counts no such thing.',
      'goals[2].period: The period is day, week, month or quarter.',
      'goals[3].floor: “Good from” has to be a number below the target.',
      'goals[4]: This is set twice; the first one holds.',
      'sites[0].origin: An address is like https://crm.example.com.',
      'sites[1].site: Foothold knows no such site.',
      'sites[2].surface: The surface is page or panel.',
    ]);
    await options.getByText('41 per day').waitFor();
    await options.getByText('100 per week').waitFor();
    expect((await sites()).map(({ origin, company }) => [origin, company])).toEqual([
      [lab().crm.origin, true],
    ]);
    expect.soft(await axeOnPage(options)).toEqual([]);
  });

  it('that is taken away ends today, and the rep has back what was theirs', async () => {
    await lab().foothold.setClock(mondayMorning + 2 * day);
    await sidebar.waitFor(/Wed/);
    // Our own pages look at the clock once a minute.
    await options.reload();
    await options.getByText('41 per day').waitFor();
    await removePolicy();
    await until(async () => expect(await managed()).toEqual({}));
    await until(async () =>
      expect((await lab().foothold.standing())?.goals.map(({ id }) => id)).not.toContain(
        'company/call/day',
      ),
    );
    await until(async () => expect(await options.getByText('Set by your company').count()).toBe(0));
    await until(async () =>
      expect(await sites()).toEqual([{ origin: lab().crm.origin, site: 'atomic', on: true }]),
    );
    await sidebar.waitFor(/Off here/);
    await lab().foothold.setClock(mondayMorning);
    await sidebar.waitFor(/Calls 0 of 41/);
  });
});
