import { finder } from '@medv/finder';
import type { PointProblem } from '../domain/lesson';
import { isPlainSelector } from '../domain/taughtRule';

/** Attributes that applications name things by, for themselves and their tests, and that do not change with the language. */
const naming =
  /^(?:name|type|role|data-[a-z-]*(?:test|cy|qa|id|name|action|type|kind|key|control|value|stage)[a-z-]*)$/;
/** A name that somebody has chosen: no numbers, no keys of records, nothing made by a bundler. */
const chosen = /^[a-z]+(?:[-_:.A-Z]?[a-z]+)*$/i;
/** How a class looks when it says how a thing looks, or what state it is in. */
const looks =
  /^(?:css|sc|jss|flex|grid|col|row|items|justify|self|content|text|font|bg|border|rounded|shadow|ring|outline|w|h|min|max|m[trblxy]?|p[trblxy]?|gap|space|inset|top|left|right|bottom|z|overflow|cursor|select|transition|duration|ease|animate|opacity|inline|block|hidden|relative|absolute|fixed|sticky|shrink|grow|whitespace|truncate|underline|tracking|leading|align|float|pull|order|object|size|peer|group|is|has)(?:-|$)|(?:active|hover|focus|open|selected|checked|disabled|current|visited|loading|pressed)/;

/**
 * How a button is found again: by what its makers call it, where there is that, and by its place only then.
 *
 * @returns the selector, or why there is none that would find this and nothing else on another record
 */
export function buttonSelector(button: Element): string | { readonly problem: PointProblem } {
  if (button.getRootNode() !== button.ownerDocument) return { problem: 'hidden' };
  const selector = found(button);
  if (selector === undefined || !isPlainSelector(selector)) return { problem: 'many' };
  return isOneOfARow(button, selector) ? { problem: 'many' } : selector;
}

function found(button: Element): string | undefined {
  try {
    return finder(button, {
      idName: (name) => chosen.test(name),
      className: (name) => /[-_]/.test(name) && chosen.test(name) && !looks.test(name),
      attr: (name, value) => naming.test(name) && value.length <= 60 && chosen.test(value),
      maxNumberOfPathChecks: 20_000,
    });
  } catch {
    // Nothing on the page tells it from all others.
    return undefined;
  }
}

/** A selector that counts its way to one row of a list would count in that row only. */
function isOneOfARow(button: Element, selector: string): boolean {
  const counted = selector.split(/ > | /).filter((part) => /:nth-/.test(part));
  return counted.some((part) => {
    const row = button.closest(part);
    const peers = [...(row?.parentElement?.children ?? [])].filter(
      (peer) => peer !== row && peer.localName === row?.localName,
    );
    if (row === button) return button.matches('input, li, tr, td, option');
    return peers.some((peer) => peer.querySelector(button.localName) !== null);
  });
}
