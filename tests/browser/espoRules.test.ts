import { describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { describeAskedLinks } from './askedLinks';
import { counted, describeSix, nothing, useSite, type Way } from './siteLab';

declare const chrome: typeof browser;

const origin = 'https://crm.example.com';

/** EspoCRM on a domain of its own, on a page written from what was seen of it in November 2026. */
const lab = useSite({
  site: 'espo',
  origin,
  folder: 'espo',
  api: /^\/api\/v1\//,
  policy: "default-src 'self'; script-src 'self' 'unsafe-eval'",
});
const page = () => lab().page;

let serial = 100_000;
/** A contact of its own for each test, and so are its call and its task. */
const contact = () => `/#Contact/view/64c04ac1000${String((serial += 1))}`;
const click = (selector: string) => page().locator(selector).click();
const away = () => page().evaluate(() => void (location.hash = '#Contact'));

const dialog = (opener: string, status?: string) => async () => {
  await click(opener);
  await page().locator('.modal [data-name="name"]').fill('Park');
  if (status) await page().locator('.modal select').selectOption(status);
};
const inDialog = {
  path: contact,
  press: '.modal [data-name="save"]',
  cancel: () => click('.modal [data-name="cancel"]'),
} as const;
const onPage = (entity: string) => ({
  path: `/#${entity}/create`,
  prepare: () => page().locator('#main [data-name="name"]').fill('Park'),
  press: '[data-action="save"]',
  asks: new RegExp(`POST .*/${entity}$`),
  cancel: () => click('[data-action="cancel"]'),
});

const write = () => page().locator('[data-name="post"]').fill('Met at the fair');
const note = {
  counts: ['note espo/note'],
  path: contact,
  prepare: write,
  press: 'button.post',
  asks: /POST .*\/Note$/,
  cancel: away,
} as const;

const drag = (column: string) => async () => {
  const middle = async (selector: string) => {
    const box = await page().locator(selector).boundingBox();
    if (!box) throw new Error(`nothing to see of ${selector}`);
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  const from = await middle('.item');
  const to = await middle(`td[data-name="${column}"]`);
  await page().mouse.move(...from);
  await page().mouse.down();
  await page().mouse.move(...to, { steps: 5 });
  await page().mouse.up();
};
const card = (column: string) => ({
  path: '/#Opportunity',
  press: '.item',
  gesture: drag(column),
  script: () =>
    page().evaluate((name) => {
      const { drop } = window as unknown as { drop: (column: Element | null) => void };
      drop(document.querySelector(`td[data-name="${name}"]`));
    }, column),
  asks: /PUT .*\/Opportunity\//,
  // Back in its own column, which asks the server to keep the order.
  cancel: drag('Prospecting'),
});

const ways: readonly Way[] = [
  { name: 'a contact', counts: ['contact espo/saved'], ...onPage('Contact') },
  { name: 'a company', counts: ['company espo/saved'], ...onPage('Account') },
  { name: 'a lead', counts: ['lead espo/saved'], ...onPage('Lead') },
  { name: 'an opportunity', counts: ['opportunity espo/saved'], ...onPage('Opportunity') },
  {
    ...inDialog,
    name: 'a call that was made',
    counts: ['call espo/saved'],
    prepare: dialog('[data-name="history"] [data-link="calls"]'),
    asks: /POST .*\/Call$/,
  },
  {
    ...inDialog,
    name: 'a planned call',
    counts: ['follow-up espo/saved'],
    prepare: dialog('[data-name="activities"] [data-link="calls"]'),
    asks: /POST .*\/Call$/,
  },
  {
    ...inDialog,
    name: 'a meeting',
    counts: ['meeting espo/saved'],
    prepare: dialog('[data-name="activities"] [data-link="meetings"]'),
    asks: /POST .*\/Meeting$/,
  },
  {
    ...inDialog,
    name: 'a planned task',
    counts: ['follow-up espo/saved'],
    prepare: dialog('[data-action="createTask"]'),
    asks: /POST .*\/Task$/,
  },
  {
    name: 'an email',
    counts: ['email espo/email'],
    path: contact,
    async prepare() {
      await click('[data-action="composeEmail"]');
      await page().locator('[data-name="to"]').fill('nora@example.com');
    },
    press: '[data-name="send"]',
    asks: /POST .*\/Email$/,
    // By the same request.
    cancel: () => click('[data-name="saveDraft"]'),
  },
  { ...note, name: 'a note' },
  {
    ...note,
    name: 'a note by Ctrl+Enter',
    gesture: () => page().keyboard.press('Control+Enter'),
    script: () =>
      page()
        .locator('[data-name="post"]')
        .evaluate((field) => {
          field.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }),
          );
        }),
  },
  {
    name: 'a planned call that was held',
    counts: ['call espo/call-held'],
    path: contact,
    press: '[data-id^="64ca11"] [data-action="setHeld"]',
    asks: /PUT .*\/Call\//,
    // An update of the same call.
    cancel: () => click('[data-id^="64ca11"] [data-action="setNotHeld"]'),
  },
  {
    name: 'a task that is done',
    counts: ['task espo/task'],
    path: contact,
    press: '[data-id^="647a5c"] [data-action="Complete"]',
    asks: /PUT .*\/Task\//,
    cancel: away,
  },
  { ...card('Negotiation'), name: 'another stage', counts: ['stage espo/stage-on-board'] },
  { ...card('Closed Won'), name: 'a win', counts: ['win espo/stage-on-board'] },
];

describeSix(lab, ways);

describe('a mail or phone link', () => {
  describeAskedLinks(lab, {
    origin,
    open: () => lab().open(contact()),
    rules: { mailto: 'espo/mailto', tel: 'espo/tel' },
  });
});

it('a call not held, a form not valid, a meeting held and a draft are nothing', async () => {
  await lab().open(contact());
  await dialog('[data-name="history"] [data-link="calls"]', 'Not Held')();
  await click(inDialog.press);
  await lab().asks(/POST .*\/Call$/);
  await nothing(lab());
  await click('[data-name="history"] [data-link="calls"]');
  await click(inDialog.press);
  await page().locator('#notification.alert-danger').waitFor();
  await inDialog.cancel();
  await click('[data-id^="64ee71"] [data-action="setHeld"]');
  await lab().asks(/PUT .*\/Meeting\//);
  await nothing(lab());
  // Sent to nobody, and then kept: by the request that sends.
  await click('[data-action="composeEmail"]');
  await click('[data-name="send"]');
  await page().locator('#notification.alert-danger').waitFor();
  await page().locator('[data-name="to"]').fill('nora@example.com');
  await click('[data-name="saveDraft"]');
  await lab().asks(/POST .*\/Email$/);
  await nothing(lab());
  // Awake all along.
  await write();
  await click(note.press);
  await counted(lab(), note.counts);
});

it('an opportunity that is made as won is a win as well', async () => {
  await lab().open('/#Opportunity/create');
  await onPage('Opportunity').prepare();
  await page().locator('select').selectOption('Closed Won');
  await click('[data-action="save"]');
  await counted(lab(), ['opportunity espo/saved', 'win espo/saved']);
  expect(await lab().news()).toEqual([]);
});

it('has its sidebar dressed, although the site allows no style but its own files', async () => {
  await lab().open(contact());
  const sidebar = await lab().foothold.sidebar(page());
  await sidebar.waitFor(/./);
  expect((await sidebar.box())?.width).toBeLessThan(100);
});

it('is found by its marks where its address was added before any page of it was open', async () => {
  const guessed = { origin, site: 'atomic', on: true, guessed: true };
  const sites = () =>
    lab().foothold.ask(async () => (await chrome.storage.local.get('sites'))['sites']);
  await lab().foothold.ask((sites) => chrome.storage.local.set({ sites }), [guessed]);
  await lab().open(contact());
  await expect.poll(sites, { timeout: 20_000 }).toEqual([{ origin, site: 'espo', on: true }]);
  await lab().open(contact());
  await write();
  await click(note.press);
  await counted(lab(), note.counts);
});
