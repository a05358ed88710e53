import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { GoalVersion } from '../../lib/domain/goal';
import { axeOnPage } from '../lab/axe.mjs';
import { mondayMorning, useLab } from './lab';
import { pastDays } from './pastDays';

/** The review of Wednesday noon and of the end of the week, for a rep whose goals are twice what they do. */
const lab = useLab();

const day = 24 * 60 * 60 * 1000;
const minute = 60 * 1000;
const wednesday = mondayMorning + 2 * day + 144 * minute;
const thursday = mondayMorning + 3 * day;
const friday = mondayMorning + 4 * day + 420 * minute;

beforeAll(async () => {
  await pastDays(lab(), 'call', [4], wednesday);
  await pastDays(lab(), 'opportunity', [0, 1, 0, 0, 0]);
});

async function popup(): Promise<Page> {
  const page = await lab().foothold.context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(lab().foothold.url('popup.html'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const goalNamed = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Goals' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${name}`) });

const target = async (id: string) =>
  (await lab().foothold.standing())?.goals.find((goal) => goal.id === id)?.target;

describe('a review', () => {
  it('proposes the lower target itself, takes one click, and logs what blocked', async () => {
    await lab().foothold.setClock(wednesday);
    const page = await popup();
    const calls = goalNamed(page, 'Calls');
    await calls.getByText('Calls: 8 is out of reach. Lower it to 3 from Thu, Nov 26?').waitFor();
    await calls.getByText(/^Review: 8 done, the plan had 2\d by now\.$/).waitFor();
    await calls.getByRole('button', { name: 'Lower to 3' }).click();
    await calls.getByText('First say what blocked').waitFor();
    await calls.getByRole('button', { name: 'many said no' }).click();
    await calls.getByRole('button', { name: 'many said no', pressed: true }).waitFor();
    expect.soft(await axeOnPage(page)).toEqual([]);
    await calls.getByRole('button', { name: 'Lower to 3' }).click();
    await calls.getByText('From Thu, Nov 26: 3 (many said no).').waitFor();
    await calls.getByRole('button', { name: 'Lower to 3' }).waitFor({ state: 'detached' });
    const versions = (await lab().foothold.rows('goals')) as GoalVersion[];
    expect(versions.filter(({ id }) => id === 'first-calls')).toMatchObject([
      { from: '2026-11-23', goal: { target: 8 } },
      {
        from: '2026-11-26',
        goal: { target: 3, lowered: { on: '2026-11-25', from: 8, reason: 'many said no' } },
      },
    ]);
    await page.close();
  });

  it('lets rest what nothing more can be expected of, until the week is over', async () => {
    const page = await popup();
    const opportunities = goalNamed(page, 'Opportunities');
    await opportunities.getByText('Let it rest from Thu, Nov 26 to Sun, Nov 29?').waitFor();
    await opportunities.getByRole('button', { name: 'I was away' }).click();
    await opportunities.getByRole('button', { name: 'Hold' }).click();
    await opportunities.getByText('On hold from Thu, Nov 26 (I was away).').waitFor();
    await page.close();
  });

  it('leaves the day as it is, and holds from the next one on', async () => {
    expect(await target('first-calls')).toBe(8);
    await lab().foothold.setClock(thursday);
    await vi.waitFor(async () => expect(await target('first-calls')).toBe(3), 10_000);
  });

  it('remembers what blocked until the next one', async () => {
    await lab().foothold.setClock(friday);
    const page = await popup();
    await goalNamed(page, 'Calls').getByText('Last time, Wed, Nov 25: many said no.').waitFor();
    await page.close();
  });
});
