import type { ActionKind } from '../domain/action';
import { arrivesAt } from './parts/arrivesAt';
import { askedLinks } from './parts/askedLinks';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Page, PageKind, Rule, Selector, Site, Values } from './site';

const number = /^\d+$/;

/** A record's card, its tabs, and what its card can be asked for: to be edited, to write a mail. */
function recordPage(kind: PageKind, path: RegExp, ...names: readonly string[]): Page {
  const idIn = ({ pathname, searchParams }: URL) =>
    path.test(pathname) && searchParams.get('action') !== 'create'
      ? names.map((name) => searchParams.get(name) ?? '').find((id) => number.test(id))
      : undefined;
  return {
    kind,
    test: (url) => idIn(url) !== undefined,
    subject: (url) => `${kind}/${idIn(url) ?? ''}`,
  };
}

function createPage(kind: PageKind, path: string): Page {
  return {
    kind,
    test: ({ pathname, searchParams }) =>
      pathname.endsWith(path) && searchParams.get('action') === 'create',
  };
}

const cards = {
  contact: '/contact/card.php',
  company: '/societe/card.php',
  opportunity: '/projet/card.php',
  event: '/comm/action/card.php',
} as const;

const modules =
  /\/(?:adherents|comm|commande|compta|contact|contrat|fichinter|fourn|product|projet|societe|ticket|user)\/(?:\w+\/)*\w+\.php$/;

const pages: readonly Page[] = [
  recordPage('contact', /\/contact\/\w+\.php$/, 'id'),
  recordPage('company', /\/(?:societe|comm)\/\w+\.php$/, 'socid', 'id'),
  recordPage('opportunity', /\/projet\/\w+\.php$/, 'id'),
  recordPage('event', /\/comm\/action\/card\.php$/, 'id'),
  createPage('contact-create', cards.contact),
  createPage('company-create', cards.company),
  createPage('opportunity-create', cards.opportunity),
  createPage('event-create', cards.event),
  {
    // What answers a form without sending the rep elsewhere: the form again, the edited record, or a page to sign in at.
    kind: 'answer',
    test: ({ pathname, search }) =>
      search === '' && Object.values(cards).some((card) => pathname.endsWith(card)),
  },
  {
    // Wherever a form may have been opened from.
    kind: 'module-elsewhere',
    test: ({ pathname, searchParams }) =>
      modules.test(pathname) || (pathname.endsWith('/index.php') && searchParams.has('mainmenu')),
  },
  elsewhere,
];
const everywhere = pages.map(({ kind }) => kind);

const seconds = 1000;

/**
 * The form of a new record, known by its path and the hidden field that says what it does. A field called `action` takes
 * the place of the form's own property, not of its attribute.
 */
const saves = (card: string): Selector => [
  `form[action*="${card}"]:has(input[name="action"][value="add"]) :is(input[name="add"], input[name="save"])`,
];

/** Cancel is answered with the same redirect. A link takes the rep elsewhere before the answer has come. */
const cancels = ['input[name="cancel"]', 'a[href]'] as const;

/** Wherever the form was opened from, the redirect goes back to; what was refused stays where it was. */
const creating = {
  confirm: arrivesAt('contact', 'company', 'opportunity', 'event', 'module-elsewhere'),
  cancels,
  within: 20 * seconds,
  once: 'occurrence',
} as const;

/** `-1` is "not applicable": neither planned nor done. */
export function eventKinds({ code, complete }: Values): readonly ActionKind[] {
  // Booked is what counts, so holding it later does not.
  if (code?.is === 'AC_RDV') return ['meeting'];
  const done = Number(complete?.is ?? -1);
  if (done < 0) return [];
  if (done < 100) return ['follow-up'];
  return [code?.is === 'AC_TEL' ? 'call' : 'task'];
}

/** Whom an event is about: the contact in the address, or the company that the form keeps. */
function whom(save: Element): string | undefined {
  const contact = new URL(save.ownerDocument.URL).searchParams.get('contactid') ?? '';
  if (number.test(contact)) return `contact/${contact}`;
  const field = save.closest('form')?.querySelector<HTMLInputElement>('[name="socid"]');
  return field && number.test(field.value) ? `company/${field.value}` : undefined;
}

const rules: readonly Rule[] = [
  {
    ...creating,
    id: 'dolibarr/contact',
    on: ['contact-create', 'answer'],
    intents: [{ event: 'submit', target: saves(cards.contact) }],
    kind: 'contact',
  },
  {
    ...creating,
    id: 'dolibarr/company',
    on: ['company-create', 'answer'],
    intents: [{ event: 'submit', target: saves(cards.company) }],
    kind: 'company',
  },
  {
    ...creating,
    id: 'dolibarr/opportunity',
    on: ['opportunity-create', 'answer'],
    intents: [{ event: 'submit', target: saves(cards.opportunity) }],
    // A project that follows no opportunity says so with an empty box (vendor's source).
    reads: { plain: ['input[name="usage_opportunity"]:not(:checked)'] },
    kind: ({ plain }) => (plain ? [] : ['opportunity']),
  },
  {
    ...creating,
    id: 'dolibarr/event',
    on: ['event-create', 'answer'],
    intents: [{ event: 'submit', target: saves(cards.event) }],
    reads: { code: ['[name="actioncode"]'], complete: ['[name="complete"]'] },
    kind: eventKinds,
    subject: whom,
  },
  {
    id: 'dolibarr/email',
    on: everywhere,
    intents: [{ event: 'submit', target: ['input[name="sendmail"]'] }],
    kind: 'email',
    confirm: arrivesAt('contact', 'company', 'opportunity', 'event', 'module-elsewhere'),
    // What was refused has the same address; its notice is drawn late, but what stands before the form is there at once
    // (vendor's source), and so is the field of a page to sign in at.
    fails: [
      '.jnotify-notification-error',
      '.jnotify-notification-warning',
      '#mailformdiv',
      'input[type="password"]',
    ],
    cancels,
    within: 60 * seconds,
    once: 'occurrence',
  },
  ...askedLinks('dolibarr', everywhere),
];

/** Dolibarr 16, seen running in November 2026. */
export const dolibarr: Site = {
  id: 'dolibarr',
  label: 'Dolibarr',
  matches: [],
  // On every page, the one to sign in at included (vendor's source, up to 2026).
  marks: ['meta[name="author"][content="Dolibarr Development Team"]'],
  pages,
  rules,
  landmarks: {
    'contact-create': saves(cards.contact),
    'company-create': saves(cards.company),
    'opportunity-create': saves(cards.opportunity),
    'event-create': saves(cards.event),
  },
};

const crm = 'https://crm.example.com';

export const dolibarrExamples: Examples = {
  contact: [
    `${crm}/contact/card.php?id=17`,
    `${crm}/contact/card.php?id=17&action=presend`,
    `http://localhost:8080/dolibarr/htdocs/contact/agenda.php?id=17`,
  ],
  company: [
    `${crm}/societe/card.php?socid=4`,
    `${crm}/societe/card.php?id=4`,
    `${crm}/comm/card.php?socid=4`,
    `${crm}/societe/agenda.php?socid=4`,
  ],
  opportunity: [`${crm}/projet/card.php?id=3`, `${crm}/projet/card.php?id=3&action=edit`],
  event: [`${crm}/comm/action/card.php?id=230`],
  'contact-create': [`${crm}/contact/card.php?socid=4&action=create`],
  'company-create': [`${crm}/societe/card.php?leftmenu=prospects&action=create`],
  'opportunity-create': [`${crm}/projet/card.php?leftmenu=projects&action=create`],
  'event-create': [`${crm}/comm/action/card.php?action=create&socid=4&contactid=17`],
  answer: [`${crm}/comm/action/card.php`, `${crm}/projet/card.php`],
  'module-elsewhere': [
    `${crm}/comm/action/index.php`,
    `${crm}/societe/list.php?type=p`,
    `${crm}/compta/facture/card.php?id=9`,
    `${crm}/index.php?mainmenu=home`,
  ],
  elsewhere: [
    `${crm}/index.php`,
    `${crm}/don/card.php?id=2`,
    `${crm}/holiday/list.php`,
    `${crm}/custom/fleet/card.php?id=5`,
  ],
};
