import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Standing } from '../../../lib/domain/standing';
import { readTogether } from '../../../lib/settings/item';
import { layoutAt } from '../../../lib/settings/layout';
import { ownKinds } from '../../../lib/settings/ownKinds';
import { pausedOn } from '../../../lib/settings/pause';
import { moveTo, siteAt, siteSettings, switchOff, withSite } from '../../../lib/settings/sites';
import { storedStanding, storeStanding } from '../../../lib/settings/standing';
import { unasked } from '../../../lib/settings/unasked';

const crm = { origin: 'https://crm.example.com', site: 'atomic', on: true };
const other = { origin: 'https://other.example.com', site: 'atomic', on: true };

describe('a setting', () => {
  test('is its default before it is set, and what was set after', async () => {
    expect(await unasked.get()).toEqual([]);
    await unasked.set(['/mailbox']);
    expect(await unasked.get()).toEqual(['/mailbox']);
  });

  test.each(['yes', 1, {}, null, 'true'])('damaged to %j is its default', async (damaged) => {
    await fakeBrowser.storage.local.set({ countDials: damaged, pausedOn: [damaged] });
    expect(await unasked.get()).toEqual([]);
    expect(await pausedOn.get()).toBeNull();
  });

  test('is read together with others, each as it is alone', async () => {
    await fakeBrowser.storage.local.set({ countDials: 'damaged' });
    await siteSettings.set([crm]);
    expect(await readTogether(unasked, siteSettings, pausedOn)).toEqual([[], [crm], null]);
  });

  test('that was once on or off, for phone links alone, is kept', async () => {
    await fakeBrowser.storage.local.set({ countDials: true });
    expect(await unasked.get()).toEqual(['/tel']);
    await fakeBrowser.storage.local.set({ countDials: false });
    expect(await unasked.get()).toEqual([]);
  });

  test('tells who watches it, parsed, until their life ends', async () => {
    const life = new AbortController();
    const seen = vi.fn();
    unasked.watch(life.signal, seen);
    await unasked.set(['/tel']);
    await fakeBrowser.storage.local.set({ something: 'else' });
    await fakeBrowser.storage.local.set({ countDials: 'damaged' });
    expect(seen.mock.calls).toEqual([[['/tel']], [[]]]);
    life.abort();
    await unasked.set(['/tel']);
    expect(seen).toHaveBeenCalledTimes(2);
  });

  test('of one address is not that of another', async () => {
    await layoutAt(crm.origin).set({ side: 'left', collapsed: true });
    expect(await layoutAt(crm.origin).get()).toEqual({ side: 'left', collapsed: true });
    expect(await layoutAt(other.origin).get()).toEqual({ side: 'right', collapsed: false });
  });
});

describe('what the rep has named', () => {
  test('comes back in its order, with what is retired; a damaged one costs only itself', async () => {
    const demo = { kind: 'own1', name: 'Demo', retired: true } as const;
    const pilot = { kind: 'result1', name: 'Pilot agreed' } as const;
    expect(await ownKinds.get()).toEqual([]);
    await ownKinds.set([pilot, demo]);
    expect(await ownKinds.get()).toEqual([pilot, demo]);
    const damaged = [
      { ...demo, name: ' ' },
      { ...demo, name: 'x'.repeat(41) },
      { kind: 'call', name: 'Call' },
      null,
    ];
    await fakeBrowser.storage.local.set({ ownKinds: [...damaged, pilot, { ...pilot, name: 'B' }] });
    expect(await ownKinds.get()).toEqual([pilot]);
    await fakeBrowser.storage.local.set({ ownKinds: 'Demo' });
    expect(await ownKinds.get()).toEqual([]);
  });
});

describe('the sites', () => {
  test('are found by their whole origin', () => {
    expect(siteAt([crm, other], other.origin)).toEqual(other);
    expect(siteAt([crm, other], 'http://crm.example.com')).toBeUndefined();
    expect(siteAt([crm, other], 'https://crm.example.com:8443')).toBeUndefined();
    expect(siteAt([crm, other], 'https://crm.example.com.evil.test')).toBeUndefined();
  });

  test('take a changed one in its place, and a new one at the end', () => {
    const beside = { ...crm, surface: 'panel' as const };
    expect(withSite([crm, other], beside)).toEqual([beside, other]);
    expect(withSite([crm], other)).toEqual([crm, other]);
  });

  test('switching one off leaves the others, and keeps what it was', async () => {
    await siteSettings.set([crm, other]);
    await switchOff(crm.origin);
    expect(await siteSettings.get()).toEqual([{ ...crm, on: false }, other]);
  });

  test('moving one beside its pages and back leaves the others', async () => {
    await siteSettings.set([crm, other]);
    await moveTo('panel', crm.origin);
    expect(await siteSettings.get()).toEqual([{ ...crm, surface: 'panel' }, other]);
    await moveTo('page', crm.origin);
    expect((await siteSettings.get()).map(({ surface = 'page' }) => surface)).toEqual([
      'page',
      'page',
    ]);
  });

  test('switching off what is not there changes nothing', async () => {
    await siteSettings.set([crm]);
    await switchOff('https://nowhere.example.com');
    expect(await siteSettings.get()).toEqual([crm]);
  });
});

describe('the stored standing', () => {
  const standing = { computedAt: 5, validUntil: 9 } as unknown as Standing;

  test('comes back as it was stored', async () => {
    await storeStanding(standing);
    expect(await storedStanding.get()).toEqual(standing);
  });

  test('of another build, or damaged, counts as missing', async () => {
    await fakeBrowser.storage.local.set({ standing: { build: 0, standing } });
    expect(await storedStanding.get()).toBeNull();
    await fakeBrowser.storage.local.set({ standing });
    expect(await storedStanding.get()).toBeNull();
    await fakeBrowser.storage.local.set({ standing: 'x' });
    expect(await storedStanding.get()).toBeNull();
  });
});
