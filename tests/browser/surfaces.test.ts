import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { axeInSidebar, axeOnPage } from '../lab/axe.mjs';
import type { browser } from 'wxt/browser';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Goal, GoalVersion } from '../../lib/domain/goal';
import { mondayMorning, useLab } from './lab';

/** Every surface, for whoever cannot see colours, cannot use a mouse, needs it large or needs it still. */
declare const chrome: typeof browser;

const lab = useLab({ viewport: { width: 1700, height: 900 } });
let page: Page;
let sidebar: Sidebar;

beforeAll(async () => {
  ({ page, sidebar } = await lab().rep('#/contacts/1/show'));
  await sidebar.waitFor(/Log for this contact/);
  // The addresses of the contact are on the right.
  await sidebar.click(/^Move to the other side$/);
  await page.evaluate(() => {
    // There is no mail program here, and the browser's question about one would lie over the page.
    document.addEventListener('click', (event) => {
      if ((event.target as Element).closest('a[href^="mailto:"]')) event.preventDefault();
    });
  });
});

const set = (values: Record<string, unknown>) =>
  lab().foothold.ask((values: Record<string, unknown>) => chrome.storage.local.set(values), values);
const setClock = (day: number, hour: number, minute = 6) =>
  lab().foothold.setClock(Date.UTC(2026, 10, day, hour - 1, minute));
const toMorning = () => lab().foothold.setClock(mondayMorning);

/** What the options page sends when goals are saved. */
const saveGoals = (versions: readonly GoalVersion[]) =>
  lab().foothold.ask(
    (data: unknown) =>
      chrome.runtime.sendMessage({
        id: Date.now(),
        type: 'saveGoals',
        data,
        timestamp: Date.now(),
      }),
    versions,
  );
const mailto = () => page.locator('a[href^="mailto:"]').filter({ visible: true }).first();
const goalsNow = async () => (await lab().foothold.rows('goals')) as GoalVersion[];

/** The accessible name of what has the focus inside the sidebar; null while it is in the page. */
const focused = (): Promise<string | null> =>
  sidebar.see(`(root) => {
    const element = root?.activeElement;
    return element ? (element.getAttribute('aria-label') ?? element.innerText.trim()) : null;
  }`);

/** Presses Tab until the control with that name has the focus, as somebody without a mouse would. */
async function tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const seen: (string | null)[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    const at = await focused();
    if (at !== null && name.test(at)) return;
    seen.push(at);
  }
  throw new Error(`${key} never came to ${String(name)}; it came by ${seen.join(', ')}`);
}

/** The same on a page of ours. */
async function tabOn(ours: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const seen: string[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    await ours.keyboard.press(key);
    const at = await ours.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return '';
      const labels = (element as HTMLInputElement).labels;
      return (
        element.getAttribute('aria-label') ??
        (labels?.length ? (labels[0]?.innerText ?? '') : element.innerText)
      ).trim();
    });
    if (name.test(at)) return;
    if (seen.at(-1) !== at) seen.push(at);
  }
  throw new Error(`${key} never came to ${String(name)}; it came by ${seen.join(' · ')}`);
}

async function openOurs(path: string): Promise<Page> {
  const ours = await lab().foothold.open(path);
  await ours.locator('main button').first().waitFor();
  return ours;
}

describe('axe finds nothing in the sidebar', () => {
  const bothSchemes = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await axeInSidebar(sidebar), colorScheme).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };

  it('and looks inside: what is wrong in the closed root is found', async () => {
    await sidebar.see(`(root) => {
      const seeded = document.createElement('div');
      seeded.id = 'seeded';
      seeded.innerHTML = '<button type="button"></button><p style="color:#eee;background:#fff">faint</p>';
      root.querySelector('.body').append(seeded);
    }`);
    const found = (await axeInSidebar(sidebar)).map(({ id }) => id);
    await sidebar.see(`(root) => root.querySelector('#seeded').remove()`);
    expect(found).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
    expect(
      await page.evaluate(() =>
        [...document.documentElement.children].map((one) => one.shadowRoot),
      ),
    ).toEqual([null, null, null]);
  });

  it('open', bothSchemes);

  it('with a question', async () => {
    await mailto().click();
    await sidebar.waitFor(/Emailed\?/);
    await bothSchemes();
    await sidebar.click(/^Not this time$/);
  });

  it('asking whether it was meant twice', async () => {
    await sidebar.click(/^Message$/);
    await sidebar.waitFor(/logged by you/);
    await sidebar.click(/^Message$/);
    await sidebar.waitFor(/Again\?/);
    await bothSchemes();
    await sidebar.click(/^No$/);
  });

  it('asking whether to go off', async () => {
    await sidebar.click(/^Off here$/);
    await sidebar.waitFor(/Off for this site\?/);
    await bothSchemes();
    await sidebar.click(/^Keep$/);
  });

  it('collapsed, and collapsed with a question', async () => {
    await sidebar.click(/^Collapse$/);
    await sidebar.buttonAt(/^Open Foothold/);
    await bothSchemes();
    await mailto().click();
    await vi.waitFor(async () =>
      expect(await sidebar.see(`(root) => root.querySelector('.alert') !== null`)).toBe(true),
    );
    await bothSchemes();
    await sidebar.click(/^Open Foothold/);
    await sidebar.click(/^Not this time$/);
  });

  const resting: readonly [string, RegExp, () => Promise<unknown>, () => Promise<unknown>][] = [
    [
      'paused',
      /Paused for today/,
      () => set({ pausedOn: '2026-11-23' }),
      () => set({ pausedOn: null }),
    ],
    ['outside the hours', /Outside your hours/, () => setClock(23, 20), toMorning],
    ['on a day off', /Day off/, () => setClock(28, 10), toMorning],
  ];
  it.each(resting)('%s', async (_, words, begin, end) => {
    await begin();
    await sidebar.waitFor(words);
    await bothSchemes();
    await end();
    await sidebar.waitFor(/Next foothold/i);
  });

  it('without a goal, and with all goals reached', async () => {
    const before = await goalsNow();
    const from = before[0]?.from ?? '';
    await saveGoals(before.map((version) => ({ ...version, goal: null })));
    await sidebar.waitFor(/Start with one small goal/);
    await bothSchemes();

    const one: Goal = { period: 'day', kinds: ['message'], target: 1, floor: 0, ceiling: 2 };
    await saveGoals([{ id: 'one', from, order: 0, goal: one }]);
    await sidebar.waitFor(/Goals reached/);
    await bothSchemes();

    await saveGoals([...before, { id: 'one', from, order: 0, goal: null }]);
    await sidebar.waitFor(/Next foothold/i);
  });
});

describe.each(['popup.html', 'options.html'])('axe finds nothing on %s', (path) => {
  it.each(['light', 'dark'] as const)('%s', async (colorScheme) => {
    const ours = await openOurs(path);
    await ours.emulateMedia({ colorScheme });
    for (const details of await ours.locator('details > summary').all()) await details.click();
    if (path === 'options.html') {
      // With something wrong in each section, so that the sentences are looked at too.
      await ours.getByLabel('Target').first().fill('0');
      await ours.getByRole('button', { name: 'Add site' }).click();
    }
    expect(await axeOnPage(ours)).toEqual([]);
    await ours.close();
  });
});

describe('by keyboard alone, the sidebar', () => {
  it('logs and undoes', async () => {
    await page.bringToFront();
    await tabTo(/^Note$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await sidebar.waitFor(/Note \S+( [AP]M)?, logged by you/);
    await tabTo(/^Undo: Note/);
    await page.keyboard.press('Space');
    await vi.waitFor(async () =>
      expect(await sidebar.text()).not.toMatch(/Note \S+( [AP]M)?, log/),
    );
    // The row is gone, the focus is not: it has moved on to the next row.
    expect(await focused()).toMatch(/^Undo: Message/);
  });

  it('asks "Again?" and takes the answer without losing the place', async () => {
    await tabTo(/^Email$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await sidebar.waitFor(/Email \S+( [AP]M)?, logged by you/);
    await page.keyboard.press('Enter');
    await sidebar.waitFor(/Again\?/);
    await tabTo(/^No$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(/Again\?/));
    expect(await focused()).toBe('Email');
  });

  it('collapses and opens, and the focus lands on the counterpart', async () => {
    await tabTo(/^Collapse$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await focused()).toMatch(/^Open Foothold/));
    await page.keyboard.press('Space');
    await vi.waitFor(async () => expect(await focused()).toBe('Collapse'));
  });

  it('moves to the other side and back', async () => {
    const x = async () => (await sidebar.box())?.x ?? NaN;
    await tabTo(/^Move to the other side$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await x()).toBeGreaterThan(850));
    expect(await focused()).toBe('Move to the other side');
    await page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await x()).toBeLessThan(20));
  });

  it('asks before it goes off, with the focus on keeping it, and Escape keeps it', async () => {
    await tabTo(/^Off here$/);
    await page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await focused()).toBe('Keep'));
    await page.keyboard.press('Escape');
    await vi.waitFor(async () => expect(await focused()).toBe('Off here'));
    await page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await focused()).toBe('Keep'));
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Off');
    await page.keyboard.press('Enter');
    await vi.waitFor(async () => expect(await sidebar.text()).toBeNull());
    await set({ sites: [{ origin: lab().crm.origin, site: 'atomic', on: true }] });
    await sidebar.waitFor(/Counting on/);
  });
});

describe('by keyboard alone, the options', () => {
  it('turn the site off and on', async () => {
    const options = await openOurs('options.html');
    await tabOn(options, /^Atomic CRM/);
    const box = options.getByRole('checkbox', { name: /^Atomic CRM/ });
    await options.keyboard.press('Space');
    await vi.waitFor(async () => expect(await sidebar.text()).toBeNull());
    // Who presses again before the box shows it takes nothing back.
    await vi.waitFor(async () => expect(await box.isChecked()).toBe(false));
    await options.keyboard.press('Space');
    await sidebar.waitFor(/Counting on/);
    await options.close();
  });

  it('change a target, add, move and remove a goal', async () => {
    const options = await openOurs('options.html');
    await tabOn(options, /^Target$/);
    await options.keyboard.press('Control+A');
    await options.keyboard.type('9');
    await tabOn(options, /^Save goals$/);
    await options.keyboard.press('Enter');
    await sidebar.waitFor(/0 of 9/);

    await tabOn(options, /^Add a goal$/, 'Shift+Tab');
    await options.keyboard.press('Enter');
    await tabOn(options, /^Move up: Emails$/, 'Shift+Tab');
    for (let row = 0; row < 4; row += 1) await options.keyboard.press('Enter');
    await tabOn(options, /^Save goals$/);
    await options.keyboard.press('Enter');
    const order = async () =>
      (await goalsNow())
        .filter(({ goal }) => goal)
        .sort((a, b) => a.order - b.order)
        .map(({ goal }) => goal?.kinds[0]);
    await vi.waitFor(async () =>
      expect(await order()).toEqual(['email', 'call', 'note', 'follow-up', 'opportunity']),
    );

    await tabOn(options, /^Remove: Emails$/, 'Shift+Tab');
    await options.keyboard.press('Space');
    await tabOn(options, /^Save goals$/);
    await options.keyboard.press('Space');
    await vi.waitFor(async () =>
      expect(await order()).toEqual(['call', 'note', 'follow-up', 'opportunity']),
    );
    await options.close();
  });

  it('change the hours, add a checkpoint and a day off', async () => {
    const options = await openOurs('options.html');
    await tabOn(options, /^Monday from$/);
    await options.keyboard.type('0730AM');
    await tabOn(options, /^Add a checkpoint$/);
    await options.keyboard.press('Enter');
    await tabOn(options, /^Date$/);
    await options.keyboard.type('12242026');
    await tabOn(options, /^Add day off$/);
    await options.keyboard.press('Enter');
    await options.getByText('Thu, Dec 24, 2026').waitFor();
    await tabOn(options, /^Save schedule$/);
    await options.keyboard.press('Enter');
    await options.getByText('Schedule saved.').waitFor();
    const { schedule } = await lab().foothold.ask(() => chrome.storage.local.get('schedule'));
    expect(schedule).toMatchObject({
      hours: { 1: { start: 450, end: 1020 } },
      daysOff: ['2026-12-24'],
    });
    expect((schedule as { checkpoints: unknown[] }).checkpoints).toHaveLength(4);
    await lab().foothold.ask(() => chrome.storage.local.remove('schedule'));
    await options.close();
  });

  it('show where keys are changed, and turn notifications on', async () => {
    const options = await openOurs('options.html');
    await options.getByText('Alt+Shift+D').waitFor();
    const opened = lab().foothold.context.waitForEvent('page');
    await tabOn(options, /^Change the keys$/);
    await options.keyboard.press('Enter');
    const keys = await opened;
    await vi.waitFor(() => expect(keys.url()).toBe('chrome://extensions/shortcuts'));
    await keys.close();
    await options.bringToFront();
    await tabOn(options, /^Say nudges by notification/);
    await options.keyboard.press('Space');
    const notify = async () =>
      (await lab().foothold.ask(() => chrome.storage.local.get('notify')))['notify'];
    await vi.waitFor(async () => expect(await notify()).toBe(true));
    await options.keyboard.press('Space');
    await vi.waitFor(async () => expect(await notify()).toBe(false));
    await options.close();
  });

  it('export', async () => {
    const options = await openOurs('options.html');
    await tabOn(options, /^Export as JSON$/, 'Shift+Tab');
    const download = options.waitForEvent('download');
    await options.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('foothold-journal.json');
    await options.close();
  });
});

describe('by keyboard alone, the popup', () => {
  it('copies, pauses and resumes', async () => {
    const popup = await openOurs('popup.html');
    await tabOn(popup, /^Copy$/);
    await popup.keyboard.press('Enter');
    await popup.getByRole('button', { name: 'Copied' }).waitFor();
    await tabOn(popup, /^Pause for today$/);
    await popup.keyboard.press('Space');
    await sidebar.waitFor(/Paused for today/);
    await popup.getByRole('button', { name: 'Resume' }).waitFor();
    await popup.keyboard.press('Space');
    await sidebar.waitFor(/Next foothold/i);
    await popup.close();
  });

  it('logs for earlier and undoes it', async () => {
    const popup = await openOurs('popup.html');
    await tabOn(popup, /^Log for earlier$/);
    await popup.keyboard.press('Enter');
    await tabOn(popup, /^When$/);
    await popup.keyboard.type('0915AM');
    await popup.keyboard.press('Enter');
    await popup.getByText(/Logged: 1 call at 9:15/).waitFor();
    await popup.getByText(/Call 9:15.*added by hand/).waitFor();
    await tabOn(popup, /^Undo: Call, 9:15/, 'Shift+Tab');
    await popup.keyboard.press('Enter');
    await popup.getByText(/Call 9:15.*added by hand/).waitFor({ state: 'detached' });
    await popup.close();
  });

  it('opens the options', async () => {
    const popup = await openOurs('popup.html');
    const opened = lab().foothold.context.waitForEvent('page');
    await tabOn(popup, /^Options$/);
    await popup.keyboard.press('Enter');
    const options = await opened;
    await vi.waitFor(() => expect(options.url()).toContain('options.html'));
    await options.close();
    await popup.close();
  });
});

describe('at 200 %', () => {
  it('everything in the sidebar can be scrolled to, and nothing is cut off sideways', async () => {
    await page.bringToFront();
    await page.setViewportSize({ width: 640, height: 450 });
    const lost: { looked: number } = await sidebar.see(`(root) => {
      const inside = [...root.querySelectorAll('button, [role="progressbar"], .next strong, .route li, .recent li, .foot p')];
      const missing = inside.filter((element) => {
        element.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height, right, bottom } = element.getBoundingClientRect();
        const top = root.elementFromPoint(x + width / 2, y + height / 2);
        const fits = x >= 0 && y >= 0 && right <= innerWidth && bottom <= innerHeight;
        return !fits || !(element.contains(top) || top?.contains(element));
      });
      const body = root.querySelector('.body');
      return {
        looked: inside.length,
        missing: missing.map((element) => element.outerHTML.slice(0, 120)),
        sideways: body.scrollWidth - body.clientWidth,
        scrolls: body.scrollHeight > body.clientHeight,
      };
    }`);
    await page.setViewportSize({ width: 1700, height: 900 });
    expect(lost).toMatchObject({ missing: [], sideways: 0, scrolls: true });
    expect(lost.looked).toBeGreaterThan(12);
  });
});

describe('who wants less motion', () => {
  /** The most that moved at once in the half second after a click on that button. */
  async function motion(name: RegExp): Promise<number> {
    const place = await sidebar.buttonAt(name);
    const watched = sidebar.see(`async (root) => {
      let most = 0;
      const end = performance.now() + 500;
      while (performance.now() < end) {
        await new Promise((frame) => requestAnimationFrame(frame));
        most = Math.max(most, root.getAnimations().length);
      }
      return most;
    }`);
    await page.mouse.click(place.x, place.y);
    return (await watched) as number;
  }

  it('gets none, where others see the bar grow', async () => {
    await page.bringToFront();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await motion(/^Call$/)).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await motion(/^Undo: Call/)).toBe(0);
    expect(await motion(/^Note$/)).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });
});
