import { browser } from 'wxt/browser';
import { patternOf } from '../settings/sites';

/**
 * Asks the browser for all of these addresses in one prompt, and answers with those that it lets us see afterwards: some
 * may have been granted before. The prompt needs the click it comes from, so call this before anything is awaited.
 */
export async function askFor(origins: readonly string[]): Promise<readonly string[]> {
  const patterns = [...new Set(origins.map(patternOf))];
  // A browser may refuse to ask at all, as a policy tells it.
  await browser.permissions.request({ origins: patterns }).catch(() => false);
  return grantedOf(origins);
}

export async function grantedOf(origins: readonly string[]): Promise<readonly string[]> {
  const answers = await Promise.all(
    origins.map((origin) => browser.permissions.contains({ origins: [patternOf(origin)] })),
  );
  return origins.filter((_, index) => answers[index]);
}
