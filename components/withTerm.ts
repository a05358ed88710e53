import type { Terms } from '../lib/domain/terms';

/** The terms with one of them set, or left out where it is undefined. */
export function withTerm<Name extends keyof Terms>(
  terms: Terms,
  name: Name,
  value: Terms[Name] | undefined,
): Terms {
  const others = Object.fromEntries(Object.entries(terms).filter(([each]) => each !== name));
  return value === undefined ? others : { ...others, [name]: value };
}
