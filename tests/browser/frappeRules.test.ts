import { describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { describeAskedLinks } from './askedLinks';
import { counted, describeSix, nothing, useSite, type Way } from './siteLab';

declare const chrome: typeof browser;

const origin = 'https://crm.example.com';

/** Frappe CRM on a domain of its own, on a page written from its source and its tests. */
const lab = useSite({
  site: 'frappe',
  origin,
  folder: 'frappe',
  api: /^\/api\/method\//,
  policy: "default-src 'self'",
});
const page = () => lab().page;

const click = (selector: string) => page().locator(selector).click();
const lead = (tab: string) => `/crm/leads/CRM-LEAD-2026-00017#${tab}`;
const deal = (tab: string) => `/crm/deals/CRM-DEAL-2026-00003#${tab}`;

const open = (what: string) => async () => {
  await click(`[data-opens="${what}"]`);
  await page().locator('[role="dialog"] input').fill('Park');
};
const inDialog = (path: string, what: string) => ({
  path,
  prepare: open(what),
  press: '[role="dialog"] .save',
  asks: /POST .*\/frappe\.client\.insert$/,
  cancel: () => click('[role="dialog"] .close'),
});

const write = (box: string) => async () => {
  await page()
    .locator(`[data-test="${box}"]`)
    .evaluate((one) => {
      (one as HTMLElement & { show: (open: boolean) => void }).show(true);
    });
  await click(`[data-test="${box}"] .ProseMirror`);
  await page().keyboard.type('Met at the fair');
};
const composed = (path: string, box: string, asks: RegExp) => ({
  path,
  prepare: write(box),
  press: `[data-test="${box}"] .send`,
  asks,
  cancel: () => click(`[data-test="${box}"] .discard`),
});
const byKey = (box: string) => ({
  gesture: () => page().keyboard.press('Control+Enter'),
  script: () =>
    page()
      .locator(`[data-test="${box}"] .ProseMirror`)
      .evaluate((words) => {
        words.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }),
        );
      }),
});

const drag = (column: string) => () =>
  page()
    .locator('[data-name]')
    .dragTo(page().locator(`[data-column="${column}"]`));
const card = (path: string, column: string, own: string) => ({
  path,
  press: '[data-name]',
  gesture: drag(column),
  script: () =>
    page().evaluate((name) => {
      const { drop } = window as unknown as { drop: (column: Element | null) => void };
      drop(document.querySelector(`[data-column="${name}"]`));
    }, column),
  asks: /POST .*\/frappe\.client\.set_value$/,
  // Back in its own column, which asks the server to keep the order.
  cancel: drag(own),
});

const ways: readonly Way[] = [
  {
    ...inDialog('/crm/deals', 'deal'),
    name: 'a deal',
    counts: ['opportunity frappe/opportunity'],
    asks: /POST .*\.create_deal$/,
  },
  {
    ...inDialog(lead('activity'), 'converted'),
    name: 'a lead that becomes a deal',
    counts: ['opportunity frappe/opportunity'],
    asks: /POST .*\.convert_to_deal$/,
  },
  { ...inDialog('/crm/leads', 'lead'), name: 'a lead', counts: ['lead frappe/lead'] },
  {
    ...inDialog('/crm/contacts', 'contact'),
    name: 'a contact',
    counts: ['contact frappe/contact'],
  },
  {
    ...inDialog('/crm/organizations', 'company'),
    name: 'a company',
    counts: ['company frappe/company'],
  },
  { ...inDialog('/crm/notes', 'note'), name: 'a note in their list', counts: ['note frappe/note'] },
  { ...inDialog(lead('notes'), 'note'), name: 'a note in its tab', counts: ['note frappe/note'] },
  {
    ...inDialog(deal('activity'), 'note'),
    name: 'a note from another tab',
    counts: ['note frappe/note-elsewhere'],
  },
  {
    ...inDialog(deal('tasks'), 'task'),
    name: 'a task in its tab',
    counts: ['follow-up frappe/follow-up'],
  },
  {
    ...inDialog(lead('calls'), 'task'),
    name: 'a task from another tab',
    counts: ['follow-up frappe/follow-up-elsewhere'],
  },
  {
    ...inDialog('/crm/call-logs', 'call'),
    name: 'a call in their list',
    counts: ['call frappe/call'],
  },
  { ...inDialog(deal('calls'), 'call'), name: 'a call in its tab', counts: ['call frappe/call'] },
  {
    ...inDialog(lead('activity'), 'call'),
    name: 'a call from another tab',
    counts: ['call frappe/call-elsewhere'],
  },
  {
    ...composed(lead('activity'), 'email', /POST .*\.email\.make$/),
    name: 'an email',
    counts: ['email frappe/written'],
  },
  {
    ...composed(deal('emails'), 'email', /POST .*\.email\.make$/),
    ...byKey('email'),
    name: 'an email by Ctrl+Enter',
    counts: ['email frappe/written'],
  },
  {
    ...composed(deal('comments'), 'comment', /POST .*\.add_comment$/),
    name: 'a comment',
    counts: ['note frappe/written'],
  },
  {
    ...composed(lead('comments'), 'old', /POST .*\.add_comment$/),
    name: 'a comment of before 2026',
    counts: ['note frappe/written'],
  },
  {
    ...card('/crm/deals/view/kanban', 'Negotiation', 'Qualification'),
    name: 'another stage',
    counts: ['stage frappe/stage-on-board'],
  },
  {
    ...card('/crm/deals/view/kanban', 'Won', 'Qualification'),
    name: 'a win',
    counts: ['win frappe/stage-on-board'],
  },
  {
    ...card('/crm/tasks/view/kanban', 'Done', 'Backlog'),
    name: 'a task that is done',
    counts: ['task frappe/task-on-board'],
  },
];

describeSix(lab, ways);

describe('a mail or phone link', () => {
  describeAskedLinks(lab, {
    origin,
    open: () => lab().open(lead('activity')),
    rules: { mailto: 'frappe/mailto', tel: 'frappe/tel' },
  });
});

it('an edit, what a field beside the tabs makes, and a note on a call are nothing of the tab they are made in', async () => {
  await lab().open(lead('calls'));
  await open('edit')();
  await click('[role="dialog"] .save');
  await lab().asks(/POST .*set_value$/);
  await nothing(lab());
  for (const what of ['industry', 'note of a call']) {
    await lab().open(lead('calls'));
    await open(what)();
    await click('[role="dialog"] .save');
    await lab().asks(/POST .*insert$/);
    await nothing(lab());
  }
  // Awake all along.
  await open('call')();
  await click('[role="dialog"] .save');
  await counted(lab(), ['call frappe/call']);
});

it('a note made in the list of leads is no lead, whichever lead is looked at then', async () => {
  await lab().open('/crm/leads');
  await open('note')();
  await click('[role="dialog"] .save');
  await lab().asks(/POST .*insert$/);
  await page().evaluate(() => {
    history.pushState(null, '', '/crm/leads/CRM-LEAD-2026-00018#notes');
  });
  await nothing(lab());
});

it('a form that is not filled in, and a text that is discarded, are nothing', async () => {
  await lab().open(deal('notes'));
  await click('[data-opens="note"]');
  await click('[role="dialog"] .save');
  await click('[role="dialog"] .close');
  await write('comment')();
  await click('[data-test="comment"] .bold');
  await click('[data-test="comment"] .discard');
  await nothing(lab());
});

it('a board of something else than stages, and a task that is only begun, are nothing', async () => {
  await lab().open('/crm/deals/view/kanban?by=owner');
  await drag('c@d.test')();
  await lab().asks(/POST .*set_value$/);
  await nothing(lab());
  await lab().open('/crm/tasks/view/kanban');
  await drag('Todo')();
  await lab().asks(/POST .*set_value$/);
  await nothing(lab());
  // Awake all along.
  await drag('Done')();
  await counted(lab(), ['task frappe/task-on-board']);
});

it('is found by its marks where its address was added before any page of it was open', async () => {
  const guessed = { origin, site: 'atomic', on: true, guessed: true };
  const sites = () =>
    lab().foothold.ask(async () => (await chrome.storage.local.get('sites'))['sites']);
  await lab().foothold.ask((sites) => chrome.storage.local.set({ sites }), [guessed]);
  await lab().open(lead('activity'));
  await expect.poll(sites, { timeout: 20_000 }).toEqual([{ origin, site: 'frappe', on: true }]);
});
