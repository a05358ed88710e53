import type { Site, SiteId } from '../sites/site';

const mark = Symbol.for('foothold sites');
const world = globalThis as { [mark]?: Map<SiteId, Site> | undefined };

/**
 * Hands a site to the sidebar script that runs after this one in the same isolated world: each page loads the site it
 * is, and no other. The page cannot see it.
 */
export function bringSite(site: Site): void {
  (world[mark] ??= new Map<SiteId, Site>()).set(site.id, site);
}

export function broughtSite(id: SiteId): Site | undefined {
  return world[mark]?.get(id);
}
