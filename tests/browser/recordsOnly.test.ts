import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { launchFoothold } from '../lab/foothold.mjs';
import { Popup } from '../lab/popup.mjs';
import { root } from '../lab/steps.mjs';
import type { Action } from '../../lib/domain/action';
import { other } from '../../lib/sites/other';
import { known } from '../../lib/sites/registry';
import { linksLeadNowhere } from './askedLinks';
import { mondayMorning } from './lab';

/** Of these only the addresses are known: one click logs for the record on screen, and nothing counts by itself. */
const pages = known
  .filter(([{ logsOnly }]) => logsOnly)
  .map(([{ id, label }, examples]) => ({ id, label, examples }));

let foothold: Awaited<ReturnType<typeof launchFoothold>>;
let page: Page;

beforeAll(async () => {
  const body = await readFile(join(root, 'tests/pages/records/page.html'), 'utf8');
  foothold = await launchFoothold({ viewport: { width: 1500, height: 950 } });
  await foothold.begin(mondayMorning);
  await foothold.context.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body }),
  );
  page = await foothold.context.newPage();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(linksLeadNowhere);
});

afterAll(() => foothold.close());

const rows = async () => (await foothold.journal()) as Action[];
const rowsAre = (count: number) =>
  vi.waitFor(async () => expect(await rows()).toHaveLength(count), 10_000);

describe.each(pages)('$id', ({ id, label, examples }) => {
  const [record = ''] = Object.values(examples)[0] ?? [];
  const name = label || new URL(record).host;

  it('logs for its record, asks about its numbers, and counts nothing else', async () => {
    const before = (await rows()).length;
    await foothold.turnOn(new URL(record).origin, id);
    await page.goto(record);
    const sidebar = await foothold.sidebar(page);
    await sidebar.waitFor(new RegExp(`One-click logging on ${name}`));

    for (const name of ['Save', 'Send']) await page.getByRole('button', { name }).click();
    await sidebar.click(/^Meeting$/);
    await rowsAre(before + 1);
    for (const [index, question] of [/Called\? Log it/, /Emailed\? Log it/].entries()) {
      await page.getByRole('link').nth(index).click();
      await sidebar.waitFor(question);
      await sidebar.click(/^Log it$/);
      await rowsAre(before + 2 + index);
    }

    const [logged, dialled, mailed] = (await rows()).slice(before);
    expect(logged).toMatchObject({ kind: 'meeting', via: 'one-click', site: id });
    expect(dialled).toMatchObject({ kind: 'call', rule: `${id}/tel`, site: id });
    expect(mailed).toMatchObject({ kind: 'email', rule: `${id}/mailto`, site: id });
    if (id !== other.id) expect(logged?.subject).toMatch(/^\S{16,}$/);
    for (const { subject } of [dialled, mailed] as Action[]) expect(subject).toBe(logged?.subject);
  });
});

describe('at a site whose controls are known, a page that is not', () => {
  const origin = 'https://espo.example.com';
  const before = { count: 0 };
  beforeAll(async () => {
    await foothold.turnOn(origin, 'espo');
    await page.goto(`${origin}/#Case/view/64f0a1b2c3d4e5f60`);
    before.count = (await rows()).length;
  });

  it.each(['TEL:+12025550101', 'callto:nia.park', 'sip:nia@acme.test'])(
    'asks about %s as well',
    async (href) => {
      const sidebar = await foothold.sidebar(page);
      await sidebar.waitFor(/Log with one click/);
      await page
        .getByRole('link')
        .first()
        .evaluate((link, href) => {
          link.setAttribute('href', href);
        }, href);
      await page.getByRole('link').first().click();
      await sidebar.waitFor(/Called\? Log it/);
      await sidebar.click(/^Log it$/);
      await rowsAre((before.count += 1));
      expect((await rows()).at(-1)).toMatchObject({ kind: 'call', rule: 'espo/tel', site: 'espo' });
    },
  );
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

it('is offered where its address was once taken for any page', async () => {
  await foothold.turnOn('https://third.pipedrive.com', 'other');
  await page.goto('https://third.pipedrive.com/person/17');
  const sidebar = await foothold.sidebar(page);
  await sidebar.waitFor(/One-click logging on third.pipedrive.com/);
  const popup = await Popup.over(foothold, page);
  await popup.waitFor(/This looks like Pipedrive/);
  await popup.click(/^Yes, count here$/);
  await sidebar.waitFor(/Log for this contact .*One-click logging on Pipedrive/);
  await popup.close();
});
