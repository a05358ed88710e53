import { element, markup, state } from './page.js';

/*
 * The place where the new front end keeps what is left of the old one: invite modal, messaging overlay. Seen open, one
 * extension also reckons with a closed root (V; closed S, id 70626210735). `light` has neither, for surfaces that are
 * classic throughout.
 */
let root;

/** Where modals and bubbles go; made on first use where the page is told to be late with it. */
export function interop() {
  root ??= make();
  return root;
}

function make() {
  const inside = element(
    markup`<div class="interop-body">
      <div class="artdeco-modal-outlet"></div>
      <aside class="msg-overlay-container"></aside>
    </div>`,
  );
  if (state.shadow === 'light') {
    document.body.append(inside);
    return inside;
  }
  const outlet = element(markup`<div id="interop-outlet" data-testid="interop-shadowdom"></div>`);
  const shadow = outlet.attachShadow({ mode: state.shadow });
  // The document's own, without another request: nothing shows without it, nothing moves when it comes.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...document.styleSheets[0].cssRules].map((rule) => rule.cssText).join('\n'));
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(inside);
  document.body.append(outlet);
  // For the lab alone, which cannot see into a closed root otherwise.
  window.lab.roots.interop = shadow;
  return shadow;
}

export const modals = () => interop().querySelector('.artdeco-modal-outlet');
export const bubbles = () => interop().querySelector('.msg-overlay-container');
