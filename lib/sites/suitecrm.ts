import type { ActionKind } from '../domain/action';
import { arrivesAt } from './parts/arrivesAt';
import { askedLinks } from './parts/askedLinks';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Page, PageKind, Rule, Site, Values } from './site';

const modules = {
  Contacts: 'contact',
  Accounts: 'company',
  Leads: 'lead',
  Opportunities: 'opportunity',
  Calls: 'call',
  Meetings: 'meeting',
  Tasks: 'task',
  Notes: 'note',
} as const satisfies Record<string, PageKind>;

/** Everything is at `index.php`, which says in its query what it shows. */
function shown({ pathname, searchParams }: URL) {
  const [module, action, record] = ['module', 'action', 'record'].map(
    (name) => searchParams.get(name) ?? '',
  ) as [string, string, string];
  return { module: pathname.endsWith('/index.php') ? module : '', action, record };
}

/** `Contacts`, `b1c2` → `contact/b1c2`; other modules keep their names. */
function subjectOf(module: string, record: string): string | undefined {
  const kind = (modules as Readonly<Record<string, PageKind>>)[module] ?? module;
  return kind && record ? `${kind}/${record}` : undefined;
}

const subject = (url: URL) => {
  const { module, record } = shown(url);
  return subjectOf(module, record);
};

function detailPage(kind: PageKind, isIts: (module: string) => boolean): Page {
  return {
    kind,
    test: (url) => {
      const { module, action, record } = shown(url);
      return module !== '' && isIts(module) && action === 'DetailView' && record !== '';
    },
    subject,
  };
}

const pages: readonly Page[] = [
  ...Object.entries(modules).map(([module, kind]) => detailPage(kind, (one) => one === module)),
  detailPage('other-record', () => true),
  {
    // Of a new record, or of one that there is.
    kind: 'form',
    test: (url) => shown(url).module !== '' && shown(url).action === 'EditView',
    subject,
  },
  elsewhere,
];
const everywhere = pages.map(({ kind }) => kind);

const seconds = 1000;

/** The stage and the states as stored, in every language. */
const won = 'Closed Won';
const becomes = (status: Values[string] | undefined, state: string) =>
  status?.is === state && status.was !== state;

/** What saving a new record is; a call or task of another state (not held, deferred) is nothing. */
const made: Readonly<Record<string, (values: Values) => readonly ActionKind[]>> = {
  Contacts: () => ['contact'],
  Accounts: () => ['company'],
  Leads: () => ['lead'],
  Opportunities: ({ stage }) => (stage?.is === won ? ['opportunity', 'win'] : ['opportunity']),
  Calls: ({ status }) =>
    status?.is === 'Held' ? ['call'] : status?.is === 'Planned' ? ['follow-up'] : [],
  // Booked is what counts, so holding it later does not.
  Meetings: ({ status }) => (status?.is === 'Not Held' ? [] : ['meeting']),
  Tasks: ({ status }) =>
    status?.is === 'Completed' ? ['task'] : status?.is === 'Deferred' ? [] : ['follow-up'],
  Notes: () => ['note'],
};

/** What saving a record that there was is: only what it was not before. */
const edited: typeof made = {
  Opportunities: ({ stage }) =>
    !stage || stage.is === stage.was ? [] : [stage.is === won ? 'win' : 'stage'],
  Calls: ({ status }) => (becomes(status, 'Held') ? ['call'] : []),
  Tasks: ({ status }) => (becomes(status, 'Completed') ? ['task'] : []),
};

/** A form says in hidden fields of which module it is, and of which record, if it is not a new one. */
export function savedKinds(values: Values): readonly ActionKind[] {
  const of = values['record']?.is ? edited : made;
  return of[values['module']?.is ?? '']?.(values) ?? [];
}

/** Whom a call, a meeting, a task or a note is about; else the record itself, if it is not a new one. */
function whom(save: Element): string | undefined {
  const form = save.closest('form');
  const said = (name: string) =>
    form?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? '';
  return (
    subjectOf(said('parent_type'), said('parent_id')) ?? subjectOf(said('module'), said('record'))
  );
}

/** A link takes the rep elsewhere before the answer has come. */
const cancels = ['#CANCEL_HEADER', '#CANCEL_FOOTER', '#CANCEL', 'a[href]'] as const;
/** A script finds it missing before the form is sent (public code of several makers). */
const complaint = ['.validation-message'] as const;

/** Its buttons close the record and show it, or close it and go on to a new one (vendor's source). */
function closes(kind: 'call' | 'task'): Rule {
  return {
    id: `suitecrm/${kind}-closed`,
    on: [kind],
    intents: [{ event: 'click', target: ['#close_create_button', '#close_button'] }],
    kind,
    confirm: arrivesAt('form', kind),
    cancels,
    within: 20 * seconds,
    once: 'identity',
    identity: ({ ownerDocument }) => shown(new URL(ownerDocument.URL)).record,
  };
}

const rules: readonly Rule[] = [
  {
    // A script sends the form, so the click is the hand's.
    id: 'suitecrm/saved',
    on: ['form'],
    intents: [{ event: 'click', target: ['#SAVE_HEADER', '#SAVE_FOOTER', '#SAVE'] }],
    reads: {
      module: ['input[name="module"]'],
      record: ['input[name="record"]'],
      status: ['select[name="status"]'],
      stage: ['select[name="sales_stage"]'],
    },
    kind: savedKinds,
    // Of the new record, or of that which the form was opened from.
    confirm: arrivesAt('other-record', ...Object.values(modules)),
    fails: complaint,
    cancels,
    within: 20 * seconds,
    once: 'occurrence',
    subject: whom,
  },
  closes('call'),
  closes('task'),
  ...askedLinks('suitecrm', everywhere),
];

/** SuiteCRM 7, by the vendor's tests of October 2024 and its source; nobody has seen it live. */
export const suitecrm: Site = {
  id: 'suitecrm',
  label: 'SuiteCRM',
  matches: [],
  // What every page of it loads (public code of several makers); SugarCRM 6, of which it is one, too.
  marks: ['script[src*="cache/include/javascript/sugar_grp1"]'],
  pages,
  rules,
  landmarks: { form: ['#SAVE_HEADER', '#SAVE_FOOTER', '#SAVE'] },
};

const crm = 'https://crm.example.com/index.php';
const id = '64f0a1b2-c3d4-e5f6-0718-293a4b5c6d7e';
const record = (module: string): Examples[string] => [
  `${crm}?module=${module}&action=DetailView&record=${id}`,
  `http://localhost:8080/suitecrm/index.php?action=DetailView&module=${module}&record=${id}`,
];

export const suitecrmExamples: Examples = {
  contact: record('Contacts'),
  company: record('Accounts'),
  lead: record('Leads'),
  opportunity: record('Opportunities'),
  call: record('Calls'),
  meeting: record('Meetings'),
  task: record('Tasks'),
  note: record('Notes'),
  'other-record': record('Cases'),
  form: [
    `${crm}?module=Calls&action=EditView&return_module=Contacts&return_action=DetailView&return_id=${id}`,
    `${crm}?module=Opportunities&action=EditView&record=${id}`,
  ],
  elsewhere: [
    crm,
    `${crm}?module=Home&action=index`,
    `${crm}?action=Login&module=Users`,
    `${crm}?module=Contacts&action=ShowDuplicates`,
  ],
};
