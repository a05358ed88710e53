import type { Selector } from '../sites/site';

/** First element of an event's path that matches; `closest` would stop at a shadow root. */
export function inPath(path: readonly EventTarget[], selector: Selector): Element | undefined {
  return path.find((node): node is Element => isElement(node) && matches(node, selector));
}

export function matches(element: Element, selector: Selector): boolean {
  return selector.some((alternative) => element.matches(alternative));
}

/** Nearest ancestor or self that matches, out through shadow hosts. */
export function around(element: Element, selector: Selector): Element | undefined {
  for (let node: Element | null = element; node; node = parent(node)) {
    if (matches(node, selector)) return node;
  }
  return undefined;
}

/** Elements that match within `root`, or within several, by the first alternative that finds any. */
export function within(
  root: ParentNode | readonly ParentNode[],
  selector: Selector,
): readonly Element[] {
  for (const alternative of selector) {
    const found = [root].flat().flatMap((one) => [...one.querySelectorAll(alternative)]);
    if (found.length > 0) return found;
  }
  return [];
}

export function isVisible(element: Element): boolean {
  return (
    element.isConnected &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
}

/** What a field holds: its value, or its text where it is no form control; an icon's classes name it. */
export function valueOf(element: Element): string {
  if (element.localName === 'svg') return element.getAttribute('class') ?? '';
  if ('value' in element && typeof element.value === 'string') return element.value;
  return element.textContent.trim();
}

export function isElement(node: EventTarget): node is Element {
  return 'matches' in node;
}

function parent(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
