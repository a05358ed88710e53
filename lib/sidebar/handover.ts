import type { DetectedAction } from '../domain/detected';

/**
 * An update leaves the old build's script in the page, cut off from the extension, in a world of its own. All that the
 * new one shares with it is the document: so the old one carries a word in its closed root that no page can know, and
 * is asked there to leave. The event is heard in that root and nowhere else.
 */
const asked = 'leave';
const word = 'data-kin';
const left = 'data-left';

/** Leaves when a later build's script asks for it, and leaves to it what could not be delivered. */
export function makeWay(
  container: HTMLElement,
  kin: string | null,
  life: AbortController,
  undelivered: () => readonly DetectedAction[],
): void {
  if (kin === null) return;
  container.setAttribute(word, kin);
  container.addEventListener(
    asked,
    () => {
      container.setAttribute(left, JSON.stringify(undelivered()));
      life.abort();
    },
    { signal: life.signal },
  );
}

/** Asks what an earlier build's script left in this page to go, and returns the actions that it could not deliver. */
export function relieve(
  document: Document,
  kin: string | null,
  insideOf: (element: Element) => ParentNode | null,
): readonly DetectedAction[] {
  if (kin === null) return [];
  return [...document.documentElement.children].flatMap((host) => {
    const container = insideOf(host)?.lastElementChild;
    // A page can build the same in a root of its own, but for the word.
    if (container?.getAttribute(word) !== kin) return [];
    container.dispatchEvent(new Event(asked));
    return JSON.parse(container.getAttribute(left) ?? '[]') as DetectedAction[];
  });
}
