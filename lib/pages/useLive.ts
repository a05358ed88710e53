import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** The query's answer, asked again whenever what it read has changed; undefined until the first. */
export function useLive<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[] = [],
): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({ next: setAnswer });
    return () => {
      subscription.unsubscribe();
    };
  }, [...inputs]);
  return answer;
}
