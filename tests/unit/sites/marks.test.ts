import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selfHostedSites } from '../../../lib/pages/siteChoice';
import { startClassic } from '../../lab/classic/server.mjs';
import { startDolibarr } from '../../pages/dolibarr/server.mjs';
import { startSuiteCrm } from '../../pages/suitecrm/server.mjs';

const folder = fileURLToPath(new URL('../../pages', import.meta.url));
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => ({ path, site: path.split(sep)[0] }));

/** The sites whose marks are on a page, as it comes from its server. */
function recognised(html: string): readonly string[] {
  const { document } = new Window();
  document.write(html);
  return selfHostedSites
    .filter(({ marks = [] }) => marks.some((mark) => document.querySelector(mark) !== null))
    .map(({ id }) => id);
}

const ownDomain = selfHostedSites.map(({ id }) => id);

test.each(pages)(
  '$path is recognised as what it is, and as nothing else',
  ({ path, site = '' }) => {
    expect(recognised(readFileSync(join(folder, path), 'utf8'))).toEqual(
      ownDomain.includes(site) ? [site] : [],
    );
  },
);

describe.each([
  { site: 'dolibarr', start: startDolibarr, at: '/contact/card.php?id=17' },
  { site: 'suitecrm', start: startSuiteCrm, at: '/index.php?module=Home&action=index' },
  { site: undefined, start: startClassic, at: '/contacts/1' },
])('what a server draws', ({ site, start, at }) => {
  let served: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    served = await start();
  });
  afterAll(() => served.close());

  test(`is ${site ?? 'nobody’s'}, and nothing else`, async () => {
    const answer = await fetch(served.origin + at);
    expect(answer.ok).toBe(true);
    expect(recognised(await answer.text())).toEqual(site === undefined ? [] : [site]);
  });
});

test.each([
  // Seen running in November 2026.
  [
    'atomic',
    '<div id="root"><header><nav><a href="#/">Home</a><a href="#/contacts">Kontakte</a><a href="#/companies">Firmen</a><a href="#/deals">Deals</a></nav></header></div>',
  ],
  // Vendor's source: what its server writes into the page.
  ['twenty', '<script id="twenty-env-config">window._env_ = {};</script><div id="root"></div>'],
  // Version 6.0, seen running in November 2026.
  ['tryton', '<body><div class="body"><ul id="tablist" role="tablist"></ul></div></body>'],
])('%s is recognised by what it says of itself, and as nothing else', (site, html) => {
  expect(recognised(html)).toEqual([site]);
});

test.each([
  ['built of the same parts', '<div id="root"><button data-slot="button">Go</button></div>'],
  [
    'with a link to skip to what it is about',
    '<main id="main-content"><button data-slot="button">Go</button></main>',
  ],
  [
    'with some of the same addresses',
    '<div id="root"><nav><a href="#/contacts">People</a><a href="#/deals">Deals</a></nav></div>',
  ],
])('another application %s is not recognised', (_, body) => {
  expect(recognised(body)).toEqual([]);
});
