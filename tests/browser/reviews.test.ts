import { mkdir } from 'node:fs/promises';
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

const tuesday = wednesday - day;

const popup = () => lab().foothold.open('popup.html');
const goalNamed = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Goals' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${name}`) });

const target = async (id: string) =>
  (await lab().foothold.standing())?.goals.find((goal) => goal.id === id)?.target;

describe('a goal in trouble', () => {
  it('is named between reviews, with the day of the next one', async () => {
    await lab().foothold.setClock(tuesday);
    const page = await popup();
    await goalNamed(page, 'Calls')
      .getByText('Out of reach at two checkpoints in a row. The review on Wed, Nov 25 can lower it')
      .waitFor();
    expect.soft(await axeOnPage(page)).toEqual([]);
    await page.close();
  });
});

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

  it('has the number for the next week where this one was too easy, and takes it at one click', async () => {
    await pastDays(lab(), 'follow-up', [9], friday);
    const page = await popup();
    const followUps = goalNamed(page, 'Follow-ups');
    await followUps
      .getByText(/^Follow-ups: from Mon, Nov 30, 4 is 9\d% likely, \d is 8\d% likely\.$/)
      .waitFor();
    const raise = followUps.getByRole('button', { name: /^Raise to \d$/ });
    const number = Number((await raise.innerText()).at(-1));
    expect(number).toBeGreaterThan(4);
    expect.soft(await axeOnPage(page)).toEqual([]);
    await raise.click();
    await followUps.getByText(`From Mon, Nov 30: ${String(number)}.`).waitFor();
    await raise.waitFor({ state: 'detached' });
    expect(await target('first-follow-ups')).toBe(4);
    const versions = (await lab().foothold.rows('goals')) as GoalVersion[];
    expect(versions.filter(({ id }) => id === 'first-follow-ups')).toMatchObject([
      { from: '2026-11-23', goal: { target: 4 } },
      { from: '2026-11-30', goal: { target: number } },
    ]);
    await page.close();
  });
});

describe('whoever asks how it went', () => {
  const monday = mondayMorning + 7 * day;

  it('is told from the rep’s own clipboard or mail program, and nothing is sent', async () => {
    await lab().foothold.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await lab().foothold.setClock(monday);
    const options = await lab().foothold.context.newPage();
    await options.goto(lab().foothold.url('options.html'));
    const calls = options.getByRole('group', { name: 'Calls', exact: true });
    await calls.locator('summary', { hasText: 'More' }).click();
    await calls.getByLabel('I promise').fill('The first hour is for calls');
    await calls.getByLabel('My reward').fill('A long walk');
    await options.getByRole('button', { name: 'Save goals' }).click();
    await options.getByText('Goals saved.').waitFor();
    await options.close();

    const page = await popup();
    await page.getByText('Tell my partner').click();
    const letter = page.locator('.letter');
    await letter.getByText('I promised: The first hour is for calls').waitFor();
    expect.soft(await axeOnPage(page)).toEqual([]);
    await page.getByRole('group').getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('group').getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await letter.innerText());
    expect(copied).toMatch(/^My goals, Mon, Nov 30, 2026, .*\nCalls: 0 of 3/);
    expect(copied).toContain('0 confirmed by the page, 0 logged by hand');
    expect(copied).not.toContain('A long walk');

    const mail = page.getByRole('link', { name: 'Open in my mail program' });
    const href = (await mail.getAttribute('href')) ?? '';
    expect(href).toMatch(/^mailto:\?/);
    const asked = new URLSearchParams(href.slice('mailto:?'.length));
    expect(asked.get('subject')).toBe(copied.split('\n')[0]);
    expect(asked.get('body')).toBe(copied.replaceAll('\n', '\r\n'));
    await mail.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toBe(lab().foothold.url('popup.html'));
    await page.close();
  });

  it('a missed goal shows what was promised, one that is reached its reward', async () => {
    await lab().foothold.setClock(monday + 420 * minute);
    const page = await popup();
    const calls = goalNamed(page, 'Calls');
    await calls.getByText('Not this time. You promised: The first hour is for calls').waitFor();
    await page.getByText('Log for earlier').click();
    await page.getByLabel('How many').fill('3');
    await page.getByLabel('When').fill('11:30');
    await page.getByRole('button', { name: 'Log', exact: true }).click();
    await calls.getByText('Your reward: A long walk').waitFor();
    await calls.getByText('You promised').waitFor({ state: 'detached' });
    await page.getByText('Tell my partner').click();
    await page.locator('.letter').getByText('My reward: A long walk').waitFor();
    await page.close();
  });
});

describe('the pipeline trap', () => {
  it('is named in one sentence with a floor to take and to take back, and over once prospecting is back', async () => {
    const later = mondayMorning + 28 * day;
    const fifteen = (count: number) => Array.from({ length: 15 }, () => count);
    await pastDays(lab(), 'call', [4, 4, 4, 4, 4, ...fifteen(10)], later, 28);
    await pastDays(lab(), 'meeting', [3, 3, 3, 3, 3, ...fifteen(1)], later, 28);
    await lab().foothold.setClock(later);
    const page = await popup();
    const sentence = page.getByText(/^Outcomes are up, .* keep a floor of 6 a day\.$/);
    await sentence.waitFor();
    await page.getByText('Tell my partner').click();
    expect(await sentence.innerText()).toContain('dropped to 4 a day from 8.5');
    // Calls were lowered to 3 a day at the review.
    const calls = async () => (await lab().foothold.standing())?.goals[0]?.target;
    expect(await calls()).toBe(3);
    await page.getByText('6 is less than 50% likely. 4 would be 80% likely.').waitFor();
    await page.getByRole('button', { name: 'Calls: make 4 a day a goal' }).click();
    await page.getByText('Calls: a goal of 4 a day, from today on.').waitFor();
    await vi.waitFor(async () => expect(await calls()).toBe(4), 10_000);
    expect.soft(await axeOnPage(page)).toEqual([]);
    await mkdir('test-results/reviews', { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `test-results/reviews/floor-${colorScheme}.png` });
    }
    await page.locator('.note').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Calls: make 4 a day a goal' }).waitFor();
    await vi.waitFor(async () => expect(await calls()).toBe(3), 10_000);
    await page.close();
    await pastDays(lab(), 'call', [10], later, 28);
    const again = await popup();
    await again.getByRole('heading', { name: 'This week' }).waitFor();
    expect(await again.getByText('keep a floor').count()).toBe(0);
    await again.close();
  });
});
