/** An address as it is read: without the scheme that goes without saying. */
export function hostOf(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}
