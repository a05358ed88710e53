import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { clockReady } from '../../lib/clock';
import { siteAt, siteSettings } from '../../lib/settings/sites';
import { broughtSite } from '../../lib/sidebar/broughtSites';
import { Counting } from '../../lib/sidebar/counting';
import { claimPage } from '../../lib/sidebar/instance';
import { servePanels } from '../../lib/sidebar/servePanels';
import { openSidebar, type OpenSidebar } from './openSidebar';

export default defineUnlistedScript(() => {
  void start();
});

async function start() {
  await clockReady;
  let setting = siteAt(await siteSettings.get(), location.origin);
  const site = setting?.on ? broughtSite(setting.site) : undefined;
  const life = site && claimPage();
  if (!life) return;
  const { signal } = life;

  let sidebar: OpenSidebar | undefined;
  const counting = new Counting(window, site, signal, () => {
    sidebar?.draw();
    tell();
  });
  const surface = () => setting?.surface ?? 'page';
  const tell = servePanels(
    () => ({ ...counting.view, surface: surface() }),
    counting.hands,
    signal,
  );
  /** The page gets the sidebar, or nothing at all. */
  const place = () => {
    if (surface() === 'page') sidebar ??= openSidebar(counting, signal);
    else {
      sidebar?.close();
      sidebar = undefined;
    }
    tell();
  };
  siteSettings.watch(signal, (settings) => {
    setting = siteAt(settings, location.origin);
    if (setting?.on !== true) life.abort();
    else place();
  });
  place();
}
