import type { PageKind, Site } from '../sites/site';
import { within } from './find';
import type { Place } from './page';

/** A page of a known kind was looked at: was its landmark there? */
export interface Look {
  readonly kind: PageKind;
  readonly found: boolean;
  /** `contact/17`, where the page is of a record. */
  readonly subject: string | undefined;
}

const looksAtMost = 4;
/** Before each look, ms: what is there at the first needs no other. */
const wait = 4000;
/** A router asks for data a little before the URL commits, ms. */
const headStart = 2000;
/** A page that asks for a password, or says of a part of itself that it is not done. */
const unready = 'input[type="password"],[aria-busy="true"]';

/**
 * Looks for the landmark of each page it is told of, a few times at most; in between nothing rests on the page. A page
 * that is loading, hidden, offline, an error or a login gives no answer.
 */
export function watchLandmarks(
  { document, location, navigator, performance }: Window,
  site: Site,
  signal: AbortSignal,
  looked: (look: Look) => void,
  /** What the site knows of such pages threw: its test or subject, or the look for its landmark. */
  failed: (kind: PageKind) => void,
): (place: Place) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
  const canTell = (since: number) =>
    document.readyState === 'complete' &&
    document.visibilityState === 'visible' &&
    navigator.onLine &&
    !document.querySelector(unready) &&
    !(performance.getEntries() as PerformanceResourceTiming[]).some(
      ({ name, startTime, responseStatus }) =>
        startTime >= since && responseStatus >= 400 && name.startsWith(location.origin),
    );

  return ({ kind, subject, broken }) => {
    clearTimeout(timer);
    broken.forEach(failed);
    const landmark = kind !== null && site.landmarks[kind];
    if (!landmark) return;
    const since = performance.now() - headStart;
    let looks = 0;
    const look = () => {
      try {
        const found = within(document, landmark).length > 0;
        if (!found && (looks += 1) < looksAtMost) timer = setTimeout(look, wait);
        else if (found || canTell(since)) looked({ kind, found, subject });
      } catch {
        failed(kind);
      }
    };
    timer = setTimeout(look, wait);
  };
}
