import { readTogether } from '../settings/item';
import { siteAt, siteSettings, type SiteSetting } from '../settings/sites';
import { withheld } from '../settings/withheld';
import type { SiteId } from '../sites/site';
import { isConnected } from './connected';

/**
 * Ends this script's life once it has no business here any more: the rep turned the site off, removed it or made
 * another of it, or the browser no longer lets us see it.
 *
 * @param changed what of the setting leaves it its business
 */
export function leaveWhenWithdrawn(
  life: AbortController,
  site: SiteId,
  changed?: (setting: SiteSetting) => void,
): void {
  const { signal } = life;
  const { origin } = location;
  siteSettings.watch(signal, (settings) => {
    const setting = siteAt(settings, origin);
    if (setting?.on === true && setting.site === site) changed?.(setting);
    else life.abort();
  });
  withheld.watch(signal, (origins) => {
    if (origins.includes(origin)) life.abort();
  });
  const look = async () => {
    if (!isConnected()) return;
    const [settings, lost] = await readTogether(siteSettings, withheld);
    if (siteAt(settings, origin)?.on !== true || lost.includes(origin)) life.abort();
  };
  // A page that was kept for the back button slept through what was changed meanwhile.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) void look();
    },
    { signal },
  );
}
