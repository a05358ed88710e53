import { browser } from 'wxt/browser';
import { panelPort } from '../messages/panelPort';
import { isRecord } from '../settings/record';
import type { HandCall, PageView } from '../sidebar/servePanels';

/** The page in the active tab of this window, as far as something counts there. */
export interface PageOnScreen {
  readonly view: PageView;
  /** Lends the rep's hand to what counts there. */
  readonly lend: (...call: HandCall) => void;
}

/**
 * Follows the active tab of this window. Calls back with what counts there and each change of it, with null where
 * nothing does, and with undefined while that is not known.
 */
export async function followPage(
  signal: AbortSignal,
  changed: (page: PageOnScreen | null | undefined) => void,
): Promise<void> {
  const { id: windowId } = await browser.windows.getCurrent();
  if (windowId === undefined || signal.aborted) return;
  let tab: number | undefined;
  let link: Link | undefined;

  const connect = () => {
    link?.close();
    // No click may go to the page that was here before.
    changed(undefined);
    if (tab === undefined) return;
    const opened = openLink(tab, changed, (wasOpen) => {
      if (link !== opened) return;
      link = undefined;
      // A page that was there has gone, or was only switched off.
      void look(wasOpen);
    });
    link = opened;
  };
  const look = async (again: boolean) => {
    const [active] = await browser.tabs.query({ active: true, windowId });
    if (link || signal.aborted) return;
    tab = active?.id;
    if (active?.status === 'loading') changed(undefined);
    else if (again) connect();
    else changed(null);
  };

  on(signal, browser.tabs.onActivated, (active) => {
    if (active.windowId !== windowId) return;
    tab = active.tabId;
    connect();
  });
  on(signal, browser.tabs.onUpdated, (id, { status }) => {
    if (id === tab && status === 'complete' && !link) connect();
  });
  // A script that comes to life in a page asks where it is, and every page of ours hears it.
  on(signal, browser.runtime.onMessage, (message: unknown, sender) => {
    if (isRecord(message) && message['type'] === 'enter' && sender.tab?.id === tab) connect();
  });
  signal.addEventListener('abort', () => link?.close());
  await look(true);
}

interface Link {
  close(): void;
}

/** `closed` tells whether it had been open: nobody at the other end closes it at once. */
function openLink(
  tab: number,
  changed: (page: PageOnScreen) => void,
  closed: (wasOpen: boolean) => void,
): Link {
  const port = browser.tabs.connect(tab, { name: panelPort, frameId: 0 });
  let open = false;
  const lend = (...call: HandCall) => {
    port.postMessage(call);
  };
  port.onMessage.addListener((view: PageView) => {
    open = true;
    changed({ view, lend });
  });
  port.onDisconnect.addListener(() => {
    // Read, so that the browser does not report it: no script there is no fault.
    const { lastError: _ } = browser.runtime;
    closed(open);
  });
  return {
    close: () => {
      port.disconnect();
    },
  };
}

interface BrowserEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

function on<Listener>(signal: AbortSignal, event: BrowserEvent<Listener>, listener: Listener) {
  event.addListener(listener);
  signal.addEventListener('abort', () => {
    event.removeListener(listener);
  });
}
