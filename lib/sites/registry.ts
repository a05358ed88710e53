import { atomic } from './atomic';
import { other } from './other';
import type { Site, SiteId } from './site';

/** Every site Foothold knows, in the order in which they are tried. */
export const sites: readonly Site[] = [atomic, other];

export function siteById(id: SiteId): Site | undefined {
  return sites.find((site) => site.id === id);
}
