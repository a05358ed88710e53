import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** The lab knows one site more: a CRM of ours whose pages load in full. */
const labSites = {
  find: /^.*\/sites\/registry$/,
  replacement: fileURLToPath(new URL('tests/lab/registry.ts', import.meta.url)),
};

/** What every page of a rep's day loads; the tests hold it to its budget. */
async function weighSidebar(outDir: string) {
  const script = await readFile(join(outDir, 'sidebar.js'));
  const kilobytes = gzipSync(script, { level: 9 }).length / 1000;
  return `sidebar.js: ${kilobytes.toFixed(1)} kB gzip of 25`;
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  vite: ({ mode }) => ({
    plugins: [preact()],
    // Its polyfill would be the only `fetch` in the extension.
    build: { modulePreload: { polyfill: false } },
    ...(mode === 'lab' && { resolve: { alias: [labSites] } }),
  }),
  hooks: {
    'build:done': async (wxt) => {
      wxt.logger.info(await weighSidebar(wxt.config.outDir));
    },
  },
  manifestVersion: 3,
  manifest: ({ mode, browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '121',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting'],
    incognito: 'not_allowed',
    action: { default_title: '__MSG_name__' },
    ...(mode === 'lab'
      ? { host_permissions: ['*://*/*'], key: labKey }
      : { optional_host_permissions: ['*://*/*'] }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'foothold@foothold.example',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
