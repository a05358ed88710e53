import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { axeOnPage } from '../lab/axe.mjs';
import { fetchCrm } from '../lab/crm/fetch.mjs';
import { Rep } from '../lab/crm/rep.mjs';
import { sampleData } from '../lab/crm/sample.mjs';
import { startCrm, type Crm } from '../lab/crm/server.mjs';
import { ExtensionsPage } from '../lab/extensionsPage.mjs';
import { launchFoothold } from '../lab/foothold.mjs';
import type { Action } from '../../lib/domain/action';
import type { GoalVersion } from '../../lib/domain/goal';

declare const chrome: typeof browser;

/** The first run: from a fresh profile to the first counted action, in at most three steps. */
let crm: Crm;
let profile: string;
let foothold: Awaited<ReturnType<typeof launchFoothold>>;

beforeAll(async () => {
  crm = await startCrm({
    dist: await fetchCrm({ log: () => undefined }),
    data: sampleData(new Date()),
  });
});

afterAll(() => crm.close());

const launch = () => launchFoothold({ profile, welcome: true });

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'foothold-welcome-'));
  foothold = await launch();
});

afterEach(async () => {
  await foothold.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const classic = 'https://classic.example.com';
/** Other things go on on this machine. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, 20_000);

const settings = () =>
  foothold.ask(async () => {
    const { sites } = await chrome.storage.local.get<{ sites?: unknown }>('sites');
    return sites;
  });

async function opened(): Promise<Page> {
  const welcome = await foothold.welcome();
  welcome.setDefaultTimeout(10_000);
  await welcome.getByRole('heading', { name: 'Where do you work?' }).waitFor();
  return welcome;
}

/** Writes down what the page asks the browser for; where an answer is given, it is the browser's: nobody can click its prompt. */
const watchAsking = (of: Page, answer?: boolean) =>
  of.evaluate((answer) => {
    const asked: unknown[] = [];
    Object.assign(window, { asked });
    const permissions = chrome.permissions as {
      request: (what: { origins: string[] }) => Promise<boolean>;
    };
    const ask = permissions.request.bind(permissions);
    permissions.request = (what) => {
      asked.push([what.origins, navigator.userActivation.isActive]);
      return answer === undefined ? ask(what) : Promise.resolve(answer);
    };
  }, answer);
const asked = (of: Page) => of.evaluate(() => Reflect.get(window, 'asked') as unknown[]);

const next = (welcome: Page) => welcome.getByRole('button', { name: 'Continue' }).click();
const accept = (welcome: Page) =>
  welcome.getByRole('button', { name: 'Start with this plan' }).click();

it('goes from a fresh profile to the first counted action in three steps and under a minute', async () => {
  const page = await foothold.context.newPage();
  const rep = new Rep(page, crm);
  await rep.open('#/contacts/1/show');
  const sidebar = await foothold.sidebar(page);
  const welcome = await opened();
  await watchAsking(welcome);
  const begun = Date.now();

  await welcome.getByText('Step 1 of 3').waitFor();
  await welcome.getByLabel('Classic CRM').check();
  await welcome
    .getByRole('group', { name: 'Where Foothold shows on Classic CRM' })
    .getByLabel('Beside it')
    .check();
  await welcome.getByLabel('My CRM is at').fill(`${crm.origin}/#/contacts/1/show`);
  await next(welcome);
  await welcome.getByText('Step 2 of 3').waitFor();
  await accept(welcome);
  await welcome.getByText('Step 3 of 3').waitFor();
  await welcome.getByRole('button', { name: 'Go to Atomic CRM' }).click();
  await until(async () =>
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible'),
  );
  await sidebar.waitFor(/Counting on Atomic CRM/);
  await rep.fillNote('The first one');
  await rep.addNote.click();
  await until(async () =>
    expect((await foothold.journal()) as Action[]).toMatchObject([{ kind: 'note', via: 'page' }]),
  );
  expect(Date.now() - begun).toBeLessThan(60_000);

  // One prompt, within the click, for exactly what was picked; the page beside which it shows is told apart.
  const { hostname } = new URL(crm.origin);
  expect(await asked(welcome)).toEqual([[[`${classic}/*`, `http://${hostname}/*`], true]]);
  expect(await settings()).toEqual([
    { origin: classic, site: 'classic', on: true, surface: 'panel' },
    { origin: crm.origin, site: 'atomic', on: true, surface: 'page' },
  ]);
});

it('opens by itself once, and never again', async () => {
  await opened();
  const url = foothold.url('welcome.html');
  const welcomes = () => foothold.context.pages().filter((page) => page.url() === url);
  expect(welcomes()).toHaveLength(1);
  const extensions = await ExtensionsPage.open(foothold);
  await extensions.reload();
  // The new worker has been told of its update by then.
  await until(async () => expect(await foothold.standing()).toBeDefined());
  expect(welcomes().length).toBeLessThanOrEqual(1);
  await foothold.close();
  foothold = await launch();
  await foothold.standing();
  expect(welcomes()).toHaveLength(0);
});

describe('when the browser is told no', () => {
  it('says so, keeps what was picked, and asks again with one click', async () => {
    const welcome = await opened();
    const extensions = await ExtensionsPage.open(foothold);
    await extensions.withhold();
    await welcome.bringToFront();
    await watchAsking(welcome, false);
    await welcome.getByLabel('My CRM is at').fill(crm.origin);
    await next(welcome);
    const sentence = `The browser was told no, so Foothold cannot see ${new URL(crm.origin).host}.`;
    await welcome.getByRole('alert').getByText(sentence).waitFor();
    expect(await settings()).toEqual([]);
    expect(await axeOnPage(welcome)).toEqual([]);
    expect(await welcome.getByLabel('My CRM is at').inputValue()).toBe(crm.origin);

    await extensions.allow('http://127.0.0.1/*');
    await watchAsking(welcome, true);
    await welcome.getByRole('button', { name: 'Ask again' }).click();
    await welcome.getByText('Step 2 of 3').waitFor();
    expect(await asked(welcome)).toEqual([[['http://127.0.0.1/*'], true]]);
    expect(await settings()).toMatchObject([{ origin: crm.origin, site: 'atomic', on: true }]);
  });

  it('takes half a yes for what it is', async () => {
    const welcome = await opened();
    const extensions = await ExtensionsPage.open(foothold);
    await extensions.withhold();
    await extensions.allow('http://127.0.0.1/*');
    await welcome.bringToFront();
    await watchAsking(welcome, false);
    await welcome.getByLabel('Classic CRM').check();
    await welcome.getByLabel('My CRM is at').fill(crm.origin);
    await next(welcome);
    const { host } = new URL(crm.origin);
    await welcome
      .getByText(
        `Foothold counts on ${host} now. The browser does not let it see classic.example.com.`,
      )
      .waitFor();
    expect(await settings()).toMatchObject([{ origin: crm.origin, on: true }]);
    expect(await welcome.getByLabel('Classic CRM').isChecked()).toBe(true);
    await welcome.getByRole('button', { name: 'Go on without' }).click();
    await accept(welcome);
    await welcome.getByText('Foothold is on Atomic CRM').waitFor();
    expect(await welcome.getByRole('button', { name: /^Go to/ }).count()).toBe(1);
  });

  it('can be left for later, and says where to begin then', async () => {
    const welcome = await opened();
    await next(welcome);
    await welcome.getByText('Pick a site, or type the address of your CRM.').waitFor();
    await welcome.getByLabel('My CRM is at').fill('my crm');
    await next(welcome);
    await welcome.getByText('That is not an address.').waitFor();
    await welcome.getByRole('button', { name: 'Not now' }).click();
    await accept(welcome);
    await welcome.getByText('No site is on yet. Open your CRM').waitFor();
    expect(await settings()).toBeUndefined();
  });
});

describe('the plan to start with', () => {
  it('can have other numbers, and only possible ones', async () => {
    const welcome = await opened();
    await welcome.getByRole('button', { name: 'Not now' }).click();
    const calls = welcome.getByLabel('Calls per day');
    await calls.fill('0');
    await accept(welcome);
    await welcome.getByText('The target is a number from 1 to 9999.').waitFor();
    expect(await calls.evaluate((field) => field === document.activeElement)).toBe(true);
    await calls.fill('12');
    await accept(welcome);
    await welcome.getByText('Step 3 of 3').waitFor();
    const goals = (await foothold.rows('goals')) as GoalVersion[];
    expect(goals.find(({ id }) => id === 'first-calls')).toMatchObject({
      goal: { kinds: ['call'], target: 12, floor: 11, ceiling: 15 },
    });
    expect(goals).toHaveLength(4);
  });
});

describe('for everybody', () => {
  it('can be gone through by keyboard alone, and each step is read out', async () => {
    const welcome = await opened();
    const focused = () =>
      welcome.evaluate(() => {
        const element = document.activeElement;
        const [label] = (element as HTMLInputElement).labels ?? [];
        return (label ?? (element as HTMLElement)).innerText.trim();
      });
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 30; presses += 1) {
        await welcome.keyboard.press('Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`Tab never came to ${String(name)}`);
    };
    await tabTo(/^Classic CRM/);
    await welcome.keyboard.press('Space');
    await tabTo(/^On the page/);
    await welcome.keyboard.press('ArrowRight');
    await tabTo(/^My CRM is at/);
    await welcome.keyboard.type(crm.origin);
    await welcome.keyboard.press('Enter');
    await until(async () => expect(await focused()).toBe('A plan to start with'));
    await tabTo(/^Notes per day/);
    await welcome.keyboard.type('3');
    await tabTo(/^Start with this plan/);
    await welcome.keyboard.press('Enter');
    await until(async () => expect(await focused()).toBe('You are set'));
    await tabTo(/^Go to Atomic CRM/);
    await welcome.keyboard.press('Enter');
    await until(() =>
      expect(foothold.context.pages().map((page) => page.url())).toContainEqual(
        expect.stringContaining(crm.origin),
      ),
    );
    expect(await settings()).toMatchObject([{ surface: 'panel' }, { surface: 'page' }]);
  });

  it('axe finds nothing in any step, light and dark', async () => {
    const welcome = await opened();
    const look = async (step: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await welcome.emulateMedia({ colorScheme });
        expect.soft(await axeOnPage(welcome), `${step} ${colorScheme}`).toEqual([]);
      }
    };
    await look('pick');
    await welcome.getByLabel('Classic CRM').check();
    await welcome.getByLabel('My CRM is at').fill('nonsense');
    await next(welcome);
    await welcome.getByText('That is not an address.').waitFor();
    await look('pick, with a problem');
    await welcome.getByLabel('My CRM is at').fill(crm.origin);
    await next(welcome);
    await welcome.getByLabel('Calls per day').fill('0');
    await look('plan, with a problem');
    await welcome.getByLabel('Calls per day').fill('8');
    await accept(welcome);
    await welcome.getByRole('button', { name: 'Go to Atomic CRM' }).waitFor();
    await look('ready');
  });

  it.each(['ltr', 'rtl'])('nothing is cut off at twice the size, %s', async (direction) => {
    const welcome = await opened();
    // What a window of 1280 pixels shows at 200 %.
    await welcome.setViewportSize({ width: 640, height: 450 });
    await welcome.evaluate((dir) => {
      document.querySelector('main')?.setAttribute('dir', dir);
    }, direction);
    await welcome.getByLabel('Classic CRM').check();
    await welcome
      .getByLabel('My CRM is at')
      .fill(`https://${'a-very-long-name-of-a-company'.repeat(2)}.example.com`);
    await fits(welcome);
    await next(welcome);
    await welcome.getByText('Step 2 of 3').waitFor();
    await fits(welcome);
    await accept(welcome);
    await welcome.getByRole('button', { name: 'Go to Atomic CRM' }).waitFor();
    await fits(welcome);
  });

  /** Nothing has to be scrolled sideways, and no control is cut off by its surroundings. */
  async function fits(welcome: Page) {
    const cut = await welcome.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const controls = [...document.querySelectorAll('button, label, input, h1, p')];
      return [
        ...controls
          .map((one) => ({ one, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && (box.left < 0 || box.right > width))
          .map(({ one }) => one.outerHTML.slice(0, 80)),
        ...(document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []),
      ];
    });
    expect(cut).toEqual([]);
  }
});
