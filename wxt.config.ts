import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * The `lab` mode is for the demo and the tests, where nobody can click the browser's permission prompt: hosts are
 * granted at install, the extension id is fixed, and a test may set the clock. It never ships.
 */
const labKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqld8dRGrHD7wfxaqyRvF+4EUUpQeMyem3yzXjtTv9CO2G24I59v4yT9DHp/L3kqrNM4r6k8u+u67dBzWOqYlDDSXf7HY8YRQ36Gb/lZvBk70Ua9ZzYCSZWLSRu8JMfiOfKineHsxfPSbeAHKlv1kQc+lBqHPFUs2Hi99hujxq0+zlHvCHfXGc27KmHk9EcGrsSjSQ5Imzu3EUb16xDyb5S2+cgRUlCd874IzkcxstKzOQPjEW2ZRdF3m+xyjss7ngD9+QAzOt29/eNJH+lxghyVYIo1JxUw3QNq9NV5kfddA4omwz2eRcyF43raeE52549z4iqvlvLwLNZi7yJTqFwIDAQAB';

// WXT takes the mode for the environment too, and Preact would bring its code for development: tests are of what ships.
if (process.env['NODE_ENV'] === 'lab') process.env['NODE_ENV'] = 'production';

/** The lab knows one site more: a CRM of ours whose pages load in full. */
const labSites = {
  find: /^.*\/sites\/registry$/,
  replacement: fileURLToPath(new URL('tests/lab/registry.ts', import.meta.url)),
};

const shortErrors = {
  find: '@aklinker1/zero-serialize-error',
  replacement: fileURLToPath(new URL('lib/messages/errors.ts', import.meta.url)),
};

const shortI18n = {
  find: /^@wxt-dev\/i18n$/,
  replacement: fileURLToPath(new URL('lib/createI18n.ts', import.meta.url)),
};

/** What the messaging library does for who asks: it tells a logger, checks, throws. Nobody of ours asks. */
const unasked = /\bconfig\??\.(?:logger|verifyMessageData|throwOnUnknownMessageFormat)\b/g;

/**
 * A page pays for its scripts by the byte. What WXT wraps around each of them tells a logger which nobody reads; and they
 * hold Preact and code of ours only, whose getters do nothing but read, which makes nothing of a function by `new`, and
 * which runs in a world where nobody changes what the language brings. One statement after the other packs better than
 * many in one.
 */
const leanScripts = {
  name: 'foothold:lean-scripts',
  config: ({ build }: { build?: { lib?: unknown } }) =>
    build?.lib
      ? {
          build: {
            terserOptions: {
              compress: { pure_getters: true, unsafe_arrows: true, unsafe: true, sequences: false },
            },
          },
        }
      : null,
  transform(code: string, id: string) {
    if (id.includes('virtual:wxt-unlisted-script-entrypoint'))
      return code.replace(/import \{ initPlugins[^]*/, 'export default definition.main();');
    return id.includes('@webext-core/messaging') ? code.replace(unasked, 'undefined') : null;
  },
};

const sidebarFolder = fileURLToPath(new URL('lib/sidebar/', import.meta.url));
const detectFolder = fileURLToPath(new URL('lib/detect/', import.meta.url));
const sitesFolder = fileURLToPath(new URL('lib/sites/', import.meta.url));
const labSite = fileURLToPath(new URL('tests/lab/classic/classic.ts', import.meta.url));
const notASite = ['site.ts', 'registry.ts'];

/** `salesNavigator.ts` → `sales-navigator`, the id of the site that it exports as `salesNavigator`. */
const siteIdOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * One script a site, `site-<id>.js`, so that a page loads the rules of its own site only. What would be the same few
 * lines for each is written here.
 */
async function siteScripts(wxtDir: string, mode: string) {
  const files = (await readdir(sitesFolder))
    .filter((file) => file.endsWith('.ts') && !notASite.includes(file))
    .map((file) => join(sitesFolder, file));
  if (mode === 'lab') files.push(labSite);
  const folder = join(wxtDir, 'sites');
  await mkdir(folder, { recursive: true });
  return Promise.all(
    files.map(async (file) => {
      const name = basename(file, '.ts');
      const inputPath = join(folder, `${name}.ts`);
      const drags = (await readFile(file, 'utf8')).includes("event: 'drop'");
      await writeFile(
        inputPath,
        [
          `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';`,
          `import { bringSite } from '${sidebarFolder}broughtSites';`,
          `import { ${name} } from '${file.replace(/\.ts$/, '')}';`,
          ...(drags ? [`import { DragWatch as drags } from '${detectFolder}drag';`] : []),
          `export default defineUnlistedScript(() => bringSite({ site: ${name}${drags ? ', drags' : ''} }));`,
          '',
        ].join('\n'),
      );
      return { name: `site-${siteIdOf(name)}`, inputPath, type: 'unlisted-script' as const };
    }),
  );
}

/** What every page of a rep's day loads; the tests hold it to its budget. */
async function weighScripts(outDir: string) {
  const scripts = (await readdir(outDir)).filter((file) => /^site-.*\.js$/.test(file));
  const weights = await Promise.all(
    scripts.map(async (site) => {
      const parts = ['sidebar.js', site].map((file) => readFile(join(outDir, file)));
      const size = gzipSync(Buffer.concat(await Promise.all(parts)), { level: 9 }).length;
      return `${site} ${(size / 1000).toFixed(1)}`;
    }),
  );
  return `kB gzip of 25 that a page loads, sidebar.js with: ${weights.join(', ')}`;
}

/**
 * Browsers have taken nearly every Ctrl+Shift letter, and with Alt+Shift a few: Chromium 156 refuses A, B, C, N, P, R, T,
 * W, X and Z (tried), ChromeOS has I, L, M and S. D is for dialling. On a Mac, Option types letters (Ç, Ć).
 */
const keys = (letter: string) => ({
  suggested_key: { default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` },
});

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  vite: ({ mode }) => ({
    plugins: [preact(), leanScripts],
    build: {
      // Its polyfill would be the only `fetch` in the extension.
      modulePreload: { polyfill: false },
      // Vite's own minifier leaves what a page loads half a kilobyte heavier.
      minify: 'terser' as const,
      terserOptions: {
        compress: {
          passes: 3,
          ecma: 2022,
        },
        ecma: 2022 as const,
      },
    },
    resolve: { alias: [shortErrors, shortI18n, ...(mode === 'lab' ? [labSites] : [])] },
  }),
  hooks: {
    'entrypoints:found': async ({ config }, infos) => {
      infos.push(...(await siteScripts(config.wxtDir, config.mode)));
    },
    'build:done': async (wxt) => {
      wxt.logger.info(await weighScripts(wxt.config.outDir));
    },
  },
  manifestVersion: 3,
  manifest: ({ mode, browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(mode === 'lab' ? ['notifications'] : []),
    ],
    ...(mode !== 'lab' && { optional_permissions: ['notifications'] }),
    commands: {
      'open-panel': { ...keys('F'), description: '__MSG_shortcuts_open_panel__' },
      'log-call': { ...keys('D'), description: '__MSG_shortcuts_log_call__' },
      'log-email': { ...keys('E'), description: '__MSG_shortcuts_log_email__' },
      'undo-last': { ...keys('U'), description: '__MSG_shortcuts_undo_last__' },
      // Four keys may be suggested; the popup is a click away, and not everybody has rules.
      'show-rule': { description: '__MSG_shortcuts_show_rule__' },
      _execute_action: {},
    },
    incognito: 'not_allowed',
    action: { default_title: '__MSG_name__' },
    // Firefox takes any policy without a schema.
    ...(browser !== 'firefox' && {
      minimum_chrome_version: '121',
      storage: { managed_schema: 'managed_schema.json' },
    }),
    ...(mode === 'lab'
      ? { host_permissions: ['*://*/*'], key: labKey }
      : { optional_host_permissions: ['*://*/*'] }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'foothold@foothold.example',
          // The first that knows optional hosts; one before it could ask for none.
          strict_min_version: '128.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
