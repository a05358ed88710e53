import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { axeInSidebar, axeOnPage } from '../lab/axe.mjs';
import { startClassic } from '../lab/classic/server.mjs';
import type { Rep } from '../lab/crm/rep.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Misses, RuleDay } from '../../lib/domain/health';
import { useLab } from './lab';
import { beginInAlarm, endWithoutAlarm } from './noAlarm';

/** A site that changes under Foothold says so, and one that does not is left in peace. */
const lab = useLab({ viewport: { width: 1700, height: 900 } });
let rep: Rep;
let page: Page;
let sidebar: Sidebar;

beforeAll(async () => {
  ({ rep, page, sidebar } = await lab().rep('#/contacts/1/show'));
  await sidebar.waitFor(/Log for this contact/);
  // The contact's own addresses are on the right.
  await sidebar.click(/^Move to the other side$/);
  await lab().foothold.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

const today = async (rule: string) =>
  ((await lab().foothold.rows('health')) as RuleDay[]).find((row) => row.rule === rule);
const missed = async () =>
  ((await lab().foothold.rows('misses')) as Misses[])[0]?.things.length ?? 0;
const until = (look: () => unknown, timeout = 30_000) =>
  vi.waitFor(look, { timeout, interval: 50 });

async function openOptions(): Promise<Page> {
  const options = await lab().foothold.open('options.html');
  await options
    .getByRole('button', { name: /^Copy report/ })
    .first()
    .waitFor();
  return options;
}

/** The CRM's next build names its note field another way. What the document loads from now on has it. */
async function change() {
  await page.evaluate(() => {
    const rename = () => {
      for (const field of document.querySelectorAll('textarea[name="text"]'))
        field.setAttribute('name', 'content');
    };
    const observer = new MutationObserver(rename);
    observer.observe(document, { childList: true, subtree: true });
    rename();
  });
}

it('knows each page that has a landmark by it', async () => {
  const { foothold, crm } = lab();
  const own = foothold.context.pages();
  const paths = { opportunity: '/#/deals/1/show' };
  const atomic = { foothold, site: 'atomic', origin: crm.origin, page, paths } as const;
  await beginInAlarm(atomic);
  await endWithoutAlarm(atomic);
  for (const tab of foothold.context.pages()) if (!own.includes(tab)) await tab.close();
});

describe('how intents end', () => {
  it('is counted by rule', async () => {
    await rep.fillNote('Called about the offer');
    await rep.addNote.click();
    await until(async () => expect(await today('atomic/note')).toMatchObject({ confirmed: 1 }));
    lab().crm.failNext('POST', 'companies', 500, 99);
    await rep.fillCompany('Harbour Tools');
    await rep.save().click();
    await until(async () => expect(await today('atomic/company')).toMatchObject({ failed: 1 }));
    lab().crm.recover();
    expect(await sidebar.text()).toMatch(/Counting on Atomic CRM/);
  });

  it('stands in the options', async () => {
    const options = await openOptions();
    const row = options.getByRole('row', { name: /^note / });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/^note\s+1\s+0\s+0\s+0\s+0\s+0$/);
    await options.getByText('Counting on Atomic CRM').waitFor();
    await options.close();
  });
});

describe('a page that is not recognised', () => {
  /** Stays at a route until it has been looked at for the last time. */
  async function look(route: string) {
    const latest = async () => ((await lab().foothold.rows('misses')) as Misses[])[0]?.at ?? 0;
    const before = await latest();
    await rep.go(route);
    await until(async () => expect(await latest()).toBeGreaterThan(before));
  }

  it('is nothing to tell once or twice, nor when it is the same again', async () => {
    await change();
    await look('#/contacts/1/show');
    await look('#/contacts/2/show');
    await look('#/contacts/1/show');
    expect(await missed()).toBe(2);
    expect(await sidebar.text()).toMatch(/Counting on Atomic CRM/);
  });

  it('is nothing to tell when its data could not be had', async () => {
    lab().crm.failNext('GET', 'contactNotes', 503, 99);
    await rep.go('#/contacts/3/show');
    // All looks are over after 16 seconds, and what they found is told after two more.
    const from = await page.evaluate(() => performance.now());
    await page.waitForFunction((from) => performance.now() - from > 19_000, from, {
      timeout: 30_000,
    });
    lab().crm.recover();
    expect(await missed()).toBe(2);
    expect(await sidebar.text()).toMatch(/Counting on Atomic CRM/);
  });

  it('is told when it is a third one, and what is still recognised counts', async () => {
    await rep.go('#/contacts/4/show');
    await sidebar.waitFor(/Atomic CRM changed, counts may be low/, 30_000);
    await rep.fillCompany('Harbour Tools');
    await rep.save().click();
    await sidebar.waitFor(/Company \S+( [AP]M)?, saved in Atomic CRM/);
    expect(await sidebar.text()).toMatch(/Atomic CRM changed, counts may be low/);
  });

  it('is named on request, with a report that holds nothing of the page', async () => {
    await rep.go('#/contacts/3/show');
    await page.getByRole('heading', { level: 5 }).first().waitFor();
    await sidebar.click(/^Details$/);
    await sidebar.waitFor(/Not recognised: contact/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await axeInSidebar(sidebar), colorScheme).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await sidebar.click(/^Copy report$/);
    await sidebar.buttonAt(/^Copied$/);
    const report = await page.evaluate(() => navigator.clipboard.readText());
    const line =
      /^(foothold \d+\.\d+\.\d+|browser (Headless)?Chrome\/[\d.]+|site atomic|landmark contact|rule atomic\/[a-z-]+( [a-z]+ \d+){6})$/;
    expect(report.split('\n').filter((text) => !line.test(text))).toEqual([]);
    expect(report).toContain('landmark contact\n');
    expect(report).toContain('rule atomic/note confirmed 1 ');
  });

  it('is named and copied by keyboard alone', async () => {
    const focused = () =>
      sidebar.see(`({ activeElement: one }) => one?.getAttribute('aria-label') ?? one?.innerText`);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await sidebar.see(`(root) => root.querySelector('.foot .more').focus()`);
    await page.keyboard.press('Enter');
    // The answer that does nothing has the focus first.
    await until(async () => expect(await focused()).toBe('Close'));
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Copy report');
    await page.keyboard.press('Enter');
    await until(async () => expect(await focused()).toBe('Copied'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^foothold /);
  });

  it('is told in every tab and in the options', async () => {
    const other = await lab().rep('#/companies');
    await other.sidebar.waitFor(/Atomic CRM changed, counts may be low/);
    await other.page.close();
    const options = await openOptions();
    await options.getByText('Atomic CRM changed, counts may be low').waitFor();
    await options.getByText('no longer look as Foothold knows them: contact.').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme });
      expect.soft(await axeOnPage(options), colorScheme).toEqual([]);
    }
    await options.getByRole('button', { name: 'Copy report on Atomic CRM' }).focus();
    await options.keyboard.press('Enter');
    await options.getByText('Copied').waitFor();
    const report = await options.evaluate(() => navigator.clipboard.readText());
    expect(report).toMatch(
      /^foothold [\d.]+\nbrowser (?:Headless)?Chrome\/[\d.]+\nsite atomic\nlandmark contact\n/,
    );
    await options.close();
    await page.bringToFront();
  });

  it('is good again as soon as one is recognised', async () => {
    await rep.open('#/contacts/5/show');
    await sidebar.waitFor(/Counting on Atomic CRM/, 30_000);
    expect(await missed()).toBe(0);
  });
});

describe('a rule that throws', () => {
  let classic: Awaited<ReturnType<typeof startClassic>>;
  beforeAll(async () => {
    classic = await startClassic();
    await lab().foothold.turnOn(classic.origin, 'classic');
  });
  afterAll(() => classic.close());

  it('shows, while the other rules and the other sites count', async () => {
    const tab = await lab().foothold.context.newPage();
    await tab.goto(`${classic.origin}/contacts`);
    const own = await lab().foothold.sidebar(tab);
    await own.waitFor(/Counting on Classic CRM/);
    await tab.evaluate(() => document.documentElement.setAttribute('data-broken', ''));
    await tab.getByRole('heading').click();
    await own.waitFor(/Classic CRM changed, counts may be low/);

    await tab.goto(`${classic.origin}/contacts/new?company=3`);
    await tab.evaluate(() => document.documentElement.setAttribute('data-broken', ''));
    await tab.locator('[name="last_name"]').fill('Sato');
    await tab.getByRole('button', { name: 'Save' }).click();
    await own.waitFor(/Contact \S+( [AP]M)?, saved in Classic CRM/);
    await own.waitFor(/Classic CRM changed, counts may be low/);
    await own.click(/^Details$/);
    await own.waitFor(/Not recognised: classic\/broken/);
    await tab.close();

    await page.bringToFront();
    await rep.fillNote('Sent the offer');
    await rep.addNote.click();
    await sidebar.waitFor(/Note \S+( [AP]M)?, saved in Atomic CRM/);
    expect(await sidebar.text()).toMatch(/Counting on Atomic CRM/);
    const options = await openOptions();
    await options.getByText('What may not be counted: classic/broken.').waitFor();
    await options.close();
  });

  it('shows as well where it is a page’s, and the page is taken for the next that it can be', async () => {
    const tab = await lab().foothold.context.newPage();
    await tab.goto(`${classic.origin}/contacts/new?company=3#broken`);
    const own = await lab().foothold.sidebar(tab);
    await own.click(/^Details$/);
    await own.waitFor(/Not recognised: classic\/broken, classic\/broken-page/);
    await lab().news();
    await tab.locator('[name="last_name"]').fill('Okafor');
    await tab.getByRole('button', { name: 'Save' }).click();
    await until(async () => expect(await lab().news()).toEqual(['contact']));
    await tab.close();
  });
});
