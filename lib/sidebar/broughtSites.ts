import type { DragWatch } from '../detect/drag';
import type { Site, SiteId } from '../sites/site';

/** A site, and what its rules need of detection beyond what all need. */
export interface BroughtSite {
  readonly site: Site;
  /** For a site on whose pages things are dragged. */
  readonly drags?: typeof DragWatch;
}

const mark = Symbol.for('foothold sites');
const world = globalThis as { [mark]?: Map<SiteId, BroughtSite> | undefined };

/**
 * Hands a site to the sidebar script that runs after this one in the same isolated world: each page loads the site it
 * is, and no other. The page cannot see it.
 */
export function bringSite(brought: BroughtSite): void {
  (world[mark] ??= new Map<SiteId, BroughtSite>()).set(brought.site.id, brought);
}

export function broughtSite(id: SiteId): BroughtSite | undefined {
  return world[mark]?.get(id);
}
