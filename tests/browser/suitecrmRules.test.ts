import { describe, expect, it } from 'vitest';
import type { Action } from '../../lib/domain/action';
import { startSuiteCrm } from '../pages/suitecrm/server.mjs';
import { describeAskedLinks } from './askedLinks';
import {
  counted,
  describeSixServed,
  itIsFoundByItsMarks,
  nothing,
  type ServedWay,
  useServed,
} from './servedLab';

/** SuiteCRM 7 on a domain of its own, from SITES.md and the vendor's source (November 2026). No rule reads a word of it. */
const lab = useServed({ site: 'suitecrm', start: startSuiteCrm });
const page = () => lab().page;

const from = 'return_module=Contacts&return_action=DetailView&return_id=c-17';
const form = (module: string, state?: string) => ({
  path: `/index.php?module=${module}&action=EditView&${from}`,
  async prepare() {
    await page().locator('[name="name"]').fill('Park');
    const select = page().locator('[name="status"], [name="sales_stage"]');
    if (state) await select.selectOption(state);
  },
  press: '#SAVE_HEADER',
  cancel: '#CANCEL_FOOTER',
  complaint: '.error',
});
const detail = (module: string, record: string) =>
  `/index.php?module=${module}&action=DetailView&record=${record}`;
let serial = 0;
const closing = (module: string) => ({
  // Each counts once ever, so each test has its own.
  path: () => detail(module, `x-${String((serial += 1))}`),
  press: '#close_create_button',
  cancel: '#edit',
  complaint: '.error',
});
const edit = (module: string, record: string) =>
  `/index.php?module=${module}&action=EditView&record=${record}`;
const call = form('Calls', 'Held');
const contact = form('Contacts');

const ways: readonly ServedWay[] = [
  { ...contact, name: 'a contact', counts: ['contact suitecrm/saved'] },
  { ...call, name: 'a call that was made', counts: ['call suitecrm/saved'] },
  {
    ...closing('Calls'),
    name: 'a planned call that was held',
    counts: ['call suitecrm/call-closed'],
  },
  { ...closing('Tasks'), name: 'a task that is done', counts: ['task suitecrm/task-closed'] },
];

describeSixServed(lab, ways);

describe('a mail or phone link', () => {
  describeAskedLinks(lab, {
    get origin() {
      return lab().app.origin;
    },
    open: () => lab().open(detail('Contacts', 'c-17')),
    rules: { mailto: 'suitecrm/mailto', tel: 'suitecrm/tel' },
  });
});

it.each([
  ['Accounts', undefined, ['company suitecrm/saved']],
  ['Leads', undefined, ['lead suitecrm/saved']],
  ['Opportunities', 'Closed Won', ['opportunity suitecrm/saved', 'win suitecrm/saved']],
  ['Calls', 'Planned', ['follow-up suitecrm/saved']],
  ['Meetings', 'Planned', ['meeting suitecrm/saved']],
  ['Notes', undefined, ['note suitecrm/saved']],
])('counts what is new in %s (%s)', async (module, state, counts) => {
  const { path, prepare } = form(module, state);
  await lab().open(path);
  await prepare();
  await lab().leadsOn(() => lab().press('#SAVE_FOOTER'));
  await counted(lab(), counts);
  const row = ((await lab().foothold.journal()) as Action[]).at(-1);
  const isActivity = ['Calls', 'Meetings', 'Notes'].includes(module);
  expect(row?.subject !== undefined).toBe(isActivity);
});

it('counts an edit by what it changes, and no other', async () => {
  const save = () => lab().leadsOn(() => lab().press('#SAVE_HEADER'));
  await lab().open(edit('Opportunities', 'o-1'));
  await page().locator('[name="name"]').fill('Fleet');
  // By hand, before which it was another.
  await page().locator('[name="sales_stage"]').press('n');
  await save();
  await counted(lab(), ['stage suitecrm/saved']);
  for (const module of ['Opportunities', 'Contacts']) {
    await lab().open(edit(module, 'x-1'));
    await page().locator('[name="name"]').fill('Fleet');
    await save();
    await nothing(lab());
  }
});

it('counts nothing that a script found missing, when the rep goes to another record then; and once when it is mended', async () => {
  await lab().open(call.path);
  await lab().press(call.press);
  await page().locator('.validation-message').waitFor();
  // By its address: a link would call it off as well.
  await lab().open(detail('Contacts', 'c-1'));
  await nothing(lab());
  await lab().open(call.path);
  await lab().press(call.press);
  await page().locator('.validation-message').waitFor();
  await call.prepare();
  await lab().leadsOn(() => lab().press(call.press));
  await counted(lab(), ['call suitecrm/saved']);
});

it('counts nothing that may be there already, nor what a page to sign in at answers', async () => {
  await lab().open(contact.path);
  await contact.prepare();
  lab().app.doubting = true;
  await lab().leadsOn(() => lab().press(contact.press));
  lab().app.doubting = false;
  await lab().leadsOn(() => lab().press('nav a'));
  await nothing(lab());
  await lab().open(contact.path);
  await contact.prepare();
  lab().app.expire();
  await lab().leadsOn(() => lab().press(contact.press));
  await lab().leadsOn(() => lab().press('#bigbutton'));
  expect(page().url()).toContain('DetailView');
  await nothing(lab());
});

it('counts nothing that the rep leaves or calls off before the answer', async () => {
  for (const way of ['nav a', '#CANCEL_HEADER']) {
    await lab().open(contact.path);
    await contact.prepare();
    const other = await lab().aimAt(way);
    const release = lab().app.hold();
    await lab().leadsOn(async () => {
      await lab().post(contact.press);
      await other();
    });
    release();
    expect(page().url()).toContain('DetailView');
    await nothing(lab());
  }
});

it('counts with the worker stopped, and nothing more for a reload or steps back and forward', async () => {
  await lab().open(contact.path);
  await contact.prepare();
  await lab().foothold.stopWorker();
  await lab().leadsOn(() => lab().press(contact.press));
  await counted(lab(), ['contact suitecrm/saved']);
  await page().reload();
  await page().goBack();
  await page().goForward();
  await nothing(lab());
});

it('counts each closed once, and shows it', async () => {
  const { path } = closing('Calls');
  const own = path();
  for (const counts of [['call suitecrm/call-closed'], []]) {
    await lab().open(own);
    await lab().leadsOn(() => lab().press('#close_button'));
    await counted(lab(), counts);
  }
  await nothing(lab());
});

itIsFoundByItsMarks(lab, 'suitecrm', { ...contact, counts: ['contact suitecrm/saved'] });
