import { askedLinks } from './parts/askedLinks';
import { composerRules } from './parts/composers';
import type { Examples, Page, PageKind, Rule, Site } from './site';

/** The first 15 characters of an id name the record; three more only check them. */
function recordPage(kind: PageKind, object: string): Page {
  const record = new RegExp(`^/lightning/r/${object}/(\\w{15})(?:\\w{3})?/view`);
  return {
    kind,
    test: ({ pathname }) => record.test(pathname),
    subject: ({ pathname }) => `${kind}/${record.exec(pathname)?.[1] ?? ''}`,
  };
}

const pages: readonly Page[] = [
  recordPage('lead', 'Lead'),
  recordPage('contact', 'Contact'),
  recordPage('company', 'Account'),
  recordPage('opportunity', 'Opportunity'),
  { kind: 'elsewhere', test: () => true },
];
const everywhere = pages.map(({ kind }) => kind);

const seconds = 1000;

/** Its success is in the class, or in the variant of the newer one: in no language. */
const notice = [
  '.forceToastMessage[data-key="success"]',
  'lightning-toast[variant="success"]',
] as const;
const complaint = [
  '.forceToastMessage[data-key="error"]',
  'lightning-toast[variant="error"]',
] as const;

/** By the name of the action, which an org may call as it likes on the button (vendor's page objects, spring 2025). */
const action = (name: string) =>
  [
    `[data-target-selection-name$=".${name}"]`,
    `runtime_platform_actions-action-renderer[apiname="${name}"]`,
  ] as const;

const rules: readonly Rule[] = [
  ...composerRules(
    {
      call: action('LogACall'),
      meeting: action('NewEvent'),
      'follow-up': action('NewTask'),
      email: action('SendEmail'),
    },
    {
      id: (kind) => `salesforce/${kind}`,
      on: everywhere,
      // Sharing a post in Chatter has the same button.
      send: ['button.cuf-publisherShareButton:not(.qe-textPostDesktop, .qe-textPostDesktop *)'],
      confirm: [[{ appears: notice }]],
      fails: complaint,
      // What is wrong may stand in the form alone, and the next notice be somebody else's.
      cancels: ['button:not(.cuf-publisherShareButton)', '.qe-textPostDesktop'],
      // The notice may be anybody's on that page.
      within: 10 * seconds,
      once: 'occurrence',
    },
  ),
  {
    id: 'salesforce/stage',
    on: ['opportunity'],
    intents: [
      {
        event: 'click',
        target: ['runtime_sales_pathassistant-path button.slds-path__mark-complete'],
      },
    ],
    kind: 'stage',
    confirm: [[{ appears: notice }]],
    fails: complaint,
    // Closing asks in a dialog how it ended, and the page says in words only whether that is a win.
    cancels: ['button:not(.slds-path__mark-complete)'],
    within: 10 * seconds,
    once: 'occurrence',
  },
  ...askedLinks('salesforce', everywhere),
];

/** Salesforce Lightning, by published code and the vendor's page objects of 2025; nobody has seen it live. */
export const salesforce: Site = {
  id: 'salesforce',
  label: 'Salesforce',
  matches: ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'],
  pages,
  rules,
  landmarks: {},
};

const org = 'https://acme.lightning.force.com/lightning';

export const salesforceExamples: Examples = {
  lead: [
    `${org}/r/Lead/00QTEST00000001AAA/view`,
    'https://acme--uat.sandbox.lightning.force.com/lightning/r/Lead/00QTEST00000001/view',
  ],
  contact: [`${org}/r/Contact/003TEST00000001AAA/view`],
  company: [`${org}/r/Account/001TEST00000001AAA/view`],
  opportunity: [`${org}/r/Opportunity/006TEST00000001AAA/view`],
  elsewhere: [
    `${org}/page/home`,
    `${org}/o/Lead/list`,
    'https://acme.my.salesforce.com/lightning/o/Task/home',
  ],
};
