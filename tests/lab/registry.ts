import { sites as shipped } from '../../lib/sites/registry.ts';
import type { Site, SiteId } from '../../lib/sites/site';
import { classic } from './classic/classic';

/** What the lab build takes for `lib/sites/registry`: every site that ships, and one whose pages load in full. */
export const sites: readonly Site[] = [...shipped, classic];

export function siteById(id: SiteId): Site | undefined {
  return sites.find((site) => site.id === id);
}
