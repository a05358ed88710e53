import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Foothold } from '../lab/foothold.mjs';
import type { RuleDay } from '../../lib/domain/health';
import { parseHealth } from '../../lib/settings/health';
import { known } from '../../lib/sites/registry';
import type { PageKind, SiteId } from '../../lib/sites/site';

interface Lab {
  readonly foothold: Foothold;
  readonly site: SiteId;
  readonly origin: string;
  readonly page: Page;
  /** Where a page is, for kinds whose example in the site's file is not there. */
  readonly paths?: Readonly<Partial<Record<PageKind, string>>>;
}

/** A lab for all tests of a file, in which nothing that a rep does may raise an alarm of health. */
export function useWithoutAlarm<L extends Lab & { close(): Promise<unknown> }>(
  open: () => Promise<L>,
  /** ms. */
  openWithin?: number,
): () => L {
  let lab: L | undefined;
  beforeAll(async () => {
    lab = await open();
    await beginInAlarm(lab);
  }, openWithin);
  afterAll(async () => {
    try {
      if (lab) await endWithoutAlarm(lab);
    } finally {
      await lab?.close();
    }
  });
  return () => {
    if (!lab) throw new Error('the lab is not open yet');
    return lab;
  };
}

/**
 * Of each page that is known by a landmark one is opened, at the address that the site's file gives as an example, and
 * stays open. That it is there must take back an alarm, so it would have raised none; a missing one is told much later.
 */
export async function beginInAlarm({ foothold, site: id, origin, page, paths = {} }: Lab) {
  const [site, examples] = known.find(([{ id: one }]) => one === id) ?? [];
  const kinds = Object.keys(site?.landmarks ?? {});
  await foothold.put(
    'misses',
    kinds.map((kind) => ({ origin, kind, things: ['a', 'b', 'c'], at: 0 })),
  );
  await foothold.ask((alarm) => chrome.storage.local.set(alarm), {
    [`health ${origin}`]: { notFound: kinds, missed: kinds },
  });
  await Promise.all(
    kinds.map(async (kind) => {
      const { pathname, search, hash } = new URL(examples?.[kind]?.[0] ?? '/', origin);
      const tab = await foothold.context.newPage();
      await tab.goto(origin + (paths[kind] ?? pathname + search + hash));
    }),
  );
  await page.bringToFront();
}

/** After all that a rep has done on the site, nothing of it is said to be unrecognised, and no rule has thrown. */
export async function endWithoutAlarm({ foothold, origin }: Pick<Lab, 'foothold' | 'origin'>) {
  await vi.waitFor(async () => expect(await foothold.rows('misses')).toEqual([]), 10_000);
  const rows = (await foothold.rows('health')) as RuleDay[];
  expect(rows.filter(({ broken }) => broken)).toEqual([]);
  const key = `health ${origin}`;
  // What a surface shows is written after the rows.
  await vi.waitFor(async () => {
    const { [key]: stored } = await foothold.ask((key) => chrome.storage.local.get(key), key);
    expect(parseHealth(stored)).toEqual({ notFound: [], missed: [] });
  }, 10_000);
}
