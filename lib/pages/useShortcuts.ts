import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The keys as the browser has them now, by command; read again whenever the rep comes back to this page. */
export function useShortcuts(): ReadonlyMap<string, string> {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const life = new AbortController();
    const look = async () => {
      const commands = await browser.commands.getAll();
      if (!life.signal.aborted)
        setKeys(new Map(commands.map(({ name = '', shortcut = '' }) => [name, shortcut])));
    };
    void look();
    window.addEventListener('focus', () => void look(), { signal: life.signal });
    return () => {
      life.abort();
    };
  }, []);
  return keys;
}
