import type { ActionKind } from '../domain/action';
import { askedLinks } from './parts/askedLinks';
import { elsewhere } from './parts/elsewhere';
import type { Examples, Intent, Page, PageKind, Rule, Selector, Site } from './site';

/** By the name that an app has in addresses, and by that of its table: `/odoo/crm/17`, `/web#id=17&model=crm.lead`. */
function recordPage(kind: PageKind, app: string, model: string): Page {
  const record = new RegExp(`/(?:${app}|${model.replace('.', '\\.')})/(\\d+)/?$`);
  const idIn = ({ pathname, hash }: URL) => {
    if (pathname.startsWith('/odoo/')) return record.exec(pathname)?.[1];
    if (pathname !== '/web') return undefined;
    const said = new URLSearchParams(hash.slice(1));
    return said.get('model') === model ? /^\d+$/.exec(said.get('id') ?? '')?.[0] : undefined;
  };
  return {
    kind,
    test: (url) => idIn(url) !== undefined,
    subject: (url) => `${kind}/${idIn(url) ?? ''}`,
  };
}

const pages: readonly Page[] = [
  recordPage('opportunity', 'crm', 'crm.lead'),
  recordPage('contact', 'contacts', 'res.partner'),
  elsewhere,
];
const everywhere = pages.map(({ kind }) => kind);

const seconds = 1000;

const chatter = ['.o-mail-Chatter'] as const;
/** A server that says no answers 200 as well; then this comes (vendor's source). */
const complaint = ['.o_error_dialog'] as const;

/**
 * What the chatter's one composer writes, by the button that shows as pressed. Chats have the same composer, and no such
 * button.
 */
function writes(kind: ActionKind, pressed: string): Rule {
  const accept: Intent['accept'] = (target) =>
    !!target.closest(chatter.join())?.querySelector(`${pressed}.active`);
  return {
    id: `odoo/${kind}`,
    on: everywhere,
    intents: [
      { event: 'click', target: ['.o-mail-Composer-send'], accept },
      {
        event: 'keydown',
        target: ['.o-mail-Composer-input'],
        keys: { key: 'Enter', mod: true },
        accept,
      },
    ],
    kind,
    // Somebody else's message may come in at any time, and the request is the same for both.
    confirm: [
      [
        { request: /\/mail\/message\/post$/ },
        { appears: ['.o-mail-Message'], in: chatter },
        { holds: 300 },
      ],
    ],
    fails: complaint,
    here: true,
    within: 20 * seconds,
    once: 'occurrence',
  };
}

const markDone = ['.o-mail-Activity-markDone'] as const;
const activity = '.o-mail-Activity';
const names = new WeakMap<Element, string>();
let named = 0;
/** An activity has no name of its own in the page; its element stays the same until it goes. */
function nameOf(opener: Element): string {
  const element = opener.closest(activity) ?? opener;
  const name = names.get(element) ?? String((named += 1));
  names.set(element, name);
  return name;
}

/** The icons of the types that Odoo comes with (vendor's source); a type of one's own is a task, or what its icon says. */
const icons: Readonly<Partial<Record<ActionKind, string>>> = {
  call: '.fa-phone',
  meeting: '.fa-users',
  email: '.fa-envelope',
};
function kindOf(opener: Element): ActionKind {
  const place = opener.closest(activity)?.querySelector('.o-mail-Activity-iconContainer');
  const found = Object.entries(icons).find(([, icon]) => place?.querySelector(icon));
  return (found?.[0] ?? 'task') as ActionKind;
}

/** The popover of an activity does not say whose it is, so what opened it does. */
function completes(kind: ActionKind): Rule {
  const done: Selector = ['.o-mail-ActivityMarkAsDone button[aria-label]'];
  return {
    id: `odoo/${kind}-done`,
    on: everywhere,
    opener: markDone,
    intents: [
      {
        event: 'click',
        target: done,
        accept: (_target, opener) => opener !== undefined && kindOf(opener) === kind,
      },
    ],
    kind,
    confirm: [
      [
        // Names the deed: putting the popover away asks nothing.
        { request: /\/call_kw\/mail\.activity\/action_feedback(?:_schedule_next)?$/ },
        { leaves: markDone },
      ],
    ],
    fails: complaint,
    // Only what marks it as done has a label of its own (vendor's source).
    cancels: ['.o-mail-ActivityMarkAsDone button:not([aria-label])'],
    here: true,
    within: 20 * seconds,
    once: 'occurrence',
    identity: nameOf,
  };
}

const wins = ['button[name="action_set_won_rainbowman"]'] as const;

const rules: readonly Rule[] = [
  writes('email', '.o-mail-Chatter-sendMessage'),
  writes('note', '.o-mail-Chatter-logNote'),
  completes('call'),
  completes('meeting'),
  completes('email'),
  completes('task'),
  {
    id: 'odoo/win',
    on: everywhere,
    intents: [{ event: 'click', target: wins }],
    kind: 'win',
    confirm: [
      [{ request: /\/call_button(?:\/[\w.]+\/action_set_won_rainbowman)?$/ }, { vanishes: wins }],
    ],
    fails: complaint,
    here: true,
    within: 20 * seconds,
    once: 'occurrence',
  },
  ...askedLinks('odoo', everywhere),
];

/** Odoo from 17 on, by the vendor's tests and source; nobody has seen it live. */
export const odoo: Site = {
  id: 'odoo',
  label: 'Odoo',
  matches: ['https://*.odoo.com/*'],
  // The body of the application, and what loads it (vendor's source).
  marks: ['body.o_web_client', 'script[src*="/web/assets/"][src*="web.assets_web"]'],
  pages,
  rules,
  landmarks: { opportunity: chatter, contact: chatter },
};

const crm = 'https://acme.odoo.com';

export const odooExamples: Examples = {
  opportunity: [
    `${crm}/odoo/crm/17`,
    `${crm}/odoo/contacts/5/crm.lead/17`,
    'https://erp.example.com/web#id=17&model=crm.lead&view_type=form',
  ],
  contact: [
    `${crm}/odoo/contacts/5`,
    `${crm}/odoo/crm/17/res.partner/5`,
    'https://erp.example.com/web#id=5&model=res.partner&view_type=form',
  ],
  elsewhere: [
    `${crm}/odoo`,
    `${crm}/my/orders`,
    `${crm}/odoo/crm`,
    'https://erp.example.com/web#action=120&model=crm.lead&view_type=kanban',
  ],
};
