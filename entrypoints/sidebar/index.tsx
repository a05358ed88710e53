import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Dock } from '../../components/Dock';
import { clockReady, now } from '../../lib/clock';
import { sendMessage } from '../../lib/messages/protocol';
import { layoutAt } from '../../lib/settings/layout';
import { siteAt, siteSettings } from '../../lib/settings/sites';
import { broughtSite } from '../../lib/sidebar/broughtSites';
import { Counting } from '../../lib/sidebar/counting';
import { mountHost } from '../../lib/sidebar/host';
import { whenIdle } from '../../lib/sidebar/idle';
import { insist } from '../../lib/sidebar/insist';
import { claimPage } from '../../lib/sidebar/instance';

export default defineUnlistedScript(() => {
  void start();
});

async function start() {
  await clockReady;
  const setting = siteAt(await siteSettings.get(), location.origin);
  const site = setting?.on ? broughtSite(setting.site) : undefined;
  const life = site && claimPage();
  if (!life) return;
  const { signal } = life;
  siteSettings.watch(signal, (settings) => {
    if (siteAt(settings, location.origin)?.on !== true) life.abort();
  });

  let draw = () => {};
  const counting = new Counting(window, site, signal, () => {
    draw();
  });
  const stored = layoutAt(location.origin);
  let layout = await stored.get();
  await whenIdle(window, signal);
  const style = await insist(() => sendMessage('style'));
  if (signal.aborted || style === null) return;
  const { container, stay } = mountHost(document, style, signal);
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
