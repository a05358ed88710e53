import { finder } from '@medv/finder';
import type { PointProblem } from '../domain/lesson';
import { isPlainSelector } from '../domain/taughtRule';

/** Attributes that applications name things by, for themselves and their tests, and that do not change with the language. */
const naming =
  /^(?:name|type|role|data-[a-z-]*(?:test|cy|qa|id|name|action|type|kind|key|control|value|stage|slot)[a-z-]*)$/;
/** A name that somebody has chosen: no numbers, no keys of records, nothing made by a bundler. */
const chosen = /^[a-z]+(?:[-_:.A-Z]?[a-z]+)*$/i;
/** A class that names a state, or that stands for its own looks as utility classes do. */
const looks =
  /^(?:css|sc|jss|flex|grid|col|row|items|justify|text|font|bg|border|rounded|shadow|p[trblxy]?|m[trblxy]?|w|h|gap)-|:|(?:active|hover|focus|open|selected|checked|disabled|current|visited|loading|pressed)/;
/** With more classes than that, they are utilities, and trying them all in turn would take minutes. */
const fewClasses = 4;

/**
 * How a button is found again among all that is in `around`, its form or the page: by what its makers call it where there
 * is that, and by its place only then, where it stands alone.
 *
 * @returns the selector, or why there is none that would find this and nothing else on another record
 */
export function buttonSelector(
  button: Element,
  around: Element | null,
): string | { readonly problem: PointProblem } {
  if (button.getRootNode() !== button.ownerDocument) return { problem: 'hidden' };
  const selector = found(button, around ?? button.ownerDocument.body);
  if (selector === undefined || !isPlainSelector(selector)) return { problem: 'many' };
  return isOneOfARow(button, selector) || isCounted(button, selector, around)
    ? { problem: 'many' }
    : selector;
}

function found(button: Element, root: Element): string | undefined {
  const classes = new Set<string>();
  for (let node: Element | null = button; node && node !== root; node = node.parentElement)
    if (node.classList.length <= fewClasses) for (const name of node.classList) classes.add(name);
  try {
    return finder(button, {
      root,
      idName: (name) => chosen.test(name),
      className: (name) =>
        classes.has(name) && /[-_]/.test(name) && chosen.test(name) && !looks.test(name),
      attr: (name, value) => naming.test(name) && value.length <= 60 && chosen.test(value),
      timeoutMs: 500,
    });
  } catch {
    // Nothing tells it from all others.
    return undefined;
  }
}

/** A selector that counts its way to one row of a list would count in that row only. */
function isOneOfARow(button: Element, selector: string): boolean {
  const counted = selector.split(/ > | /).filter((part) => part.includes(':nth-'));
  return counted.some((part) => {
    const row = button.closest(part);
    if (row === button && button.matches('input, li, tr, td, option')) return true;
    const peers = [...(row?.parentElement?.children ?? [])].filter((peer) => peer !== row);
    return peers.some((peer) => row !== button && isLike(peer, row) && holdsLike(peer, button));
  });
}

/**
 * The second of two buttons is another one where a third stands before it. In a form that its fields tell from others,
 * those of another look stay where they are.
 */
function isCounted(button: Element, selector: string, form: Element | null): boolean {
  return (
    /:nth-[^ ]+$/.test(selector) &&
    [...(button.parentElement?.children ?? [])].some(
      (peer) =>
        peer !== button && (form ? isLike(peer, button) : peer.localName === button.localName),
    )
  );
}

function holdsLike(peer: Element, button: Element): boolean {
  return [...peer.querySelectorAll(button.localName)].some((one) => isLike(one, button));
}

function isLike(a: Element, b: Element | null): boolean {
  return a.localName === b?.localName && a.className === b.className;
}
