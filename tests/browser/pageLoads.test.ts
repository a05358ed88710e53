import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Action } from '../../lib/domain/action';
import { startClassic } from '../lab/classic/server.mjs';
import { launchFoothold } from '../lab/foothold.mjs';
import { root } from '../lab/steps.mjs';
import { mondayMorning } from './lab';
import { teacherOn } from './teacher';

/**
 * A CRM whose every step is a full page load: what the hand began on one page is confirmed on the next. Each test looks
 * at all that was counted since the test before, and those that expect nothing end with one save that must count, so
 * that neither a deaf detector nor a late count would pass.
 */
let classic: Awaited<ReturnType<typeof startClassic>>;
let foothold: Awaited<ReturnType<typeof launchFoothold>>;
let page: Page;
let looked = 0;
let minutesPassed = 0;
let serial = 0;

beforeAll(async () => {
  classic = await startClassic();
  foothold = await launchFoothold({ timeZone: 'Europe/Berlin' });
  await foothold.begin(mondayMorning);
  await foothold.turnOn(classic.origin, 'classic');
  page = await newTab();
});

afterAll(async () => {
  await foothold.close();
  await classic.close();
});

beforeEach(() => {
  classic.slow = false;
  classic.hold()();
});

async function newTab(): Promise<Page> {
  const tab = await foothold.context.newPage();
  tab.setDefaultTimeout(10_000);
  return tab;
}

/** Resolves when Foothold has taken its place in the page: until then it may not have read what the last page left. */
async function settled(tab: Page = page): Promise<void> {
  await tab.locator('html > div').waitFor({ state: 'attached' });
}

async function open(path: string, tab: Page = page): Promise<void> {
  await tab.goto(classic.origin + path);
  await settled(tab);
}

async function fillContact(tab: Page = page): Promise<void> {
  await open('/contacts/new?company=3', tab);
  await tab.locator('input[name="last_name"]').fill(`Park ${String((serial += 1))}`);
}

/** A real click that waits for nothing: Playwright's own would wait for the page that follows. */
async function press(button: string, tab: Page): Promise<void> {
  const box = await tab.locator(`button[name="${button}"]`).boundingBox();
  if (!box) throw new Error(`no button ${button}`);
  await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const save = (tab: Page = page) => press('save', tab);
const cancel = (tab: Page = page) => press('cancel', tab);
const complaint = () => page.locator('[role="alert"]');

async function seesRecord(tab: Page = page): Promise<void> {
  await tab.getByRole('heading', { name: /^(?:Park|Okafor)/ }).waitFor();
  await settled(tab);
}

const journal = async () => (await foothold.journal()) as Action[];

/** What lies in the session's storage between a page and the next, or a page and the worker. */
function kept(prefix: string): Promise<string[]> {
  return foothold.ask(
    async (prefix: string) =>
      Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith(prefix)),
    prefix,
  );
}

/** Exactly these were counted since the last look. */
async function counted(...kinds: readonly string[]): Promise<void> {
  try {
    await vi.waitFor(
      async () => {
        expect((await journal()).slice(looked).map(({ kind }) => kind)).toEqual(kinds);
      },
      { timeout: 5000, interval: 50 },
    );
  } finally {
    looked = (await journal()).length;
  }
}

/** Nothing was counted since the last look, but for the contact that is saved now. */
async function countedNothing(tab: Page = page): Promise<void> {
  await settled(tab);
  await vi.waitFor(async () => expect(await kept('pending ')).toEqual([]), { timeout: 5000 });
  await tab.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await fillContact(tab);
  await save(tab);
  await seesRecord(tab);
  await counted('contact');
}

/** What the site answered to the last POST. */
async function answered(path: string, before: number): Promise<void> {
  await vi.waitFor(() => {
    const posts = classic.requests.slice(before).filter(({ method }) => method === 'POST');
    expect(posts.map((one) => one.path)).toContain(path);
  });
}

describe('across a full page load', () => {
  it('counts once, by the page that follows', async () => {
    await fillContact();
    await save();
    await seesRecord();
    await counted('contact');
    const row = (await journal()).at(-1);
    expect(row).toMatchObject({ site: 'classic', via: 'page', evidence: 'arrives' });
    await open('/contacts');
    await open('/contacts/1');
    await countedNothing();
  });

  it('counts what the Enter key sent', async () => {
    await fillContact();
    await page.keyboard.press('Enter');
    await seesRecord();
    await counted('contact');
  });

  it('counts a double click once', async () => {
    await fillContact();
    await page.locator('button[name="save"]').dblclick();
    await seesRecord();
    await counted('contact');
    await countedNothing();
  });

  it('counts with the worker stopped right before the hand, and the answer there at once', async () => {
    for (let time = 0; time < 5; time += 1) {
      await fillContact();
      await foothold.stopWorker();
      await save();
      await seesRecord();
      await counted('contact');
    }
  });

  it('counts with the worker stopped while the answer is under way', async () => {
    await fillContact();
    const before = classic.requests.length;
    const release = classic.hold();
    await save();
    await answered('/contacts/new', before);
    await foothold.stopWorker();
    release();
    await seesRecord();
    await counted('contact');
  });

  it('counts an edit that is answered at the address of the record', async () => {
    await open('/deals/1/edit');
    await page.locator('select').press('o');
    await save();
    await page.getByText('offer', { exact: true }).waitFor();
    await counted('stage');
  });

  it('counts no edit that leaves the stage alone', async () => {
    await open('/deals/1/edit');
    await page.locator('input[name="name"]').fill('Fleet of ten');
    await save();
    await page.getByRole('heading', { name: 'Fleet of ten' }).waitFor();
    await countedNothing();
  });

  it('counts nothing that a script sends', async () => {
    await fillContact();
    await page.evaluate(() => {
      document.forms[0]?.requestSubmit(document.querySelector<HTMLElement>('[name="save"]'));
    });
    await seesRecord();
    await countedNothing();
  });
});

describe.each([
  { worker: 'awake', rest: () => Promise.resolve(0) },
  // As a browser does, which waits for nothing.
  { worker: 'stopped', rest: () => foothold.killWorker() },
])('a page that is not the answer, the worker $worker', ({ rest }) => {
  const save = async (tab: Page = page) => {
    await rest();
    await press('save', tab);
  };
  const cancel = async () => {
    await rest();
    await press('cancel', page);
  };

  it('counts nothing for a form that comes back with an error, and once when it is mended', async () => {
    await fillContact();
    await page.locator('input[name="last_name"]').fill('');
    await save();
    await complaint().waitFor();
    await settled();
    await page.locator('input[name="last_name"]').fill('Park, mended');
    await save();
    await seesRecord();
    await counted('contact');
  });

  it.each([30, 400])(
    'counts nothing for an error at the address of the record, drawn after %i ms',
    async (delay) => {
      classic.errorDelay = delay;
      await open('/deals/2/edit');
      await page.locator('select').press('w');
      await page.locator('input[name="name"]').fill('');
      await save();
      await complaint().waitFor();
      classic.errorDelay = 30;
      await countedNothing();
    },
  );

  it('counts nothing for a record that the rep opens from an error page', async () => {
    await fillContact();
    await page.locator('input[name="last_name"]').fill('');
    await save();
    await complaint().waitFor();
    await settled();
    await page.getByRole('link', { name: 'First' }).click();
    await seesRecord();
    await countedNothing();
  });

  it('counts nothing for a record that the rep opens before the error page has finished loading', async () => {
    await fillContact();
    await page.locator('input[name="last_name"]').fill('');
    classic.slow = true;
    await save();
    await complaint().waitFor();
    classic.slow = false;
    await page.getByRole('link', { name: 'First' }).click();
    await seesRecord();
    await countedNothing();
  });

  it('counts nothing that the rep cancelled, though the answer is the same redirect', async () => {
    await fillContact();
    const before = classic.requests.length;
    await cancel();
    await seesRecord();
    await answered('/contacts/new', before);
    await countedNothing();
  });

  it('counts nothing when the login page comes in between', async () => {
    await fillContact();
    classic.expire();
    await save();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await settled();
    await page.locator('button[name="login"]').click();
    await seesRecord();
    await countedNothing();
  });

  it('counts nothing when the rep signs in again before the login page has finished loading', async () => {
    await fillContact();
    classic.expire();
    classic.slow = true;
    await save();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    classic.slow = false;
    await page.locator('button[name="login"]').click();
    await seesRecord();
    await countedNothing();
  });

  it('counts nothing that is answered after the deadline', async () => {
    await fillContact();
    const before = classic.requests.length;
    const release = classic.hold();
    await save();
    await answered('/contacts/new', before);
    // From wherever the clock is by now.
    await foothold.setClock(mondayMorning + (minutesPassed += 5) * 60_000);
    release();
    await seesRecord();
    await countedNothing();
  });
});

describe('the answer, seen again', () => {
  it('counts nothing more for a reload', async () => {
    await fillContact();
    await save();
    await seesRecord();
    await counted('contact');
    await page.reload();
    await countedNothing();
  });

  it('counts nothing more for the reload of a page that was posted to', async () => {
    await open('/deals/2/edit');
    await page.locator('select').press('o');
    await save();
    await page.getByText('offer', { exact: true }).waitFor();
    await counted('stage');
    await page.reload();
    await countedNothing();
  });

  it('counts nothing more for steps back and forward', async () => {
    await fillContact();
    await save();
    await seesRecord();
    await counted('contact');
    await page.goBack();
    await settled();
    await page.goForward();
    await settled();
    await countedNothing();
  });

  it('counts nothing when a step back ends on another record', async () => {
    await open('/contacts/1');
    await fillContact();
    const release = classic.hold();
    const before = classic.requests.length;
    await save();
    await answered('/contacts/new', before);
    const session = await foothold.context.newCDPSession(page);
    const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
    const entryId = entries[currentIndex - 1]?.id ?? 0;
    await session.send('Page.navigateToHistoryEntry', { entryId });
    await session.detach();
    await page.getByRole('heading', { name: 'Okafor' }).waitFor();
    release();
    await seesRecord();
    await countedNothing();
  });

  it('counts when the rep goes on before the answer has finished loading', async () => {
    await fillContact();
    classic.slow = true;
    await save();
    await page.getByRole('heading', { name: /^Park/ }).waitFor();
    classic.slow = false;
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.getByRole('heading', { name: 'Contacts' }).waitFor();
    await settled();
    await counted('contact');
  });

  it('counts when the answer never finishes loading', async () => {
    await fillContact();
    classic.slow = true;
    await save();
    await page.getByRole('heading', { name: /^Park/ }).waitFor();
    await counted('contact');
  });
});

/** The browser's own "Duplicate": the copy gets its own document, and the history and storage of the tab. */
async function duplicate(path: string): Promise<Page> {
  const copied = foothold.context.waitForEvent('page');
  await foothold.ask(
    async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      if (tab?.id !== undefined) await chrome.tabs.duplicate(tab.id);
    },
    classic.origin.replace(/:\d+$/, '') + path,
  );
  const copy = await copied;
  await settled(copy);
  return copy;
}

describe('a duplicated tab', () => {
  it('confirms nothing that the first one began, which counts once', async () => {
    await fillContact();
    const before = classic.requests.length;
    const release = classic.hold();
    await save();
    await answered('/contacts/new', before);
    const copy = await duplicate('/contacts/new*');
    await open('/contacts/1', copy);
    release();
    await page.bringToFront();
    await seesRecord();
    await counted('contact');
    await copy.close();
    await countedNothing();
  });

  it('counts nothing more once the answer is there', async () => {
    await fillContact();
    await save();
    await seesRecord();
    await counted('contact');
    const copy = await duplicate('/contacts/*');
    await seesRecord(copy);
    await copy.close();
    await countedNothing();
  });
});

describe('two tabs', () => {
  it('does not let one tab confirm what the other one began', async () => {
    const other = await newTab();
    await fillContact();
    const before = classic.requests.length;
    const release = classic.hold();
    await save();
    await answered('/contacts/new', before);
    await open('/contacts/1', other);
    await open('/contacts/2', other);
    release();
    await seesRecord();
    await counted('contact');
    await other.close();
  });

  it('counts one each when both save at the same time', async () => {
    const other = await newTab();
    await fillContact();
    await fillContact(other);
    const before = classic.requests.length;
    const release = classic.hold();
    await other.bringToFront();
    await save(other);
    await answered('/contacts/new', before);
    await page.bringToFront();
    await save();
    await vi.waitFor(() => expect(classic.requests.length).toBe(before + 2));
    release();
    await Promise.all([seesRecord(), seesRecord(other)]);
    await counted('contact', 'contact');
    await other.close();
  });

  it('counts for one what the other one cancelled', async () => {
    const other = await newTab();
    await fillContact();
    await fillContact(other);
    await cancel(other);
    await seesRecord(other);
    await page.bringToFront();
    await save();
    await seesRecord();
    await counted('contact');
    await other.close();
    await countedNothing();
  });
});

describe('a button that the rep taught, with the rules of the CRM switched off', () => {
  const say = (site: string) =>
    foothold.ask(
      ([origin, site]) => chrome.storage.local.set({ sites: [{ origin, site, on: true }] }),
      [classic.origin, site],
    );
  beforeAll(() => say('other'));
  afterAll(async () => {
    await foothold.ask(() => chrome.storage.local.remove('taught'));
    await say('classic');
  });

  it('is learnt across the page load that it makes', async () => {
    await fillContact();
    const teacher = await teacherOn(foothold, page);
    const { proposed } = await teacher.teach(
      page.locator('button[name="save"]'),
      /^Contact$/,
      async () => {
        await save();
        // The card comes along, so there is more of Foothold in this page than elsewhere.
        await page.getByRole('heading', { name: /^Park/ }).waitFor();
      },
    );
    expect(proposed).toContain('The address becomes /contacts/*');
    await counted();
    await fillContact();
    await save();
    await seesRecord();
    await counted('contact');
  });

  it('counts no cancel with the same redirect, and no form that comes back with an error', async () => {
    await fillContact();
    await cancel();
    await settled();
    await open('/contacts/new?company=3');
    await save();
    await complaint().waitFor();
    await countedNothing();
  });
});

it('leaves nothing behind between pages', async () => {
  await vi.waitFor(
    async () => expect(await foothold.ask(() => chrome.storage.session.get(null))).toEqual({}),
    { timeout: 5000 },
  );
});

const shipped = join(root, '.output', 'chrome-mv3');

it.runIf(existsSync(shipped))('is a site of the lab alone', async () => {
  const files = await readdir(shipped, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.js')))
    expect(await readFile(join(shipped, file), 'utf8'), file).not.toContain('classic/contact');
});
