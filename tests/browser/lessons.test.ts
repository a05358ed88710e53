import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Rep } from '../lab/crm/rep.mjs';
import { Popup } from '../lab/popup.mjs';
import { SidePanel } from '../lab/sidePanel.mjs';
import { quiet, useLab } from './lab';
import { teacherOn } from './teacher';

declare const chrome: typeof browser;

/** How a lesson begins, what keeps it from that, and what it survives; on the real CRM, Foothold's rules for it off. */
const lab = useLab();
let rep: Rep;
let page: Page;
let panel: SidePanel;
let teacher: Awaited<ReturnType<typeof teacherOn>>;

const turnOn = () =>
  lab().foothold.ask(async (origin) => {
    await chrome.storage.local.set({ sites: [{ origin, site: 'other', on: true }] });
  }, lab().crm.origin);

beforeAll(async () => {
  await turnOn();
  const there = await lab().rep('#/contacts/1/show');
  ({ rep, page } = there);
  teacher = await teacherOn(lab().foothold, page);
  await there.sidebar.waitFor(/One-click logging on/);
  await lab().collapse(there.sidebar);
  const popup = await lab().foothold.open('popup.html');
  await popup.getByRole('button', { name: 'Open beside the page' }).click();
  panel = await SidePanel.open(lab().foothold.context);
  if (!popup.isClosed()) await popup.close();
  await page.bringToFront();
});

afterAll(() => page.close());

async function note(text: string) {
  await rep.fillNote(text);
  await rep.addNote.click();
}

async function isCounted(text: string) {
  await lab().news();
  await note(text);
  await vi.waitFor(async () => expect(await lab().news()).toEqual(['note']), { timeout: 10_000 });
  await quiet(page, 1000);
  expect(await lab().news()).toEqual([]);
}

const forget = () => lab().foothold.ask(() => chrome.storage.local.remove('taught'));

it('begins from the side panel, and what it teaches counts', async () => {
  await panel.waitFor(/One-click logging on/);
  await panel.click(/^Count a button here$/);
  await teacher.begun();
  await teacher.goOn(rep.addNote, /^Note$/, () => note('Taught'));
  await isCounted('Counted');
  await forget();
});

it('is not lost when the worker is stopped between pointing, doing and saving', async () => {
  let stopped = 0;
  const stop = async () => {
    stopped += await lab().foothold.killWorker();
  };
  await page.bringToFront();
  await teacher.begin();
  await teacher.goOn(rep.addNote, /^Note$/, () => note('Taught'), stop);
  await stop();
  // The browser wakes it for what the lesson asks of it.
  expect(stopped).toBeGreaterThan(1);
  await isCounted('Counted by another worker');
  await forget();
});

it('says where nothing in the address tells a record from others, on the card and in the options', async () => {
  const person = await lab().foothold.context.newPage();
  await person.route('**/people/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<button id="call">Call</button><p role="alert"></p>
        <script>
          const say = document.querySelector('p');
          document.querySelector('button').onclick = () => { say.textContent = 'Called ' + Date.now() };
        </script>`,
    }),
  );
  const there = await teacherOn(lab().foothold, person);
  const button = person.locator('#call');
  const teach = async (path: string) => {
    await person.goto(`${lab().crm.origin}${path}`);
    return (await there.teach(button, /^Call$/, () => button.click())).learnt;
  };
  const alone = 'It counts at this address alone';
  expect(await teach('/people/nora-park')).toContain(alone);
  expect(await teach('/people/17')).not.toContain(alone);
  await person.close();
  const options = await lab().foothold.open('options.html');
  const list = options.getByRole('group', { name: 'Buttons you taught' });
  await list.getByText('/people/nora-park').waitFor();
  expect(await list.getByText('This address alone').count()).toBe(1);
  await options.close();
  await forget();
});

it('is not begun on a page that the browser keeps to itself, and popup and side panel say so', async () => {
  const file = await lab().foothold.context.newPage();
  await file.route('**/offer.txt', (route) =>
    route.fulfill({ contentType: 'text/plain', body: 'Our offer' }),
  );
  await file.goto(`${lab().crm.origin}/offer.txt`);
  const popup = await Popup.over(lab().foothold, file);
  await popup.click(/^Count a button here$/);
  await popup.waitFor(/The browser keeps this page to itself, so no button can be taught here/);
  await popup.close();

  await file.bringToFront();
  await panel.click(/^Count a button here$/);
  await panel.waitFor(/The browser keeps this page to itself, so no button can be taught here/);

  await file.goto('chrome://version');
  const over = await Popup.over(lab().foothold, file);
  // Whoever opens the popup for the day is told nothing that was not asked.
  expect(await over.waitFor(/Next foothold/)).not.toMatch(/Count a button|keeps this page/);
  await over.close();
  await file.close();
});

it('is not begun in a page that Foothold has not reached, and the popup says what to do', async () => {
  await lab().foothold.ask(() => chrome.scripting.unregisterContentScripts());
  await page.reload();
  await page.waitForLoadState('networkidle');
  const popup = await Popup.over(lab().foothold, page);
  await popup.click(/^Count a button here$/);
  await popup.waitFor(/Foothold is not in this page yet\. Reload the page and try again/);
  await popup.close();
  await turnOn();
});
