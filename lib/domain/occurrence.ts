/** A random 96-bit name for one thing that happened. `crypto.randomUUID` is missing on plain-http CRMs. */
export function newOccurrence(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
