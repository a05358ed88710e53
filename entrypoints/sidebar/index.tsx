import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Dock } from '../../components/Dock';
import { setNumbersHidden } from '../../components/hiddenNumbers';
import { Orphan, orphanTexts } from '../../components/Orphan';
import { ownNames } from '../../components/ownNames';
import { clockReady, now } from '../../lib/clock';
import { sendMessage } from '../../lib/messages/protocol';
import { hideNumbers } from '../../lib/settings/hideNumbers';
import { kinship } from '../../lib/settings/kinship';
import { layoutAt } from '../../lib/settings/layout';
import { siteAt, siteSettings } from '../../lib/settings/sites';
import { broughtSite } from '../../lib/sidebar/broughtSites';
import { isConnected } from '../../lib/sidebar/connected';
import { Counting, insideOf } from '../../lib/sidebar/counting';
import { makeWay, relieve } from '../../lib/sidebar/handover';
import { makeHost } from '../../lib/sidebar/host';
import { whenIdle } from '../../lib/sidebar/idle';
import { insist } from '../../lib/sidebar/insist';
import { claimPage } from '../../lib/sidebar/instance';
import { servePanels } from '../../lib/sidebar/servePanels';
import { leaveWhenWithdrawn } from '../../lib/sidebar/withdrawal';

export default defineUnlistedScript(() => {
  void start();
});

async function start() {
  await clockReady;
  let setting = siteAt(await siteSettings.get(), location.origin);
  const brought = setting?.on ? broughtSite(setting.site) : undefined;
  const kin = await kinship.get();
  const life = brought && claimPage(brought.site.id);
  if (!life) return;
  const { signal } = life;
  leaveWhenWithdrawn(life, brought.site.id);

  // Nothing is awaited between the two, so what the hand does is seen by one of them.
  const inherited = relieve(document, kin, insideOf);
  let draw = () => {};
  siteSettings.watch(signal, (settings) => {
    setting = siteAt(settings, location.origin);
    draw();
  });
  const counting = new Counting(window, brought, signal, () => {
    draw();
  });
  counting.inherit(inherited);
  const view = () => ({ ...counting.view, surface: setting?.surface, company: setting?.company });
  const tellPanels = (draw = servePanels(view, counting.hands, signal));
  let hidden = false;
  // From the start: on a shared screen no number may come in between.
  hideNumbers.watch(signal, (changed) => {
    hidden = changed;
    draw();
  });
  hidden = await hideNumbers.get();
  const stored = layoutAt(location.origin);
  let layout = await stored.get();
  await whenIdle(window, signal);
  if (signal.aborted) return;
  let host: ReturnType<typeof makeHost> | undefined;
  let dressing: Promise<void> | undefined;
  const dress = async () => {
    const style = await insist(() => sendMessage('style'));
    // Whoever relieves a script that shows nothing cannot find it, so it leaves by itself.
    if (style === null) life.abort();
    if (style === null || signal.aborted) return;
    host = makeHost(document, style, signal);
    makeWay(host.container, kin, life, () => counting.undelivered);
    draw();
  };
  const texts = orphanTexts();
  draw = () => {
    if (signal.aborted) return;
    if (!isConnected()) {
      const unsaved = counting.undelivered.length;
      if (host)
        render(<Orphan texts={texts} side={layout.side} unsaved={unsaved} />, host.container);
      return;
    }
    tellPanels();
    setNumbersHidden(hidden);
    Object.assign(ownNames, counting.view.standing?.names);
    const inPage = setting?.surface !== 'panel';
    if (inPage) dressing ??= dress();
    if (!host) return;
    (inPage ? host.stay : host.leave)();
    render(
      inPage && (
        <Dock
          {...counting.view}
          {...counting.hands}
          // Firefox lets only our own pages open its sidebar: what left the page there could not be found again.
          {...(import.meta.env.FIREFOX && { onMoveTo: undefined })}
          {...(setting?.company && { onMoveTo: undefined, onSwitchOff: undefined })}
          now={now()}
          side={layout.side}
          collapsed={layout.collapsed}
          onHideNumbers={() => void hideNumbers.set(!hidden)}
          onCollapse={() => void stored.set({ ...layout, collapsed: true })}
          onExpand={() => void stored.set({ ...layout, collapsed: false })}
          onMove={() =>
            void stored.set({ ...layout, side: layout.side === 'left' ? 'right' : 'left' })
          }
        />
      ),
      host.container,
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
    if (host) render(null, host.container);
  });
  draw();
}
