import { atomic } from './atomic';
import { linkedin } from './linkedin';
import type { Site, SiteId } from './site';

/** Every site Foothold knows, in the order in which they are tried. */
export const sites: readonly Site[] = [atomic, linkedin];

export function siteById(id: SiteId): Site | undefined {
  return sites.find((site) => site.id === id);
}
