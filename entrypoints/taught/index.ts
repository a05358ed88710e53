import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { taughtOn, taughtRules } from '../../lib/settings/taught';
import { extendSites } from '../../lib/sidebar/broughtSites';
import { withTaught } from '../../lib/sites/parts/taught';

/**
 * Adds to this page's site what the rep has taught there. Runs where there is something taught, and once more in open
 * pages whenever that changes.
 */
export default defineUnlistedScript(() => {
  void taughtRules.get().then((rules) => {
    const here = taughtOn([location.origin], rules).filter(({ on }) => on);
    extendSites((site) => withTaught(site, here));
  });
});
