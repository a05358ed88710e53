import { senderPages, senderRules } from './parts/senders';
import type { Examples, Site } from './site';

const seconds = 1000;

/** In five codebases up to August 2026; its neighbour opens the menu for later. */
const send = ['[data-testid="ComposeSendButton"] button:not([aria-haspopup="true"])'] as const;
/** The mail and whom it is to. */
const compose = ['[contenteditable="true"]'] as const;

/** A draft is named by its subject's field (one codebase), the nearest around. */
function draftOf(part: Element): string | undefined {
  for (let around = part.parentElement; around; around = around.parentElement) {
    const subject = around.querySelector('[id^="MSG_"][id$="_SUBJECT"]');
    if (subject) return subject.id;
  }
  return undefined;
}

const rules = senderRules({
  id: 'outlook',
  send,
  compose,
  identity: draftOf,
  // Other drafts stay in the page: what goes is the one that the hand was on.
  confirm: [
    [{ vanishes: ['[data-testid="ComposeSendButton"]', ...compose] }, { holds: 2 * seconds }],
  ],
  fails: ['[role="alertdialog"]'],
  cancels: ['#discardCompose'],
});

function opened({ pathname, searchParams }: URL): boolean {
  return (
    /\/deeplink\/compose\b/.test(pathname) || searchParams.get('path') === '/mail/action/compose'
  );
}

/** Outlook on the web, by published code of up to August 2026. Nobody has seen these rules on the live site yet. */
export const outlook: Site = {
  id: 'outlook',
  label: 'Outlook',
  // For work, its newer address and its older one, and for oneself.
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.cloud.microsoft/*',
    'https://outlook.office365.com/*',
    'https://outlook.live.com/*',
  ],
  pages: senderPages(opened),
  rules,
  landmarks: {},
};

const work = 'https://outlook.office.com';

export const outlookExamples: Examples = {
  opened: [
    `${work}/mail/deeplink/compose?to=person%40example.com`,
    'https://outlook.live.com/mail/0/deeplink/compose?to=person%40example.com',
    `${work}/owa/?path=/mail/action/compose&to=person%40example.com`,
  ],
  mailbox: [`${work}/mail/`, 'https://outlook.cloud.microsoft/mail/inbox/id/AAQk'],
};
