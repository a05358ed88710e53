import { render } from 'preact';
import { Dock } from '../../components/Dock';
import { setNumbersHidden } from '../../components/hiddenNumbers';
import css from '../../components/sidebar.css?inline';
import tokens from '../../components/tokens.css?inline';
import { now } from '../../lib/clock';
import { hideNumbers } from '../../lib/settings/hideNumbers';
import { layoutAt } from '../../lib/settings/layout';
import type { Counting } from '../../lib/sidebar/counting';
import { mountHost } from '../../lib/sidebar/host';
import { whenIdle } from '../../lib/sidebar/idle';

export interface OpenSidebar {
  /** Draws what has changed; nothing before the page has come to rest. */
  draw(): void;
  close(): void;
}

/** Puts the sidebar into the page once that has come to rest, until it is closed or the page's script ends. */
export function openSidebar(counting: Counting, life: AbortSignal): OpenSidebar {
  const closing = new AbortController();
  const signal = AbortSignal.any([life, closing.signal]);
  const sidebar = {
    draw: () => {},
    close: () => {
      closing.abort();
    },
  };
  void mount(counting, sidebar, signal);
  return sidebar;
}

async function mount(counting: Counting, sidebar: OpenSidebar, signal: AbortSignal) {
  const stored = layoutAt(location.origin);
  let layout = await stored.get();
  let hidden = false;
  // From the start: on a shared screen no number may come in between.
  hideNumbers.watch(signal, (changed) => {
    hidden = changed;
    sidebar.draw();
  });
  hidden = await hideNumbers.get();
  await whenIdle(window, signal);
  if (signal.aborted) return;
  const { container, stay } = mountHost(document, tokens + css, signal);
  const draw = () => {
    if (signal.aborted) return;
    stay();
    setNumbersHidden(hidden);
    render(
      <Dock
        {...counting.view}
        {...counting.hands}
        // Firefox opens its sidebar for our own pages only: what left the page there could not be found again.
        {...(import.meta.env.FIREFOX && { onMoveTo: undefined })}
        now={now()}
        side={layout.side}
        collapsed={layout.collapsed}
        onHideNumbers={() => void hideNumbers.set(!hidden)}
        onCollapse={() => void stored.set({ ...layout, collapsed: true })}
        onExpand={() => void stored.set({ ...layout, collapsed: false })}
        onMove={() =>
          void stored.set({ ...layout, side: layout.side === 'left' ? 'right' : 'left' })
        }
      />,
      container,
    );
  };
  sidebar.draw = draw;
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
