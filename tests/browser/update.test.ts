import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { axeOnPage } from '../lab/axe.mjs';
import { labBuild, launchFoothold } from '../lab/foothold.mjs';

declare const chrome: typeof browser;

/** What is new, said once after an update: the same browser with one version after the other. */
let build: string;
let profile: string;
let foothold: Awaited<ReturnType<typeof launchFoothold>>;

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'foothold-build-'));
  await cp(labBuild, build, { recursive: true });
  await write('0.1.0');
  profile = await mkdtemp(join(tmpdir(), 'foothold-updated-'));
  // Without developer mode the browser turns an unpacked extension off instead of taking it anew.
  await mkdir(join(profile, 'Default'));
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
  foothold = await launchFoothold({ extension: build, profile });
});
afterAll(async () => {
  await foothold.close();
  for (const folder of [build, profile])
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function write(version: string) {
  const file = join(build, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...manifest, version }));
}

/** The browser takes the new version, closes our pages and starts a new worker. */
async function update(version: string) {
  await write(version);
  const desk = await foothold.desk();
  const closed = desk.waitForEvent('close');
  const started = foothold.context.waitForEvent('serviceworker');
  await foothold.ask(() => {
    // It takes this very page with it, so the answer comes first.
    setTimeout(() => {
      chrome.runtime.reload();
    });
  });
  await Promise.all([closed, started]);
  const found = await foothold.ask(() => chrome.runtime.getManifest().version);
  expect(found).toBe(version);
}

it('a fresh install has no news', async () => {
  const popup = await foothold.open('popup.html');
  expect(await popup.getByText('New in').count()).toBe(0);
  await popup.close();
});

it('an update says what is new, opens no tab by itself, and is put away for good', async () => {
  await update('0.2.0');
  const ours = () =>
    foothold.context.pages().filter((page) => page.url().startsWith('chrome-extension:'));
  // The tests' own desk.
  expect(ours()).toHaveLength(1);
  const popup = await foothold.open('popup.html');
  await popup.getByText('New in 0.2:').waitFor();
  const options = await foothold.open('options.html');
  await options.getByText('New in 0.2:').waitFor();
  expect(ours()).toHaveLength(3);
  for (const page of [popup, options])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await axeOnPage(page), `${page.url()} ${colorScheme}`).toEqual([]);
    }
  await popup.bringToFront();
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  for (const page of [popup, options])
    await page.getByText('New in 0.2:').waitFor({ state: 'detached' });
});

it('a mended release has no news', async () => {
  await update('0.2.1');
  const options = await foothold.open('options.html');
  expect(await options.getByText('New in').count()).toBe(0);
});
