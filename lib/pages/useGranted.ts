import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { grantedOf } from './hosts';

/** Which of these origins the browser lets us see, kept up to date. */
export function useGranted(origins: readonly string[]): ReadonlySet<string> {
  const [granted, setGranted] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const look = () =>
      void grantedOf(origins).then((found) => {
        setGranted(new Set(found));
      });
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [origins.join(' ')]);
  // Until the browser has answered, nothing is called lost.
  return granted ?? new Set(origins);
}
