import { senderPages, senderRules } from './parts/senders';
import type { Examples, Site } from './site';

const seconds = 1000;

/** One a mail, in its window or below the thread (three codebases, June 2026); its class is older. */
const compose = ['[data-compose-id]', '.aoI'] as const;

/** Also the one that sends and archives; its neighbour opens the menu for later (InboxSDK, July 2026). */
const send = [
  '.IZ .Up div > div[role="button"]:not([aria-haspopup="true"])',
  'div.T-I.aoO[role="button"]:not([aria-haspopup="true"])',
] as const;

const rules = senderRules({
  id: 'gmail',
  send,
  compose,
  identity: (part) => part.closest(compose.join())?.getAttribute('data-compose-id') ?? undefined,
  // Gmail's own time to undo is five seconds, and up to thirty where the rep has set it so.
  confirm: [
    [{ vanishes: compose }, { appears: ['.vh:has(#link_undo) .bAq'] }, { holds: 10 * seconds }],
  ],
  // Nobody to send it to, or a file that is still on its way: it stays open, and may be thrown away, which looks the same.
  fails: ['[role="alertdialog"]'],
  cancels: ['#link_undo'],
});

/** From mailto's own handler, or a link that asks for a mail to somebody. */
function opened({ searchParams }: URL): boolean {
  return (
    searchParams.get('view') === 'cm' ||
    searchParams.get('tf') === 'cm' ||
    searchParams.get('extsrc') === 'mailto'
  );
}

/** Gmail, by published code of up to July 2026. Nobody has seen these rules on the live site yet. */
export const gmail: Site = {
  id: 'gmail',
  label: 'Gmail',
  matches: ['https://mail.google.com/*'],
  pages: senderPages(opened),
  rules,
  landmarks: { mailbox: ['[role="main"]'] },
};

const mail = 'https://mail.google.com/mail';

export const gmailExamples: Examples = {
  opened: [
    `${mail}/?view=cm&fs=1&to=person%40example.com`,
    `${mail}/u/0/?fs=1&tf=cm&source=mailto&to=person%40example.com`,
    `${mail}/?extsrc=mailto&url=mailto%3Aperson%40example.com`,
  ],
  mailbox: [`${mail}/u/0/#inbox`, `${mail}/u/1/#inbox?compose=new`, `${mail}/u/0/#search/tf=cm`],
};
