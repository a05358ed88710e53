import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where what took long to get or to make is kept from one run to the next.
 *
 * @returns {string}
 */
export function cacheFolder() {
  return (
    process.env.FOOTHOLD_CACHE ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'foothold')
  );
}
