/** So long is a word of an address; what is longer is somebody's key. */
const longestWord = 24;

/**
 * What the addresses of one kind of page have in common: path, query and hash with `*` for all that looks like a record's
 * own (numbers, keys, and anything that is no plain word). The host stays out.
 *
 * @example '/contacts/17/show?tab=notes#/deal/9f3a' → '/contacts/*\/show?tab=notes#/deal/*'
 */
export function shapeOf({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>) {
  return generalised(`${pathname}${search}${hash}`);
}

/** Whether a shape is one that `shapeOf` can have made: nothing else may become a pattern. */
export function isShape(text: string): boolean {
  return text.length <= 300 && text.startsWith('/') && generalised(text) === text;
}

function generalised(address: string): string {
  return address.replace(/[^/?&=#;,!]+/g, (part) =>
    part.length <= longestWord && /^[a-z]+(?:[._-][a-z]+)*$/i.test(part) ? part : '*',
  );
}

/**
 * Requests of that shape, whatever their host. With more in its query it is another: one that reads a list, or that
 * changes what is there already.
 *
 * @example requestsOf('/api/v1/Call') matches https://crm.example.com/api/v1/Call, and neither …/Call/17 nor …/Call?id=17
 */
export function requestsOf(shape: string): RegExp {
  const escaped = shape.replace(/[.+?^${}()|[\]\\/]/g, '\\$&').replaceAll('*', '[^/?&=#;,!]+');
  return new RegExp(`^https?://[^/]+${escaped}(?:#|$)`);
}
