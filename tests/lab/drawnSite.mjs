import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { root } from './steps.mjs';

/** Beside the folders: what the pages of all sites draw with. */
const shared = 'drawn.js';
/** @type {Readonly<Record<string, string>>} */
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/**
 * A site as a test page of its own, at its true origin: `page.html` and its files in `tests/pages/<folder>`.
 *
 * @typedef {object} DrawnSite
 * @property {string} origin
 * @property {string} folder
 * @property {RegExp} api paths that are the server's to answer, not files
 * @property {string} policy the site's own content security policy
 */

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {DrawnSite} site
 * @param {(route: import('playwright-core').Route, pathname: string) => unknown} answer in the server's place
 */
export async function serveDrawn(context, { origin, folder, api, policy }, answer) {
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (api.test(pathname)) return answer(route, pathname);
    const file = pathname.split('/').at(-1) ?? '';
    const type = types[extname(file)];
    const name = type === undefined ? 'page.html' : file;
    await route.fulfill({
      contentType: type ?? 'text/html',
      headers: { 'content-security-policy': policy },
      body: await readFile(join(root, 'tests', 'pages', name === shared ? '' : folder, name)),
    });
  });
}
