import { siteAt, type SiteSetting } from '../settings/sites';

/** Who sent a message: one of our own pages, or our script in somebody's page. */
export type Sender =
  | { readonly from: 'extension' }
  | { readonly from: 'page'; readonly origin: string; readonly tab: number };

export interface RawSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Throws for a sender that is neither. `home` is the extension's own origin. */
export function senderOf(raw: RawSender, extensionId: string, home: string): Sender {
  if (raw.id !== extensionId) throw new Error('message from elsewhere');
  const url = raw.url ?? raw.origin;
  if (url === undefined) throw new Error('message without an origin');
  const { origin } = new URL(url);
  if (origin === new URL(home).origin) return { from: 'extension' };
  if (raw.tab?.id === undefined) throw new Error('message without a tab');
  return { from: 'page', origin, tab: raw.tab.id };
}

/** Whether this sender may speak for that site: our own pages may, a page only for the site the rep put there. */
export function speaksFor(sender: Sender, site: string, settings: readonly SiteSetting[]): boolean {
  if (sender.from === 'extension') return true;
  const setting = siteAt(settings, sender.origin);
  return setting?.on === true && setting.site === site;
}
