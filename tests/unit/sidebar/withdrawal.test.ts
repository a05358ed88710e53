// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { siteSettings } from '../../../lib/settings/sites';
import { withheld } from '../../../lib/settings/withheld';
import { claimPage } from '../../../lib/sidebar/instance';
import { leaveWhenWithdrawn } from '../../../lib/sidebar/withdrawal';

const { origin } = location;
const here = { origin, site: 'atomic', on: true };
const elsewhere = { origin: 'https://elsewhere.example.com', site: 'atomic', on: true };

let life: AbortController;

beforeEach(async () => {
  Object.assign(fakeBrowser.runtime, { id: 'foothold' });
  life = new AbortController();
  await siteSettings.set([here, elsewhere]);
  leaveWhenWithdrawn(life, 'atomic');
});

test.each([
  ['turned off', [{ ...here, on: false }, elsewhere]],
  ['removed', [elsewhere]],
  ['made another site', [{ ...here, site: 'other' }, elsewhere]],
])('a script leaves where its site is %s', async (_, settings) => {
  await siteSettings.set(settings);
  expect(life.signal.aborted).toBe(true);
});

test('a script leaves where the browser no longer lets us see its page', async () => {
  await withheld.set([origin]);
  expect(life.signal.aborted).toBe(true);
});

test('what is withdrawn elsewhere, or only shown elsewhere, lets it stay', async () => {
  await siteSettings.set([{ ...here, surface: 'panel' }]);
  await withheld.set([elsewhere.origin]);
  expect(life.signal.aborted).toBe(false);
});

test('a page that was kept for the back button looks what it has slept through', async () => {
  life.abort();
  for (const missed of [() => siteSettings.set([]), () => withheld.set([origin])]) {
    await siteSettings.set([here]);
    await withheld.set([]);
    await missed();
    const late = new AbortController();
    leaveWhenWithdrawn(late, 'atomic');
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    await Promise.resolve();
    expect(late.signal.aborted).toBe(false);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.waitFor(() => {
      expect(late.signal.aborted).toBe(true);
    });
  }
});

test('a page is claimed once for a site; another site sends the first away', () => {
  const first = claimPage('atomic');
  expect(first?.signal.aborted).toBe(false);
  expect(claimPage('atomic')).toBeUndefined();
  const second = claimPage('other');
  expect(first?.signal.aborted).toBe(true);
  expect(second?.signal.aborted).toBe(false);
  second?.abort();
  expect(claimPage('other')?.signal.aborted).toBe(false);
});
