import type { ActionKind } from '../domain/action';
import { askedLinks } from './parts/askedLinks';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Page, PageKind, Rule, Site, Values } from './site';

/** Hash routes of react-admin: `#/contacts/17/show` → [`contacts`, `17`, `show`]; a mere `#tasks` is none of them. */
function route(url: URL): readonly string[] {
  return url.hash.replace(/^#\//, '').split('?')[0]?.split('/').filter(Boolean) ?? [];
}

const isId = (part: string | undefined): part is string => part !== undefined && /^\d+$/.test(part);

/** A record's page: with or without `/show`; its `/edit` page is the same record. */
function recordPage(kind: PageKind, resource: string): Page {
  return {
    kind,
    test: (url) => {
      const [first, id] = route(url);
      return first === resource && isId(id);
    },
    subject: (url) => `${kind}/${route(url)[1] ?? ''}`,
  };
}

function plainPage(kind: PageKind, path: readonly string[]): Page {
  return {
    kind,
    test: (url) => {
      const parts = route(url);
      return parts.length === path.length && path.every((part, index) => parts[index] === part);
    },
  };
}

const start = plainPage('dashboard', []);
/** It is served from a folder, by itself or by a file of HTML. */
const dashboard: Page = {
  ...start,
  test: (url) => /\/(?:[^/]+\.html)?$/.test(url.pathname) && start.test(url),
};

const pages: readonly Page[] = [
  plainPage('contact-create', ['contacts', 'create']),
  plainPage('company-create', ['companies', 'create']),
  plainPage('opportunity-create', ['deals', 'create']),
  plainPage('task-create', ['tasks', 'create']),
  recordPage('contact', 'contacts'),
  recordPage('company', 'companies'),
  recordPage('opportunity', 'deals'),
  recordPage('task', 'tasks'),
  plainPage('contacts', ['contacts']),
  plainPage('companies', ['companies']),
  plainPage('board', ['deals']),
  plainPage('tasks', ['tasks']),
  dashboard,
  elsewhere,
];

const everywhere = pages.map(({ kind }) => kind);
const formPages = ['contact-create', 'contact', 'opportunity-create', 'opportunity'] as const;
const taskLists = ['dashboard', 'contact', 'company', 'opportunity', 'tasks'] as const;

const seconds = 1000;

/**
 * Inserting is the one request to a table without a filter or an order, so its URL is never a refetch (PostgREST; seen
 * November 2026).
 */
const inserts = (table: string) => ({
  request: new RegExp(`/rest/v1/${table}(?:\\?select=\\*)?$`),
});
/** Updating shares its URL with reading one row, so it needs company. */
const updates = (table: string) => ({
  request: new RegExp(`/rest/v1/${table}\\?id=eq\\.(?<identity>\\d+)`),
});

/** Sonner's notices; the type is the library's own attribute. */
const notice = ['[data-sonner-toast]:not([data-type="error"])'] as const;
/** An error notice, or a field that react-hook-form has found wanting. */
const complaint = ['[data-sonner-toast][data-type="error"]', 'form [aria-invalid="true"]'] as const;
/** "Undo" in a notice: the app has held the request back for it. */
const undo = ['[data-sonner-toast] [data-button]'] as const;

/** Radix renders a hidden native select beside its own, with the stored values whatever the language. */
const stageField = [
  'select:has(> option[value="won"])',
  // 2024 build (MUI)
  'input[name="stage"]',
] as const;
const statusField = ['select:has(> option[value="in_progress"])'] as const;
const typeField = ['select:has(> option[value="Call"])', 'input[name="type"]'] as const;

/** Task types as stored and as the fork's six languages write them, and the icon that the boards draw for them. */
const typeNames: readonly (readonly [ActionKind, readonly string[]])[] = [
  ['call', ['call', 'llamada', 'appel', '通話', '전화', 'cuộc gọi', 'lucide-phone']],
  ['email', ['email', 'correo', 'e-mail', 'メール', '이메일', 'lucide-mail']],
  [
    'meeting',
    [
      ...['demo', 'démo', 'デモ', '데모', 'lucide-presentation'],
      ...['lunch', 'almuerzo', 'déjeuner', 'ランチ', '점심', 'bữa trưa', 'lucide-utensils'],
      ...['meeting', 'reunión', 'réunion', '会議', '회의', 'họp', 'lucide-users'],
    ],
  ],
];

/** The kind that completing a task of this type is; a type of no other kind is a task. */
function kindOfType(type: string | undefined): ActionKind {
  const words = (type ?? '').toLowerCase();
  const found = typeNames.find(([, names]) =>
    names.some((name) => name === words || words.split(' ').includes(name)),
  );
  return found?.[0] ?? 'task';
}

const isDone = (values: Values) => values['status']?.is === 'done';
const wasDone = (values: Values) => values['status']?.was === 'done';

function stageKind(to: string | undefined): ActionKind {
  return to === 'won' ? 'win' : 'stage';
}

/** Ids of the row's own control: `checkbox-list-label-12` → `12`. */
const lastNumber = (element: Element) => /\d+$/.exec(element.id)?.[0];
const draggableId = (element: Element) =>
  element.getAttribute('data-rfd-draggable-id') ?? undefined;
const routeId = (element: Element) => route(new URL(element.ownerDocument.URL))[1];

const saves = ['form button[type="submit"]'] as const;
const savesTask = ['form:has(textarea[name="text"]) button[type="submit"]'] as const;
const checkbox = ['button[role="checkbox"][id^="checkbox-list-label-"]'] as const;
const card = ['[data-rfd-draggable-id]'] as const;
const column = { container: ['[data-rfd-droppable-id]'], named: 'data-rfd-droppable-id' } as const;

const rules: readonly Rule[] = [
  {
    id: 'atomic/contact',
    on: ['contact-create'],
    intents: [{ event: 'click', target: saves }],
    kind: 'contact',
    confirm: [[inserts('contacts')]],
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    id: 'atomic/company',
    on: ['company-create'],
    intents: [{ event: 'click', target: saves }],
    kind: 'company',
    confirm: [[inserts('companies')]],
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    // "Create …" at the end of a company field's list makes the company at once.
    id: 'atomic/company-inline',
    on: formPages,
    intents: [
      { event: 'click', target: ['[cmdk-item]'] },
      { event: 'keydown', target: ['[cmdk-input]'], keys: { key: 'Enter' } },
    ],
    kind: 'company',
    confirm: [[inserts('companies')]],
    fails: complaint,
    // Choosing from a list is an intent as well; nobody fills in a company's own form this fast.
    within: 8 * seconds,
    once: 'occurrence',
  },
  {
    id: 'atomic/opportunity',
    on: ['opportunity-create'],
    intents: [{ event: 'click', target: saves }],
    reads: { stage: stageField },
    kind: ({ stage }) => (stage?.is === 'won' ? ['opportunity', 'win'] : ['opportunity']),
    confirm: [[inserts('deals')]],
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    id: 'atomic/note',
    on: ['contact', 'company', 'opportunity'],
    // The form that edits a note has the same field; its save is an update and confirms nothing here.
    intents: [
      {
        event: 'click',
        target: [
          'form:has(textarea[name="text"]) button[data-slot="button"][type="button"]',
          'form:has(textarea[name="text"]) button[type="submit"]',
        ],
      },
    ],
    kind: 'note',
    confirm: [[inserts('(?:contact|company|deal)Notes')]],
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    id: 'atomic/follow-up',
    on: everywhere,
    intents: [{ event: 'click', target: savesTask }],
    reads: { status: statusField, type: typeField },
    // A task that is saved as done already was not planned: it is the deed itself.
    kind: (values) => (isDone(values) ? [kindOfType(values['type']?.is)] : ['follow-up']),
    confirm: [[inserts('tasks')]],
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    id: 'atomic/task',
    on: taskLists,
    intents: [
      {
        event: 'click',
        target: checkbox,
        accept: (box) => box.getAttribute('aria-checked') === 'false',
      },
    ],
    scope: ['div:has(> [role="checkbox"])'],
    reads: { type: ['a[href*="/tasks/"] .font-semibold', '.font-semibold'] },
    kind: (values) => [kindOfType(values['type']?.is)],
    // The row may leave its list before the box was seen ticked, so the update of that very task has to do.
    confirm: [[updates('tasks')]],
    fails: complaint,
    within: 25 * seconds,
    once: 'identity',
    identity: lastNumber,
  },
  {
    id: 'atomic/task-reopened',
    on: taskLists,
    intents: [
      {
        event: 'click',
        target: checkbox,
        accept: (box) => box.getAttribute('aria-checked') === 'true',
      },
    ],
    kind: 'task',
    confirm: [[updates('tasks')]],
    fails: complaint,
    within: 25 * seconds,
    once: 'identity',
    identity: lastNumber,
    same: 'atomic/task',
    reverses: true,
  },
  {
    id: 'atomic/task-in-table',
    on: ['tasks'],
    intents: [{ event: 'click', target: ['tr button:has(> svg.lucide-check)'] }],
    scope: ['tr'],
    reads: { type: ['svg[class*="lucide-"]'] },
    kind: (values) => [kindOfType(values['type']?.is)],
    confirm: [[updates('tasks'), { appears: notice }]],
    fails: complaint,
    within: 20 * seconds,
    once: 'identity',
    same: 'atomic/task',
  },
  {
    // The task's own page: "Mark complete" goes once it has done so.
    id: 'atomic/task-on-page',
    on: ['task'],
    intents: [{ event: 'click', target: ['main button:not([type]):has(> svg.lucide-check)'] }],
    scope: ['main'],
    reads: { type: ['h5'] },
    kind: (values) => [kindOfType(values['type']?.is)],
    confirm: [[updates('tasks'), { vanishes: ['button'] }]],
    fails: complaint,
    within: 20 * seconds,
    once: 'identity',
    identity: routeId,
    same: 'atomic/task',
  },
  {
    id: 'atomic/task-on-board',
    on: ['tasks'],
    intents: [{ event: 'drop', target: card }],
    scope: card,
    reads: { type: ['svg[class*="lucide-"]'] },
    kind: (values, { captures }) =>
      captures['to'] === 'done' ? [kindOfType(values['type']?.is)] : [],
    confirm: [[{ moves: column }, updates('tasks')]],
    fails: complaint,
    within: 30 * seconds,
    once: 'identity',
    identity: draggableId,
    same: 'atomic/task',
  },
  {
    id: 'atomic/task-by-form',
    // Making a task moves all others down, so its page sends updates that are no edits.
    on: everywhere.filter((kind) => kind !== 'task-create'),
    intents: [{ event: 'click', target: savesTask }],
    reads: { status: statusField, type: typeField },
    kind: (values) => (isDone(values) && !wasDone(values) ? [kindOfType(values['type']?.is)] : []),
    confirm: [[updates('tasks'), { vanishes: ['form'] }]],
    fails: complaint,
    cancels: undo,
    within: 20 * seconds,
    once: 'identity',
    same: 'atomic/task',
  },
  {
    id: 'atomic/stage-on-board',
    on: ['board'],
    intents: [{ event: 'drop', target: card }],
    kind: (_values, { captures }) => [stageKind(captures['to'])],
    // The board does not put a card back when saving fails, so its place alone proves nothing.
    confirm: [[{ moves: column }, updates('deals')]],
    fails: complaint,
    within: 30 * seconds,
    once: 'occurrence',
    identity: draggableId,
  },
  {
    id: 'atomic/stage-by-form',
    on: ['opportunity'],
    intents: [{ event: 'click', target: saves }],
    reads: { stage: stageField },
    // "Deal updated" is said for a mere rename too.
    kind: ({ stage }) => (stage && stage.was !== stage.is ? [stageKind(stage.is)] : []),
    confirm: [[updates('deals'), { vanishes: ['form'] }]],
    fails: complaint,
    within: 20 * seconds,
    once: 'occurrence',
    identity: routeId,
  },
  ...askedLinks('atomic', everywhere),
];

/**
 * Atomic CRM (marmelab) and its fork RealTimeX, shadcn build of 2026 on Supabase. Read off the running application in
 * November 2026.
 */
export const atomic: Site = {
  id: 'atomic',
  label: 'Atomic CRM',
  matches: [],
  // Its parts are many an application's; its navigation is its own. The page to sign in at has none.
  marks: ['nav:has([href$="#/contacts"]):has([href$="#/companies"]):has([href$="#/deals"])'],
  pages,
  rules,
  landmarks: {
    // The note form; the same record being edited has its own.
    contact: ['form textarea[name="text"]', 'form [name="first_name"]'],
    // Being edited, it lies over the board.
    opportunity: ['form textarea[name="text"]', ...column.container],
    'contact-create': saves,
    'company-create': saves,
    'opportunity-create': saves,
    'task-create': saves,
    board: column.container,
    dashboard: ['main#main-content'],
  },
};

const crm = 'https://crm.example.com/#/';
const recordExamples = (resource: string): Examples[string] => [
  `${crm}${resource}/17/show`,
  `${crm}${resource}/17`,
  `http://localhost:8080/app/#/${resource}/3/edit`,
];

export const atomicExamples: Examples = {
  'contact-create': [`${crm}contacts/create`],
  'company-create': [`${crm}companies/create`],
  'opportunity-create': [`${crm}deals/create`],
  'task-create': [`${crm}tasks/create`],
  contact: recordExamples('contacts'),
  company: recordExamples('companies'),
  opportunity: recordExamples('deals'),
  task: recordExamples('tasks'),
  contacts: [`${crm}contacts`],
  companies: [`${crm}companies`],
  board: [`${crm}deals`],
  tasks: [`${crm}tasks`],
  dashboard: [crm],
  elsewhere: [`${crm}settings`, `${crm}contacts/x17/show`, 'https://crm.example.com/app'],
};
