import { beforeEach, describe, expect, it, vi } from 'vitest';
import { atomic } from '../../lib/sites/atomic';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Rep } from '../lab/crm/rep.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import { openLab, quiet, type Lab } from './lab';

declare const chrome: typeof browser;

/**
 * A rep's day on the real CRM: every rule at least twice, among at least as many things that look like an action.
 * Nothing is looked at before the end, so a late false count has all day to show up.
 */
const patience = { timeout: 20_000 };

describe.each([
  { network: 'a fast network', delay: 0, writeDelay: 0 },
  { network: 'a slow network', delay: 50, writeDelay: 400 },
])('a day of actions and decoys on $network', { concurrent: true }, ({ delay, writeDelay }) => {
  let lab: Lab;
  let rep: Rep;
  let page: Page;
  let sidebar: Sidebar;
  /** What the rep did: kind and rule. */
  let actions: string[];
  /** What the rep did and took back again. */
  let undone: string[];
  /** What looked like an action and was none. */
  let decoys: string[];

  beforeEach(async () => {
    [actions, undone, decoys] = [[], [], []];
    // East of UTC the app itself hides a task as soon as it is done, so nobody could take the tick back.
    lab = await openLab({ timeZone: 'UTC' });
    return () => lab.close();
  });

  it('leaves exactly the labelled actions in the journal', { timeout: 900_000 }, async () => {
    ({ rep, page, sidebar } = await lab.rep());
    page.setDefaultTimeout(30_000);
    await lab.collapse(sidebar);
    Object.assign(lab.crm, { delay, writeDelay });
    await records();
    await notes();
    await plannedTasks();
    await doneTasks();
    await deals();
    await links();
    await otherTab();
    await quiet(page);
    await vi
      .waitFor(async () => expect(await standing()).toEqual(actions.sort()), {
        timeout: 20_000,
        interval: 200,
      })
      .catch(async (error: unknown) => {
        console.error('How the rules’ intents ended:', JSON.stringify(await health()));
        throw error;
      });
    expect(await takenBack()).toEqual(undone);

    const done = (rule: string) => actions.filter((action) => action.endsWith(` ${rule}`)).length;
    const rules = atomic.rules.filter(({ reverses }) => !reverses).map(({ id }) => id);
    expect(rules.filter((rule) => done(rule) < 2)).toEqual([]);
    expect(undone.length).toBeGreaterThanOrEqual(2);
    expect(decoys.length).toBeGreaterThanOrEqual(actions.length);
  });

  const named = ({ kind, rule = 'by hand' }: Action) => `${kind} ${rule}`;
  const standing = async () => (await lab.standing()).map(named).sort();
  const health = () =>
    lab.foothold.ask(
      async (key) => (await chrome.storage.local.get(key))[key],
      `health ${lab.crm.origin}`,
    );
  const takenBack = async () =>
    ((await lab.foothold.journal()) as Action[])
      .filter(({ voidedAt }) => voidedAt !== undefined)
      .map(named);
  const did = (rule: string, ...kinds: string[]) => {
    actions.push(...kinds.map((kind) => `${kind} atomic/${rule}`));
  };
  const decoy = <T>(what: string, act: () => Promise<T>) => {
    decoys.push(what);
    return act();
  };
  const rows = (table: string) => lab.crm.table(table).length;
  /** Waits until the server has so many rows more, and the app has taken note. */
  async function stored(table: string, act: () => Promise<unknown>, more = 1) {
    const before = rows(table);
    await act();
    await vi.waitFor(() => expect(rows(table)).toBe(before + more), patience);
    await quiet(page);
  }

  async function records() {
    for (const last of ['Abara', 'Björk']) {
      await rep.open('#/contacts/create');
      await rep.fillContact({ last });
      await stored('contacts', () => rep.save().click());
      did('contact', 'contact');
      await decoy('back and forward over the form that was saved', async () => {
        await page.goBack();
        await page.goForward();
      });
    }
    await decoy('a contact that is never saved', async () => {
      await rep.fillContact({ last: 'Never' });
      await rep.go('#/contacts');
    });
    await decoy('a company that is never saved', async () => {
      await rep.fillCompany('Never');
      await page.getByRole('button', { name: 'Cancel' }).click();
    });
    await rep.open('#/companies/create');
    await rep.field('name').fill('Half');
    await rep.field('website').fill('not a website');
    await decoy('a save that the form refuses', () => rep.save().click());
    await rep.field('website').fill('half.test');
    await stored('companies', () => rep.save().click());
    did('company', 'company');
    await rep.open('#/companies/create');
    await rep.fillCompany('Double');
    await decoy('the second half of a double click', () =>
      stored('companies', () => rep.save().dblclick()),
    );
    did('company', 'company');
    await rep.open('#/companies/create');
    await rep.fillCompany('Broken');
    lab.crm.failNext('POST', 'companies', 500, 1);
    await decoy('a save that the server cannot take', async () => {
      await rep.save().click();
      await page.locator('[data-sonner-toast][data-type="error"]').waitFor();
    });
    for (const name of ['Inline One', 'Inline Two']) {
      await rep.open('#/contacts/create');
      await decoy('a company that is looked for and left', async () => {
        await rep.searchCompany('Brightwater');
        await page.keyboard.press('Escape');
      });
      await stored('companies', () => rep.createCompanyInline(name));
      did('company-inline', 'company');
    }
    await decoy('a reload', async () => {
      await page.reload();
      await quiet(page);
    });
    await rep.open('#/contacts/create');
    await rep.fillContact({ last: 'Scripted' });
    await decoy('a form that a script saves', () =>
      stored('contacts', () => rep.save().evaluate((button) => (button as HTMLElement).click())),
    );
  }

  async function notes() {
    await rep.open('#/contacts/2/show');
    for (const text of ['First', 'Second']) {
      await decoy('a note that is written and emptied', async () => {
        await rep.fillNote('Never mind');
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.press('Delete');
      });
      await rep.fillNote(text);
      await stored('contactNotes', () => rep.addNote.click());
      did('note', 'note');
    }
    await rep.fillNote('Pressed twice');
    await decoy('the same save twice quickly', () =>
      stored('contactNotes', () => rep.addNote.click({ clickCount: 2, delay: 20 })),
    );
    did('note', 'note');
    // "Voice Note" has no type, so it submits the form, to a server that refuses what is in it.
    await rep.fillNote('By the wrong button');
    await decoy('a button beside the right one', async () => {
      await page.getByRole('button', { name: 'Voice Note' }).click();
      await quiet(page);
    });
    await rep.open('#/contacts/2/show');
    await rep.fillNote('A script clicks');
    await decoy('a note that a script saves by click()', () =>
      stored('contactNotes', () =>
        rep.addNote.evaluate((button) => {
          (button as HTMLElement).click();
        }),
      ),
    );
    await rep.fillNote('A script submits');
    await decoy('a note that a script saves by requestSubmit()', async () => {
      await page
        .locator('form:has(textarea[name="text"])')
        .first()
        .evaluate((form) => {
          (form as HTMLFormElement).requestSubmit();
        });
      await quiet(page);
    });
    await decoy('a note that is written and left', async () => {
      await rep.fillNote('Left behind');
      await rep.go('#/contacts');
    });
    await rep.open('#/companies/2/show');
    await rep.companyNotes();
    await rep.fillNote('On the company');
    await stored('companyNotes', () => rep.addNote.click());
    did('note', 'note');
    await rep.open('#/deals/2/show');
    for (const text of ['On the deal', 'Once more']) {
      await rep.fillNote(text);
      await stored('dealNotes', () => rep.addNote.click());
      did('note', 'note');
    }
  }

  async function plannedTasks() {
    await rep.open('#/contacts/3/show');
    const saveTask = () => rep.dialog.locator('button[type="submit"]').click();
    for (const text of ['Send it', 'Ask again']) {
      await decoy('a task that is called off', async () => {
        await rep.fillTask({ text: 'Called off' });
        await page.keyboard.press('Escape');
      });
      await rep.fillTask({ text });
      await stored('tasks', saveTask);
      did('follow-up', 'follow-up');
    }
    // Enter in a field is a hand too.
    await rep.fillTask({ text: 'By Enter' });
    await rep.dialog.locator('input[type="date"]').focus();
    await stored('tasks', () => page.keyboard.press('Enter'));
    did('follow-up', 'follow-up');
    await rep.fillTask({ text: 'x' });
    await rep.dialog.locator('textarea').fill('');
    await decoy('an empty task that the form refuses', saveTask);
    await page.keyboard.press('Escape');
  }

  async function doneTasks() {
    for (const [type, kind] of [
      ['Call', 'call'],
      ['Email', 'email'],
      ['Follow-up', 'task'],
    ] as const) {
      const task = openTask(type);
      const box = await boxOf(task);
      await decoy('a menu that is opened and closed', async () => {
        await rep.openTaskMenu(task.id);
        await page.keyboard.press('Escape');
      });
      await done(task.id, () => box.click());
      did('task', kind);
    }
    for (const [type, kind] of [
      ['Demo', 'meeting'],
      ['Call', 'call'],
    ] as const) {
      const task = openTask(type);
      const box = await boxOf(task);
      await done(task.id, () => box.click());
      await vi.waitFor(
        async () => expect(await standing()).toHaveLength(actions.length + 1),
        patience,
      );
      await done(task.id, () => box.click(), false);
      undone.push(`${kind} atomic/task`);
    }
    for (const type of ['Email', 'Call']) {
      const task = openTask(type);
      const box = await boxOf(task);
      await decoy('a task that is postponed', async () => {
        await rep.taskMenuItem(task.id, /tomorrow/i);
        await quiet(page);
      });
      await decoy('a box that a script ticks', () =>
        done(task.id, () => box.evaluate((element) => (element as HTMLElement).click())),
      );
    }
    for (const type of ['Call', 'Email']) {
      // Newest first: a page of the table holds 25.
      const task = openTask(type);
      await rep.open('#/tasks?sort=id&order=DESC&page=1&perPage=25&filter={}');
      const row = page.locator('tr', { hasText: task.text });
      await row.hover();
      await done(task.id, () => row.locator('button:has(> svg.lucide-check)').click());
      did('task-in-table', type.toLowerCase());
    }
    for (const type of ['Call', 'Email']) {
      const task = openTask(type);
      await rep.open(`#/tasks/${String(task.id)}/show`);
      const complete = page.getByRole('button', { name: 'Mark complete' });
      lab.crm.failNext('PATCH', 'tasks', 500, 1);
      await decoy('a task that the server cannot complete', async () => {
        await complete.click();
        await quiet(page);
      });
      lab.crm.recover();
      await rep.open(`#/tasks/${String(task.id)}/show`);
      await done(task.id, () => complete.click());
      did('task-on-page', type.toLowerCase());
    }
    for (const type of ['Demo', 'Lunch']) {
      const task = openTask(type);
      await rep.open('#/tasks');
      await page.getByRole('button', { name: 'Kanban' }).click();
      await rep.card(task.id).waitFor();
      await quiet(page);
      await decoy('a card that is dropped where it was', async () => {
        await rep.drag(task.id, 'todo');
        await quiet(page);
      });
      await done(task.id, () => rep.drag(task.id, 'done'));
      did('task-on-board', 'meeting');
    }
    for (const type of ['Meeting', 'Call']) {
      const task = openTask(type);
      await editForm(task);
      await decoy('an edit of a task that leaves it open', async () => {
        await rep.field('text').fill(`${task.text}, reworded`);
        await rep.save().click();
        await rep.dialog.waitFor({ state: 'detached' });
        await quiet(page);
      });
      await editForm(task);
      await rep.pick('in_progress', 'done');
      await done(task.id, () => savedForm());
      did('task-by-form', type.toLowerCase());
    }
  }

  /** Saves the form of a dialog, and waits until it has closed: the page behind it has forms as well. */
  async function savedForm() {
    const button = await rep.save().elementHandle();
    await rep.save().click();
    await button.waitForElementState('hidden');
  }

  /** The form is filled anew when the task has been read, and forgets what was typed before. */
  async function editForm(task: ReturnType<typeof openTask>) {
    await boxOf(task);
    await rep.editTask(task.id);
    await quiet(page);
  }

  /** An open task of its own contact, so that no list cuts it off. */
  function openTask(type: string) {
    const contacts = lab.crm.table('contacts');
    const tasks = lab.crm.table('tasks');
    const contact = Math.max(...contacts.map((row) => row.id)) + 1;
    contacts.push({ ...contacts[0], id: contact });
    const id = Math.max(...tasks.map((row) => row.id)) + 1;
    const text = `Task ${String(id)}`;
    const due_date = new Date().toISOString().slice(0, 10);
    const state = { done_date: null, status: 'todo', due_date, index: -id };
    tasks.push({ ...tasks[0], ...state, id, type, text, contact_id: contact });
    return { id, text, contact };
  }

  async function boxOf({ id, contact }: ReturnType<typeof openTask>) {
    await rep.open(`#/contacts/${String(contact)}/show`);
    return rep.box(id);
  }

  /** Waits until the server has the task done, or open again, and the app has taken note. */
  async function done(id: number, act: () => Promise<unknown>, isDone = true) {
    await act();
    await vi.waitFor(() => {
      const task = lab.crm.table('tasks').find((row) => row.id === id);
      const isOpen = task?.['done_date'] === null && task['status'] !== 'done';
      expect(isOpen).toBe(!isDone);
    }, patience);
    await quiet(page);
  }

  async function deals() {
    for (const name of ['Order one', 'Order two']) {
      await rep.open('#/deals/create');
      await decoy('a deal without its company, which the form refuses', async () => {
        await rep.field('name').fill(name);
        await rep.save().click();
        await page.getByText('Required', { exact: true }).waitFor();
      });
      await rep.open('#/deals/create');
      await rep.fillDeal({ name });
      await stored('deals', () => rep.save().click());
      did('opportunity', 'opportunity');
    }
    await rep.open('#/deals/create');
    await rep.fillDeal({ name: 'Won at once', stage: 'won' });
    await stored('deals', () => rep.save().click());
    did('opportunity', 'opportunity', 'win');
    await rep.open('#/deals/create');
    await decoy('a deal that is called off', async () => {
      await rep.fillDeal({ name: 'Called off' });
      await page.keyboard.press('Escape');
    });

    await rep.open('#/deals');
    await moved(1, 'in-negociation', () => rep.drag(1, 'in-negociation'));
    did('stage-on-board', 'stage');
    await moved(2, 'proposal-sent', () => rep.dragByKeys(2, ['ArrowRight']));
    did('stage-on-board', 'stage');
    await moved(1, 'won', () => rep.drag(1, 'won'));
    did('stage-on-board', 'win');
    for (const id of [3, 4])
      await decoy('a card that is dropped in its own column', async () => {
        await rep.drag(id, String(stageOf(id)));
        await quiet(page);
      });
    await decoy('a card that Escape puts back', async () => {
      await rep.dragByKeys(3, ['ArrowRight'], 'Escape');
      await quiet(page);
    });
    lab.crm.failNext('PATCH', 'deals', 500, 99);
    await decoy('a move that the server refuses', async () => {
      await rep.drag(3, 'lost');
      await quiet(page, 1200);
    });
    lab.crm.recover();
    for (const stage of ['proposal-sent', 'in-negociation', 'won']) {
      await rep.open('#/deals');
      await rep.editDeal(4);
      await decoy('a stage that is chosen and not saved', async () => {
        await rep.pick('won', 'lost');
        await page.keyboard.press('Escape');
      });
      await rep.open('#/deals');
      await rep.editDeal(4);
      const next = stage === stageOf(4) ? 'delayed' : stage;
      await rep.pick('won', next);
      // A machine that is busy sends what was saved, and closes its form, later than a moment's quiet.
      await moved(4, next, () => savedForm());
      did('stage-by-form', next === 'won' ? 'win' : 'stage');
    }
    await rep.open('#/deals');
    await rep.editDeal(5);
    await decoy('a rename', async () => {
      await rep.field('name').fill('Renamed');
      await rep.save().click();
      await vi.waitFor(
        () =>
          expect(lab.crm.table('deals')).toContainEqual(
            expect.objectContaining({ name: 'Renamed' }),
          ),
        patience,
      );
      await quiet(page);
    });
  }

  const stageOf = (id: number): unknown =>
    lab.crm.table('deals').find((row) => row.id === id)?.['stage'];

  /** Waits until the server has the deal's stage, and the app has taken note. */
  async function moved(id: number, stage: string, move: () => Promise<void>) {
    await move();
    await vi.waitFor(() => expect(stageOf(id)).toBe(stage), patience);
    await quiet(page);
  }

  /** Mail and phone links: nothing can confirm what came of them, so the rep is asked. */
  async function links() {
    await sidebar.click(/^Open/);
    for (const contact of [1, 2, 3]) {
      await rep.open(`#/contacts/${String(contact)}/show`);
      await sidebar.waitFor(/Log/);
      for (const [rule, kind, question, href] of [
        ['mailto', 'email', /Emailed\?/, 'mailto:nia.park@example.com'],
        ['tel', 'call', /Called\?/, 'tel:+12025550101'],
      ] as const) {
        const link = await rep.showLink(href);
        await decoy('a link that a script follows', () =>
          link.evaluate((element) => (element as HTMLElement).click()),
        );
        await link.click();
        await sidebar.waitFor(question);
        if (contact === 3)
          await decoy('a link that nothing came of', () => sidebar.click(/^Not this time$/));
        else {
          await sidebar.click(/^Log it$/);
          did(rule, kind);
        }
        await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(question), patience);
      }
    }
    await lab.collapse(sidebar);
  }

  async function otherTab() {
    const { page: second } = await decoy('a second tab on the same record', () =>
      lab.rep('#/contacts/2/show'),
    );
    await decoy('a record that arrives by refresh', async () => {
      lab.crm.table('contactNotes').push({
        ...lab.crm.table('contactNotes')[0],
        id: 9001,
        contact_id: 2,
        text: 'From a colleague',
      });
      await rep.open('#/contacts/2/show');
      await second.reload();
      await page.getByText('From a colleague').waitFor();
    });
    await second.close();
    await decoy('back and forward over what was done', async () => {
      await page.goBack();
      await page.goForward();
    });
  }
});
