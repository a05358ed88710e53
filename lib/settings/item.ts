import { browser } from 'wxt/browser';

/** One stored setting: parsed on every read, so that a damaged value falls back and never spreads. */
export interface Item<T> {
  readonly key: string;
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Calls back with each later value, until the signal ends. */
  watch(signal: AbortSignal | undefined, changed: (value: T) => void): void;
}

export function localItem<T>(key: string, parse: (stored: unknown) => T): Item<T> {
  const area = browser.storage.local;
  return {
    key,
    get: async () => parse((await area.get(key))[key]),
    set: (value) => area.set({ [key]: value }),
    watch(signal, changed) {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) changed(parse(change.newValue));
      };
      area.onChanged.addListener(listener);
      signal?.addEventListener('abort', () => {
        try {
          area.onChanged.removeListener(listener);
        } catch {
          // An update has cut this page off from the extension: nothing is heard here any more.
        }
      });
    },
  };
}
