import { useEffect, useState } from 'preact/hooks';
import { followPage, type PageOnScreen } from './followPage';

/** What counts on the page in the active tab of this window: null where nothing does, undefined while one is coming. */
export function usePageOnScreen(): PageOnScreen | null | undefined {
  const [page, setPage] = useState<PageOnScreen | null>();
  useEffect(() => {
    const life = new AbortController();
    void followPage(life.signal, setPage);
    return () => {
      life.abort();
    };
  }, []);
  return page;
}
