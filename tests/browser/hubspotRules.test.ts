import { describe, expect, it } from 'vitest';
import { describeAskedLinks } from './askedLinks';
import { counted, describeSix, nothing, useSite, type Way } from './siteLab';

/** HubSpot at its true origin, on a page by other hands than the rules, from SITES.md (November 2026). */
const origin = 'https://app-eu1.hubspot.com';
const lab = useSite({
  site: 'hubspot',
  origin,
  folder: 'hubspot',
  api: /^\/api\//,
  policy: "default-src 'self'; script-src 'self'",
});
const page = () => lab().page;
const click = (selector: string) => page().locator(selector).click();

const contact = '/contacts/00000000/record/0-1/1';
const save = '[data-test-id="activity-creator-window-footer-save-button"]';
const close = '[role="dialog"] [data-lab-close]';
/** Some composers are drawn in a frame. */
const inFrame = (selector: string) => page().frameLocator('iframe').locator(selector);
const opener = (engagement: string) => `[data-test-id="create-engagement-${engagement}-button"]`;

const logged = (engagement: string, counts: string, lang: string): Way => ({
  name: `a ${engagement}, in ${lang}`,
  counts: [counts],
  path: `${contact}?lang=${lang}`,
  prepare: () => click(opener(engagement)),
  press: save,
  asks: /POST \/api\/engagements/,
  cancel: () => click(close),
});

const ways: readonly Way[] = [
  logged('note', 'note hubspot/note', 'en'),
  logged('email', 'email hubspot/email', 'de'),
  logged('call', 'call hubspot/call', 'es'),
  logged('task', 'follow-up hubspot/follow-up', 'en'),
  logged('meeting', 'meeting hubspot/meeting', 'de'),
  {
    ...logged('call', 'call hubspot/call', 'de'),
    name: 'a call, in a frame of the same origin',
    path: `${contact}?lang=de&frame`,
    press: save,
    // The second press of a double one comes while the button takes none.
    gesture: () => inFrame(save).click({ force: true }),
    script: () =>
      inFrame(save).evaluate((button) => {
        (button as HTMLElement).click();
      }),
    cancel: () => inFrame(close).click(),
  },
];

describeSix(lab, ways);

describe('a mail or phone link', () => {
  describeAskedLinks(lab, {
    origin,
    open: () => lab().open(contact),
    rules: { mailto: 'hubspot/mailto', tel: 'hubspot/tel' },
  });
});

it('counts what the window was opened for last', async () => {
  await lab().open(contact);
  await click(opener('call'));
  await click(opener('note'));
  await click(save);
  await counted(lab(), ['note hubspot/note']);
});

it('counts nothing that was refused, also when the window is closed then', async () => {
  await lab().open(contact);
  await click(opener('call'));
  lab().answers('refused');
  await click(save);
  await page().locator('.private-floating-alert').waitFor();
  await click(close);
  await nothing(lab());
});

it('counts nothing that was refused when the rep goes to another record then', async () => {
  await lab().open(contact);
  await click(opener('call'));
  lab().answers('refused');
  await click(save);
  await page().locator('.private-floating-alert').waitFor();
  await page().evaluate(
    (path) => {
      history.pushState({}, '', path);
      document.querySelector('[role="dialog"]')?.remove();
    },
    contact.replace(/1$/, '2'),
  );
  await nothing(lab());
});

it('draws nothing into a composer’s frame', async () => {
  await lab().open(`${contact}?frame`);
  await click(opener('note'));
  await inFrame(save).waitFor();
  expect(await page().locator('html > div').count()).toBe(1);
  expect(await inFrame('html > div').count()).toBe(0);
  await inFrame(save).click();
  await counted(lab(), ['note hubspot/note']);
});

it('counts neither of two that stand open side by side', async () => {
  await lab().open(contact);
  await click(opener('call'));
  await page().evaluate(() => {
    const first = document.querySelector('[role="dialog"]');
    const second = first?.cloneNode(true) as HTMLElement;
    second.style.translate = '-110%';
    first?.after(second);
  });
  await click(`${save} >> nth=0`);
  await lab().asks(/POST \/api\/engagements/);
  await nothing(lab());
});

it('counts nothing that was put away before the answer, whatever is said then', async () => {
  await lab().open(contact);
  await click(opener('call'));
  lab().answers('never');
  await click(save);
  await click('[role="dialog"] [data-lab-minimise]');
  lab().answers('well');
  await click('[data-case="breeze-send"]');
  await nothing(lab());
});

it('counts neither what the assistant is asked nor a stage that is set in the sidebar', async () => {
  await lab().open(contact);
  await click(opener('call'));
  await click(close);
  await click('[data-case="breeze-send"]');
  await click('[data-case="deal-stage"]');
  await click('[data-case="deal-stage-save"]');
  await lab().asks(/POST \/api\/properties/);
  await nothing(lab());
});
