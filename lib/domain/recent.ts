import type { RecentAction } from './standing';

/** So many of the last actions a surface shows. */
export const mostRecent = 5;

/** Latest first; two of the same millisecond by id, so that everybody sees one order. */
export function latestFirst(a: RecentAction, b: RecentAction): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}
