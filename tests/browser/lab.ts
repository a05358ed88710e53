import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { fetchCrm } from '../lab/crm/fetch.mjs';
import { Rep } from '../lab/crm/rep.mjs';
import { sampleData } from '../lab/crm/sample.mjs';
import { startCrm } from '../lab/crm/server.mjs';
import { launchFoothold } from '../lab/foothold.mjs';
import { trafficOf } from '../lab/rest.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';

export type Lab = Awaited<ReturnType<typeof openLab>>;
export type LabOptions = NonNullable<Parameters<typeof launchFoothold>[0]>;

/** Monday, 23 November 2026, 10:06 in Berlin. */
export const mondayMorning = Date.UTC(2026, 10, 23, 9, 6);

/** The real CRM with sample data, and Chromium with Foothold turned on for it. */
export async function openLab(options: LabOptions = {}) {
  const dist = await fetchCrm({ log: () => undefined });
  const crm = await startCrm({ dist, data: sampleData(new Date()) });
  const foothold = await launchFoothold({
    timeZone: 'Europe/Berlin',
    viewport: { width: 1700, height: 1000 },
    ...options,
  });
  await foothold.begin(mondayMorning);
  await foothold.turnOn(crm.origin);
  const known = new Set<string>();

  return {
    crm,
    foothold,
    /** A rep in a tab of their own, with the sidebar out of the way. */
    async rep(route = '#/'): Promise<{ rep: Rep; page: Page; sidebar: Sidebar }> {
      const page = await foothold.context.newPage();
      page.setDefaultTimeout(10_000);
      const rep = new Rep(page, crm);
      await rep.open(route);
      const sidebar = await foothold.sidebar(page);
      await sidebar.waitFor(/./);
      return { rep, page, sidebar };
    },
    async collapse(sidebar: Sidebar) {
      await sidebar.click(/^Collapse/);
    },
    async standing(): Promise<Action[]> {
      const rows = (await foothold.journal()) as Action[];
      return rows.filter(({ voidedAt }) => voidedAt === undefined);
    },
    /** Kinds of the standing rows since the last look, in order. */
    async news(): Promise<string[]> {
      const rows = (await foothold.journal()) as Action[];
      const fresh = rows.filter(({ id, voidedAt }) => !known.has(id) && voidedAt === undefined);
      for (const { id } of rows) known.add(id);
      return fresh.map(({ kind }) => kind);
    },
    async close() {
      try {
        return await foothold.close();
      } finally {
        await crm.close();
      }
    },
  };
}

/** A lab for all tests of a file. */
export function useLab(options?: LabOptions): () => Lab {
  let lab: Lab | undefined;
  beforeAll(async () => {
    lab = await openLab(options);
  });
  afterAll(() => lab?.close());
  return () => {
    if (!lab) throw new Error('the lab is not open yet');
    return lab;
  };
}

/** Resolves when the page has had no request under way for `calm` ms: what was going to happen has happened. */
export async function quiet(page: Page, calm = 400): Promise<void> {
  const traffic = trafficOf(page);
  const begun = Date.now();
  await vi.waitFor(
    () => {
      expect(traffic.underWay.size).toBe(0);
      expect(Date.now() - Math.max(begun, traffic.ended)).toBeGreaterThan(calm);
    },
    { timeout: 30_000, interval: 50 },
  );
}
