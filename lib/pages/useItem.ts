import { useEffect, useState } from 'preact/hooks';
import type { Item } from '../settings/item';

/** A setting as it is now; undefined until it has been read. */
export function useItem<T>(item: Pick<Item<T>, 'get' | 'watch'>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const life = new AbortController();
    item.watch(life.signal, (changed) => {
      setValue(() => changed);
    });
    void item.get().then((stored) => {
      if (!life.signal.aborted) setValue(() => stored);
    });
    return () => {
      life.abort();
    };
  }, [item]);
  return value;
}
