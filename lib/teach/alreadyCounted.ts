import { placeOf } from '../detect/page';
import { isOf } from '../sites/parts/taught';
import type { Site } from '../sites/site';

/** Whether a rule of the site takes a press on this for an action already: what is taught beside it would never count. */
export function alreadyCounted(site: Site, href: string, thing: Element): boolean {
  const { kind } = placeOf(site, href);
  return site.rules.some((rule) => kind !== null && rule.on.includes(kind) && isOf(rule, thing));
}
