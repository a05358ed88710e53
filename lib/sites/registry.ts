import { atomic, atomicExamples } from './atomic';
import { espo, espoExamples } from './espo';
import { linkedin, linkedinExamples } from './linkedin';
import { other } from './other';
import type { Examples, Site, SiteId } from './site';

/** Every site Foothold knows, in the order in which they are tried, with example URLs of its pages. */
export const known: readonly (readonly [Site, Examples])[] = [
  [atomic, atomicExamples],
  [espo, espoExamples],
  [linkedin, linkedinExamples],
  [other, {}],
];

export const sites: readonly Site[] = known.map(([site]) => site);

export function siteById(id: SiteId): Site | undefined {
  return sites.find((site) => site.id === id);
}
