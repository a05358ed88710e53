import { MatchPattern } from 'wxt/utils/match-patterns';
import type { Site, SiteId } from '../sites/site';
import { other } from '../sites/other';
import { siteById, sites } from '../sites/registry';

/** A site that counts and has one address, which nobody has to type. */
export interface KnownSite {
  readonly site: Site;
  /** `https://www.linkedin.com`. */
  readonly origin: string;
}

export const knownSites: readonly KnownSite[] = sites.flatMap((site) => {
  const origin = originOfOnly(site.matches);
  return origin === undefined || site.logsOnly ? [] : [{ site, origin }];
});

/** Those that count at an address which the rep types. */
export const typedSites: readonly Site[] = sites.filter(
  (site) => !site.logsOnly && !knownSites.some((known) => known.site === site),
);

/** Those that live on the rep's own domain, or may. */
export const selfHostedSites: readonly Site[] = sites.filter(({ marks }) => marks !== undefined);

/** What an address of the rep's own can be. */
export const ownKinds: readonly Site[] = [...selfHostedSites, other];

/** The site whose hosts this address is one of. */
export function siteLivingAt(origin: string): Site | undefined {
  const url = new URL(origin);
  return sites.find(({ matches }) =>
    matches.some((pattern) => new MatchPattern(pattern).includes(url)),
  );
}

/** What the rep calls it: its name, or else its address. */
export function siteName(id: SiteId, origin: string): string {
  return (siteById(id)?.label ?? '') || new URL(origin).host;
}

/** Its one origin, where its patterns name one and not a family. */
function originOfOnly(matches: readonly string[]): string | undefined {
  const [origin, ...more] = new Set(matches.map((pattern) => pattern.split('/', 3).join('/')));
  return origin === undefined || more.length > 0 || origin.includes('*') ? undefined : origin;
}
