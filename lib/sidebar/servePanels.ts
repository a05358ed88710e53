import { browser, type Browser } from 'wxt/browser';
import { isPanel } from '../messages/panelPort';
import type { SiteSetting } from '../settings/sites';
import { isConnected } from './connected';
import type { Counting } from './counting';

/** What a side panel shows of a page. Plain JSON. */
export type PageView = Counting['view'] & {
  readonly [Field in 'surface' | 'company']: SiteSetting[Field] | undefined;
};

type Hands = Counting['hands'];
/** What the rep did in a side panel: the name of a hand, then what it takes. */
export type HandCall = {
  [Name in keyof Hands]: readonly [Name, ...Parameters<Hands[Name]>];
}[keyof Hands];

/**
 * Lets side panels show what this page counts and lend it the rep's hands. Nothing of it touches the page.
 *
 * @returns tells them that something has changed
 */
export function servePanels(view: () => PageView, hands: Hands, signal: AbortSignal): () => void {
  const ports = new Set<Browser.runtime.Port>();
  const tell = (port: Browser.runtime.Port) => {
    try {
      port.postMessage(view());
    } catch {
      // Closed on the way, or the extension is gone.
      ports.delete(port);
    }
  };
  const admit = (port: Browser.runtime.Port) => {
    if (!isPanel(port, browser.runtime.id, browser.runtime.getURL('/'))) return;
    port.onMessage.addListener(([name, ...args]: HandCall) => {
      (hands[name] as (...args: readonly unknown[]) => void)(...args);
    });
    port.onDisconnect.addListener(() => ports.delete(port));
    ports.add(port);
    tell(port);
  };
  browser.runtime.onConnect.addListener(admit);
  signal.addEventListener('abort', () => {
    // Cut off from the extension, there is nobody to tell and nothing to hear.
    if (!isConnected()) return;
    for (const port of ports) port.disconnect();
    browser.runtime.onConnect.removeListener(admit);
  });
  return () => {
    ports.forEach(tell);
  };
}
