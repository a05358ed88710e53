import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { placeMenu } from '../../../lib/background/menu';
import { siteSettings, type SiteSetting } from '../../../lib/settings/sites';

/** What the browser has in its menu: the pages of each entry, by its name. */
let entries: Record<string, readonly string[]> = {};

beforeEach(() => {
  entries = {};
  Object.assign(fakeBrowser.permissions, { contains: () => Promise.resolve(true) });
  Object.assign(fakeBrowser, {
    contextMenus: {
      removeAll: () => {
        entries = {};
        return Promise.resolve();
      },
      create: ({ id, documentUrlPatterns }: { id: string; documentUrlPatterns: string[] }) => {
        entries[id] = documentUrlPatterns;
      },
    },
  });
});

const at = (host: string, changes: Partial<SiteSetting> = {}): SiteSetting => ({
  origin: `https://${host}`,
  site: 'other',
  on: true,
  ...changes,
});

it('has a lesson on each page that counts, but where the company wants nothing in the page', async () => {
  await siteSettings.set([
    at('crm.test'),
    at('mine.test', { surface: 'panel' }),
    at('set.test', { company: true }),
    at('beside.test', { company: true, surface: 'panel' }),
  ]);
  await placeMenu();
  expect(entries['open']).toEqual([
    'https://crm.test/*',
    'https://mine.test/*',
    'https://set.test/*',
    'https://beside.test/*',
  ]);
  expect(entries['teach']).toEqual([
    'https://crm.test/*',
    'https://mine.test/*',
    'https://set.test/*',
  ]);
});

it('has none where there is no such page', async () => {
  await siteSettings.set([at('beside.test', { company: true, surface: 'panel' })]);
  await placeMenu();
  expect(Object.keys(entries)).not.toContain('teach');
});
