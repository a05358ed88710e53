import { around, isVisible } from '../detect/find';
import type { Selector } from '../sites/site';

/** What takes a press; where the hand points into one, all of it is meant. */
export const controls: Selector = [
  'button, a[href], summary, label, option, [role="button"], [role="checkbox"], [role="switch"], [role="radio"], [role="tab"], [role="menuitem"], [role="option"], [role="link"], input[type="submit"], input[type="button"], input[type="checkbox"], input[type="radio"], input[type="image"]',
];

export interface PointWorld {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Lies over the page and takes its pointer. */
  readonly cover: HTMLElement;
  /** What is pointed at now. */
  readonly aimed: (thing: Element | undefined) => void;
  readonly picked: (thing: Element) => void;
  readonly left: () => void;
}

/**
 * Lets the rep point at something on the page, by pointer or by Tab and arrow keys: up takes what is around it, down what
 * is in it, Enter picks, Escape leaves. The page learns nothing of it.
 */
export function pointAt({ document, signal, cover, aimed, picked, left }: PointWorld) {
  let thing: Element | undefined;
  /** The way back down. */
  let inner: readonly Element[] = [];
  const aim = (next: Element | undefined, from: readonly Element[] = []) => {
    thing = next;
    inner = from;
    aimed(next);
  };
  const atPointer = ({ clientX: x, clientY: y }: MouseEvent) => {
    const found = document.elementsFromPoint(x, y).find((one) => !isOurs(one));
    // A control that cannot be pressed yet may let the pointer through.
    const under = [...(found?.querySelectorAll(controls.join()) ?? [])].findLast((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return isVisible(one) && left <= x && x < right && top <= y && y < bottom;
    });
    const aimedAt = (found && around(found, controls)) ?? under ?? found;
    if (aimedAt) aim(aimedAt);
  };
  const host = (cover.getRootNode() as ShadowRoot).host;
  const isOurs = (element: Element) => element === host || element === document.documentElement;

  cover.addEventListener('pointermove', atPointer, { signal });
  document.addEventListener('scroll', () => aimed(thing), { signal, capture: true });
  cover.addEventListener(
    'click',
    (event) => {
      atPointer(event);
      if (thing) picked(thing);
    },
    { signal },
  );
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && !isOurs(target)) aim(around(target, controls) ?? target);
    },
    { signal, capture: true },
  );
  const keys: Readonly<Record<string, () => void>> = {
    Escape: left,
    Enter: () => {
      if (thing) picked(thing);
    },
    ArrowUp: () => {
      const parent = thing?.parentElement;
      if (thing && parent && parent !== document.body) aim(parent, [thing, ...inner]);
    },
    ArrowDown: () => {
      const [first, ...rest] = inner;
      const into = first ?? [...(thing?.children ?? [])].find(isVisible);
      if (into) aim(into, rest);
    },
  };
  const window = document.defaultView;
  window?.addEventListener(
    'keydown',
    (event) => {
      const act = event.isTrusted && !event.repeat && keys[event.key];
      // On our own card keys do what they do there.
      if (!act || event.target === host) return;
      // It is said to us; the page would close its dialog on Escape.
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    },
    { signal, capture: true },
  );
}
