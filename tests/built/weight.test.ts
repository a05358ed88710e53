import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/sites/registry';
import { builds, builtFiles, builtText } from './built';

/** Strings that minifying leaves in what these libraries are. */
const traces = { Dexie: 'DexieError', Zod: 'invalid_type', calendar: 'PlainDate' };

describe.each(builds)('%s', (build) => {
  const files = builtFiles(build);
  const text = (file: string) => builtText(build, file);
  const siteScripts = files.filter((name) => /^site-.*\.js$/.test(name));

  it('has a script for every site', () => {
    expect(siteScripts.toSorted()).toEqual(sites.map(({ id }) => `site-${id}.js`).toSorted());
  });

  it.each(siteScripts)('keeps what a page with %s gets within 25 kB gzip', (site) => {
    // A page loads both, so they are weighed as one.
    const size = gzipSync(text('sidebar.js') + text(site), { level: 9 }).length;
    console.log(
      `${build} ${site}: ${(size / 1000).toFixed(1)} kB gzip, ${(size / 25_000).toFixed(2)} of the budget`,
    );
    expect(size).toBeLessThanOrEqual(25_000);
  });

  it.each(siteScripts)(
    'adds at most 2 kB to what a page with %s gets where the rep taught',
    (site) => {
      const weigh = (...scripts: readonly string[]) =>
        gzipSync(scripts.map(text).join(''), { level: 9 }).length;
      const added = weigh('sidebar.js', site, 'taught.js') - weigh('sidebar.js', site);
      console.log(`${build} ${site}: ${String(added)} B more with taught buttons`);
      expect(added).toBeLessThanOrEqual(2000);
    },
  );

  it('brings what tells a drop from a press to the sites on which things are dragged, and to no other', () => {
    const dragged = sites.filter(({ rules }) =>
      rules.some(({ intents }) => intents.some(({ event }) => event === 'drop')),
    );
    // Escape puts a card back; no site names that key itself.
    const bringing = siteScripts.filter((name) => text(name).includes('Escape'));
    expect(bringing.toSorted()).toEqual(dragged.map(({ id }) => `site-${id}.js`).toSorted());
  });

  it.each(Object.entries(traces))('ships no %s to the page', (_library, trace) => {
    const scripts = files.filter((name) => name.endsWith('.js'));
    const withTrace = scripts.filter((name) => text(name).includes(trace));
    for (const script of ['sidebar.js', ...siteScripts]) expect(withTrace).not.toContain(script);
    // Elsewhere it is found, so it really is a trace.
    expect(withTrace).not.toEqual([]);
  });

  it('runs no code from a string and has no means to talk to a server', () => {
    const scripts = files.filter((name) => name.endsWith('.js'));
    const means = /\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bfetch\(|\beval\(/;
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((name) => means.test(text(name)))).toEqual([]);
  });

  it('has every string in every language', () => {
    const english = JSON.parse(text('_locales/en/messages.json')) as object;
    const german = JSON.parse(text('_locales/de/messages.json')) as object;
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });
});
