import { askedLinks } from './parts/askedLinks';
import { linkedinPage, origin } from './parts/linkedinPage';
import { correspondent, memberOf, personOf } from './parts/people';
import { salesExamples, salesPages, salesRules } from './parts/salesNavigator';
import type { Confirmation, Examples, Rule, Site } from './site';

const ownPages = [
  linkedinPage('profile', /^\/in\/[^/]+\/?$/),
  linkedinPage('profile-part', /^\/in\/./),
  linkedinPage('invite', /^\/preload\/(?:search-)?custom-invite\//),
  linkedinPage('search', /^\/search\/results\//),
  linkedinPage('invitations', /^\/mynetwork\/invitation-manager\//),
  linkedinPage('network', /^\/mynetwork\//),
  linkedinPage('thread', /^\/messaging\/thread\/[^/]/),
  linkedinPage('compose', /^\/messaging\/compose\//),
  linkedinPage('messaging', /^\/messaging\//),
  linkedinPage('post', /^\/feed\/update\/[^/]/),
  linkedinPage('feed', /^\/feed\//),
  // Messages are sent from the overlay wherever the rep is.
  linkedinPage('elsewhere', /^\//),
] as const;

const everywhere = ownPages.map(({ kind }) => kind);
const pages = [...salesPages, ...ownPages];

const seconds = 1000;

const toastError = '[data-test-artdeco-toast-item-type="error"]';

/** Both front ends, with and without a note. Names a deed, so no refetch shares it. */
const connects = /sduiid=[\w.]+\.addaAddConnection\b|[?&]action=verifyQuotaAndCreate/;

const dialog = ':is(.send-invite, [aria-labelledby="send-invite-modal"])';
/** "Got it" at the weekly limit, the offer of Premium, the demand for an e-mail address: nothing was sent. */
const notSent = `[class*="ip-fuse-limit-alert"], a.artdeco-button--primary[href*="/premium/"], ${dialog} input[type="email"], ${toastError}`;
/**
 * SDUI by the state in its key; where that is a random one, by the link that takes the place of the invitation's. Classic
 * by its clock (seen in four codebases and one saved button).
 */
const pending = [
  '[componentkey$="_pending"]',
  `[componentkey$="Topcard"] a[aria-label][href="${origin}/"]`,
  '[data-test-icon^=clock]',
] as const;

const connection = {
  kind: 'connection',
  refused: connects,
  within: 20 * seconds,
  once: 'subject-day',
  identity: (control: Element) => memberOf(control) ?? personOf(control),
  subject: personOf,
} as const;

/** The control as long as it can invite. */
const inviting = [
  '[href*="custom-invite/"], [componentkey$="_connect"], [componentkey$="_withdrawn"]',
] as const;
/** SDUI's notices say in words only whether they are good or bad news. */
const notice = ['section:has(> [data-testid="toasts-title"]) [role="alert"]'] as const;
const soon = { holds: 1 * seconds };
/** A message stands in its list before the server has it. */
const aWhile = { holds: 2 * seconds };
/**
 * Pending, or the request's own answer. An answer that streams in with 200 may still say no, so that a notice must come
 * with a control that no longer invites.
 */
const connected = [
  [{ request: connects }, { lacks: notice }, soon],
  [{ request: connects }, { leaves: inviting }, soon],
  [{ becomes: pending }],
] as const;

const byDialog = {
  intents: [
    {
      event: 'click',
      target: [
        // "Got it" at the weekly limit, and what follows an e-mail address, look the same.
        `${dialog}:not(:has([type="email"], [class*="ip-fuse-limit-alert"])) .artdeco-modal__actionbar button.artdeco-button--primary:not([disabled])`,
      ],
    },
  ],
  fails: [notSent],
  cancels: [`${dialog} button:not(.artdeco-button--primary)`],
} as const;

const hasText = (editor: Element | null | undefined) => !!editor?.textContent.trim();

const editor = ['.msg-form__contenteditable'] as const;

/**
 * Whether Enter sends: there is no button for it, or a hint or the chosen option says so. While suggestions are open, it
 * takes one of them.
 */
function enterSends(box: Element): boolean {
  const form = box.closest('form');
  const sendsByEnter =
    form &&
    (!form.querySelector('.msg-form__send-button') ||
      form.querySelector(
        '.msg-form__hint-text, [data-test-msg-ui-send-mode-toggle-presenter__enter-to-send-input]:checked',
      ));
  const suggests =
    box.matches('[aria-activedescendant], [aria-expanded="true"]') ||
    form?.parentElement?.querySelector('[role="listbox"]')?.checkVisibility();
  return !!sendsByEnter && !suggests && hasText(box);
}

/** The last of the list and not the other's: loading older ones adds at the top. */
const ownMessage: Confirmation = {
  appears: [
    '.msg-s-message-list__event:not(:has(~ .msg-s-message-list__event)) .msg-s-event-listitem:not(.msg-s-event-listitem--other)',
  ],
  in: ['.msg-overlay-conversation-bubble', 'main'],
};

const sendsMessage = /MessengerMessages\?\S*\baction=createMessage\b/;

const tiptap = '[data-testid="ui-core-tiptap-text-editor-wrapper"]';
const commentBox = `.comments-comment-box, div:has(${tiptap})`;
const commentEditor = [`.ql-editor, ${tiptap} .ProseMirror`] as const;

const topCard = '[componentkey$="Topcard"]';
const accepting = [
  `:is(${topCard}, [componentkey="MyNetwork_InvitationsPreview"], [data-sdui-screen*="InvitationReceivedWithType"], [data-view-name="pending-invitation"]) button:not([aria-expanded])`,
] as const;

/** The buttons of the smallest part of the page around one that shows so many. */
function rowOf(button: Element, count: number): readonly Element[] {
  for (let row = button.parentElement; row; row = row.parentElement) {
    const buttons = [...row.querySelectorAll('button')].filter((one) => one.checkVisibility());
    if (buttons.length >= count) return buttons.length === count ? buttons : [];
  }
  return [];
}

/**
 * On a profile: Accept, Ignore, More. In a list: Ignore, Accept; newsletters, events and pages invite in the same list.
 */
function accepts(button: Element): boolean {
  if (button.closest(topCard)) {
    const [first, second, third] = rowOf(button, 3);
    return first === button && !!second?.ariaLabel && !!third?.matches('[aria-expanded]');
  }
  let card = button.parentElement;
  while (card && !card.querySelector('a[href]')) card = card.parentElement;
  return (
    rowOf(button, 2)[1] === button &&
    !card?.querySelector(
      '[href*="/newsletters/"], [href*="/events/"], [href*="/company/"], [href*="/groups/"]',
    )
  );
}

const rules: readonly Rule[] = [
  {
    ...connection,
    id: 'linkedin/connection',
    ...byDialog,
    on: everywhere.filter((kind) => kind !== 'invite'),
    opener: [':is(a, button, [role="menuitem"], [role="button"]):not([role="dialog"] *, dialog *)'],
    confirm: [
      ...connected,
      [
        { vanishes: [dialog] },
        { appears: ['[data-test-artdeco-toast-item-type="success"]'] },
        soon,
      ],
    ],
  },
  {
    // The dialog by its own address: there is no control to become anything, and the profile may follow.
    ...connection,
    ...byDialog,
    id: 'linkedin/connection-direct',
    on: ['invite'],
    confirm: [[{ request: connects }], [{ arrives: 'profile' }]],
    same: 'linkedin/connection',
  },
  {
    // People you may know, and some rows of a search: it is sent at once.
    ...connection,
    id: 'linkedin/connection-at-once',
    on: everywhere,
    intents: [
      {
        event: 'click',
        target: [
          'button[componentkey$="_connect"]',
          'button:has(#connect-small, [data-test-icon^="connect"], [href="#connect-small"]):not([componentkey$="_withdrawn"])',
        ],
      },
    ],
    confirm: connected,
    // Where a dialog opens after all, its own rule takes over.
    fails: [`${notSent}, ${dialog}`],
    same: 'linkedin/connection',
  },
  {
    // With a subject it is an InMail.
    id: 'linkedin/message',
    on: everywhere,
    intents: [
      { event: 'click', target: ['form .msg-form__send-button:not([disabled])'] },
      { event: 'keydown', keys: { key: 'Enter' }, target: editor, accept: enterSends },
    ],
    kind: 'message',
    confirm: [
      [{ request: sendsMessage }],
      [{ empties: editor }, ownMessage, aWhile],
      [{ arrives: 'thread' }, ownMessage, aWhile],
    ],
    fails: [toastError],
    refused: sendsMessage,
    // Another conversation empties the editor too, and has messages of the rep's own.
    cancels: ['a[href*="/messaging/thread/"], .msg-conversation-listitem__link'],
    within: 20 * seconds,
    once: 'occurrence',
    subject: correspondent,
  },
  {
    id: 'linkedin/comment',
    on: everywhere,
    intents: [
      {
        event: 'click',
        // SDUI's has no name of its own, so any button beside the editor may be it.
        target: [`[class*="comments-comment-box__submit-button"], div:has(${tiptap}) button`],
        accept: (button) => hasText(button.closest(commentBox)?.querySelector(commentEditor[0])),
      },
    ],
    scope: [commentBox],
    kind: 'comment',
    confirm: [
      [{ request: /sduiid=[\w.]+\.createComment\b/ }, { empties: commentEditor }],
      [
        { empties: commentEditor },
        { echoes: commentEditor, in: ['[data-urn], [role="listitem"], [role="article"], main'] },
        aWhile,
      ],
    ],
    fails: [toastError],
    within: 20 * seconds,
    once: 'occurrence',
  },
  {
    id: 'linkedin/acceptance',
    on: everywhere,
    intents: [{ event: 'click', target: accepting, accept: accepts }],
    kind: 'acceptance',
    // Nobody knows the request yet. Row by row, or all drawn anew: the button for that person has gone.
    confirm: [[{ leaves: accepting }, aWhile]],
    fails: [toastError],
    here: true,
    within: 15 * seconds,
    once: 'subject-day',
    identity: (button) => (accepts(button) ? personOf(button) : undefined),
    subject: personOf,
  },
  ...salesRules,
  ...askedLinks(
    'linkedin',
    pages.map(({ kind }) => kind),
  ),
];

/**
 * LinkedIn's two front ends, mixed on one account and day: SDUI (hashed classes, component keys) and classic (Ember,
 * `artdeco-*`, `msg-*`). From published markup and code of May to October 2026; nobody has seen these rules on the live
 * site yet.
 */
export const linkedin: Site = {
  id: 'linkedin',
  label: 'LinkedIn',
  matches: [`${origin}/*`],
  // The invitation's dialog and the messaging overlay.
  shadows: ['#interop-outlet', '[data-testid="interop-shadowdom"]'],
  pages,
  rules,
  landmarks: {
    profile: ['[componentkey$="Topcard"]', 'main section:has(h1)'],
    network: ['a[href*="/in/"]'],
    thread: ['form.msg-form'],
    compose: ['form.msg-form'],
    'sales-lead': ['[data-x--lead-actions-bar-overflow-menu]', '#profile-card-section'],
  },
};

export const linkedinExamples: Examples = {
  profile: [`${origin}/in/test-person-1/`, `${origin}/in/ACoAATEST000001`],
  'profile-part': [`${origin}/in/test-person-1/details/experience/`],
  invite: [
    `${origin}/preload/custom-invite/?vanityName=test-person-1`,
    `${origin}/preload/search-custom-invite/?vanityName=test-person-7`,
  ],
  search: [`${origin}/search/results/people/?keywords=founder`],
  invitations: [`${origin}/mynetwork/invitation-manager/received/`],
  network: [`${origin}/mynetwork/grow/`, `${origin}/mynetwork/`],
  thread: [`${origin}/messaging/thread/2-MTIzNA==/`],
  compose: [`${origin}/messaging/compose/?recipient=ACoAATEST000001`],
  messaging: [`${origin}/messaging/`],
  post: [`${origin}/feed/update/urn:li:activity:7250000000000000001/`],
  feed: [`${origin}/feed/`],
  elsewhere: [`${origin}/notifications/`, `${origin}/company/acme/`],
  ...salesExamples,
};
