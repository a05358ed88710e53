import type { Examples, Page, Rule } from '../site';
import { linkedinPage, origin } from './linkedinPage';
import { leadMenu, leadOf } from './people';

/** Sales Navigator lives at LinkedIn's own address. */
export const salesPages: readonly Page[] = [
  linkedinPage('sales-lead', /^\/sales\/(?:lead|people)\/[^/]/),
  linkedinPage('sales-search', /^\/sales\/search\//),
  linkedinPage('sales-list', /^\/sales\/lists\//),
  linkedinPage('sales-inbox', /^\/sales\/inbox/),
  linkedinPage('sales-company', /^\/sales\/company\//),
  linkedinPage('sales-elsewhere', /^\/sales(?:\/|$)/),
];

const onSales = salesPages.map(({ kind }) => kind);
const seconds = 1000;
const aWhile = { holds: 2 * seconds };

const connects = /[?&]action=connectV2\b/;
const connectDialog = '[data-sn-view-name="subpage-connect-modal"], [role="dialog"], dialog';

const sends = /MessageActions\?\S*\baction=createMessage\b/;
const composer = 'form[data-x-conversation-widget="compose-form"]';
const body = 'textarea[name="message"]';

/** Send has no name of its own: it submits, or it is the last button that can be pressed. */
function sendsForm(button: Element): boolean {
  const form = button.closest('form');
  const text = form?.querySelector<HTMLTextAreaElement>(body)?.value.trim();
  const usable = [...(form?.querySelectorAll('button:not([disabled])') ?? [])];
  return !!text && (button.matches('[type="submit"]') || usable.at(-1) === button);
}

export const salesRules: readonly Rule[] = [
  {
    id: 'linkedin/sales-connection',
    on: onSales,
    intents: [
      {
        event: 'click',
        target: ['button.connect-cta-form__send:not([disabled])'],
        accept: (button) => !button.ownerDocument.querySelector('#connect-cta-form__email'),
      },
    ],
    opener: [
      `[data-x--lead-actions-bar-overflow-menu], [data-search-overflow-trigger], ${leadMenu} *`,
    ],
    kind: 'connection',
    // What else it shows are words in a menu; Cancel and a failure are known, so a dialog that just goes has sent.
    confirm: [[{ request: connects }], [{ vanishes: [connectDialog] }, aWhile]],
    fails: ['.fuse-limit-alert__header, #connect-cta-form__email'],
    refused: connects,
    cancels: ['.connect-cta-form__cancel'],
    here: true,
    within: 20 * seconds,
    once: 'subject-day',
    subject: leadOf,
  },
  {
    id: 'linkedin/sales-message',
    on: onSales,
    intents: [{ event: 'click', target: [`${composer} button`], accept: sendsForm }],
    opener: ['[data-anchor-send-inmail], [data-anchor-send-message]'],
    kind: 'message',
    confirm: [
      [{ request: sends }],
      [{ empties: [body] }, { appears: ['article'] }, aWhile],
      [{ vanishes: ['form'] }, { appears: ['article'] }, aWhile],
    ],
    refused: sends,
    cancels: ['[data-control-name="overlay.close_overlay"]'],
    within: 20 * seconds,
    once: 'occurrence',
    subject: leadOf,
  },
];

export const salesExamples: Examples = {
  'sales-lead': [`${origin}/sales/lead/ACwAATEST000001,NAME_SEARCH,a1b2`],
  'sales-search': [`${origin}/sales/search/people?query=founder`],
  'sales-list': [`${origin}/sales/lists/people/7000000000000000001`],
  'sales-inbox': [`${origin}/sales/inbox/2-MTIzNA==`],
  'sales-company': [`${origin}/sales/company/1000001`],
  'sales-elsewhere': [`${origin}/sales/home`],
};
