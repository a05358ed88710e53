import { describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { describeAskedLinks } from './askedLinks';
import { counted, describeSix, nothing, useSite, type Way } from './siteLab';

declare const chrome: typeof browser;

/** Odoo on a domain of its own, from SITES.md and the vendor's source (November 2026). No rule reads a word of it. */
const origin = 'https://erp.example.com';
const lab = useSite({
  site: 'odoo',
  origin,
  folder: 'odoo',
  api: /^\/(?:web\/dataset|mail)\//,
  policy: "default-src 'self'; script-src 'self' 'unsafe-eval'",
});
const page = () => lab().page;
const click = (selector: string) => page().locator(selector).click();

const lead = '/odoo/crm/17';
const send = '.o-mail-Chatter .o-mail-Composer-send';
const input = '.o-mail-Chatter .o-mail-Composer-input';
const compose = (opener: string) => async () => {
  await click(opener);
  await page().locator(input).fill('Hallo');
};
const shows = { done: '.o-selfAuthored, .o_reward', failed: '.o_error_dialog' } as const;

const written = (opener: string) => ({
  path: lead,
  prepare: compose(opener),
  press: send,
  asks: /POST \/mail\/message\/post$/,
  cancel: () => click(opener),
  shows,
});
const completed = (icon: string) => ({
  path: '/web#id=17&model=crm.lead&view_type=form',
  prepare: () => click(`.o-mail-Activity-markDone[data-icon="${icon}"]`),
  press: '.o-mail-ActivityMarkAsDone [aria-label] >> nth=1',
  script: () =>
    page()
      .locator('.o-mail-ActivityMarkAsDone [aria-label] >> nth=1')
      .evaluate((button) => {
        (button as HTMLElement).click();
      }),
  asks: /POST .*\/mail\.activity\/action_feedback$/,
  cancel: () => click('.o-mail-ActivityMarkAsDone button:not([aria-label])'),
  shows,
});
const note = written('.o-mail-Chatter-logNote');

const ways: readonly Way[] = [
  { ...note, name: 'a note', counts: ['note odoo/note'] },
  { ...written('.o-mail-Chatter-sendMessage'), name: 'an email', counts: ['email odoo/email'] },
  { ...completed('fa-phone'), name: 'a call that was made', counts: ['call odoo/call-done'] },
  {
    ...completed('fa-users'),
    name: 'a meeting that was held',
    counts: ['meeting odoo/meeting-done'],
  },
  { ...completed('fa-envelope'), name: 'a mail that was due', counts: ['email odoo/email-done'] },
  { ...completed('fa-tasks'), name: 'a task that is done', counts: ['task odoo/task-done'] },
  {
    name: 'a win',
    counts: ['win odoo/win'],
    path: lead,
    press: '[name="action_set_won_rainbowman"]',
    asks: /POST .*\/call_button\/crm\.lead\/action_set_won_rainbowman$/,
    cancel: () => click('[name="action_set_lost"]'),
    shows,
  },
];

describeSix(lab, ways);

describe('a mail or phone link', () => {
  describeAskedLinks(lab, {
    origin,
    open: () => lab().open(lead),
    rules: { mailto: 'odoo/mailto', tel: 'odoo/tel' },
  });
});

it('counts nothing that a 200 refuses', async () => {
  for (const { prepare, press } of ways) {
    await lab().open(`${lead}?no`);
    await prepare?.();
    await click(press);
    await page().locator(shows.failed).waitFor();
    await nothing(lab(), 450);
  }
});

it('counts what a key opened and a key sent', async () => {
  await lab().open(lead);
  await page().keyboard.press('Alt+Shift+KeyM');
  await page().locator(input).fill('Hallo');
  await page().keyboard.press('Control+Enter');
  await counted(lab(), ['note odoo/note']);
});

it('counts an activity after which the next one is planned', async () => {
  await lab().open(lead);
  await completed('fa-phone').prepare();
  await click('.o-mail-ActivityMarkAsDone [aria-label] >> nth=0');
  await counted(lab(), ['call odoo/call-done']);
});

it('counts the activity whose popover it is', async () => {
  await lab().open(lead);
  await completed('fa-phone').prepare();
  await completed('fa-phone').cancel();
  await completed('fa-users').prepare();
  await click(completed('fa-users').press);
  await counted(lab(), ['meeting odoo/meeting-done']);
});

it('counts neither a chat nor a lead that is lost', async () => {
  await lab().open(lead);
  await click('.o-mail-Chatter-logNote');
  await page().locator('.o-mail-ChatWindow textarea').fill('Hallo');
  await click('.o-mail-ChatWindow .o-mail-Composer-send');
  await lab().asks(note.asks);
  await click('[name="action_set_lost"]');
  await lab().asks(/action_set_lost$/);
  await nothing(lab());
});

it('is found by its marks where its address was added before any page of it was open', async () => {
  const guessed = { origin, site: 'atomic', on: true, guessed: true };
  const sites = () =>
    lab().foothold.ask(async () => (await chrome.storage.local.get('sites'))['sites']);
  await lab().foothold.ask((sites) => chrome.storage.local.set({ sites }), [guessed]);
  await lab().open(lead);
  await expect.poll(sites, { timeout: 20_000 }).toEqual([{ origin, site: 'odoo', on: true }]);
  await lab().open(lead);
  await note.prepare();
  await click(note.press);
  await counted(lab(), ['note odoo/note']);
});
