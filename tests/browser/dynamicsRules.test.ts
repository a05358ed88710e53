import { describe, it } from 'vitest';
import { describeAskedLinks } from './askedLinks';
import { counted, describeSix, nothing, useSite, type Way } from './siteLab';

/** Dynamics 365 at its true origin, on a page from SITES.md and published tests (November 2026). No rule reads a word of it. */
const origin = 'https://acme.crm4.dynamics.com';
const lab = useSite({
  site: 'dynamics',
  origin,
  folder: 'dynamics',
  api: /^\/api\/data\//,
  policy: "default-src 'self'; script-src 'self'",
});
const page = () => lab().page;
const click = (selector: string) => page().locator(selector).click();

const at = (entity: string, more = '') =>
  `/main.aspx?appid=0a1b&pagetype=entityrecord&etn=${entity}&id=0a1b2c3d-0000-4000-8000-000000000001${more}`;
const contact = at('contact');
const save = '[data-id="quickCreateSaveAndCloseBtn"]';
const cancel = '[data-id="quickCreateCancelBtn"]';
const error = '[data-id="errorDialogdialog"]';
const toast = '[data-id="notification-message"]';
const command = (name: string) => `[data-id*="Mscrm.${name}"]`;

const pick = async (type: string) => {
  await click('[id*="notescontrol-action_bar_add_command"]');
  await click(`[id$="flyoutMenuItem_${type}"]`);
};

const plans = (type: string, counts: string, lang = 'en'): Way => ({
  name: `a ${type} that is planned, in ${lang}`,
  counts: [counts],
  path: `${contact}&lang=${lang}`,
  prepare: () => pick(type),
  press: save,
  asks: new RegExp(`POST .*/${type}s$`),
  cancel: () => click(cancel),
  shows: { done: toast, failed: error },
});

const closed = { done: '[data-id="formReadOnlyIcon"]', failed: '[data-id="notificationWrapper"]' };
/** Whoever does not press it goes to another record. */
const away = async () => {
  await page().evaluate((path) => {
    history.pushState({}, '', path);
    document.querySelector('.commands')?.replaceChildren();
  }, contact);
};
const closes = (entity: string, name: string, asks: RegExp, counts: string): Way => ({
  name: `a ${entity} that is done`,
  counts: [counts],
  path: `${at(entity)}&lang=de`,
  press: command(name),
  asks,
  cancel: away,
  shows: closed,
});
const closesDeal = (outcome: 'Won' | 'Lost', asks: RegExp, counts: string): Way => ({
  name: `a deal that is ${outcome.toLowerCase()}`,
  counts: [counts],
  path: at('opportunity'),
  prepare: () => click(command(`Form.opportunity.MarkAs${outcome}`)),
  press: '[data-id="ok_id"]',
  asks,
  cancel: () => click('[data-id="cancel_id"]'),
  shows: { done: closed.done, failed: error },
});

const ways: readonly Way[] = [
  plans('phonecall', 'follow-up dynamics/follow-up'),
  plans('task', 'follow-up dynamics/follow-up', 'de'),
  plans('appointment', 'meeting dynamics/meeting'),
  {
    name: 'a note',
    counts: ['note dynamics/note'],
    path: contact,
    prepare: () => pick('notes'),
    press: '#create_note_add_btn',
    asks: /POST .*\/annotations$/,
    cancel: () => click('#create_note_cancel_btn'),
    shows: { done: '[data-entry] >> nth=1', failed: closed.failed },
  },
  closes(
    'phonecall',
    'SavePrimaryActivityAsComplete',
    /POST .*\/phonecalls$/,
    'call dynamics/call-done',
  ),
  closes('task', 'SavePrimaryActivityAsComplete', /POST .*\/tasks$/, 'task dynamics/task-done'),
  closes('email', 'Form.email.Send', /POST .*\/SendEmail$/, 'email dynamics/email-done'),
  closesDeal('Won', /POST .*\/WinOpportunity$/, 'win dynamics/win'),
  closesDeal('Lost', /POST .*\/LoseOpportunity$/, 'stage dynamics/stage'),
];

describeSix(lab, ways);

describe('a mail or phone link', () => {
  describeAskedLinks(lab, {
    origin,
    open: () => lab().open(contact),
    rules: { mailto: 'dynamics/mailto', tel: 'dynamics/tel' },
  });
});

it('counts what is there already once the rep saves it all the same', async () => {
  await lab().open(`${contact}&double`);
  await pick('task');
  await click(save);
  await click('[data-id="ignore_save"]');
  await counted(lab(), ['follow-up dynamics/follow-up']);
});

it('counts nothing that was refused and thrown away, whatever else is saved then', async () => {
  await lab().open(contact);
  await pick('task');
  lab().answers('refused');
  await click(save);
  await click('[data-id="errorOkButton"]');
  await click(cancel);
  lab().answers('well');
  await click(command('AssignPrimaryRecord'));
  await page().locator(toast).waitFor();
  await nothing(lab());
});

it('counts nothing that was thrown away before the answer, whatever else is saved then', async () => {
  await lab().open(contact);
  await pick('task');
  lab().answers('never');
  await click(save);
  await lab().asks(/POST .*\/tasks$/);
  await click(cancel);
  lab().answers('well');
  await click(command('AssignPrimaryRecord'));
  await page().locator(toast).waitFor();
  await nothing(lab());
});

it('counts no note that was refused, when the timeline is drawn anew then', async () => {
  await lab().open(contact);
  await pick('notes');
  lab().answers('refused');
  await click('#create_note_add_btn');
  await page().locator(closed.failed).waitFor();
  await click('[data-case="refresh"]');
  await click('#create_note_cancel_btn');
  await nothing(lab());
});

it('counts what the form was opened for last', async () => {
  await lab().open(contact);
  await pick('task');
  await pick('appointment');
  await click(save);
  await counted(lab(), ['meeting dynamics/meeting']);
});

it('counts the outcome that the dialog was opened for last', async () => {
  await lab().open(at('opportunity'));
  await click(command('Form.opportunity.MarkAsLost'));
  await click('[data-id="cancel_id"]');
  await click(command('Form.opportunity.MarkAsWon'));
  await click('[data-id="ok_id"]');
  await counted(lab(), ['win dynamics/win']);
});
