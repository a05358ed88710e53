/** A page that keeps throwing the sidebar out wins after this many times. */
const returnsAtMost = 10;

/** Events that the page must not take for its own: a press beside its dialog would close it. */
const own = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'focusin',
  'focusout',
  'wheel',
] as const;

/**
 * Where the sidebar lives: a closed shadow root under a bare element beside the body, out of reach of the page's
 * frameworks. `stay` puts it there, and back where a page threw it out, on a budget; `leave` takes it out.
 */
export function makeHost(document: Document, css: string, signal: AbortSignal) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = `:host{all:initial!important}${css}`;
  const container = document.createElement('div');
  root.append(style, container);
  for (const type of own) {
    container.addEventListener(
      type,
      (event) => {
        event.stopPropagation();
        // A press on a button must not take the focus out of what the rep is typing.
        if (type === 'mousedown') event.preventDefault();
      },
      { signal },
    );
  }
  let returns = 0;
  const stay = () => {
    if (host.isConnected || signal.aborted || returns > returnsAtMost) return;
    returns += 1;
    document.documentElement.append(host);
  };
  const leave = () => {
    returns = 0;
    host.remove();
  };
  signal.addEventListener('abort', leave);
  return { container, stay, leave };
}
