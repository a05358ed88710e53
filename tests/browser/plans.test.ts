import { beforeAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { axeOnPage } from '../lab/axe.mjs';
import { mondayMorning, useLab } from './lab';
import { pastDays } from './pastDays';

/** What a plan rests on beside history: what the rep expects, and whom they agreed it with. */
const lab = useLab();

let options: Page;

beforeAll(async () => {
  await pastDays(lab(), 'call', [6, 8, 10], mondayMorning, 112);
  // The clock that moves brings a new standing.
  await lab().foothold.setClock(mondayMorning + 60_000);
});

beforeEach(async () => {
  options = await lab().foothold.context.newPage();
  options.setDefaultTimeout(10_000);
  await options.goto(lab().foothold.url('options.html'));
  await options.getByRole('button', { name: 'Save goals' }).waitFor();
});

afterEach(async () => {
  await options.close();
});

const card = (name: string): Locator => options.getByRole('group', { name, exact: true });
const oddsOfCalls = async () => (await lab().foothold.standing())?.goals[0]?.odds;

describe('an outlook', () => {
  it('stands beside what history says, on its days, with its reason', async () => {
    await vi.waitFor(async () => expect((await oddsOfCalls())?.rough).toBe(false), 10_000);
    const before = await oddsOfCalls();
    expect(before?.byHistory).toBeUndefined();
    const outlook = card('Outlook');
    await outlook.getByRole('button', { name: 'Add outlook' }).click();
    await outlook.getByText('Choose why you expect that.').waitFor();
    await outlook.getByLabel('More or less, %').fill('-30');
    await outlook.getByLabel('Why').selectOption('a new territory');
    await outlook.getByLabel('First day').fill('2026-11-23');
    await outlook.getByLabel('Last day').fill('2026-12-04');
    await outlook.getByRole('button', { name: 'Add outlook' }).click();
    await outlook
      .getByText('-30%, a new territory, Mon, Nov 23, 2026 to Fri, Dec 4, 2026')
      .waitFor();
    expect.soft(await axeOnPage(options)).toEqual([]);
    await options.getByRole('button', { name: 'Save schedule' }).click();
    await options.getByText('Schedule saved.').waitFor();

    await card('Calls')
      .getByText(/^History says \d+% likely\. You expect \d+% likely\.$/)
      .waitFor();
    await vi.waitFor(async () => expect((await oddsOfCalls())?.byHistory).toBe(before?.p), 10_000);
    expect((await oddsOfCalls())?.p).toBeLessThan(before?.p ?? 0);
    const popup = await lab().foothold.context.newPage();
    await popup.goto(lab().foothold.url('popup.html'));
    await popup.getByText(/^History says \d+% likely\. You expect \d+% likely\.$/).waitFor();
    await popup.close();
  });

  it('is over with its last day', async () => {
    await lab().foothold.setClock(mondayMorning + 14 * 24 * 60 * 60 * 1000);
    await vi.waitFor(async () => {
      const odds = await oddsOfCalls();
      expect(odds?.span.first).toBe('2026-12-07');
      expect(odds?.byHistory).toBeUndefined();
    }, 10_000);
    await lab().foothold.setClock(mondayMorning);
  });
});
