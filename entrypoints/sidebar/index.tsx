import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Dock } from '../../components/Dock';
import { clockReady, now } from '../../lib/clock';
import { sendMessage } from '../../lib/messages/protocol';
import { kinship } from '../../lib/settings/kinship';
import { layoutAt } from '../../lib/settings/layout';
import { siteAt, siteSettings } from '../../lib/settings/sites';
import { broughtSite } from '../../lib/sidebar/broughtSites';
import { Counting, openOrClosed } from '../../lib/sidebar/counting';
import { makeWay, relieve } from '../../lib/sidebar/handover';
import { mountHost } from '../../lib/sidebar/host';
import { whenIdle } from '../../lib/sidebar/idle';
import { insist } from '../../lib/sidebar/insist';
import { claimPage } from '../../lib/sidebar/instance';
import { leaveWhenWithdrawn } from '../../lib/sidebar/withdrawal';

export default defineUnlistedScript(() => {
  void start();
});

async function start() {
  await clockReady;
  const setting = siteAt(await siteSettings.get(), location.origin);
  const site = setting?.on ? broughtSite(setting.site) : undefined;
  const kin = await kinship.get();
  const life = site && claimPage(site.id);
  if (!life) return;
  const { signal } = life;
  leaveWhenWithdrawn(life, site.id);

  // Nothing is awaited between the two, so what the hand does is seen by one of them.
  const inherited = relieve(document, kin, openOrClosed);
  let draw = () => {};
  const counting = new Counting(window, site, signal, () => {
    draw();
  });
  counting.inherit(inherited);
  const stored = layoutAt(location.origin);
  let layout = await stored.get();
  await whenIdle(window, signal);
  const style = await insist(() => sendMessage('style'));
  // Whoever relieves a script that shows nothing cannot find it, so it leaves by itself.
  if (style === null) life.abort();
  if (signal.aborted || style === null) return;
  const { container, stay } = mountHost(document, style, signal);
  makeWay(container, kin, life, () => counting.undelivered);
  draw = () => {
    if (signal.aborted) return;
    stay();
    render(
      <Dock
        {...counting.view}
        {...counting.hands}
        now={now()}
        side={layout.side}
        collapsed={layout.collapsed}
        onCollapse={() => void stored.set({ ...layout, collapsed: true })}
        onExpand={() => void stored.set({ ...layout, collapsed: false })}
        onMove={() =>
          void stored.set({ ...layout, side: layout.side === 'left' ? 'right' : 'left' })
        }
      />,
      container,
    );
  };
  stored.watch(signal, (changed) => {
    layout = changed;
    draw();
  });
  // What names a time of day grows old by itself.
  const ticking = setInterval(() => {
    if (document.visibilityState === 'visible') draw();
  }, 15_000);
  signal.addEventListener('abort', () => {
    clearInterval(ticking);
    render(null, container);
  });
  draw();
}
