import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { parseTaught, taughtKey } from '../../lib/settings/parseTaught';
import { extendSites } from '../../lib/sidebar/broughtSites';
import { withTaught } from '../../lib/sites/parts/taught';

/**
 * Adds to this page's site what the rep has taught there. Runs where there is something taught, and once more in open
 * pages whenever that changes.
 */
export default defineUnlistedScript(() => {
  // It only reads, and once: what else a setting can do would weigh on the page.
  void browser.storage.local.get(taughtKey).then(({ [taughtKey]: stored }) => {
    const here = parseTaught(stored).filter(({ on, origin }) => on && origin === location.origin);
    extendSites((site) => withTaught(site, here));
  });
});
