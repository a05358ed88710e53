import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { launchFoothold } from '../lab/foothold.mjs';
import { Popup } from '../lab/popup.mjs';
import { root } from '../lab/steps.mjs';
import type { Action } from '../../lib/domain/action';
import { known } from '../../lib/sites/registry';
import { mondayMorning } from './lab';

/** CRMs of which only the addresses are known: one click logs for the record on screen, and nothing counts by itself. */
const crms = known.filter(([{ logsOnly, matches }]) => logsOnly && matches.length > 0);

let foothold: Awaited<ReturnType<typeof launchFoothold>>;
let page: Page;

beforeAll(async () => {
  const body = await readFile(join(root, 'tests/pages/records/page.html'), 'utf8');
  foothold = await launchFoothold({ viewport: { width: 1500, height: 950 } });
  await foothold.begin(mondayMorning);
  await foothold.context.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body }),
  );
});

// A tab each: one that has just gone to another host gives the first clicks to nobody.
beforeEach(async () => {
  page = await foothold.context.newPage();
  page.setDefaultTimeout(10_000);
});

afterEach(() => page.close());

afterAll(() => foothold.close());

const rows = async () => (await foothold.journal()) as Action[];
const rowsAre = (count: number) =>
  vi.waitFor(async () => expect(await rows()).toHaveLength(count), 10_000);

describe.each(crms)('$label', ({ id, label }, examples) => {
  const [record = ''] = Object.values(examples)[0] ?? [];

  it('logs for its record, asks about its numbers, and counts nothing else', async () => {
    const before = (await rows()).length;
    await foothold.turnOn(new URL(record).origin, id);
    await page.goto(record);
    const sidebar = await foothold.sidebar(page);
    await sidebar.waitFor(new RegExp(`One-click logging on ${label}`));

    for (const name of ['Save', 'Send']) await page.getByRole('button', { name }).click();
    await sidebar.click(/^Meeting$/);
    await rowsAre(before + 1);
    await page.getByRole('link').click();
    await sidebar.waitFor(/Called\? Log it Not this time/);
    await sidebar.click(/^Log it$/);
    await rowsAre(before + 2);

    const [logged, dialled] = (await rows()).slice(before);
    expect(logged).toMatchObject({ kind: 'meeting', via: 'one-click', site: id });
    expect(dialled).toMatchObject({ kind: 'call', rule: `${id}/tel`, site: id });
    expect(logged?.subject).toMatch(/^\S{16,}$/);
    expect(dialled?.subject).toBe(logged?.subject);
  });
});

it('needs one click in the popup: nobody has to type what it is', async () => {
  await page.goto('https://other.pipedrive.com/person/17');
  const popup = await Popup.over(foothold, page);
  await popup.waitFor(/Foothold is off on Pipedrive/);
  await popup.click(/^Turn on$/);
  const sidebar = await foothold.sidebar(page);
  await sidebar.waitFor(/One-click logging on Pipedrive/);
  await sidebar.waitFor(/Log for this contact/);
  await popup.close();
});
