import type { SiteId } from '../sites/site';

const mark = Symbol.for('foothold');

interface Claim {
  readonly site: SiteId;
  readonly life: AbortController;
}

/**
 * Claims this page's isolated world for a site; the page cannot see it. Undefined when a living script already counts
 * for that site, so that a second injection changes nothing; one that counts for another has to leave.
 */
export function claimPage(site: SiteId): AbortController | undefined {
  const world = globalThis as { [mark]?: Claim };
  const before = world[mark];
  if (before?.life.signal.aborted === false) {
    if (before.site === site) return undefined;
    before.life.abort();
  }
  const life = new AbortController();
  world[mark] = { site, life };
  return life;
}
