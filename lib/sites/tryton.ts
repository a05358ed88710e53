import type { ActionKind } from '../domain/action';
import { askedLinks } from './parts/askedLinks';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Intent, Page, PageKind, Rule, Selector, Site } from './site';

/** `#crm/model/sale.opportunity/17;views=…` → [`crm`, `model`, `sale.opportunity`, `17`]; `crm` is the database. */
function route(url: URL): readonly string[] {
  return url.hash.slice(1).split(';')[0]?.split('/').filter(Boolean) ?? [];
}

/** A record's form. */
function recordPage(kind: PageKind, model: string): Page {
  return {
    kind,
    test: (url) => {
      const [, type, name, id] = route(url);
      return type === 'model' && name === model && /^\d+$/.test(id ?? '');
    },
    subject: (url) => `${kind}/${route(url)[3] ?? ''}`,
  };
}

/** A list; the form of a record that is not stored yet has the same URL. */
function listPage(kind: PageKind, model: string): Page {
  return {
    kind,
    test: (url) => {
      const [, type, name, id] = route(url);
      return type === 'model' && name === model && id === undefined;
    },
  };
}

const pages: readonly Page[] = [
  // A lead is an opportunity in its first state.
  recordPage('opportunity', 'sale.opportunity'),
  // A party is a person or a company; no field says which.
  recordPage('contact', 'party.party'),
  recordPage('sale', 'sale.sale'),
  listPage('opportunities', 'sale.opportunity'),
  listPage('contacts', 'party.party'),
  listPage('sales', 'sale.sale'),
  elsewhere,
];

const everywhere = pages.map(({ kind }) => kind);

const seconds = 1000;

/*
 * All hooks: client 6.0, seen running in November 2026, and its source. Fields and buttons carry the server's names;
 * every request is a POST to the same URL, so what proves a deed is what the page shows.
 */

/** One of the client's own tabs: several records are open in one document, and only one is on screen. */
const tab = ['#tabcontent > .tab-pane'] as const;
/** A record is in a tab, or over it in a window. */
const part = ['.window-form', ...tab] as const;
const complaint = [
  '.infobar.alert-danger',
  '.warning-dialog',
  '.error-dialog',
  '.message-dialog',
] as const;
/** The server asks before it goes on: no. */
const no = ['.user-warning-dialog .btn-link', '.confirmation-dialog .btn-link'] as const;

const partOf = (element: Element) => element.closest(part.join());
const valueOf = (element: Element, field: string) =>
  partOf(element)?.querySelector<HTMLInputElement>(field)?.value;

/**
 * A record that is not stored yet, in a form of its own: on screen where the URL has no number. Without the details that
 * the client always writes behind it, the URL was typed and says nothing.
 */
const isNew = ({ ownerDocument }: Element) =>
  ownerDocument.URL.includes(';') &&
  ownerDocument.querySelector(
    `${tab[0]}.active .content-box > .form:not(.attachment-preview *)`,
  ) !== null;

/** A record is stored for the first time: with Save, or with Yes to whether it shall be, when the rep leaves it. */
function created(kind: ActionKind, list: PageKind, record: PageKind): readonly Rule[] {
  const rule = {
    on: [list],
    kind,
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
  } as const;
  return [
    {
      ...rule,
      id: `tryton/${kind}`,
      intents: [
        // The button, and the item of the tab's menu.
        { event: 'click', target: ['#save'], accept: isNew },
        {
          event: 'keydown',
          target: [...tab, 'body'],
          keys: { key: 's', mod: true },
          accept: isNew,
        },
      ],
      scope: tab,
      // Saving what is stored says the same, but its URL has had a number before.
      confirm: [[{ appears: ['.infobar.alert-info'], in: tab }, { arrives: record }]],
    },
    {
      ...rule,
      id: `tryton/${kind}-on-leaving`,
      intents: [
        {
          event: 'click',
          target: ['.confirmation-dialog .btn-primary'],
          // Cancel, No, Yes; other questions have two answers.
          accept: (yes) => yes.parentElement?.childElementCount === 3 && isNew(yes),
        },
      ],
      // What is said of it goes with the form. The page stands still until the server has answered, and goes on at once.
      confirm: [[{ arrives: record }]],
      within: 3 * seconds,
    },
  ];
}

/** Not one of a record that a list within the form shows. */
const own = ':not(.form-one2many *)';
const stateField = `select[name="state"]${own}`;
const isIn = (state: string) => (element: Element) =>
  valueOf(element, stateField)?.includes(state) === true;
/** The state as stored, in every language; the value is its JSON. */
const stands = (...states: readonly string[]): Selector => [
  `${stateField}:has(${states.map((state) => `option[value*="${state}"]:checked`).join()})`,
];

/** What a sale came from; where it is opened from its opportunity's own list, it does not say so. */
const isOfOpportunity = (element: Element) =>
  (valueOf(element, '.form-reference:has(input[name="origin"]) select') ??
    (element.closest('.window-form') && 'sale.opportunity')) === 'sale.opportunity';

/** A button of the record, or the item of the menu of actions, which has no name but says what the button does. */
function press(
  name: string,
  accept: (element: Element) => boolean = () => true,
): readonly [Intent, ...Intent[]] {
  const button = `button[name="${name}"]${own}`;
  const says = (element: Element | null | undefined) => element?.textContent.trim();
  return [
    { event: 'click', target: [button], accept },
    {
      event: 'click',
      target: ['.action_button'],
      accept: (item) => says(partOf(item)?.querySelector(button)) === says(item) && accept(item),
    },
  ];
}

/** The record on screen is led to another state. */
const led = {
  scope: part,
  fails: complaint,
  cancels: no,
  within: 20 * seconds,
  // Another record of that state may come in its place.
  here: true,
} as const;

const rules: readonly Rule[] = [
  ...created('lead', 'opportunities', 'opportunity'),
  ...created('contact', 'contacts', 'contact'),
  {
    // From within another form, by its field for a party.
    id: 'tryton/contact-inline',
    on: everywhere,
    intents: [
      {
        event: 'click',
        target: ['.window-form:has(input[name="replaced_by"]) .modal-footer [type="submit"]'],
        // The server numbers a party when it stores it.
        accept: (save) => valueOf(save, 'input[name="code"]') === '',
      },
    ],
    scope: part,
    kind: 'contact',
    // It waits for the server before it goes.
    confirm: [[{ vanishes: ['.window-form'] }]],
    fails: complaint,
    cancels: ['.window-form .modal-footer .btn-link'],
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    ...led,
    id: 'tryton/opportunity',
    on: ['opportunity'],
    intents: press('opportunity'),
    kind: 'opportunity',
    confirm: [[{ appears: stands('opportunity'), in: part }]],
    once: 'identity',
  },
  {
    ...led,
    id: 'tryton/lead-again',
    on: ['opportunity'],
    // One that was lost or cancelled is taken up again; what it had been stays.
    intents: press('lead', isIn('opportunity')),
    kind: 'opportunity',
    confirm: [[{ appears: stands('lead'), in: part }]],
    once: 'identity',
    same: 'tryton/opportunity',
    reverses: true,
  },
  {
    // Of a lead that is not stored yet: it is stored first.
    id: 'tryton/opportunity-at-once',
    on: ['opportunities'],
    intents: press('opportunity', isNew),
    scope: part,
    kind: () => ['lead', 'opportunity'],
    confirm: [[{ appears: stands('opportunity'), in: part }]],
    fails: complaint,
    cancels: no,
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    ...led,
    id: 'tryton/converted',
    on: ['opportunity'],
    intents: press('convert'),
    kind: 'stage',
    confirm: [[{ appears: stands('converted'), in: part }]],
    once: 'occurrence',
  },
  {
    ...led,
    id: 'tryton/lost',
    on: ['opportunity'],
    // A lead is no deal yet.
    intents: press('lost', isIn('opportunity')),
    kind: 'stage',
    confirm: [[{ appears: stands('lost'), in: part }]],
    once: 'occurrence',
  },
  {
    ...led,
    id: 'tryton/won',
    on: ['sale', 'opportunity'],
    // The sale that an opportunity was converted to; its confirmation is what makes that one won.
    intents: press('confirm', isOfOpportunity),
    kind: 'win',
    confirm: [[{ appears: stands('confirmed', 'processing', 'done'), in: part }]],
    once: 'identity',
  },
  {
    id: 'tryton/note',
    on: everywhere,
    intents: [
      {
        event: 'click',
        target: ['.window-form:has(textarea[name="message"]) .modal-footer [type="submit"]'],
        // Whoever wrote it stands in one that is stored. An empty one is stored, too.
        accept: (ok) =>
          valueOf(ok, 'input[name="last_user"]') === '' &&
          valueOf(ok, 'textarea[name="message"]') !== '',
      },
    ],
    scope: part,
    kind: 'note',
    // The page stands still until the server has answered. Then the window goes, also where that was a complaint.
    confirm: [
      [{ vanishes: ['.window-form'] }, { lacks: ['.user-warning-dialog'] }, { holds: seconds }],
    ],
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
  },
  ...askedLinks('tryton', everywhere),
];

/** Tryton's web client (sao). Version 6.0 seen running in November 2026, with the modules party, sale and opportunity. */
export const tryton: Site = {
  id: 'tryton',
  label: 'Tryton',
  matches: [],
  marks: [
    'script[src*="tryton-sao"]',
    // Where a bundler has renamed it: the frame that the client fills.
    'body > .body #tablist[role="tablist"]',
  ],
  pages,
  rules,
  landmarks: {
    opportunity: [stateField],
    contact: ['input[name="replaced_by"]'],
    sale: [stateField],
    opportunities: [`${tab[0]} > .tab-form`],
    contacts: [`${tab[0]} > .tab-form`],
    sales: [`${tab[0]} > .tab-form`],
  },
};

const crm = 'https://crm.example.com/#crm/';
const named = ';name=%22Sale%20Opportunity%22&views=%5Bnull%2Cnull%5D';

export const trytonExamples: Examples = {
  opportunity: [
    `${crm}model/sale.opportunity/17`,
    `http://localhost:8000/#acme/model/sale.opportunity/17${named}`,
  ],
  contact: [`${crm}model/party.party/5`],
  sale: [`${crm}model/sale.sale/3`],
  opportunities: [`${crm}model/sale.opportunity`, `${crm}model/sale.opportunity${named}`],
  contacts: [`${crm}model/party.party`],
  sales: [`${crm}model/sale.sale`],
  elsewhere: [crm, `${crm}model/product.product/4`, `${crm}wizard/12`],
};
