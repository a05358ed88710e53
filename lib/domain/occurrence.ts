/**
 * A random 96-bit name for one thing that happened. `crypto.randomUUID` is missing on plain-http CRMs; and the name stands
 * in each index of the journal, so it is short.
 */
export function newOccurrence(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join(
    '-',
  );
}
