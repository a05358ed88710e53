import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { evaluate } from './evaluate.mjs';

let source;
const axeSource = async () =>
  (source ??= await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  ));

/** Colours that are still on their way are not what the rep reads: whatever moves comes to its end first. */
const settle = `(root) => Promise.all(
  (root.getAnimations ? root : document).getAnimations().map((one) => one.finished.catch(() => undefined)),
)`;

const short = `({ violations }) => violations.map(({ id, help, nodes }) => ({
  id,
  help,
  nodes: nodes.map(({ target, html }) => [String(target), html.slice(0, 160)].join(' ')),
}))`;

/**
 * What axe finds in the sidebar. Its root is closed, so axe runs in the content script's own world, where the host is
 * given a `shadowRoot` for axe to descend into; the page does not see that. Axe judges colours only within the body,
 * and the host is beside it: it moves in for as long as the look takes.
 *
 * @param {import('./sidebar.mjs').Sidebar} sidebar
 * @returns {Promise<{ id: string, help: string, nodes: string[] }[]>}
 */
export async function axeInSidebar(sidebar) {
  return sidebar.see(`async (root, host) => {
    if (!root) throw new Error('there is no sidebar to look at');
    if (!globalThis.axe) { ${await axeSource()} }
    Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
    document.body.append(host);
    try {
      await (${settle})(root);
      return (${short})(await globalThis.axe.run(host, { resultTypes: ['violations'] }));
    } finally {
      delete host.shadowRoot;
      document.documentElement.append(host);
    }
  }`);
}

const onPage = async () => `async () => {
  if (!globalThis.axe) { ${await axeSource()} }
  await (${settle})(document);
  return (${short})(await globalThis.axe.run(document, { resultTypes: ['violations'] }));
}`;

/**
 * What axe finds in the side panel.
 *
 * @param {import('./sidePanel.mjs').SidePanel} panel
 * @returns {Promise<{ id: string, help: string, nodes: string[] }[]>}
 */
export async function axeInPanel(panel) {
  return panel.see(await onPage());
}

/**
 * What axe finds on a page of ours.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{ id: string, help: string, nodes: string[] }[]>}
 */
export async function axeOnPage(page) {
  const session = await page.context().newCDPSession(page);
  try {
    return await evaluate((...call) => session.send(...call), `(${await onPage()})()`);
  } finally {
    await session.detach();
  }
}
