import type { DragWatch } from '../detect/drag';
import type { Site, SiteId } from '../sites/site';

/** A site, and what its rules need of detection beyond what all need. */
export interface BroughtSite {
  readonly site: Site;
  /** For a site on whose pages things are dragged. */
  readonly drags?: typeof DragWatch;
  /** As it was brought, once something has been added to it. */
  own?: Site;
}

const mark = Symbol.for('foothold sites');
const world = globalThis as { [mark]?: Map<SiteId, BroughtSite> | undefined };

/**
 * Hands a site to the sidebar script that runs after this one in the same isolated world: each page loads the site it
 * is, and no other. The page cannot see it.
 */
export function bringSite(brought: BroughtSite): void {
  const sites = (world[mark] ??= new Map<SiteId, BroughtSite>());
  // Whoever counts already holds the first.
  if (!sites.has(brought.site.id)) sites.set(brought.site.id, brought);
}

/** Makes more of the sites that are here, in place: whoever holds one sees it. */
export function extendSites(extend: (own: Site) => Site): void {
  for (const brought of world[mark]?.values() ?? [])
    Object.assign(brought.site, extend((brought.own ??= { ...brought.site })));
}

export function broughtSite(id: SiteId): BroughtSite | undefined {
  return world[mark]?.get(id);
}
