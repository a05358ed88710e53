import type { Page, PageKind, Site } from '../sites/site';

/** Where the rep is: the page's kind and, where the URL names one, its subject (`contact/17`). */
export interface Place {
  readonly href: string;
  readonly kind: PageKind | null;
  readonly subject: string | undefined;
}

export function pageOf(pages: readonly Page[], url: URL): Page | undefined {
  return pages.find((page) => page.test(url));
}

export function placeOf(site: Site, href: string): Place {
  const url = new URL(href);
  const page = pageOf(site.pages, url);
  return { href, kind: page?.kind ?? null, subject: page?.subject?.(url) };
}

/**
 * Calls back after each URL the tab commits to, in the same document. `navigate` still has the old URL (wxt#2136), so
 * this listens to what comes after; `popstate` and `hashchange` serve browsers without the Navigation API.
 */
export function watchPlace(window: Window, signal: AbortSignal, moved: (href: string) => void) {
  let href = window.location.href;
  const look = () => {
    if (window.location.href === href) return;
    href = window.location.href;
    moved(href);
  };
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('currententrychange', look, { signal });
  window.addEventListener('popstate', look, { signal });
  window.addEventListener('hashchange', look, { signal });
  return look;
}
