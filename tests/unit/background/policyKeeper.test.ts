import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noon, openJournal, useJournals } from '../journal/open';
import { crm, useWorkers } from './worker';
import { PolicyKeeper } from '../../../lib/background/policyKeeper';
import { goalsOn } from '../../../lib/domain/goal';
import { allGoals } from '../../../lib/journal/goals';
import type { Journal } from '../../../lib/journal/database';
import { siteAt, siteSettings, switchOff } from '../../../lib/settings/sites';

process.env['TZ'] = 'UTC';
useJournals();
useWorkers();

const dayMs = 24 * 60 * 60_000;
const off = 'https://off.example.com';
const fresh = 'https://new.example.com';
let journal: Journal;
let keeper: PolicyKeeper;
beforeEach(() => {
  journal = openJournal();
  keeper = new PolicyKeeper(journal);
});

async function set(policy: object) {
  await fakeBrowser.storage.managed.clear();
  await fakeBrowser.storage.managed.set(policy);
  await keeper.apply();
}
const calls = (target: number) => ({ kinds: ['call'], period: 'day', target });
const sites = (...origins: readonly string[]) => ({
  sites: origins.map((origin) => ({ origin, site: 'atomic' })),
});
const targets = async (day: string) =>
  goalsOn(await allGoals(journal), day).map(({ goal }) => goal.target);

describe('company goals', () => {
  test('are the journal’s from today on, and end with the policy', async () => {
    await set({ goals: [calls(40)] });
    vi.setSystemTime(noon + dayMs);
    await set({ goals: [calls(45)] });
    vi.setSystemTime(noon + 2 * dayMs);
    await set({});
    expect(await targets('2026-03-01')).toEqual([]);
    expect(await targets('2026-03-02')).toEqual([40]);
    expect(await targets('2026-03-03')).toEqual([45]);
    expect(await targets('2026-03-04')).toEqual([]);
  });

  test('are written once, however often the worker wakes', async () => {
    await set({ goals: [calls(40)] });
    await Promise.all([keeper.apply(), new PolicyKeeper(journal).apply()]);
    vi.setSystemTime(noon + dayMs);
    await keeper.apply();
    expect(await allGoals(journal)).toHaveLength(1);
  });

  test('hold none where the browser knows no policies', async () => {
    const refused = vi
      .spyOn(fakeBrowser.storage.managed, 'get')
      .mockRejectedValue(new Error('Managed storage manifest not found'));
    await keeper.apply();
    refused.mockRestore();
    expect(await allGoals(journal)).toEqual([]);
  });
});

describe('company sites', () => {
  test('stand among the rep’s, and go with the policy', async () => {
    const before = await siteSettings.get();
    await set(sites(fresh));
    expect(await siteSettings.get()).toEqual([
      { origin: fresh, site: 'atomic', on: true, company: true },
      ...before,
    ]);
    await set({});
    expect(await siteSettings.get()).toEqual(before);
  });

  test('take the place of the rep’s own setting, which comes back', async () => {
    await set(sites(off));
    expect(siteAt(await siteSettings.get(), off)).toMatchObject({ on: true, company: true });
    expect(await siteSettings.get()).toHaveLength(3);
    await keeper.apply();
    await set({});
    expect(siteAt(await siteSettings.get(), off)).toEqual({
      origin: off,
      site: 'atomic',
      on: false,
    });
  });

  test('cannot be switched off from a page, and come back whoever removed them', async () => {
    await set(sites(crm));
    await switchOff(crm);
    expect(siteAt(await siteSettings.get(), crm)).toMatchObject({ on: true, company: true });
    await siteSettings.set([]);
    await keeper.apply();
    expect(await siteSettings.get()).toMatchObject([{ origin: crm, on: true, company: true }]);
  });

  test('that are right already are not written again', async () => {
    await set(sites(crm));
    const written = vi.fn();
    fakeBrowser.storage.local.onChanged.addListener(written);
    await keeper.apply();
    expect(written).not.toHaveBeenCalled();
  });
});
