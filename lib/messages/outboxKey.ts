const prefix = 'out ';

/** Where a page writes an action down before it sends it, in `storage.session`. */
export function outboxKey(occurrence: string): string {
  return prefix + occurrence;
}

export function isOutboxKey(key: string): boolean {
  return key.startsWith(prefix);
}
