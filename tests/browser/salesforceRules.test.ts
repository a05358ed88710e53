import { describe, expect, it } from 'vitest';
import { describeAskedLinks } from './askedLinks';
import { counted, describeSix, nothing, useSite, type Way } from './siteLab';

/** Salesforce at its true origin, on a page by other hands than the rules, from SITES.md (November 2026). */
const origin = 'https://acme.lightning.force.com';
const lab = useSite({
  site: 'salesforce',
  origin,
  folder: 'salesforce',
  api: /^\/api\/aura/,
  policy: "default-src 'self'; script-src 'self'",
});
const page = () => lab().page;
const click = (selector: string) => page().locator(selector).click();

const lead = '/lightning/r/Lead/00QTEST00000001AAA/view';
const opportunity = '/lightning/r/Opportunity/006TEST00000001AAA/view';
const asks = /POST \/api\/aura/;
const save = '.quick-actions-panel .cuf-publisherShareButton';
const success = () => page().locator('.forceToastMessage[data-key="success"]');
const opener = (action: string) => `button[data-target-selection-name$=".${action}"]`;

const composed = (name: string, action: string, counts: readonly string[]): Way => ({
  name,
  counts,
  path: lead,
  prepare: () => click(opener(action)),
  press: save,
  asks,
  cancel: () => click('.quick-actions-panel [data-lab-close]'),
});

const ways: readonly Way[] = [
  composed('a call', 'LogACall', ['call salesforce/call']),
  { ...composed('a task', 'NewTask', ['follow-up salesforce/follow-up']), path: `${lead}?lang=de` },
  { ...composed('an event', 'NewEvent', ['meeting salesforce/meeting']), path: opportunity },
  {
    ...composed('an email, with the newer notices', 'SendEmail', ['email salesforce/email']),
    path: `${lead}?toast=lwc`,
  },
  {
    ...composed('a call from the ribbon, with notices in a shadow', 'LogACall', [
      'call salesforce/call',
    ]),
    path: `${lead}?toast=shadow`,
    prepare: () => click('[data-case="ribbon-call"]'),
  },
  {
    name: 'a stage',
    counts: ['stage salesforce/stage'],
    path: opportunity,
    press: 'button.slds-path__mark-complete',
    asks,
    cancel: () => click('li.slds-path__item[data-name="Negotiation"]'),
  },
];

describeSix(lab, ways);

describe('a mail or phone link', () => {
  describeAskedLinks(lab, {
    origin,
    open: () => lab().open(lead),
    rules: { mailto: 'salesforce/mailto', tel: 'salesforce/tel' },
  });
});

it('counts what the composer was opened for last', async () => {
  await lab().open(lead);
  await click(opener('LogACall'));
  await click(opener('NewTask'));
  await click(save);
  await counted(lab(), ['follow-up salesforce/follow-up']);
});

it('counts nothing else that ends in the same notice', async () => {
  await lab().open(lead);
  await click(opener('LogACall'));
  await click('[data-case="chatter-share"]');
  await success().waitFor();
  await nothing(lab());
  await click(opener('LogACall'));
  await click('[data-case="edit"]');
  await click('[data-case="record-save"]');
  await success().nth(1).waitFor();
  await nothing(lab());
});

it('counts no other action that has the same button, of whatever was opened before', async () => {
  await lab().open(lead);
  await click(opener('LogACall'));
  await click('.quick-actions-panel [data-lab-close]');
  await click('[data-case="new-case"]');
  await click(save);
  await success().waitFor();
  await nothing(lab());
});

it('counts a call although the rep goes on at once', async () => {
  await lab().open(lead);
  await click(opener('LogACall'));
  await click(save);
  await lab().asks(asks);
  await click('li.slds-path__item[data-name="Working"]');
  await click('.slds-page-header');
  await counted(lab(), ['call salesforce/call']);
});

it('counts nothing that was refused and closed, whatever is saved next', async () => {
  await lab().open(lead);
  await click(opener('LogACall'));
  lab().answers('never');
  await click(save);
  await lab().asks(asks);
  await click('.quick-actions-panel [data-lab-close]');
  lab().answers('well');
  await click('[data-case="chatter-share"]');
  await nothing(lab());
});

it('counts no lead’s status as a stage, and no closing, of which nobody knows how it ended', async () => {
  await lab().open(lead);
  await click('button.slds-path__mark-complete');
  await lab().asks(asks);
  await nothing(lab());
  await lab().open(opportunity);
  await click('li[data-name="Closed"]');
  await click('button.slds-path__mark-complete');
  await click('.runtime_sales_pathassistantPathAssistantStepClosed button.uiButton--default');
  await lab().asks(asks);
  await nothing(lab());
});

it('counts two that follow one another as two', async () => {
  await lab().open(lead);
  for (const _ of ['one', 'another']) {
    await click(opener('LogACall'));
    await click(save);
    await counted(lab(), ['call salesforce/call']);
  }
  expect(await success().count()).toBe(2);
});
