import { mkdir } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { axeInSidebar, axeOnPage } from '../lab/axe.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import { addDays, weekdayOf } from '../../lib/domain/day';
import type { GoalVersion } from '../../lib/domain/goal';
import type { Said } from '../../lib/domain/odds/said';
import type { Tally } from '../../lib/domain/tally';
import { mondayMorning, useLab } from './lab';

declare const chrome: typeof browser;

/** The odds as a rep with 80 workdays of calls sees them, and with nothing else ever done. */
const lab = useLab();
const monday = '2026-11-23';

let page: Page;
let sidebar: Sidebar;
let options: Page;

/** 6, 8 and 10 calls in turn, one each 50 minutes from 08:00 on. */
const history: readonly Tally[] = Array.from({ length: 112 }, (_, ago) => addDays(monday, -1 - ago))
  .filter((day) => weekdayOf(day) <= 5)
  .map((day, index) => ({
    day,
    kind: 'call',
    minutes: Array.from({ length: 6 + 2 * (index % 3) }, (__, one) => 480 + 50 * one),
  }));

/** Ten of the days before were called 80 %; the two with 6 calls among the last six were missed. */
const called: readonly Said[] = history.slice(0, 10).map(({ day, minutes }, index) => ({
  id: 'first-calls',
  kinds: ['call'],
  first: day,
  last: day,
  target: index < 6 ? 8 : minutes.length,
  p: 0.8,
}));

const put = (tallies: readonly Tally[]) => lab().foothold.put('tallies', tallies);
const set = (values: Record<string, unknown>) =>
  lab().foothold.ask((values: Record<string, unknown>) => chrome.storage.local.set(values), values);
const picture = async (of: Page, name: string) => {
  await mkdir('test-results/odds', { recursive: true });
  await of.screenshot({ path: `test-results/odds/${name}.png`, fullPage: true });
};
const oddsOfCalls = async () => (await lab().foothold.standing())?.goals[0]?.odds?.p ?? NaN;

function lostSlider(): never {
  throw new Error('the slider is not on the page');
}

beforeAll(async () => {
  ({ page, sidebar } = await lab().rep('#/contacts/1/show'));
  await sidebar.waitFor(/Calls 0 of 8/);
});

describe('the pill in the sidebar', () => {
  it('is in words on the first day, where somebody published figures, and the pace elsewhere', async () => {
    await sidebar.waitFor(/Calls 0 of 8 likely Notes 0 of 5 (on pace|\d to catch up)/);
    const title = await sidebar.see(`(root) => root.querySelector('.chip').title`);
    expect(title).toMatch(/Rough, from other people’s figures$/);
  });

  it('has a number once there is history', async () => {
    await put(history);
    await set({ oddsSaid: called });
    await lab().foothold.setClock(mondayMorning);
    await sidebar.waitFor(/Calls 0 of 8 \d+% likely Notes 0 of 5 (on pace|\d to catch up)/);
  });

  it('gets likelier with a call, and survives the worker', async () => {
    const before = await oddsOfCalls();
    await lab().foothold.stopWorker();
    await sidebar.click(/^Call$/);
    await sidebar.waitFor(/Calls 1 of 8 \d+% likely/);
    await vi.waitFor(async () => expect(await oddsOfCalls()).toBeGreaterThan(before));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await axeInSidebar(sidebar), colorScheme).toEqual([]);
      await picture(page, `sidebar-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('is gone while numbers are hidden', async () => {
    await set({ hideNumbers: true });
    await sidebar.waitFor(/Calls •• of ••/);
    expect(await sidebar.text()).not.toMatch(/likely/);
    await set({ hideNumbers: false });
    await sidebar.waitFor(/likely/);
  });

  it('says nothing after hours', async () => {
    await lab().foothold.setClock(mondayMorning + 10 * 3_600_000);
    await sidebar.waitFor(/Outside your hours/);
    expect(await sidebar.text()).not.toMatch(/likely/);
    await lab().foothold.setClock(mondayMorning);
    await sidebar.waitFor(/likely/);
  });
});

describe('in the options', () => {
  beforeEach(async () => {
    options = await lab().foothold.open('options.html');
    await card('Calls').getByRole('status').getByText('on a usual day').waitFor();
  });

  afterEach(async () => {
    await options.close();
  });

  const card = (name: string): Locator => options.getByRole('group', { name, exact: true });
  const goals = async () => (await lab().foothold.rows('goals')) as GoalVersion[];
  const save = () => options.getByRole('button', { name: 'Save goals' }).click();

  it('what is missed more often than not is not saved; 80 % is one click', async () => {
    const before = await goals();
    const target = card('Calls').getByLabel('Target');
    await target.fill('');
    await target.pressSequentially('30');
    await card('Calls').getByText('Out of reach for now. Lower it.').waitFor();
    await save();
    const problem = card('Calls').getByText(
      /^30 is less than 50% likely\. \d would be 80% likely\.$/,
    );
    await problem.waitFor();
    const possible = /(\d) would be/.exec((await problem.textContent()) ?? '')?.[1] ?? '';
    expect(await target.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await goals()).toEqual(before);
    await picture(options, 'blocked');

    await options.getByRole('button', { name: `Set to 80%: ${possible}, Calls` }).click();
    expect(await target.inputValue()).toBe(possible);
    await card('Calls')
      .getByText(/Just right\. Keep it\.|Safe\. You can raise it\./)
      .waitFor();
    await save();
    await options.getByText('Goals saved.').waitFor();
    await sidebar.waitFor(new RegExp(`Calls 1 of ${possible} `));
  });

  it('follow the slider under the mouse and the keys, and so does the route', async () => {
    const target = card('Calls').getByLabel('Target');
    const slider = card('Calls').getByRole('slider');
    const odds = card('Calls').getByRole('status').getByText('on a usual day');
    const before = await goals();
    const { x, y, width, height } = (await slider.boundingBox()) ?? lostSlider();
    const most = Number(await slider.getAttribute('max'));
    const at = async (number: number) => {
      // The thumb's middle is never closer to an end than half its width.
      const thumb = 16;
      const along = (number - 1) / (most - 1);
      await options.mouse.move(x + thumb / 2 + along * (width - thumb), y + height / 2);
    };
    await at(Number(await target.inputValue()));
    await options.mouse.down();
    const seen: string[] = [];
    const routes = new Set<string>();
    for (const number of [2, Math.round(most / 2), most]) {
      await at(number);
      await vi.waitFor(async () => expect(await target.inputValue()).toBe(String(number)));
      seen.push((await odds.textContent()) ?? '');
      routes.add((await card('Calls').locator('.route-preview').textContent()) ?? '');
      // Still under the hand.
      expect(await slider.boundingBox()).toEqual({ x, y, width, height });
    }
    await card('Calls').getByText('Out of reach for now. Lower it.').waitFor();
    await options.mouse.up();
    const likely = seen.map((text) => Number(/\d+/.exec(text)?.[0]));
    expect([new Set(likely).size, routes.size]).toEqual([seen.length, seen.length]);
    expect(likely).toEqual(likely.toSorted((a, b) => b - a));
    await slider.press('Home');
    expect(await target.inputValue()).toBe('1');
    await slider.press('ArrowRight');
    expect(await target.inputValue()).toBe('2');
    await card('Calls')
      .getByText(/too easy|You can raise it\./i)
      .waitFor();
    expect(await goals()).toEqual(before);
  });

  it('a goal without history says when its odds come', async () => {
    await card('Notes').getByText('The odds show up after ten workdays of this.').waitFor();
  });

  it('the record says how many of the goals called 80 % were reached', async () => {
    await options.getByText('Of goals called about 80%, 8 of 10 were reached.').waitFor();
    await options.getByRole('img', { name: 'Called about 80%: 8 of 10 reached' }).waitFor();
  });

  it('axe finds nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme });
      expect.soft(await axeOnPage(options), colorScheme).toEqual([]);
      await picture(options, `options-${colorScheme}`);
    }
  });
});
