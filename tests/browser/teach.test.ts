import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { axeOnPage } from '../lab/axe.mjs';
import type { Rep } from '../lab/crm/rep.mjs';
import { ExtensionsPage } from '../lab/extensionsPage.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { TaughtRule } from '../../lib/domain/taughtRule';
import { quiet, useLab } from './lab';
import { teacherOn } from './teacher';

declare const chrome: typeof browser;

/**
 * The rep teaches three buttons of a real CRM by pointing at them, and they are counted from then on. Foothold's own
 * rules for that CRM are switched off: its address is said to be some other page.
 */
const lab = useLab();
let rep: Rep;
let page: Page;
let sidebar: Sidebar;
let card: Sidebar;
let teacher: Awaited<ReturnType<typeof teacherOn>>;

beforeAll(async () => {
  await lab().foothold.ask(async (origin) => {
    await chrome.storage.local.set({ sites: [{ origin, site: 'other', on: true }] });
  }, lab().crm.origin);
  ({ rep, page, sidebar } = await lab().rep('#/contacts/1/show'));
  teacher = await teacherOn(lab().foothold, page);
  ({ card } = teacher);
  await sidebar.waitFor(/One-click logging on/);
  await lab().collapse(sidebar);
});

afterAll(() => page.close());

const taught = () =>
  lab().foothold.ask(
    async () => ((await chrome.storage.local.get('taught'))['taught'] ?? []) as TaughtRule[],
  );

/** What comes after is counted; what was done to teach it is not. */
async function counts(kinds: readonly string[]) {
  await comes(...kinds);
  await quiet(page, 1500);
  expect(await news()).toEqual(kinds);
}
/** It is there, and nothing else. */
async function comes(...kinds: string[]) {
  await vi.waitFor(async () => expect(await news()).toEqual(kinds), { timeout: 10_000 });
}
let seen: string[] = [];
async function news(): Promise<readonly string[]> {
  seen = [...seen, ...(await lab().news())];
  return seen;
}
async function fresh() {
  await quiet(page);
  await lab().news();
  seen = [];
}

async function note(text: string) {
  await rep.fillNote(text);
  await rep.addNote.click();
}

/** A deal's form, open in its dialog. */
async function openDeal(id: number) {
  await rep.open('#/deals');
  await rep.editDeal(id);
  await page.waitForLoadState('networkidle');
}

it('teaches a note by pointer, and the note that taught it is not counted', async () => {
  await fresh();
  await teacher.teach(rep.addNote, /^Note$/, () => note('Taught'));
  expect(await taught()).toMatchObject([
    { kind: 'note', on: true, origin: lab().crm.origin, beside: ['text', 'date', 'attachments'] },
  ]);
  await counts([]);
  await note('Counted');
  await counts(['note']);
});

it('counts it on another record and after a reload', async () => {
  await fresh();
  await rep.go('#/contacts/2/show');
  await page.waitForLoadState('networkidle');
  await note('On another record');
  await counts(['note']);
  await page.reload();
  await page.waitForLoadState('networkidle');
  await note('After a reload');
  await counts(['note', 'note']);
});

it('counts no note that the server refuses, none that was not added, and none by a script', async () => {
  await fresh();
  await page.route('**/rest/v1/contactNotes**', (route) =>
    route.fulfill({ status: 500, json: {} }),
  );
  await note('Refused');
  await quiet(page);
  await page.unroute('**/rest/v1/contactNotes**');
  await rep.open('#/contacts/1/show');
  await rep.fillNote('Never added');
  await rep.go('#/contacts/2/show');
  await page.waitForLoadState('networkidle');
  await rep.fillNote('By a script');
  await rep.addNote.evaluate((button: HTMLElement) => {
    button.click();
  });
  await counts([]);
});

it('teaches a call in a dialog, and counts the one that taught it when the rep says so', async () => {
  await fresh();
  await rep.open('#/contacts/1/show');
  await rep.fillTask({ text: 'Called about the offer', type: 'Call' });
  await teacher.begin();
  await teacher.pointAt(rep.save());
  await card.click(/^Call$/);
  await card.waitFor(/Now do it once/);
  await rep.save().click();
  await card.waitFor(/The form or dialog closes/, 25_000);
  await card.click(/^Count it from now on$/);
  await card.waitFor(/Counted from now on: Call/);
  await card.click(/^Count this one, too$/);
  await card.waitFor(/Counted\.$/);
  await card.click(/^Close$/);
  await counts(['call']);
  await rep.fillTask({ text: 'Called again', type: 'Call' });
  await rep.save().click();
  await counts(['call', 'call']);
});

it('counts no call that was called off, and none that the form refuses', async () => {
  await fresh();
  await rep.fillTask({ text: 'Never made', type: 'Call' });
  await page.keyboard.press('Escape');
  await rep.dialog.waitFor({ state: 'detached' });
  await rep.fillTask({ text: '', type: 'Call' });
  await rep.save().click();
  await quiet(page);
  await page.keyboard.press('Escape');
  await counts([]);
});

it('teaches a change of stage', async () => {
  await fresh();
  await openDeal(1);
  const { proposed } = await teacher.teach(rep.save(), /^Stage move$/, async () => {
    await rep.pick('won', 'in-negociation');
    await rep.save().click();
  });
  expect(proposed).toContain('every save of it will count');
  await openDeal(2);
  await rep.pick('won', 'in-negociation');
  await rep.save().click();
  await counts(['stage']);
});

describe('a day on what was taught alone', () => {
  const contact = '#/contacts/4/show';
  const saved = async () => {
    await rep.save().click();
    await quiet(page);
  };
  async function call(text: string) {
    await rep.fillTask({ text, type: 'Call' });
    await saved();
  }

  it('counts what was done: a contact, a note, a call, a deal that is won, one that is lost, and each of a double click once', async () => {
    await rep.fillContact({ first: 'Ada' });
    await teacher.teach(rep.save(), /^Contact$/, () => rep.save().click());
    await rep.fillDeal({ name: 'Ada’s order' });
    await teacher.teach(rep.save(), /^Opportunity$/, () => rep.save().click());
    await fresh();
    await rep.fillContact({ first: 'Ben' });
    await saved();
    await comes('contact');
    await rep.open(contact);
    await note('Met at the fair');
    await comes('contact', 'note');
    await quiet(page);
    await call('Called about the fair');
    await comes('contact', 'note', 'call');
    await rep.fillNote('Double');
    await rep.addNote.dblclick();
    await comes('contact', 'note', 'call', 'note');
    await quiet(page);
    await rep.fillTask({ text: 'Double', type: 'Call' });
    await rep.save().dblclick();
    await comes('contact', 'note', 'call', 'note', 'call');
    await quiet(page);
    const day = ['contact', 'note', 'call', 'note', 'call'];
    await rep.fillDeal({ name: 'Ben’s order' });
    await saved();
    await comes(...day, 'opportunity');
    const won = Number(lab().crm.table('deals').at(-1)?.id);
    const moves = [
      [won, 'in-negociation'],
      [won, 'won'],
      [3, 'lost'],
    ] as const;
    for (const [index, [deal, stage]] of moves.entries()) {
      await openDeal(deal);
      await rep.pick('won', stage);
      await saved();
      await comes(...day, 'opportunity', ...Array<string>(index + 1).fill('stage'));
    }
    await counts([...day, 'opportunity', 'stage', 'stage', 'stage']);
  });

  it('counts nothing that was called off, that the form or the server refused, or that was there already', async () => {
    const { crm } = lab();
    const rows = (table: string) => crm.table(table).length;
    const before = ['contacts', 'contactNotes', 'tasks'].map(rows);
    await fresh();
    // Called off.
    await rep.fillContact({ first: 'Cleo' });
    await rep.go(contact);
    await rep.fillTask({ text: 'Never made', type: 'Call' });
    await page.keyboard.press('Escape');
    await rep.dialog.waitFor({ state: 'detached' });
    await openDeal(4);
    await page.keyboard.press('Escape');
    await rep.dialog.waitFor({ state: 'detached' });
    // The form will not have it.
    await rep.fillContact({ first: '', last: 'Cleo' });
    await saved();
    await openDeal(4);
    await rep.field('name').fill('');
    await saved();
    // Nor the server.
    for (const [method, table] of [
      ['POST', 'contacts'],
      ['POST', 'contactNotes'],
      ['POST', 'tasks'],
      ['PATCH', 'deals'],
    ] as const)
      crm.failNext(method, table, 500, 99);
    await rep.open(contact);
    await note('Lost');
    await quiet(page);
    await call('Lost');
    await openDeal(5);
    await rep.pick('won', 'in-negociation');
    await saved();
    await rep.fillContact({ first: 'Lost' });
    await saved();
    crm.recover();
    // What is there already is changed.
    await rep.open(contact);
    const task = (words: string) => crm.table('tasks').find(({ text }) => text === words);
    await rep.editTask(task('Called about the fair')?.id);
    // A form that is drawn again meanwhile has forgotten what was typed, and has nothing to save.
    await vi.waitFor(
      async () => {
        await rep.dialog
          .locator('textarea[name="text"]')
          .fill('Called about the spring fair', { timeout: 2000 });
        await rep.save().click({ timeout: 2000 });
      },
      { timeout: 15_000 },
    );
    await quiet(page);
    // The app keeps it back for as long as it can be undone.
    await vi.waitFor(() => expect(task('Called about the spring fair')).toBeDefined(), {
      timeout: 10_000,
    });
    expect(['contacts', 'contactNotes', 'tasks'].map(rows)).toEqual(before);
    await counts([]);
  });
});

it('is taught by keyboard alone, and Escape leaves', async () => {
  await fresh();
  await rep.open('#/contacts/3/show');
  await rep.fillNote('By keyboard');
  await lab().foothold.ask(() => chrome.storage.local.remove('taught'));
  await teacher.begin();
  await page.keyboard.press('Escape');
  await teacher.gone();
  await teacher.begin();
  await rep.addNote.focus();
  // Wider and back again is the button.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await card.waitFor(/What does it count/);
  // From Call to Note.
  for (let kinds = 0; kinds < 7; kinds += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await card.waitFor(/Now do it once/);
  await rep.addNote.focus();
  await page.keyboard.press('Enter');
  await card.waitFor(/What shows that it worked/, 25_000);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await card.waitFor(/Counted from now on: Note/);
  await card.click(/^Close$/);
  await note('Counted');
  await counts(['note']);
});

describe('in the options', () => {
  let options: Page;
  beforeAll(async () => {
    options = await lab().foothold.open('options.html');
  });
  afterAll(() => options.close());

  const list = () => options.getByRole('group', { name: 'Buttons you taught' });

  it('it is named, told in words, and fits both colour schemes', async () => {
    await list().getByLabel('Name').fill('Notes of mine');
    await list().getByLabel('Name').press('Enter');
    await list().getByText('Notes of mine').waitFor();
    expect(await list().textContent()).toContain('What shows that it worked');
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme });
      expect.soft(await axeOnPage(options), colorScheme).toEqual([]);
      await list().screenshot({ path: `test-results/teach/options-${colorScheme}.png` });
    }
  });

  it('switched off it counts nothing more in the page that is open, and on again it counts', async () => {
    await fresh();
    await page.bringToFront();
    await list().getByRole('checkbox').uncheck();
    await note('Not counted');
    await counts([]);
    await list().getByRole('checkbox').check();
    await vi.waitFor(async () => expect(await taught()).toMatchObject([{ on: true }]));
    await note('Counted again');
    await counts(['note']);
  });

  it('goes into a file and comes back from it, and no other file is taken', async () => {
    await options.bringToFront();
    const coming = options.waitForEvent('download');
    await list().getByRole('button', { name: 'Save to a file' }).click();
    const path = await (await coming).path();
    const before = await taught();
    await list().getByRole('button', { name: 'Remove: Notes of mine' }).click();
    await vi.waitFor(async () => expect(await taught()).toEqual([]));
    const input = list().locator('input[type="file"]');
    await input.setInputFiles(path);
    await list().getByText('1 button added').waitFor();
    expect(await taught()).toEqual(before);
    const file = JSON.parse(await readFile(path, 'utf8')) as { rules: object[] };
    const give = (text: string) =>
      input.setInputFiles({
        name: 'x.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await give(JSON.stringify({ ...file, rules: [{ ...file.rules[0], button: ':has(*)' }] }));
    await list().getByText('Button 1 in the file cannot be taken: button').waitFor();
    await give(
      JSON.stringify({ ...file, rules: Array.from({ length: 101 }, () => file.rules[0]) }),
    );
    await list().getByText('more than 100 buttons').waitFor();
    await give(JSON.stringify({ ...file, rules: [{ ...file.rules[0], run: 'alert(1)' }] }));
    await list().getByText('Button 1 in the file cannot be taken: run').waitFor();
    expect(await taught()).toEqual(before);
  });
});

it('is counted once after an update under the open page', async () => {
  await fresh();
  const extensions = await ExtensionsPage.open(lab().foothold);
  await lab().foothold.leaveDesk();
  await extensions.reload();
  await page.bringToFront();
  await sidebar.waitFor(/./);
  await note('After an update');
  await counts(['note']);
  await extensions.page.close();
});

it('does not teach what Foothold counts already', async () => {
  await lab().foothold.ask(async (origin) => {
    await chrome.storage.local.set({ sites: [{ origin, site: 'atomic', on: true }] });
  }, lab().crm.origin);
  await rep.open('#/contacts/1/show');
  await rep.fillNote('Known');
  await teacher.begin();
  await teacher.pointAt(rep.addNote);
  await card.waitFor(/Foothold counts this button already/);
});

it('is over at once, and leaves nothing, where the site is turned off in the middle', async () => {
  await lab().foothold.ask(() => chrome.storage.local.set({ sites: [] }));
  await teacher.gone();
  await vi.waitFor(async () => expect(await page.locator('html > div').count()).toBe(0));
});
