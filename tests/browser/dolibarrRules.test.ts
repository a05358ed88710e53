import { describe, expect, it } from 'vitest';
import type { Action } from '../../lib/domain/action';
import { startDolibarr } from '../pages/dolibarr/server.mjs';
import { describeAskedLinks } from './askedLinks';
import {
  counted,
  describeSixServed,
  itIsFoundByItsMarks,
  nothing,
  type ServedWay,
  useServed,
} from './servedLab';

/** Dolibarr on a domain of its own, from what was seen of it in November 2026. No rule reads a word of it. */
const lab = useServed({ site: 'dolibarr', start: startDolibarr });
const page = () => lab().page;

const fill = (field: string, value = 'Park') => page().locator(`[name="${field}"]`).fill(value);
const card = {
  press: 'input[name="save"]',
  cancel: 'input[name="cancel"]',
  complaint: '.jnotify-notification-error',
} as const;

const newEvent = '/comm/action/card.php?action=create&socid=4&contactid=17';
const event = (code: string, complete: string) => ({
  ...card,
  press: 'input[name="add"]',
  path: newEvent,
  async prepare() {
    await fill('label');
    await page().locator('[name="actioncode"]').selectOption(code);
    await page().locator('[name="complete"]').selectOption(complete);
  },
});
const contact = {
  ...card,
  press: 'input[name="add"]',
  path: '/contact/card.php?socid=4&action=create',
  prepare: () => fill('lastname'),
} as const;
const email = {
  ...card,
  press: 'input[name="sendmail"]:not([id])',
  path: '/contact/card.php?id=17&action=presend',
  prepare: () => fill('message', 'Hello'),
} as const;

const there = encodeURIComponent('/societe/card.php?socid=4');

const ways: readonly ServedWay[] = [
  { ...contact, name: 'a contact', counts: ['contact dolibarr/contact'] },
  {
    ...card,
    name: 'a company',
    counts: ['company dolibarr/company'],
    path: '/societe/card.php?leftmenu=prospects&action=create',
    prepare: () => fill('name'),
  },
  {
    ...card,
    name: 'an opportunity',
    counts: ['opportunity dolibarr/opportunity'],
    path: '/projet/card.php?leftmenu=projects&action=create',
    prepare: () => fill('title'),
  },
  { ...event('AC_TEL', '100'), name: 'a call', counts: ['call dolibarr/event'] },
  { ...email, name: 'an email', counts: ['email dolibarr/email'] },
];

describeSixServed(lab, ways);

describe('a mail or phone link', () => {
  describeAskedLinks(lab, {
    get origin() {
      return lab().app.origin;
    },
    open: () => lab().open('/contact/card.php?id=17'),
    rules: { mailto: 'dolibarr/mailto', tel: 'dolibarr/tel' },
  });
});

it.each([
  ['AC_TEL', '0', 'follow-up dolibarr/event'],
  ['AC_RDV', '50', 'meeting dolibarr/event'],
  ['AC_OTH', '100', 'task dolibarr/event'],
])('counts an event %s at %s as %s', async (code, complete, counts) => {
  const { path, prepare, press } = event(code, complete);
  await lab().open(path);
  await prepare();
  await lab().leadsOn(() => lab().press(press));
  await counted(lab(), [counts]);
  const row = ((await lab().foothold.journal()) as Action[]).at(-1);
  expect(row?.subject).toEqual(expect.any(String));
});

it('counts what was mended after a refusal, from an address that says nothing', async () => {
  await lab().open(newEvent);
  const { prepare, press } = event('AC_TEL', '100');
  await prepare();
  await fill('label', '');
  await lab().leadsOn(() => lab().press(press));
  expect(new URL(page().url()).search).toBe('');
  await prepare();
  await lab().leadsOn(() => lab().press(press));
  await counted(lab(), ['call dolibarr/event']);
  await page().reload();
  await nothing(lab());
});

it('counts what goes back to where the rep came from', async () => {
  await lab().open(`${contact.path}&backtopage=${there}`);
  await contact.prepare();
  await lab().leadsOn(() => lab().press(contact.press));
  expect(page().url()).toMatch(/socid=4$/);
  await counted(lab(), ['contact dolibarr/contact']);
});

it('counts no edit, whatever answers it', async () => {
  for (const path of [
    '/projet/card.php?id=3&action=edit',
    '/comm/action/card.php?id=9&action=edit',
  ]) {
    await lab().open(path);
    await fill(path.startsWith('/projet') ? 'title' : 'label');
    await lab().leadsOn(() => lab().press(card.press));
    await nothing(lab());
  }
  await lab().open(`/comm/action/card.php?id=9&action=edit&backtopage=${there}`);
  await fill('label', '');
  await lab().leadsOn(() => lab().press(card.press));
  // The form is there once more, at the address of a new one.
  await event('AC_TEL', '100').prepare();
  await lab().leadsOn(() => lab().press(card.press));
  expect(page().url()).toMatch(/socid=4$/);
  await nothing(lab());
});

it('counts no colleague added to an event, no project without an opportunity', async () => {
  await lab().open(newEvent);
  await lab().leadsOn(() => lab().press('[name="addassignedtouser"]'));
  await nothing(lab());
  await lab().open('/projet/card.php?action=create');
  await fill('title');
  await page().locator('[name="usage_opportunity"]').uncheck();
  await lab().leadsOn(() => lab().press(card.press));
  await nothing(lab());
});

it('counts no mail without a receiver, and none that a page to sign in at answers', async () => {
  await lab().open(email.path);
  await fill('sendto', '');
  await lab().leadsOn(() => lab().press(email.press));
  await page().locator('.jnotify-notification-warning').waitFor();
  await nothing(lab());
  for (const { path, prepare, press } of [email, contact]) {
    await lab().open(path);
    await prepare();
    lab().app.expire();
    await lab().leadsOn(() => lab().press(press));
    await lab().leadsOn(() => lab().press('#login [type="submit"]'));
    await nothing(lab());
  }
});

it('counts nothing for another record that the rep opens before the answer', async () => {
  await lab().open(contact.path);
  await contact.prepare();
  const link = await lab().aimAt('a[href="/contact/card.php?id=1"]');
  const release = lab().app.hold();
  await lab().leadsOn(async () => {
    await lab().post(contact.press);
    await link();
  });
  release();
  await nothing(lab());
});

it('counts with the worker stopped, and nothing more for steps back and forward', async () => {
  await lab().open(contact.path);
  await contact.prepare();
  await lab().foothold.stopWorker();
  await lab().leadsOn(() => lab().press(contact.press));
  await counted(lab(), ['contact dolibarr/contact']);
  await page().goBack();
  await page().goForward();
  await nothing(lab());
});

itIsFoundByItsMarks(lab, 'dolibarr', { ...contact, counts: ['contact dolibarr/contact'] });
