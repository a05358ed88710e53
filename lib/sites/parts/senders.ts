import type { Page, Rule, Selector, SiteId } from '../site';
import { askedLinks } from './askedLinks';

/** A mail program on the web. */
interface Sender extends Pick<Rule, 'confirm' | 'fails' | 'cancels' | 'identity'> {
  readonly id: SiteId;
  readonly send: Selector;
  /** Where a mail is written. */
  readonly compose: Selector;
}

/** What a link elsewhere, in a CRM or anywhere, has opened to write one mail, as its address says; and the rest. */
export function senderPages(opened: (url: URL) => boolean): readonly Page[] {
  return [
    { kind: 'opened', test: opened },
    { kind: 'mailbox', test: () => true },
  ];
}

/**
 * A mail that is sent. Only the rep knows which of the many are for prospects, as nothing is read of whom a mail is to or
 * what it says: what a link elsewhere has opened counts by itself, and of the rest Foothold asks.
 */
export function senderRules({ id, send, compose, ...proof }: Sender): readonly Rule[] {
  const mail = {
    ...proof,
    intents: [
      { event: 'click', target: send },
      // No button of the browser's: a key on it is no click.
      { event: 'keydown', keys: { key: 'Enter' }, target: send },
      { event: 'keydown', keys: { key: ' ' }, target: send },
      { event: 'keydown', keys: { key: 'Enter', mod: true }, target: compose },
    ],
    kind: 'email',
    within: 60_000,
    once: 'occurrence',
  } as const;
  return [
    { ...mail, id: `${id}/opened`, on: ['opened'] },
    { ...mail, id: `${id}/mailbox`, on: ['mailbox'], asks: true },
    // A mail link begins a mail here, which is asked about itself.
    ...askedLinks(id, ['opened', 'mailbox']).filter(({ kind }) => kind === 'call'),
  ];
}
