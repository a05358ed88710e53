import type { Browser } from 'wxt/browser';

/** Between what counts on a page and the side panel beside it. */
export const panelPort = 'panel';

/** Whether it is our own page at the other end, and no tab: pages and their scripts have no business with this. */
export function isPanel(
  { name, sender }: Pick<Browser.runtime.Port, 'name' | 'sender'>,
  extensionId: string,
  home: string,
): boolean {
  return (
    name === panelPort &&
    sender?.id === extensionId &&
    !sender.tab &&
    !!sender.url?.startsWith(home)
  );
}
