import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { axeOnPage } from '../lab/axe.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import type { GoalVersion } from '../../lib/domain/goal';
import { useLab } from './lab';

/** How good, not only how much: what the rep says about calls, and the goal it moves, on a real Monday morning. */
const lab = useLab();
let sidebar: Sidebar;
const opened: Page[] = [];

beforeAll(async () => {
  ({ sidebar } = await lab().rep('#/contacts/1/show'));
  await sidebar.waitFor(/Calls 0 of 8/);
});

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

async function open(name: 'popup' | 'options' | 'sidepanel'): Promise<Page> {
  const page = await lab().foothold.context.newPage();
  opened.push(page);
  page.setDefaultTimeout(10_000);
  await page.goto(lab().foothold.url(`${name}.html`));
  return page;
}
/** The counts of goals' rows of which the numbers are not whole, whatever is left out after them. */
const cut = (page: Page) =>
  page.locator('.row span:not(.chip)').evaluateAll((counts) =>
    counts
      .filter((count) => {
        const words = count.firstChild;
        const written = words?.textContent ?? '';
        const numbers = document.createRange();
        if (words) numbers.setStart(words, 0);
        if (words) numbers.setEnd(words, `${written} `.indexOf(' '));
        const [line, ...more] = numbers.getClientRects();
        const place = count.getBoundingClientRect();
        return more.length > 0 || !line || line.right > place.right + 1;
      })
      .map(({ textContent }) => textContent),
  );
const standing = async () => (await lab().standing()).filter(({ kind }) => kind === 'call');
const goals = async () => (await lab().foothold.rows('goals')) as GoalVersion[];

describe('a quality goal', () => {
  const form = (options: Page) => options.getByRole('form', { name: 'Quality and learning' });

  it('is set in words that say what cannot be, and reaches the page', async () => {
    const options = await open('options');
    const before = await goals();
    await form(options).getByRole('button', { name: 'Add a quality goal' }).click();
    await form(options).getByLabel('At least, %').fill('160');
    await form(options).getByRole('button', { name: 'Save these goals' }).click();
    await form(options).getByText('A share is a whole number from 1 to 100.').waitFor();
    expect(await goals()).toEqual(before);

    await form(options).getByLabel('At least, %').fill('60');
    expect.soft(await axeOnPage(options)).toEqual([]);
    await form(options).getByRole('button', { name: 'Save these goals' }).click();
    await form(options).getByText('These goals are saved.').waitFor();
    await sidebar.waitFor(/Connected, calls 0 of 10 to judge by/);
  });

  it('asks for nothing: the day’s route is as it was', async () => {
    const shown = await lab().foothold.standing();
    expect(shown?.goals.map(({ kinds }) => kinds[0])).toEqual([
      'call',
      'note',
      'follow-up',
      'opportunity',
    ]);
    expect(shown?.sides).toHaveLength(1);
  });
});

describe('what is logged for earlier', () => {
  it('is tagged as it is logged', async () => {
    const popup = await open('popup');
    await popup.getByText('Log for earlier').click();
    const form = popup.getByRole('form', { name: 'Log for earlier' });
    const log = async (count: string, time: string, tag: string) => {
      await form.getByLabel('How many').fill(count);
      await form.getByLabel('When').fill(time);
      await form.getByLabel(tag).check();
      await form.getByRole('button', { name: 'Log' }).click();
    };
    await log('5', '08:30', 'Connected');
    await vi.waitFor(async () => expect(await standing()).toHaveLength(5));
    await log('4', '09:10', 'No answer');
    await vi.waitFor(async () => expect(await standing()).toHaveLength(9));
    expect((await standing()).map(({ tags }) => tags).sort()).toEqual([
      ...Array.from({ length: 5 }, () => ['connected']),
      ...Array.from({ length: 4 }, () => ['unanswered']),
    ]);
    await sidebar.waitFor(/Connected, calls 9 of 10 to judge by/);
  });
});

describe('what a rep grows by', () => {
  it('“30 minutes reading” moves a goal of 60 minutes a week', async () => {
    const options = await open('options');
    const form = options.getByRole('form', { name: 'Quality and learning' });
    await form.getByRole('button', { name: 'Add a learning goal' }).click();
    await form.getByLabel('At least', { exact: true }).fill('60');
    await form.getByRole('button', { name: 'Save these goals' }).click();
    await form.getByText('These goals are saved.').waitFor();
    await sidebar.waitFor(/Minutes, learning sessions 0 of 60 this week/);

    const popup = await open('popup');
    await popup.getByText('Log for earlier').click();
    const earlier = popup.getByRole('form', { name: 'Log for earlier' });
    await earlier.getByLabel('What').selectOption('learning');
    await earlier.getByLabel('How much').fill('30');
    await earlier.getByLabel('When').fill('10:05');
    expect.soft(await axeOnPage(popup)).toEqual([]);
    await earlier.getByRole('button', { name: 'Log' }).click();
    await sidebar.waitFor(/Minutes, learning sessions 30 of 60 this week/);

    await popup.getByRole('button', { name: /^30 minutes: Learning session/ }).click();
    await popup.getByRole('dialog').getByLabel('How much').fill('75');
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    await sidebar.waitFor(/Minutes, learning sessions 75 of 60 this week reached/);
    // As wide as it is, with a scroll bar.
    await popup.setViewportSize({ width: 360, height: 600 });
    expect(await cut(popup)).toEqual([]);
    await popup.getByRole('button', { name: /^Undo: Learning session/ }).click();
    await sidebar.waitFor(/Minutes, learning sessions 0 of 60 this week/);

    await options.bringToFront();
    await options.getByRole('button', { name: 'Remove: Minutes, learning sessions' }).click();
    await form.getByRole('button', { name: 'Save these goals' }).click();
    await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(/learning/));
  });
});

describe('the last call', () => {
  it('is tagged in the popup, and the goal’s bar moves on the page', async () => {
    await sidebar.click(/^Call$/);
    await sidebar.waitFor(/Connected, calls 50% of 60% this week/);
    const popup = await open('popup');
    await popup.getByRole('button', { name: /^Tag: Call, 10:06/ }).click();
    const sheet = popup.getByRole('dialog', { name: /^Call, 10:06/ });
    await sheet.getByLabel('Connected').check();
    await sheet.getByLabel('VP or above').check();
    expect.soft(await axeOnPage(popup)).toEqual([]);
    await sheet.getByRole('button', { name: 'Save', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await sidebar.waitFor(/Connected, calls 60% of 60% this week reached/);
    await popup.getByRole('button', { name: /^Connected \+1: Call, 10:06/ }).waitFor();
    const rows = (await lab().foothold.journal()) as Action[];
    const tagged = rows.find(({ tags }) => tags?.includes('senior'));
    const before = rows.find(({ id }) => id === tagged?.replaces);
    expect(tagged).toMatchObject({ kind: 'call', via: 'one-click', subject: before?.subject });
    expect(before).toHaveProperty('voidedAt');
    expect(before).not.toHaveProperty('tags');
  });

  it('is tagged beside the page by keyboard alone, and the focus comes back', async () => {
    const panel = await open('sidepanel');
    const tag = panel.getByRole('button', { name: /^Connected \+.: Call, 10:06/ });
    await tag.focus();
    await panel.keyboard.press('Enter');
    await panel.getByRole('dialog').waitFor();
    await panel.keyboard.press('Escape');
    await panel.locator('dialog').waitFor({ state: 'detached' });
    await panel.keyboard.press('Enter');
    await panel.getByLabel('Next step set').focus();
    await panel.keyboard.press('Space');
    await panel.keyboard.press('Enter');
    await panel.getByRole('dialog').waitFor({ state: 'detached' });
    await vi.waitFor(async () =>
      expect((await standing()).map(({ tags }) => tags)).toContainEqual([
        'connected',
        'senior',
        'next',
      ]),
    );
    expect(await tag.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await axeOnPage(panel)).toEqual([]);
    await panel.setViewportSize({ width: 282, height: 800 });
    expect(await cut(panel)).toEqual([]);
  });

  it('has a line that is typed beside the page, and nothing but the journal knows it', async () => {
    const panel = await open('sidepanel');
    await panel.getByRole('button', { name: /^Connected \+.: Call, 10:06/ }).click();
    await panel.getByLabel('My note').pressSequentially('Call back in May');
    expect.soft(await axeOnPage(panel)).toEqual([]);
    await panel.keyboard.press('Enter');
    await panel.getByRole('dialog').waitFor({ state: 'detached' });
    await vi.waitFor(async () =>
      expect((await standing()).map(({ words }) => words)).toContain('Call back in May'),
    );
    const kept = await lab().foothold.ask(async () =>
      JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
    );
    expect(kept).toContain('"noted":true');
    expect(kept).not.toContain('Call back in May');
    await panel.getByRole('button', { name: /^Connected \+.: Call, 10:06/ }).click();
    await vi.waitFor(async () =>
      expect(await panel.getByLabel('My note').inputValue()).toBe('Call back in May'),
    );
    await panel.keyboard.press('Escape');
  });

  it('is in the export with its tags, and so is the goal', async () => {
    const options = await open('options');
    const downloading = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export as JSON' }).click();
    const path = await (await downloading).path();
    const file = JSON.parse(await readFile(path, 'utf8')) as {
      actions: Action[];
      goals: GoalVersion[];
    };
    expect(file.actions.flatMap(({ tags = [] }) => tags)).toContain('senior');
    expect(file.actions.map(({ words }) => words)).toContain('Call back in May');
    expect(file.goals.map(({ side }) => side)).toContainEqual({
      kind: 'call',
      what: 'connected',
      target: 60,
      period: 'week',
    });
  });

  it('takes its tags along when it is undone', async () => {
    const popup = await open('popup');
    await popup.getByRole('button', { name: /^Undo: Call, 10:06/ }).click();
    await sidebar.waitFor(/Connected, calls 9 of 10 to judge by/);
    expect(await standing()).toHaveLength(9);
  });
});
