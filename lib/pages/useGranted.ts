import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Which of these host patterns the browser lets us see, kept up to date. */
export function useGranted(patterns: readonly string[]): ReadonlySet<string> {
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set(patterns));
  useEffect(() => {
    const look = () =>
      void Promise.all(
        patterns.map(async (pattern) =>
          (await browser.permissions.contains({ origins: [pattern] })) ? [pattern] : [],
        ),
      ).then((found) => {
        setGranted(new Set(found.flat()));
      });
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [patterns.join(' ')]);
  return granted;
}
