import { browser } from 'wxt/browser';

/** One stored setting: parsed on every read, so that a damaged value falls back and never spreads. */
export interface Item<T> {
  readonly key: string;
  /** What a stored value says; what is damaged or missing falls back. */
  readonly parse: (stored: unknown) => T;
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Calls back with each later value, until the signal ends. */
  watch(signal: AbortSignal | undefined, changed: (value: T) => void): void;
}

export function localItem<T>(key: string, parse: (stored: unknown) => T): Item<T> {
  const area = browser.storage.local;
  return {
    key,
    parse,
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

/** Several settings at one look: each look costs a page that opens the same, however much it brings. */
export async function readTogether<Items extends readonly Item<unknown>[]>(
  ...items: Items
): Promise<{ [Place in keyof Items]: Items[Place] extends Item<infer T> ? T : never }> {
  const stored = await browser.storage.local.get(items.map(({ key }) => key));
  return items.map(({ key, parse }) => parse(stored[key])) as never;
}
