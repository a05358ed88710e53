import { askedLinks } from './parts/askedLinks';
import { composerRules } from './parts/composers';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Page, PageKind, Rule, Site } from './site';

/** What the ids of each kind of record begin with, in every org. */
const prefixes = { Lead: '00Q', Contact: '003', Account: '001', Opportunity: '006' } as const;

/**
 * A record, or an action on it that has taken over the address. The first 15 characters of an id name the record; three
 * more only check them.
 */
function recordPage(kind: PageKind, object: keyof typeof prefixes): Page {
  const record = new RegExp(`^/lightning/r/${object}/(\\w{15})(?:\\w{3})?/view`);
  const actedOn = new RegExp(`^(${prefixes[object]}\\w{12})`);
  const idIn = ({ pathname, searchParams }: URL) =>
    pathname.startsWith('/lightning/action/quick/')
      ? actedOn.exec(searchParams.get('recordId') ?? '')?.[1]
      : record.exec(pathname)?.[1];
  return {
    kind,
    test: (url) => idIn(url) !== undefined,
    subject: (url) => `${kind}/${idIn(url) ?? ''}`,
  };
}

const pages: readonly Page[] = [
  recordPage('lead', 'Lead'),
  recordPage('contact', 'Contact'),
  recordPage('company', 'Account'),
  recordPage('opportunity', 'Opportunity'),
  elsewhere,
];
const everywhere = pages.map(({ kind }) => kind);

const seconds = 1000;

/** Its success is in the class, or in the variant of the newer one: in no language. */
const notice = [
  '.forceToastMessage[data-key="success"]',
  'lightning-toast[variant="success"]',
] as const;
/** Each that a console has open; those behind stay in the document. */
const record = ':is(.windowViewMode-normal, .windowViewMode-maximized)';
/** In its own record, or the page's own: a notice in another record may have come in sight with it. */
const saved = [
  [{ appears: notice, in: [record] }],
  [{ appears: notice }, { lacks: [`${record} :is(${notice.join()})`] }],
] as const;
const complaint = [
  '.forceToastMessage[data-key="error"]',
  'lightning-toast[variant="error"]',
] as const;

/** By the name of the action, which an org may call as it likes on the button (vendor's page objects, spring 2025). */
const action = (name: string) =>
  [
    `[data-target-selection-name$=".${name}"]`,
    `[data-target-selection-name="${name}"]`,
    `[apiname$="${name}"]`,
  ] as const;
/** Those that an org has made itself, and what comes from menus, end in the same button. */
const anyAction = [
  '[data-target-selection-name*="QuickAction."]',
  '[data-target-selection-name*="StandardButton."]',
  'runtime_platform_actions-action-renderer',
  '[role="menuitem"]',
] as const;

const composer =
  ':is(.runtime_platform_actionsQuickActionWrapper, .quick-actions-panel, .forceDockingPanel)';
const path = 'runtime_sales_pathassistant-path button.slds-path__mark-complete';
/** What else ends in a notice of success. */
const elsewhereSaved = ['button[name="SaveEdit"]', '[class*="qe-"] button', 'button[class*="qe-"]'];

const rules: readonly Rule[] = [
  ...composerRules(
    {
      id: (kind) => `salesforce/${kind}`,
      openers: {
        call: action('LogACall'),
        meeting: action('NewEvent'),
        'follow-up': action('NewTask'),
        email: action('SendEmail'),
      },
      anyOpener: anyAction,
      // Sharing and asking in Chatter has the same button.
      send: ['button.cuf-publisherShareButton:not([class*="qe-"], [class*="qe-"] *)'],
    },
    {
      on: everywhere,
      confirm: saved,
      fails: complaint,
      // What is wrong may stand in the form alone: who closes it, or goes on to what has a notice of its own, gets none.
      cancels: [
        `${composer} button:not(.cuf-publisherShareButton)`,
        ...elsewhereSaved,
        ...anyAction,
        path,
      ],
      // The notice may be anybody's on that page.
      within: 10 * seconds,
      once: 'occurrence',
    },
  ),
  {
    id: 'salesforce/stage',
    on: ['opportunity'],
    intents: [{ event: 'click', target: [path] }],
    kind: 'stage',
    confirm: saved,
    fails: complaint,
    // Closing asks in a dialog how it ended, and the page says in words only whether that is a win.
    cancels: [
      '.runtime_sales_pathassistantPathAssistantStepClosed button',
      'button.cuf-publisherShareButton',
      ...elsewhereSaved,
    ],
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
  // The newer notices may be inside of it.
  shadows: ['lightning-toast-container'],
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
  contact: [
    `${org}/action/quick/Contact.LogACall?recordId=003TEST00000001AAA`,
    `${org}/r/Contact/003TEST00000001AAA/view`,
  ],
  company: [`${org}/r/Account/001TEST00000001AAA/view`],
  opportunity: [`${org}/r/Opportunity/006TEST00000001AAA/view`],
  elsewhere: [
    `${org}/page/home`,
    `${org}/o/Lead/list`,
    'https://acme.my.salesforce.com/lightning/o/Task/home',
  ],
};
