import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

export interface ActiveTab {
  readonly id: number;
  readonly origin: string;
}

/** The web page that the popup was opened over; null for the browser's own pages and ours, undefined while not known. */
export function useActiveTab(): ActiveTab | null | undefined {
  const [tab, setTab] = useState<ActiveTab | null>();
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(([found]) => {
      const { id, url = '' } = found ?? {};
      const isPage = id !== undefined && /^https?:/.test(url);
      setTab(isPage ? { id, origin: new URL(url).origin } : null);
    });
  }, []);
  return tab;
}
