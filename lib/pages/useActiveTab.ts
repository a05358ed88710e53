import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

export interface ActiveTab {
  readonly id: number;
  readonly origin: string;
}

/** The web page that the popup was opened over. Null for the browser's own pages and ours, and while it is not known. */
export function useActiveTab(): ActiveTab | null {
  const [tab, setTab] = useState<ActiveTab | null>(null);
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(([found]) => {
      if (found?.id === undefined || !/^https?:/.test(found.url ?? '')) return;
      setTab({ id: found.id, origin: new URL(found.url ?? '').origin });
    });
  }, []);
  return tab;
}
