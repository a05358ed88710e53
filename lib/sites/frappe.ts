import type { ActionKind } from '../domain/action';
import { askedLinks } from './parts/askedLinks';
import { elsewhere } from './parts/elsewhere';
import type { AllOf, Examples, Intent, Page, PageKind, Rule, Site } from './site';

/** A page by its path below `/crm`, where all its routes begin; of a record, each tab is one, by the hash. */
function page(kind: PageKind, path: string, hash?: string): Page {
  const pattern = new RegExp(`^/crm/${path}/?$`);
  const test = (url: URL) => pattern.test(url.pathname) && (!hash || url.hash === hash);
  const subject = ({ pathname }: URL) =>
    `${kind.replace(/-.*/, '')}/${pattern.exec(pathname)?.[1] ?? ''}`;
  return path.endsWith(anyId) ? { kind, test, subject } : { kind, test };
}

const anyId = '/([^/]+)';
const list = (kind: PageKind, path: string) => page(kind, `${path}(?:/view(?:/[^/]*)?)?`);
const tabs = ['notes', 'tasks', 'calls'] as const;
const tabbed = (kind: PageKind, path: string) => [
  ...tabs.map((tab) => page(`${kind}-${tab}`, path + anyId, `#${tab}`)),
  page(kind, path + anyId),
];

const pages: readonly Page[] = [
  list('leads', 'leads'),
  list('opportunities', 'deals'),
  list('contacts', 'contacts'),
  list('companies', 'organizations'),
  list('notes', 'notes'),
  list('tasks', 'tasks'),
  list('calls', 'call-logs'),
  ...tabbed('lead', 'leads'),
  ...tabbed('opportunity', 'deals'),
  page('contact', `contacts${anyId}`),
  page('company', `organizations${anyId}`),
  elsewhere,
];

const everywhere = pages.map(({ kind }) => kind);
const tabsOf = (kind: PageKind) => everywhere.filter((one) => one.split('-')[0] === kind);
const records = ['lead', 'opportunity'].flatMap(tabsOf);

const seconds = 1000;

/** The server's methods are the URL; what `frappe.client` does it to is in the body (vendor's source, 2026). */
const calls = (methods: string) => ({ request: new RegExp(`/api/method/(?:${methods})$`) });
const inserts = calls('frappe\\.client\\.insert');

/** A dialog has its one button that saves at the end (vendor's source, up to 2026). */
const isLast = (button: Element, parts: Element | null) =>
  [...(parts?.querySelectorAll('button') ?? [])].at(-1) === button;
const editor = '[contenteditable="true"]';
function saves(accept: (dialog: Element, opener: Element | undefined) => boolean): Intent {
  return {
    event: 'click',
    target: ['[role="dialog"] button'],
    accept(button, opener) {
      const dialog = button.closest('[role="dialog"]');
      return !!dialog && isLast(button, dialog) && accept(dialog, opener);
    },
  };
}

/** Text is written in the dialogs of notes and tasks, and in no other. */
const isWritten = (dialog: Element) => dialog.querySelector(editor) !== null;

/** On a record, calls are logged from the tab or its menu; what a field beside the tabs creates has the same dialog. */
const fromTab = ({ ownerDocument }: Element, opener: Element | undefined) =>
  !ownerDocument.querySelector('[role="tabpanel"]') ||
  !!opener?.closest('[role="tabpanel"], [role="menu"]');

const saved = { within: 20 * seconds, once: 'occurrence' } as const;

/** A record that opens once it is made: the insert's own request does not say of what it is. */
function opened(kind: 'lead' | 'contact' | 'company', listed: PageKind): Rule {
  const [first, ...others] = tabsOf(kind).map((at): AllOf => [inserts, { arrives: at }]);
  return {
    ...saved,
    id: `frappe/${kind}`,
    on: [listed],
    intents: [saves((dialog) => !isWritten(dialog))],
    kind,
    confirm: [first ?? [inserts, { arrives: kind }], ...others],
  };
}

/**
 * What is kept with a record: its list and its tab hold nothing else, and made from another tab it opens its own.
 */
function kept(kind: ActionKind, tab: (typeof tabs)[number], intent: Intent): readonly Rule[] {
  const own = [tab, `lead-${tab}`, `opportunity-${tab}`];
  const rule = {
    ...saved,
    intents: [intent],
    opener: [':is(button, input, [role="menuitem"]):not([role="dialog"] *)'],
    kind,
  } as const;
  return [
    { ...rule, id: `frappe/${kind}`, on: own, confirm: [[inserts]] },
    {
      ...rule,
      id: `frappe/${kind}-elsewhere`,
      on: records.filter((one) => !own.includes(one)),
      confirm: [
        [inserts, { arrives: `lead-${tab}` }],
        [inserts, { arrives: `opportunity-${tab}` }],
      ],
    },
  ];
}

/** Whatever a card's column is named after is the value as stored (vendor's source, 2026). */
const board = {
  intents: [{ event: 'drop', target: ['[data-column] [data-name]'] }],
  confirm: [
    [
      { moves: { container: ['[data-column]'], named: 'data-column' } },
      calls('frappe\\.client\\.set_value'),
    ],
  ],
  within: 30 * seconds,
  identity: (card) => card.getAttribute('data-name') ?? undefined,
} as const satisfies Partial<Rule>;

const rules: readonly Rule[] = [
  {
    ...saved,
    id: 'frappe/opportunity',
    on: everywhere,
    intents: [saves((dialog) => !isWritten(dialog))],
    kind: 'opportunity',
    confirm: [
      [
        calls(
          'crm\\.fcrm\\.doctype\\.(?:crm_deal\\.crm_deal\\.create_deal|crm_lead\\.crm_lead\\.convert_to_deal)',
        ),
      ],
    ],
  },
  opened('lead', 'leads'),
  opened('contact', 'contacts'),
  opened('company', 'companies'),
  ...kept('note', 'notes', saves(isWritten)),
  ...kept('follow-up', 'tasks', saves(isWritten)),
  ...kept(
    'call',
    'calls',
    saves((dialog, opener) => !isWritten(dialog) && fromTab(dialog, opener)),
  ),
  {
    ...saved,
    id: 'frappe/written',
    on: records,
    intents: [
      {
        event: 'click',
        target: ['button'],
        // The composer is the smallest part of the page that has both the button and an editor.
        accept: (button) =>
          !button.closest('[role="dialog"]') && isLast(button, button.closest(`:has(${editor})`)),
      },
      { event: 'keydown', target: [editor], keys: { key: 'Enter', mod: true } },
    ],
    kind: (_values, { captures }) => [captures['email'] ? 'email' : 'note'],
    confirm: [
      [
        calls(
          '(?<email>frappe\\.core\\.doctype\\.communication\\.email\\.make)|frappe\\.desk\\.form\\.utils\\.add_comment|crm\\.api\\.comment\\.add_comment',
        ),
      ],
    ],
  },
  {
    ...board,
    id: 'frappe/stage-on-board',
    on: ['opportunities'],
    intents: [
      {
        ...board.intents[0],
        // A board can be of any field; only that of the stages has this column.
        accept: ({ ownerDocument }) => !!ownerDocument.querySelector('[data-column="Won"]'),
      },
    ],
    kind: (_values, { captures }) => [captures['to'] === 'Won' ? 'win' : 'stage'],
    once: 'occurrence',
  },
  {
    ...board,
    id: 'frappe/task-on-board',
    on: ['tasks'],
    kind: (_values, { captures }) => (captures['to'] === 'Done' ? ['task'] : []),
    once: 'identity',
  },
  ...askedLinks('frappe', everywhere),
];

/** What every record's page has in every version (vendor's tests, 2026). */
const withTabs = ['[role="tab"]'] as const;

/** Frappe CRM, on a domain of one's own or in its cloud. From the vendor's source and tests, 2024 to 2026. */
export const frappe: Site = {
  id: 'frappe',
  label: 'Frappe CRM',
  matches: [],
  // In the page as it is served, whatever the company's brand (vendor's source, 2026).
  marks: [
    'meta[name="apple-mobile-web-app-title"][content="Frappe CRM"]',
    'link[href^="/assets/crm/manifest/"]',
  ],
  pages,
  rules,
  landmarks: Object.fromEntries([...records, 'contact', 'company'].map((kind) => [kind, withTabs])),
};

const crm = 'https://crm.example.com/crm';
const listExamples = (path: string): Examples[string] => [
  `${crm}/${path}`,
  `${crm}/${path}/view/list?view=7`,
  `https://acme.frappe.cloud/crm/${path}/view/kanban`,
];

export const frappeExamples: Examples = {
  leads: listExamples('leads'),
  opportunities: listExamples('deals'),
  contacts: listExamples('contacts'),
  companies: listExamples('organizations'),
  notes: listExamples('notes'),
  tasks: listExamples('tasks'),
  calls: listExamples('call-logs'),
  lead: [`${crm}/leads/CRM-LEAD-2026-00017`, `${crm}/leads/CRM-LEAD-2026-00017#activity`],
  'lead-notes': [`${crm}/leads/CRM-LEAD-2026-00017#notes`],
  'lead-tasks': [`${crm}/leads/CRM-LEAD-2026-00017#tasks`],
  'lead-calls': [`${crm}/leads/CRM-LEAD-2026-00017?view=7#calls`],
  opportunity: [`${crm}/deals/CRM-DEAL-2026-00003#emails`],
  'opportunity-notes': [`${crm}/deals/CRM-DEAL-2026-00003#notes`],
  'opportunity-tasks': [`${crm}/deals/CRM-DEAL-2026-00003#tasks`],
  'opportunity-calls': [`${crm}/deals/CRM-DEAL-2026-00003#calls`],
  contact: [`${crm}/contacts/Test%20Person`],
  company: [`${crm}/organizations/Test%20Ltd`],
  elsewhere: [crm, `${crm}/calendar`, `${crm}/dashboard`],
};
