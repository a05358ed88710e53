import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Rep } from '../lab/crm/rep.mjs';
import { openLab, quiet, type Lab } from './lab';

/**
 * A rep's day on the real CRM: every action at least twice, among at least as many things that look like one. Nothing
 * is looked at in between, so a late false count has all day to show up.
 */
const expected = [
  ...['contact', 'contact'],
  ...['company', 'company', 'company', 'company'],
  ...['opportunity', 'opportunity', 'opportunity', 'win'],
  ...['note', 'note', 'note', 'note', 'note'],
  ...['follow-up', 'follow-up', 'follow-up'],
  ...['call', 'call', 'email', 'task'],
  ...['stage', 'stage', 'stage', 'stage'],
  ...['win', 'win'],
].sort();

const patience = { timeout: 20_000 };

describe.each([
  { network: 'a fast network', delay: 0 },
  { network: 'a slow network', delay: 450 },
])('a day of actions and decoys on $network', ({ delay }) => {
  /** Longer than an answer takes: one that was asked for before the wait began is waited for, too. */
  const calm = delay + 400;
  let lab: Lab;
  let rep: Rep;
  let page: Page;

  beforeEach(async () => {
    // East of UTC the app itself hides a task as soon as it is done, so nobody could take the tick back.
    lab = await openLab({ timeZone: 'UTC' });
    return () => lab.close();
  });

  it('leaves exactly the labelled actions in the journal', { timeout: 600_000 }, async () => {
    const tab = await lab.rep();
    ({ rep, page } = tab);
    page.setDefaultTimeout(30_000);
    await lab.collapse(tab.sidebar);
    lab.crm.delay = delay;
    await records();
    await notes();
    await tasks();
    await deals();
    await otherTab();
    await quiet(page, calm);
    await vi.waitFor(async () => expect(await kinds()).toEqual(expected), {
      timeout: 20_000,
      interval: 200,
    });
  });

  const kinds = async () => (await lab.standing()).map(({ kind }) => kind).sort();
  const rows = (table: string) => lab.crm.table(table).length;
  /** Waits until the server has so many rows more, and the app has taken note. */
  async function stored(table: string, act: () => Promise<unknown>, more = 1) {
    const before = rows(table);
    await act();
    await vi.waitFor(() => expect(rows(table)).toBe(before + more), patience);
    await quiet(page, calm);
  }

  async function records() {
    for (const last of ['Abara', 'Björk']) {
      await rep.open('#/contacts/create');
      await rep.fillContact({ last });
      await stored('contacts', () => rep.save().click());
    }
    // Composer opened and cancelled.
    await rep.open('#/contacts/create');
    await rep.fillContact({ last: 'Never' });
    await rep.go('#/contacts');
    // Back and forward over the form that was saved.
    await page.goBack();
    await page.goForward();
    // Validation failure, mended and saved: one company.
    await rep.open('#/companies/create');
    await rep.field('name').fill('Half');
    await rep.field('website').fill('not a website');
    await rep.save().click();
    await rep.field('website').fill('half.test');
    await stored('companies', () => rep.save().click());
    // A double click: one company.
    await rep.open('#/companies/create');
    await rep.fillCompany('Double');
    await stored('companies', () => rep.save().dblclick());
    // A server error, then nothing.
    await rep.open('#/companies/create');
    await rep.fillCompany('Broken');
    lab.crm.failNext('POST', 'companies', 500, 1);
    await rep.save().click();
    await page.locator('[data-sonner-toast][data-type="error"]').waitFor();
    // From within another form, twice.
    for (const name of ['Inline One', 'Inline Two']) {
      await rep.open('#/contacts/create');
      await stored('companies', () => rep.createCompanyInline(name));
    }
    // Reload: the journal must not grow.
    await page.reload();
    await quiet(page, calm);
  }

  async function notes() {
    await rep.open('#/contacts/2/show');
    for (const text of ['First', 'Second']) {
      await rep.fillNote(text);
      await stored('contactNotes', () => rep.addNote.click());
    }
    // The same save twice quickly: the button is pressed again while the first is on its way.
    await rep.fillNote('Pressed twice');
    await stored('contactNotes', async () => {
      await rep.addNote.click({ clickCount: 2, delay: 20 });
    });
    // "Voice Note" has no type, so it submits the form, to a server that refuses what is in it.
    await rep.fillNote('By the wrong button');
    await page.getByRole('button', { name: 'Voice Note' }).click();
    await quiet(page, calm);
    // Scripts save two notes; no hand did.
    await rep.open('#/contacts/2/show');
    await rep.fillNote('A script clicks');
    await stored('contactNotes', () =>
      rep.addNote.evaluate((button) => {
        (button as HTMLElement).click();
      }),
    );
    await rep.fillNote('A script submits');
    await page
      .locator('form:has(textarea[name="text"])')
      .first()
      .evaluate((form) => {
        (form as HTMLFormElement).requestSubmit();
      });
    await quiet(page, calm);
    // A note written and left.
    await rep.fillNote('Left behind');
    await rep.go('#/contacts');
    await rep.open('#/deals/2/show');
    for (const text of ['On the deal', 'Once more']) {
      await rep.fillNote(text);
      await stored('dealNotes', () => rep.addNote.click());
    }
  }

  async function tasks() {
    await rep.open('#/contacts/3/show');
    for (const text of ['Send it', 'Ask again']) {
      await rep.fillTask({ text });
      await stored('tasks', () => rep.dialog.locator('button[type="submit"]').click());
    }
    // Enter in a field is a hand too.
    await rep.fillTask({ text: 'By Enter' });
    await rep.dialog.locator('input[type="date"]').focus();
    await stored('tasks', () => page.keyboard.press('Enter'));
    // Opened and cancelled; saved empty and cancelled.
    await rep.fillTask({ text: 'Cancelled' });
    await page.keyboard.press('Escape');
    await rep.fillTask({ text: 'x' });
    await rep.dialog.locator('textarea').fill('');
    await rep.dialog.locator('button[type="submit"]').click();
    await page.keyboard.press('Escape');

    await rep.open('#/');
    const boxes = openBoxes();
    await tick(boxes.Call[0]);
    await tick(boxes.Call[1]);
    await tick(boxes.Email[0]);
    await tick(boxes['Follow-up'][0]);
    // Ticked and unticked again: nothing was completed.
    const id = boxes.Email[1];
    const box = await boxOn(id);
    await box.click();
    await page.locator(`#checkbox-list-label-${String(id)}[aria-checked="true"]`).click();
    await quiet(page, calm);
    const row = lab.crm.table('tasks').find((one) => one['id'] === id);
    expect(row?.['done_date']).toBeNull();
    // Postponed is not done.
    await boxOn(id);
    await rep.taskMenuItem(id, /tomorrow/i);
    await quiet(page, calm);
  }

  /** Open tasks by type, put on contacts of their own so that no list cuts them off. */
  function openBoxes() {
    const contacts = lab.crm.table('contacts');
    const all = lab.crm.table('tasks');
    const make = (type: string) => {
      const contact_id = Math.max(...contacts.map((row) => row.id)) + 1;
      contacts.push({ ...contacts[0], id: contact_id });
      const id = Math.max(...all.map((row) => row.id)) + 1;
      const due_date = new Date().toISOString().slice(0, 10);
      all.push({ ...all[0], id, contact_id, type, due_date, done_date: null, status: 'todo' });
      return id;
    };
    const two = (type: string) => [make(type), make(type)] as const;
    return { Call: two('Call'), Email: two('Email'), 'Follow-up': two('Follow-up') };
  }

  async function boxOn(id: number) {
    const task = lab.crm.table('tasks').find((row) => row.id === id);
    const contact: unknown = task?.['contact_id'];
    await rep.open(`#/contacts/${String(contact)}/show`);
    return rep.box(id);
  }

  async function tick(id: number) {
    const box = await boxOn(id);
    await box.click();
    await vi.waitFor(() => {
      const row = lab.crm.table('tasks').find((one) => one['id'] === id);
      expect(row?.['done_date']).not.toBeNull();
    }, patience);
    await quiet(page, calm);
  }

  async function deals() {
    for (const name of ['Order one', 'Order two']) {
      await rep.open('#/deals/create');
      await rep.fillDeal({ name });
      await stored('deals', () => rep.save().click());
    }
    await rep.open('#/deals/create');
    await rep.fillDeal({ name: 'Won at once', stage: 'won' });
    await stored('deals', () => rep.save().click());
    // Composer opened and cancelled.
    await rep.open('#/deals/create');
    await rep.fillDeal({ name: 'Cancelled' });
    await page.keyboard.press('Escape');

    await rep.open('#/deals');
    await moved(1, 'in-negociation', () => rep.drag(1, 'in-negociation'));
    await moved(2, 'proposal-sent', () => rep.dragByKeys(2, ['ArrowRight']));
    await moved(1, 'won', () => rep.drag(1, 'won'));
    // Dropped in the same column, put back by Escape, refused by the server.
    await rep.drag(3, String(stageOf(3)));
    await quiet(page, calm);
    await rep.dragByKeys(3, ['ArrowRight'], 'Escape');
    await quiet(page, calm);
    lab.crm.failNext('PATCH', 'deals', 500, 99);
    await rep.drag(3, 'lost');
    await quiet(page, 1200);
    lab.crm.recover();
    // By form: stage twice, won once; a rename is no stage.
    for (const stage of ['proposal-sent', 'in-negociation', 'won']) {
      await rep.open('#/deals');
      await rep.editDeal(4);
      const next = stage === stageOf(4) ? 'delayed' : stage;
      await rep.pick('won', next);
      // A machine that is busy sends what was saved later than a moment's quiet.
      await moved(4, next, () => rep.save().click());
    }
    await rep.open('#/deals');
    await rep.editDeal(5);
    await rep.field('name').fill('Renamed');
    await rep.save().click();
    await vi.waitFor(
      () =>
        expect(lab.crm.table('deals')).toContainEqual(expect.objectContaining({ name: 'Renamed' })),
      patience,
    );
    await quiet(page, calm);
  }

  const stageOf = (id: number): unknown =>
    lab.crm.table('deals').find((row) => row.id === id)?.['stage'];

  /** Waits until the server has the deal's stage, and the app has taken note. */
  async function moved(id: number, stage: string, move: () => Promise<void>) {
    await move();
    await vi.waitFor(() => expect(stageOf(id)).toBe(stage), patience);
    await quiet(page, calm);
  }

  async function otherTab() {
    // A second tab on the same record adds nothing, and what a colleague saved arrives by refresh.
    const second = await lab.rep('#/contacts/2/show');
    lab.crm.table('contactNotes').push({
      ...lab.crm.table('contactNotes')[0],
      id: 9001,
      contact_id: 2,
      text: 'From a colleague',
    });
    await rep.open('#/contacts/2/show');
    await second.page.reload();
    await page.getByText('From a colleague').waitFor();
    await second.page.close();
    await page.goBack();
    await page.goForward();
  }
});
