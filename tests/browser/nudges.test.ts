import { mkdir } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { axeInSidebar, axeOnPage } from '../lab/axe.mjs';
import type { Rep } from '../lab/crm/rep.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import { addDays, weekdayOf } from '../../lib/domain/day';
import { defaultGoals, type GoalVersion } from '../../lib/domain/goal';
import type { NudgeRecord } from '../../lib/domain/nudge/nudge';
import type { Tally } from '../../lib/domain/tally';
import type { Cue } from '../../lib/domain/nudge/cue';
import { useLab } from './lab';

declare const chrome: typeof browser;

/** Foothold speaking up, to a rep with 80 workdays of calls behind them, a lot that a test draws, and a real keyboard. */
const lab = useLab({ nudges: true });
const monday = '2026-11-23';

let page: Page;
let rep: Rep;
let sidebar: Sidebar;

/** 6, 8 and 10 calls in turn, one each 50 minutes from 08:00 on; three by ten on each day to come. */
const history: readonly Tally[] = Array.from({ length: 140 }, (_, index) =>
  addDays(monday, 27 - index),
)
  .filter((day) => weekdayOf(day) <= 5)
  .map((day, index) => ({
    day,
    kind: 'call',
    minutes: Array.from(
      { length: day < monday ? 6 + 2 * (index % 3) : 3 },
      (_, one) => 480 + 50 * one,
    ),
  }));
/** Calls, and nothing else. */
const goals: readonly GoalVersion[] = defaultGoals(monday).map((version) =>
  version.id === 'first-calls' ? version : { ...version, goal: null },
);

const set = (values: Record<string, unknown>) =>
  lab().foothold.ask((values: Record<string, unknown>) => chrome.storage.local.set(values), values);
const turn = (on: boolean) => set({ nudges: { on, drives: ['mastery'] } });
const draws = (lot: number) => set({ 'lab.lot': lot });
const records = async () => (await lab().foothold.rows('nudges')) as NudgeRecord[];
const recordsOn = async (day: string) => (await records()).filter((record) => record.day === day);

/** A time of November 2026 in Berlin. */
const clock = (date: number, hour: number, minute = 0) =>
  Date.UTC(2026, 10, date, hour - 1, minute);
/** Makes it that time, and waits until the standing knows. */
async function comes(date: number, hour: number, minute = 0) {
  await lab().foothold.setClock(clock(date, hour, minute));
  await vi.waitFor(async () => {
    const standing = await lab().foothold.standing();
    expect(Math.abs((standing?.computedAt ?? 0) - clock(date, hour, minute))).toBeLessThan(30_000);
  });
}
const spoken = async () => (await lab().foothold.standing())?.nudge;
const asked = /A good moment for \d+ calls?\? Each one makes the next one easier\./;

const focused = (): Promise<string | null> =>
  sidebar.see(`(root) => root?.activeElement?.innerText.trim() ?? null`);
/** As somebody without a mouse comes there. */
async function tabTo(name: RegExp) {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await focused();
    if (at !== null && name.test(at)) return;
  }
  throw new Error(`Tab never came to ${String(name)}`);
}
async function look(name: string) {
  await mkdir('test-results/nudges', { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await axeInSidebar(sidebar), colorScheme).toEqual([]);
    await page.screenshot({ path: `test-results/nudges/${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

beforeAll(async () => {
  await draws(0.5);
  await turn(false);
  await lab().foothold.put('tallies', history);
  await lab().foothold.put('goals', goals);
  await comes(23, 10, 6);
  ({ page, rep, sidebar } = await lab().rep('#/contacts/1/show'));
  await sidebar.waitFor(/Calls 3 of 8/);
});

describe('a nudge', () => {
  it('is said where the day can still go either way', async () => {
    await turn(true);
    await sidebar.waitFor(asked);
    const odds = (await lab().foothold.standing())?.goals[0]?.odds?.p;
    expect(odds).toBeGreaterThan(0.15);
    expect(odds).toBeLessThan(0.85);
    expect(await recordsOn(monday)).toMatchObject([{ reason: 'open', withheld: false }]);
    await look('open');
  });

  it('is answered by key, and leaves the focus in the sidebar', async () => {
    await tabTo(/^Let’s go$/);
    await page.keyboard.press('Enter');
    await sidebar.waitFor(/Next foothold (?!A good moment)/);
    expect(await recordsOn(monday)).toMatchObject([{ answer: 'accepted' }]);
    expect(await focused()).toBe('Call');
    await sidebar.see(`(root) => root.activeElement.blur()`);
  });

  it('does not come again within 45 minutes', async () => {
    await comes(23, 10, 50);
    expect(await spoken()).toBeUndefined();
    expect(await recordsOn(monday)).toHaveLength(1);
    await comes(23, 10, 52);
    await sidebar.waitFor(asked);
  });

  it('goes with Escape, too, which is a no', async () => {
    await tabTo(/^Not now$/);
    await page.keyboard.press('Escape');
    await sidebar.waitFor(/Next foothold (?!A good moment)/);
    const [, second] = await recordsOn(monday);
    expect(second).toMatchObject({ answer: 'dismissed' });
  });

  it('does not come while paused, nor outside the hours', async () => {
    await set({ pausedOn: monday });
    await comes(23, 13);
    expect(await spoken()).toBeUndefined();
    await comes(23, 17, 30);
    await set({ pausedOn: null });
    await vi.waitFor(async () =>
      expect((await lab().foothold.standing())?.rest).toBe('after-hours'),
    );
    expect(await spoken()).toBeUndefined();
    expect(await recordsOn(monday)).toHaveLength(2);
  });

  it('that the lot withholds is written down and not shown', async () => {
    await draws(0.1);
    await comes(24, 10, 6);
    await vi.waitFor(async () =>
      expect(await recordsOn('2026-11-24')).toMatchObject([{ reason: 'open', withheld: true }]),
    );
    expect(await spoken()).toBeUndefined();
    await draws(0.5);
    await comes(24, 10, 30);
    expect(await recordsOn('2026-11-24')).toHaveLength(1);
    expect(await sidebar.text()).not.toMatch(asked);
  });

  it('waits while the focus is in a frame that nobody can look into', async () => {
    await turn(false);
    await comes(25, 10, 4);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', '');
      frame.srcdoc = '<textarea></textarea>';
      document.querySelector('#main-content')?.append(frame);
    });
    const frame = page.locator('#main-content iframe');
    await frame.contentFrame().locator('textarea').click();
    await turn(true);
    await comes(25, 10, 5);
    expect(await recordsOn('2026-11-25')).toEqual([]);
    await turn(false);
    await frame.evaluate((one) => {
      one.remove();
    });
  });

  /** Whether a nudge may come is reckoned anew, while nothing else has happened since the last key. */
  async function waitsForHands() {
    const computedAt = async () => (await lab().foothold.standing())?.computedAt ?? 0;
    const before = await computedAt();
    await turn(true);
    await vi.waitFor(async () => expect(await computedAt()).toBeGreaterThan(before));
    expect(await recordsOn('2026-11-25')).toEqual([]);
  }

  it('waits while the rep types in a frame that an editor has written anew', async () => {
    await turn(false);
    await comes(25, 10, 5);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.querySelector('#main-content')?.append(frame);
      const inside = frame.contentDocument;
      inside?.open();
      inside?.close();
      inside?.body.append(inside.createElement('textarea'));
    });
    const frame = page.locator('#main-content iframe');
    await frame.contentFrame().locator('textarea').click();
    await page.keyboard.type('.');
    await waitsForHands();
    await turn(false);
    await frame.evaluate((one) => {
      one.remove();
    });
  });

  it('waits until nobody types', async () => {
    await turn(false);
    await comes(25, 10, 6);
    await rep.fillNote('Wants the price list');
    await page.keyboard.type('.');
    await waitsForHands();
    await comes(25, 10, 7);
    await sidebar.waitFor(asked);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  it('waits while a phone link may have become a call', async () => {
    await turn(false);
    await comes(26, 10, 6);
    await (await rep.showNumber()).click();
    await sidebar.waitFor(/Called\?/);
    await turn(true);
    await comes(26, 10, 8);
    expect(await recordsOn('2026-11-26')).toEqual([]);
    await comes(26, 10, 10);
    await sidebar.waitFor(asked);
    await sidebar.click(/^Not this time$/);
  });
});

describe('a rule of the rep’s own', () => {
  let options: Page;
  beforeEach(async () => {
    options = await lab().foothold.open('options.html');
    await options.getByRole('button', { name: 'Add rule' }).waitFor();
  });
  afterEach(async () => {
    await options.close();
  });
  const cues = (): Promise<readonly Cue[]> =>
    lab().foothold.ask(async () => (await chrome.storage.local.get<{ cues: Cue[] }>('cues')).cues);
  const form = () => options.getByRole('form', { name: 'Add rule' });

  it('that cannot be is refused with one sentence', async () => {
    await form().getByLabel('First do').fill('9');
    await form().getByRole('button', { name: 'Add rule' }).click();
    await options.getByText('A whole number from 1 to 5').waitFor();
    expect(await cues()).toBeUndefined();
  });

  it('shows on its site when that is opened, counts along and ends when done', async () => {
    await turn(false);
    await comes(27, 10, 6);
    await form().getByLabel('First do').fill('3');
    await form().getByRole('button', { name: 'Add rule' }).click();
    await options.getByText(/When I open .*: 3 calls first/).waitFor();
    await vi.waitFor(async () => expect((await lab().foothold.standing())?.cueToCome).toBe(true));
    expect(await recordsOn('2026-11-27')).toEqual([]);

    await page.bringToFront();
    await rep.open('#/contacts/1/show');
    await sidebar.waitFor(/3 calls first 0\/3 Snooze Skip/);
    await look('rule');
    await sidebar.click(/^Call$/);
    await sidebar.waitFor(/3 calls first 1\/3/);
    for (const done of [2, 3]) {
      await sidebar.click(/^Call$/);
      await sidebar.click(/^Log again$/);
      await sidebar.waitFor(done < 3 ? /3 calls first 2\/3/ : /(?!.*3 calls first)Calls 6 of 8/);
    }
    await vi.waitFor(async () => expect(await spoken()).toBeUndefined());
    expect(await recordsOn('2026-11-27')).toMatchObject([{ reason: 'cue', answer: 'accepted' }]);
  });

  it('comes once in each half of the day, when its tab comes to the front, and is skipped with one click', async () => {
    await comes(27, 11, 30);
    expect((await lab().foothold.standing())?.cueToCome).toBeUndefined();
    await comes(27, 13, 6);
    expect((await lab().foothold.standing())?.cueToCome).toBe(true);
    expect(await spoken()).toBeUndefined();
    await page.bringToFront();
    // The browser under test never hides a page, so it never says that one is seen again.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await sidebar.waitFor(/3 calls first 0\/3/);
    await sidebar.click(/^Skip$/);
    await vi.waitFor(async () => expect(await spoken()).toBeUndefined());
    const [, second] = await recordsOn('2026-11-27');
    expect(second).toMatchObject({ reason: 'cue', answer: 'dismissed' });
  });

  it('is removed in the options', async () => {
    await options.getByRole('button', { name: /^Remove: When I open/ }).click();
    await vi.waitFor(async () => expect(await cues()).toEqual([]));
  });

  it('stands beside what would have been said on the last workday', async () => {
    await turn(true);
    await comes(30, 7);
    await options.reload();
    const section = options.locator('#nudges');
    await section.getByText('On Friday it would have said').waitFor();
    const lines = await section.locator('.said li').allInnerTexts();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines[0]).toMatch(/^\d?\d:\d\d.*calls?/s);
    const left = (text: Locator) => text.evaluate((one) => one.getBoundingClientRect().left);
    expect(await left(section.locator('.said time').first())).toBe(
      await left(section.getByText('On Friday it would have said')),
    );
    await section.getByText(/Not enough yet: \d+ of some 300 moments/).waitFor();
    await section.getByLabel('Money').check();
    await section
      .getByText(/It pays\./)
      .first()
      .waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme });
      expect.soft(await axeOnPage(options), colorScheme).toEqual([]);
      await section.screenshot({ path: `test-results/nudges/options-${colorScheme}.png` });
    }
  });
});
