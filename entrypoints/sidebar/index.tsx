import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Dock } from '../../components/Dock';
import { setNumbersHidden } from '../../components/hiddenNumbers';
import { Orphan, orphanTexts } from '../../components/Orphan';
import { ownNames } from '../../components/ownNames';
import { clockReady, now } from '../../lib/clock';
import { sendMessage } from '../../lib/messages/protocol';
import { healthAt } from '../../lib/settings/health';
import { hideNumbers } from '../../lib/settings/hideNumbers';
import { readTogether } from '../../lib/settings/item';
import { kinship } from '../../lib/settings/kinship';
import { layoutAt } from '../../lib/settings/layout';
import { siteAt, siteSettings } from '../../lib/settings/sites';
import { storedStanding } from '../../lib/settings/standing';
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
  const { origin } = location;
  const stored = layoutAt(origin);
  const [settings, kin, hiddenFirst, layoutFirst, health, standing] = await readTogether(
    siteSettings,
    kinship,
    hideNumbers,
    stored,
    healthAt(origin),
    storedStanding,
  );
  let setting = siteAt(settings, origin);
  let hidden = hiddenFirst;
  let layout = layoutFirst;
  const brought = setting?.on ? broughtSite(setting.site) : undefined;
  const life = brought && claimPage(brought.site.id);
  if (!life) return;
  const { signal } = life;

  // Nothing is awaited between the two, so what the hand does is seen by one of them.
  const inherited = relieve(document, kin, insideOf);
  let draw = () => {};
  leaveWhenWithdrawn(life, brought.site.id, (changed) => {
    setting = changed;
    draw();
  });
  // From the start: on a shared screen no number may come in between.
  hideNumbers.watch(signal, (changed) => {
    hidden = changed;
    draw();
  });
  stored.watch(signal, (changed) => {
    layout = changed;
    draw();
  });
  const entered = insist(() => sendMessage('enter'));
  const counting = new Counting(window, brought, signal, { health, standing, entered }, () => {
    draw();
  });
  counting.inherit(inherited);
  const view = () => ({ ...counting.view, surface: setting?.surface, company: setting?.company });
  const tellPanels = (draw = servePanels(view, counting.hands, signal));
  await whenIdle(window, signal);
  if (signal.aborted) return;
  let host: ReturnType<typeof makeHost> | undefined;
  let dressing: Promise<void> | undefined;
  const dress = async () => {
    const answer = await entered;
    // Whoever relieves a script that shows nothing cannot find it, so it leaves by itself.
    if (!answer) life.abort();
    if (!answer || signal.aborted) return;
    host = makeHost(document, answer.style, signal);
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
