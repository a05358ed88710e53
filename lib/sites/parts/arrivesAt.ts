import type { Confirmation, PageKind, Rule } from '../site';

/** The tab's next page is one of these: what a server that answers with a redirect shows when it has done as asked. */
export function arrivesAt(first: PageKind, ...others: readonly PageKind[]): Rule['confirm'] {
  const at = (kind: PageKind): readonly [Confirmation] => [{ arrives: kind }];
  return [at(first), ...others.map(at)];
}
