import type { ActionKind } from '../domain/action';
import { askedLinks } from './parts/askedLinks';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Page, PageKind, Rule, Site, Values } from './site';

/** Hash routes: `#Contact/view/64f0a1b2c3d4e5f60` → [`Contact`, `view`, `64f0a1b2c3d4e5f60`]. */
function route(url: URL): readonly string[] {
  return url.hash.replace(/^#\/?/, '').split('?')[0]?.split('/').filter(Boolean) ?? [];
}

const isId = (part: string | undefined): part is string => /^[0-9a-z]{17,24}$/.test(part ?? '');

/** A record's page, read or edited. */
function recordPage(kind: PageKind, entity: string): Page {
  return {
    kind,
    test: (url) => {
      const [first, mode, id] = route(url);
      return first === entity && (mode === 'view' || mode === 'edit') && isId(id);
    },
    subject: (url) => `${kind}/${route(url)[2] ?? ''}`,
  };
}

function createPage(kind: PageKind, entity: string): Page {
  return { kind, test: (url) => route(url).slice(0, 2).join('/') === `${entity}/create` };
}

/** A list; as a board it has the same URL. */
function listPage(kind: PageKind, entity: string): Page {
  return {
    kind,
    test: (url) => {
      const [first, mode] = route(url);
      return first === entity && (mode === undefined || mode === 'list');
    },
  };
}

const pages: readonly Page[] = [
  recordPage('contact', 'Contact'),
  recordPage('company', 'Account'),
  recordPage('lead', 'Lead'),
  recordPage('opportunity', 'Opportunity'),
  recordPage('call', 'Call'),
  recordPage('meeting', 'Meeting'),
  recordPage('task', 'Task'),
  recordPage('email', 'Email'),
  createPage('contact-create', 'Contact'),
  createPage('company-create', 'Account'),
  createPage('lead-create', 'Lead'),
  createPage('opportunity-create', 'Opportunity'),
  createPage('call-create', 'Call'),
  createPage('meeting-create', 'Meeting'),
  createPage('task-create', 'Task'),
  listPage('contacts', 'Contact'),
  listPage('companies', 'Account'),
  listPage('leads', 'Lead'),
  listPage('opportunities', 'Opportunity'),
  listPage('calls', 'Call'),
  listPage('meetings', 'Meeting'),
  listPage('tasks', 'Task'),
  listPage('emails', 'Email'),
  listPage('activities', 'Activities'),
  listPage('calendar', 'Calendar'),
  { kind: 'home', test: (url) => route(url)[0] === 'Home' },
  elsewhere,
];

const everywhere = pages.map(({ kind }) => kind);
const records = ['contact', 'company', 'lead', 'opportunity'] as const;

const seconds = 1000;

/** The stage as stored, in every language. */
const won = 'Closed Won';

/** Inserting has no query (seen November 2026); reading a list has its order and length in one (not yet looked for). */
const inserts = (entity: string) => ({ request: new RegExp(`/api/v1/${entity}$`) });
/** Updating shares its URL with reading one record; the identity has to fit. */
const updates = (entity: string) => ({
  request: new RegExp(`/api/v1/${entity}/(?<identity>[0-9a-z]{17,24})$`),
});

/** The one notice, used again each time; its class says how it went (seen November 2026). */
const notice = ['#notification.alert-success'] as const;
const complaint = ['#notification.alert-danger'] as const;

/** Dialogs name their buttons, full pages their actions (vendor's source, July 2026). */
const saves = ['.modal button[data-name="save"]', 'button[data-action="save"]'] as const;
const cancels = [
  '.modal button[data-name="cancel"]',
  '.modal [data-dismiss="modal"]',
  'button[data-action="cancel"]',
] as const;
const form = ['.modal', '#main'] as const;
/** A record's history; while it is edited, its save. */
const record = ['.panel[data-name="history"]', 'button[data-action="save"]'] as const;
/** Not in the evidence but for `data-name`: a native select that holds the stored value whatever the language. */
const field = (name: string) =>
  [
    `select[data-name="${name}"]`,
    `[data-name="${name}"] select`,
    `select[name="${name}"]`,
  ] as const;

/** What saving a new record is; a call or task of another state (not held, cancelled) is nothing. */
const made: Readonly<Record<string, (values: Values) => readonly ActionKind[]>> = {
  Contact: () => ['contact'],
  Account: () => ['company'],
  Lead: () => ['lead'],
  Opportunity: ({ stage }) => (stage?.is === won ? ['opportunity', 'win'] : ['opportunity']),
  Call: ({ status }) =>
    status?.is === 'Held' ? ['call'] : status?.is === 'Planned' ? ['follow-up'] : [],
  // Booked is what counts, so holding it later does not.
  Meeting: ({ status }) => (status?.is === 'Not Held' ? [] : ['meeting']),
  Task: ({ status }) =>
    status?.is === 'Completed' ? ['task'] : status?.is === 'Canceled' ? [] : ['follow-up'],
};
const entities = Object.keys(made).join('|');

/** Rows, their menus and cards carry the record's id; a record's own page has it in its URL. */
const recordId = (element: Element) =>
  element.closest('[data-id]')?.getAttribute('data-id') ??
  route(new URL(element.ownerDocument.URL))[2];

const card = ['.list-kanban .item[data-id]'] as const;
const column = { container: ['td.group-column[data-name]'], named: 'data-name' } as const;

const rules: readonly Rule[] = [
  {
    // One rule for all, since a dialog does not say what it makes and the request does.
    id: 'espo/saved',
    on: everywhere,
    intents: [{ event: 'click', target: saves }],
    scope: form,
    reads: { status: field('status'), stage: field('stage') },
    kind: (values, { captures }) => made[captures['entity'] ?? '']?.(values) ?? [],
    confirm: [[{ request: new RegExp(`/api/v1/(?<entity>${entities})$`) }]],
    fails: complaint,
    cancels,
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    id: 'espo/email',
    on: everywhere,
    intents: [
      {
        event: 'click',
        target: ['.modal button[data-name="send"]', 'button[data-action="send"]'],
      },
    ],
    scope: form,
    kind: 'email',
    // A draft is saved by the same request, and a kept draft is sent as an update; both end in the notice.
    confirm: [[{ request: /\/api\/v1\/Email(?:\/[0-9a-z]{17,24})?$/ }, { appears: notice }]],
    fails: complaint,
    cancels: [...cancels, '[data-name="saveDraft"]', '[data-action="saveDraft"]'],
    within: 30 * seconds,
    once: 'occurrence',
  },
  {
    id: 'espo/note',
    on: records,
    intents: [
      { event: 'click', target: ['button.post'] },
      {
        event: 'keydown',
        target: ['textarea[data-name="post"]'],
        keys: { key: 'Enter', mod: true },
      },
    ],
    kind: 'note',
    // No notice after Ctrl+Enter, so the request has to do.
    confirm: [[inserts('Note')]],
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    id: 'espo/call-held',
    on: everywhere,
    intents: [{ event: 'click', target: ['[data-action="setHeld"]'] }],
    // Meetings have the same control; their update confirms nothing here.
    kind: 'call',
    confirm: [[updates('Call')]],
    fails: complaint,
    within: 20 * seconds,
    once: 'identity',
    identity: recordId,
  },
  {
    id: 'espo/task',
    on: everywhere,
    intents: [
      {
        event: 'click',
        target: ['[data-action="Complete"]', '[data-action="setCompleted"]'],
      },
    ],
    kind: 'task',
    confirm: [[updates('Task')]],
    fails: complaint,
    within: 20 * seconds,
    once: 'identity',
    identity: recordId,
  },
  {
    id: 'espo/stage-on-board',
    on: ['opportunities'],
    intents: [{ event: 'drop', target: card }],
    kind: (_values, { captures }) => [captures['to'] === won ? 'win' : 'stage'],
    // Sorting within a column sends a request too, but none for the opportunity.
    confirm: [[{ moves: column }, updates('Opportunity')]],
    fails: complaint,
    within: 30 * seconds,
    once: 'occurrence',
    identity: recordId,
  },
  ...askedLinks('espo', everywhere),
];

/** EspoCRM 8. Seen running in November 2026; hooks from the source of July 2026. */
export const espo: Site = {
  id: 'espo',
  label: 'EspoCRM',
  matches: [],
  // The notice that its licence asks for (source of 2022).
  marks: ['.credit a[href^="https://www.espocrm.com"]'],
  pages,
  rules,
  landmarks: {
    contact: record,
    company: record,
    lead: record,
    opportunity: record,
    'contact-create': saves,
    'company-create': saves,
    'lead-create': saves,
    'opportunity-create': saves,
  },
};

const crm = 'https://crm.example.com/#';
const id = '64f0a1b2c3d4e5f60';
const recordExamples = (entity: string): Examples[string] => [
  `${crm}${entity}/view/${id}`,
  `http://localhost:8080/espo/#${entity}/edit/${id}`,
];

export const espoExamples: Examples = {
  contact: recordExamples('Contact'),
  company: recordExamples('Account'),
  lead: recordExamples('Lead'),
  opportunity: recordExamples('Opportunity'),
  call: recordExamples('Call'),
  meeting: recordExamples('Meeting'),
  task: recordExamples('Task'),
  email: recordExamples('Email'),
  'contact-create': [`${crm}Contact/create`],
  'company-create': [`${crm}Account/create`],
  'lead-create': [`${crm}Lead/create`],
  'opportunity-create': [`${crm}Opportunity/create`],
  'call-create': [`${crm}Call/create`],
  'meeting-create': [`${crm}Meeting/create`],
  'task-create': [`${crm}Task/create`],
  contacts: [`${crm}Contact`],
  companies: [`${crm}Account`],
  leads: [`${crm}Lead`],
  opportunities: [`${crm}Opportunity`],
  calls: [`${crm}Call`],
  meetings: [`${crm}Meeting`],
  tasks: [`${crm}Task`],
  emails: [`${crm}Email`],
  activities: [`${crm}Activities`],
  calendar: [`${crm}Calendar`],
  home: [`${crm}Home`],
  elsewhere: [`${crm}Stream`, `${crm}Document`, `${crm}Case/view/${id}`],
};
