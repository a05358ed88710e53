import type { PageKind, Site } from '../sites/site';

/** Where the rep is: the page's kind and, where the URL names one, its subject (`contact/17`). */
export interface Place {
  readonly kind: PageKind | null;
  readonly subject: string | undefined;
  /** Pages of the site that threw and were passed over. */
  readonly broken: readonly PageKind[];
}

export function placeOf({ pages }: Site, href: string): Place {
  const url = new URL(href);
  const broken: PageKind[] = [];
  for (const page of pages)
    try {
      if (page.test(url)) return { kind: page.kind, subject: page.subject?.(url), broken };
    } catch {
      // Also where only its subject throws: without one, once a subject would become each time.
      broken.push(page.kind);
    }
  return { kind: null, subject: undefined, broken };
}

/**
 * Calls back after each URL the tab commits to, in the same document. `navigate` still has the old URL (wxt#2136), so
 * this listens to what comes after; `popstate` and `hashchange` serve browsers without the Navigation API.
 */
export function watchPlace(window: Window, signal: AbortSignal, moved: () => void) {
  let href = window.location.href;
  const look = () => {
    if (window.location.href === href) return;
    href = window.location.href;
    moved();
  };
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('currententrychange', look, { signal });
  window.addEventListener('popstate', look, { signal });
  window.addEventListener('hashchange', look, { signal });
  return look;
}
