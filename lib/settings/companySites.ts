import { localItem } from './item';
import { parseSites, siteAt, siteSettings, type SiteSetting } from './sites';

/** What the rep had at the addresses that the company has set since: it comes back with the end of the policy. */
const before = localItem('sitesBeforeCompany', parseSites);

/**
 * Makes the company's sites stand among the rep's as they were set, whatever has been done to them, and gives back what
 * the company no longer sets.
 */
export async function setCompanySites(company: readonly SiteSetting[]): Promise<void> {
  const [settings, kept] = await Promise.all([siteSettings.get(), before.get()]);
  const taken = settings.filter((one) => !one.company && siteAt(company, one.origin));
  const given = settings
    .filter((one) => one.company && !siteAt(company, one.origin))
    .flatMap(({ origin }) => siteAt(kept, origin) ?? []);
  const own = settings.filter((one) => !one.company && !siteAt(company, one.origin));
  const wanted = [...company, ...own, ...given];
  const stillKept = [
    ...kept.filter(({ origin }) => siteAt(company, origin) && !siteAt(taken, origin)),
    ...taken,
  ];
  // What is right already is not written: a write would wake everybody who watches, this one too.
  if (!same(stillKept, kept)) await before.set(stillKept);
  if (!same(wanted, settings)) await siteSettings.set(wanted);
}

function same(one: readonly SiteSetting[], other: readonly SiteSetting[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
