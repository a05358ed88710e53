/** A random 96-bit name for one thing that happened. `crypto.randomUUID` is missing on plain-http CRMs. */
export function newOccurrence(): string {
  return crypto.getRandomValues(new Uint32Array(3)).join('-');
}
