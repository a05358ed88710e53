import { askedLinks } from './parts/askedLinks';
import { composerRules } from './parts/composers';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Page, PageKind, Rule, Selector, Site } from './site';

/** Types of records have numbers; contacts had an address of their own before. */
function recordPage(kind: PageKind, type: string, old: string): Page {
  const record = new RegExp(`^/contacts/\\d+/(?:record/${type}|${old})/(\\d+)`);
  return {
    kind,
    test: ({ pathname }) => record.test(pathname),
    subject: ({ pathname }) => `${kind}/${record.exec(pathname)?.[1] ?? ''}`,
  };
}

const pages: readonly Page[] = [
  recordPage('contact', '0-1', 'contact'),
  recordPage('company', '0-2', 'company'),
  recordPage('opportunity', '0-3', 'deal'),
  elsewhere,
];
const everywhere = pages.map(({ kind }) => kind);

const seconds = 1000;

const opens = (engagement: string): Selector => [
  `[data-test-id="create-engagement-${engagement}-button"]`,
  `[data-selenium-test="create-engagement-${engagement}-button"]`,
];
const anyOpener: Selector = [
  '[data-test-id^="create-engagement-"]',
  '[data-selenium-test^="create-engagement-"]',
];
const save = ['[data-test-id="activity-creator-window-footer-save-button"]'] as const;

const rules: readonly Rule[] = [
  ...composerRules(
    {
      id: (kind) => `hubspot/${kind}`,
      openers: {
        note: opens('note'),
        email: opens('email'),
        call: opens('call'),
        'follow-up': opens('task'),
        meeting: opens('meeting'),
      },
      anyOpener,
      send: save,
    },
    {
      on: everywhere,
      // The alert may be good news or bad; the window goes for good news only, or with the page.
      confirm: [
        [
          { appears: ['[data-layer-for="UIFloatingAlertList"] .private-floating-alert'] },
          { vanishes: ['[role="dialog"]', ...save] },
        ],
      ],
      here: true,
      // An alert of bad news, and then the rep closes the window.
      cancels: [`[role="dialog"] :is(button, a, [role="button"]):not(${save[0]})`, ...anyOpener],
      within: 20 * seconds,
      once: 'occurrence',
    },
  ),
  ...askedLinks('hubspot', everywhere),
];

/** HubSpot, by published code of up to July 2026; its alerts by older source. Nobody has seen it live. */
export const hubspot: Site = {
  id: 'hubspot',
  label: 'HubSpot',
  // `app.`, and `app-eu1.` and its like by region.
  matches: ['https://*.hubspot.com/*'],
  pages,
  rules,
  landmarks: {},
};

const portal = 'https://app-eu1.hubspot.com/contacts/00000000';

export const hubspotExamples: Examples = {
  contact: [
    `${portal}/record/0-1/17`,
    `${portal}/record/0-1/17?interaction=logged-call`,
    'https://app.hubspot.com/contacts/00000000/contact/17',
  ],
  company: [`${portal}/record/0-2/4`, `${portal}/company/4`],
  opportunity: [`${portal}/record/0-3/230`, `${portal}/deal/230`],
  elsewhere: [`${portal}/objects/0-1/views/all/list`],
};
