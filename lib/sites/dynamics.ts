import type { ActionKind } from '../domain/action';
import { askedLinks } from './parts/askedLinks';
import { composerRules } from './parts/composers';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Page, PageKind, Rule, Selector, Site } from './site';

function recordPage(kind: PageKind, entity: string): Page {
  const idIn = ({ searchParams }: URL) =>
    searchParams.get('etn') === entity
      ? /^\{?([\da-f-]{36})\}?$/i.exec(searchParams.get('id') ?? '')?.[1]?.toLowerCase()
      : undefined;
  return {
    kind,
    test: (url) => idIn(url) !== undefined,
    subject: (url) => `${kind}/${idIn(url) ?? ''}`,
  };
}

/** Its address says nothing of whom it is about, and a new one has no number yet. */
const activityPage = (entity: string): Page => ({
  kind: entity,
  test: ({ searchParams }) => searchParams.get('etn') === entity,
});

const records: readonly Page[] = [
  recordPage('contact', 'contact'),
  recordPage('company', 'account'),
  recordPage('opportunity', 'opportunity'),
  recordPage('lead', 'lead'),
];
const pages: readonly Page[] = [
  ...records,
  ...['phonecall', 'task', 'email'].map(activityPage),
  elsewhere,
];
const everywhere = pages.map(({ kind }) => kind);

const seconds = 1000;

/** Commands have their name in their id, with a number and a word after it. */
const command = (name: string): Selector => [`[data-id*="Mscrm.${name}"]`, `[id*="Mscrm.${name}"]`];
const marked = (name: string): Selector => [`[data-id*="${name}"]`, `[id*="${name}"]`];

/** A record that is closed can no longer be edited, and says so. */
const readOnly = '[data-id*="formReadOnlyIcon"]';
/** The dialog of an error, and what the form says above itself. */
const complaint = [
  '[data-id="errorDialogdialog"]',
  `[data-id*="notificationWrapper"]:not(:has(${readOnly}))`,
] as const;

const rest = {
  fails: complaint,
  here: true,
  within: 20 * seconds,
  once: 'occurrence',
} as const satisfies Partial<Rule>;

const newActivity = (type: string) => marked(`notescontrol-createNewRecord_flyoutMenuItem_${type}`);
const quickCreate = '[data-id*="quickCreateRoot"]';
const saveAndClose = marked('quickCreateSaveAndCloseBtn');

/** What is planned in the timeline: all of them go into the same form at the side, with the same button. */
const planned = composerRules(
  {
    id: (kind) => `dynamics/${kind}`,
    openers: {
      // It is open until it is completed.
      'follow-up': [...newActivity('phonecall'), ...newActivity('task')],
      meeting: newActivity('appointment'),
    },
    anyOpener: [
      ...newActivity(''),
      ...marked('quickCreateLauncher'),
      '[id*="MenuSectionItemsquickCreate"] [role="menuitem"]',
    ],
    send: saveAndClose,
  },
  {
    ...rest,
    on: everywhere,
    // The form also goes when it is thrown away; the notice comes for every record that is saved.
    confirm: [[{ appears: ['[data-id="notification-message"]'] }, { vanishes: [quickCreate] }]],
    cancels: [
      `${quickCreate} :is(button, a, [role="button"]):not(${saveAndClose.join()})`,
      ...marked('quickCreateCancelBtn'),
      ...marked('close_dialog'),
    ],
  },
);

/** A command of an open record that closes it for good. */
function closes(kind: ActionKind, page: PageKind, name: string): Rule {
  return {
    ...rest,
    id: `dynamics/${kind}-done`,
    on: [page],
    intents: [{ event: 'click', target: command(name) }],
    kind,
    confirm: [[{ appears: [readOnly] }]],
  };
}

const won: Selector = [
  ...command('Form.opportunity.MarkAsWon'),
  ...command('Form.opportunity.CloseAsWon'),
];
const lost: Selector = [
  ...command('Form.opportunity.MarkAsLost'),
  ...command('Form.opportunity.CloseAsLost'),
];

/** The dialog in which an opportunity is closed is the same for both; what opened it says how. */
function closesDeal(kind: ActionKind, how: Selector): Rule {
  return {
    ...rest,
    id: `dynamics/${kind}`,
    on: ['opportunity'],
    opener: [...won, ...lost],
    intents: [
      {
        event: 'click',
        target: ['[role="dialog"] [data-id*="ok_id"]'],
        accept: (_target, opener) => !!opener?.closest(how.join()),
      },
    ],
    kind,
    confirm: [[{ appears: [readOnly] }, { vanishes: ['[role="dialog"]'] }]],
    cancels: ['[role="dialog"] [data-id*="cancel_id"]'],
  };
}

const rules: readonly Rule[] = [
  ...planned,
  {
    ...rest,
    id: 'dynamics/note',
    on: records.map(({ kind }) => kind),
    intents: [{ event: 'click', target: ['[id*="create_note_add_btn"]'] }],
    kind: 'note',
    // A timeline that is drawn anew has new entries as well; then its form would still be there.
    confirm: [
      [
        { appears: marked('timeline_record_title_text') },
        { vanishes: ['[id*="create_note_add_btn"]'] },
      ],
    ],
    cancels: ['[id*="create_note_cancel_btn"]'],
  },
  closes('call', 'phonecall', 'SavePrimaryActivityAsComplete'),
  closes('task', 'task', 'SavePrimaryActivityAsComplete'),
  closes('email', 'email', 'Form.email.Send'),
  closesDeal('win', won),
  closesDeal('stage', lost),
  ...askedLinks('dynamics', everywhere),
];

/**
 * Dynamics 365 (unified interface), by the vendor's test library of July 2023 and published code of up to 2026. Nobody has
 * seen it live.
 */
export const dynamics: Site = {
  id: 'dynamics',
  label: 'Dynamics 365',
  matches: ['https://*.dynamics.com/*'],
  pages,
  rules,
  landmarks: {},
};

const crm = 'https://acme.crm4.dynamics.com/main.aspx?appid=0a1b&pagetype=entityrecord';
const id = '0A1B2C3D-0000-4000-8000-000000000001';

export const dynamicsExamples: Examples = {
  contact: [`${crm}&etn=contact&id=${id}`, `${crm}&etn=contact&id=%7b${id}%7d`],
  company: [`${crm}&etn=account&id=${id}`],
  opportunity: [`${crm}&etn=opportunity&id=${id}`],
  lead: [`${crm}&etn=lead&id=${id}`],
  phonecall: [`${crm}&etn=phonecall&id=${id}`],
  task: [`${crm}&etn=task&id=${id}`],
  email: [`${crm}&etn=email&id=${id}`, `${crm}&etn=email`],
  elsewhere: [`${crm}&etn=lead`, 'https://acme.crm.dynamics.com/main.aspx'],
};
