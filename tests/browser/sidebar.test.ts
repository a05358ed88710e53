import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Rep } from '../lab/crm/rep.mjs';
import type { browser } from 'wxt/browser';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import type { Goal, GoalVersion } from '../../lib/domain/goal';
import type { Tally } from '../../lib/domain/tally';
import { axeInSidebar } from '../lab/axe.mjs';
import { mondayMorning, quiet, useLab } from './lab';

declare const chrome: typeof browser;

/** The sidebar in the real CRM, by mouse, as a rep uses it through a day. */
const lab = useLab();
let rep: Rep;
let page: Page;
let sidebar: Sidebar;

const today = '2026-11-23';
let serial = 0;
const fresh = (word: string) => `${word} ${String((serial += 1))}`;

beforeAll(async () => {
  ({ rep, page, sidebar } = await lab().rep('#/contacts/1/show'));
  await sidebar.waitFor(/Log for this contact/);
  // The contact's own addresses are on the right.
  await sidebar.click(/^Move to the other side$/);
  await page.evaluate(() => {
    // There is no mail program and no phone here, and the browser's question about them would lie over the page.
    document.addEventListener('click', (event) => {
      if ((event.target as Element).closest('a[href^="mailto:"], a[href^="tel:"]'))
        event.preventDefault();
    });
  });
});

beforeEach(async () => {
  await page.bringToFront();
});

/** In Berlin. */
const setClock = (day: number, hour: number, minute = 0, second = 0) =>
  lab().foothold.setClock(Date.UTC(2026, 10, day, hour - 1, minute, second));
const badge = (): Promise<string> => lab().foothold.ask(() => chrome.action.getBadgeText({}));
const done = (name: string): Promise<number> =>
  sidebar.see(
    `(root) => Number(root?.querySelector('[role="progressbar"][aria-label="${name}"]')?.getAttribute('aria-valuenow') ?? NaN)`,
  );
const settings = (): Promise<Record<string, unknown>> =>
  lab().foothold.ask(() => chrome.storage.local.get(null));
const change = (values: Record<string, unknown>) =>
  lab().foothold.ask((values: Record<string, unknown>) => chrome.storage.local.set(values), values);
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
async function until<T>(look: () => Promise<T>, expected: T, timeout = 5000) {
  await vi.waitFor(async () => expect(await look()).toEqual(expected), { timeout, interval: 30 });
}
const tally = async (kind: string): Promise<number> =>
  ((await lab().foothold.rows('tallies')) as Tally[]).find(
    (row) => row.day === today && row.kind === kind,
  )?.minutes.length ?? 0;

/** In the page's own world: how often events of these types reached listeners on the document. */
async function listenOnPage(types: readonly string[]): Promise<() => Promise<string[]>> {
  await page.evaluate((types) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of types)
      document.addEventListener(type, (event) => {
        if (event.isTrusted) heard.push(type);
      });
  }, types);
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

describe('counting', () => {
  it('moves the bar within two frames of the confirmation, before any answer', async () => {
    await rep.fillNote(fresh('Note'));
    expect(await done('Notes')).toBe(0);
    await sidebar.see(`(root) => {
      const seen = (globalThis.seen = {});
      const bar = root.querySelector('[role="progressbar"][aria-label="Notes"]');
      let frame = 0;
      const tick = () => { frame += 1; if (!seen.stop) requestAnimationFrame(tick); };
      tick();
      new PerformanceObserver((list) => {
        for (const { name } of list.getEntries())
          if (/contactNotes(\\?select=\\*)?$/.test(name)) seen.confirmed ??= { frame, at: performance.now() };
      }).observe({ type: 'resource' });
      new MutationObserver(() => { seen.moved ??= { frame, at: performance.now(), to: bar.getAttribute('aria-valuenow') }; })
        .observe(bar, { attributes: true, attributeFilter: ['aria-valuenow'] });
      chrome.storage.local.onChanged.addListener((changes) => {
        if (changes.standing) seen.answered ??= { at: performance.now() };
      });
    }`);
    await lab().foothold.stopWorker();
    await rep.addNote.click();
    const look = () => sidebar.see(`() => globalThis.seen`);
    await vi.waitFor(async () => expect(await look()).toHaveProperty('answered'), 10_000);
    const seen: Record<
      'confirmed' | 'moved' | 'answered',
      { frame: number; at: number; to?: string }
    > = await sidebar.see(`() => Object.assign(globalThis.seen, { stop: true })`);
    const { confirmed, moved, answered } = seen;
    expect(moved.to).toBe('1');
    expect(Math.abs(moved.frame - confirmed.frame)).toBeLessThanOrEqual(2);
    expect(moved.at).toBeLessThan(answered.at);
  });

  it('says why it counted, and undo takes it back everywhere', async () => {
    await quiet(page);
    await sidebar.waitFor(/Note \S+( [AP]M)?, saved in Atomic CRM/);
    expect(await sidebar.see(`(root) => root.querySelector('.recent [title]').title`)).toBe(
      'Counted because the site accepted the save.',
    );
    expect(await tally('note')).toBe(1);
    const before = Number(await badge());

    await sidebar.click(/^Undo: Note/);
    await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(/saved in Atomic/));
    expect(await done('Notes')).toBe(0);
    const rows = (await lab().foothold.journal()) as Action[];
    expect(rows).toHaveLength(1);
    expect(rows[0]?.voidedAt).toBeGreaterThanOrEqual(mondayMorning);
    expect(await tally('note')).toBe(0);
    await until(async () => Number(await badge()), before + 1);
  });

  it('asks "Again?" when the same is logged for the same record twice in a minute', async () => {
    const calls = await done('Calls');
    await sidebar.click(/^Call$/);
    await until(() => done('Calls'), calls + 1);
    await sidebar.click(/^Call$/);
    await sidebar.waitFor(/Call logged a moment ago\. Again\?/);
    await sidebar.click(/^No$/);
    expect(await sidebar.text()).not.toMatch(/Again\?/);
    expect(await done('Calls')).toBe(calls + 1);
    await sidebar.click(/^Call$/);
    await sidebar.click(/^Log again$/);
    await until(() => done('Calls'), calls + 2);
    await until(() => tally('call'), calls + 2);
  });

  it('shows the same count in a second tab', async () => {
    const second = await lab().rep('#/contacts/2/show');
    await second.sidebar.waitFor(/Calls 2 of 8/);
    await second.sidebar.click(/^Email$/);
    await sidebar.waitFor(/Email \S+( [AP]M)?, logged by you/);
    await second.sidebar.click(/^Undo: Email/);
    await vi.waitFor(async () =>
      expect(await sidebar.text()).not.toMatch(/Email \S+( [AP]M)?, log/),
    );
    await second.page.close();
  });
});

describe('a mail or phone link', () => {
  const mailto = () => page.locator('a[href^="mailto:"]').filter({ visible: true }).first();
  /** A click right after another one is the second half of a double click. */
  async function click(link: Locator) {
    const before = Date.now();
    await vi.waitFor(() => expect(Date.now() - before).toBeGreaterThan(550));
    await link.click();
  }

  it('is asked about: not this time counts nothing', async () => {
    await click(mailto());
    await sidebar.waitFor(/Emailed\? Log it Not this time/);
    expect(await tally('email')).toBe(0);
    await sidebar.click(/^Not this time$/);
    await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(/Emailed\?/));
    expect(await tally('email')).toBe(0);
  });

  it('is asked about: one click logs it', async () => {
    await click(mailto());
    await sidebar.waitFor(/Emailed\?/);
    await sidebar.click(/^Log it$/);
    await sidebar.waitFor(/Email \S+( [AP]M)?, logged by you/);
    await until(() => tally('email'), 1);
    expect(await sidebar.text()).not.toMatch(/Emailed\?/);
    await sidebar.click(/^Undo: Email/);
    await until(() => tally('email'), 0);
  });

  it('counts by itself when the rep wants dials counted', async () => {
    const calls = await tally('call');
    await change({ countDials: ['/tel'] });
    await click(await rep.showNumber());
    await until(() => tally('call'), calls + 1);
    await sidebar.waitFor(/Call \S+( [AP]M)?, phone link used in Atomic CRM/);
    expect(await sidebar.text()).not.toMatch(/Called\?/);
    await change({ countDials: [] });
    await click(page.locator('#dial'));
    await sidebar.waitFor(/Called\?/);
    await sidebar.click(/^Not this time$/);
    expect(await tally('call')).toBe(calls + 1);
    await page.locator('#dial').evaluate((link) => {
      link.remove();
    });
  });

  it('counts only phone links by itself: a mail is still asked about', async () => {
    await change({ countDials: ['/tel'] });
    await click(mailto());
    await vi.waitFor(async () =>
      expect(await sidebar.text()).toMatch(/Emailed\?|Email \S+( [AP]M)?, /),
    );
    await change({ countDials: [] });
    const text = await sidebar.text();
    await sidebar.click(/^(Not this time|Undo: Email.*)$/);
    expect(text).toMatch(/Emailed\?/);
  });
});

describe('beside the CRM', () => {
  it('leaves the focus in the field the rep types into', async () => {
    const field = page.locator('form textarea[name="text"]').first();
    await field.click();
    await page.keyboard.type('Half a ');
    await sidebar.click(/^Meeting$/);
    await sidebar.waitFor(/Meeting \S+( [AP]M)?, logged by you/);
    await sidebar.click(/^Undo: Meeting/);
    await vi.waitFor(async () =>
      expect(await sidebar.text()).not.toMatch(/Meeting \S+( [AP]M)?, log/),
    );
    await sidebar.click(/^Collapse$/);
    await sidebar.click(/^Open Foothold/);
    await sidebar.click(/^Off here$/);
    await sidebar.click(/^Keep$/);
    await page.keyboard.type('sentence');
    expect(await field.inputValue()).toBe('Half a sentence');
    await field.fill('');
  });

  it('does not close a dialog, nor take what is typed in it', async () => {
    await page.getByRole('button', { name: 'Add task' }).first().click();
    const field = rep.dialog.locator('textarea[name="text"]');
    await field.click();
    await page.keyboard.type('Call ');
    await sidebar.click(/^Message$/);
    await sidebar.waitFor(/Message \S+( [AP]M)?, logged by you/);
    await page.keyboard.type('back');
    expect(await rep.dialog.count()).toBe(1);
    expect(await field.inputValue()).toBe('Call back');
    await sidebar.click(/^Undo: Message/);
    expect(await rep.dialog.count()).toBe(1);
    await page.keyboard.press('Escape');
    await rep.dialog.waitFor({ state: 'detached' });
    await vi.waitFor(async () =>
      expect(await sidebar.text()).not.toMatch(/Message \S+( [AP]M)?, log/),
    );
  });

  it('keeps its keys and clicks from the page', async () => {
    const types = ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'pointerdown'];
    const heard = await listenOnPage(types);
    await sidebar.click(/^Collapse$/);
    await sidebar.click(/^Open Foothold/);
    await until(() => sidebar.see(`(root) => root.querySelectorAll('.keys button').length`), 5);
    await sidebar.see(`(root) => root.querySelector('.keys button').focus()`);
    for (const key of ['ArrowDown', '/', 'k', 'Escape']) await page.keyboard.press(key);
    expect(await heard()).toEqual([]);
    await sidebar.see(`(root) => root.activeElement.blur()`);
    await page.locator('body').press('ArrowLeft');
    await page.mouse.click(1690, 500);
    expect(new Set(await heard())).toEqual(
      new Set(['keydown', 'keyup', 'click', 'mousedown', 'pointerdown']),
    );
  });
});

describe('the next foothold', () => {
  it('says why it is this one, by mouse and by keyboard, and nothing else moves for it', async () => {
    const height = () =>
      sidebar.see<number>(`(root) => root.querySelector('.next').getBoundingClientRect().height`);
    const why = () =>
      sidebar.see<string>(`(root) => root.querySelector('.next > p:last-of-type').textContent`);
    const before = await height();
    await sidebar.click(/^Why this\?$/);
    await vi.waitFor(async () => expect(await why()).toMatch(/due .*\.|due .* is done/));
    expect(await height()).toBe(before);
    expect.soft(await axeInSidebar(sidebar)).toEqual([]);
    await sidebar.see(`(root) => root.querySelector('.why').focus()`);
    await page.keyboard.press('Enter');
    await until(() => sidebar.see(`(root) => root.querySelectorAll('.next .steps').length`), 1);
  });
});

describe('reaching something', () => {
  const status = (): Promise<string> =>
    sidebar.see(`(root) => root.querySelector('.next [role="status"]').textContent`);

  it('celebrates a foothold in words, and the next one follows', async () => {
    const next = () => sidebar.see(`(root) => root.querySelector('.next strong').textContent`);
    const goals = ((await lab().foothold.rows('goals')) as GoalVersion[]).filter(
      ({ goal }) => goal,
    );
    const goal: Goal = { period: 'day', kinds: ['message'], target: 20, floor: 18, ceiling: 25 };
    const messages: GoalVersion = { id: 'messages', from: today, order: 0, goal };
    await saveGoals([...goals.map((version) => ({ ...version, goal: null })), messages]);
    await until(next, '2 messages in the next 25 minutes');
    await setClock(23, 10, 8);
    await sidebar.click(/^Message$/);
    await until(next, '1 more message in the next 25 minutes');
    expect(await status()).toBe('');
    await setClock(23, 10, 10);
    await sidebar.click(/^Message$/);
    await until(status, '2 messages done');
    await until(next, '2 more messages in the next 25 minutes');
    await saveGoals([...goals, { ...messages, goal: null }]);
    await sidebar.waitFor(/Calls \d of 8/);
  });

  it('celebrates a goal in words', async () => {
    const goals = ((await lab().foothold.rows('goals')) as GoalVersion[]).filter(
      ({ goal }) => goal,
    );
    const goal: Goal = { period: 'day', kinds: ['meeting'], target: 1, floor: 0, ceiling: 2 };
    await saveGoals([{ id: 'meetings', from: today, order: 0, goal }]);
    await sidebar.waitFor(/Meetings 0 of 1/);
    await sidebar.click(/^Meeting$/);
    await vi.waitFor(async () => expect(await status()).toBe('Meetings: goal reached'));
    // Another goal's foothold has followed.
    expect(await sidebar.see(`(root) => root.querySelector('.next strong').textContent`)).toMatch(
      /^\d .*(in the next \d+ minutes|by lunch)$/,
    );
    await saveGoals([...goals, { id: 'meetings', from: today, order: 0, goal: null }]);
    await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(/Meetings \d of/));
  });

  it('moves for it, and not for who wants less motion', async () => {
    const goals = ((await lab().foothold.rows('goals')) as GoalVersion[]).filter(
      ({ goal }) => goal,
    );
    /** What moved from the click on until half a second into the praise. */
    const reach = async (minute: number): Promise<string[]> => {
      await setClock(23, 10, minute);
      const before = await tally('meeting');
      const target = before + 1;
      const range = { floor: before, ceiling: target + 1 };
      const goal: Goal = { period: 'day', kinds: ['meeting'], target, ...range };
      await saveGoals([{ id: 'meetings', from: today, order: 0, goal }]);
      await sidebar.waitFor(new RegExp(`Meetings ${String(before)} of ${String(target)}`));
      await until(status, '');
      const moved = sidebar.see<string[]>(`async (root) => {
        const names = new Set();
        let praisedAt = Infinity;
        while (performance.now() < praisedAt + 500) {
          await new Promise((frame) => requestAnimationFrame(frame));
          if (root.querySelector('.next.cheer')) praisedAt = Math.min(praisedAt, performance.now());
          for (const { animationName, transitionProperty } of root.getAnimations())
            names.add(animationName ?? transitionProperty);
        }
        return [...names];
      }`);
      await sidebar.click(/^Meeting$/);
      await until(status, 'Meetings: goal reached');
      return moved;
    };
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await reach(12)).toEqual(expect.arrayContaining(['fh-warm', 'fh-draw']));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await reach(14)).toEqual([]);
    await page.emulateMedia({ reducedMotion: null });
    await saveGoals([...goals, { id: 'meetings', from: today, order: 0, goal: null }]);
    await vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(/Meetings \d of/));
  });
});

describe('how it sits', () => {
  it('is remembered for this site over a reload, and for this site only', async () => {
    await sidebar.click(/^Move to the other side$/);
    await vi.waitFor(async () => expect((await sidebar.box())?.x).toBeGreaterThan(850));
    await sidebar.click(/^Collapse$/);
    await sidebar.buttonAt(/^Open Foothold/);
    await page.reload();
    await sidebar.buttonAt(/^Open Foothold/);
    expect((await sidebar.box())?.x).toBeGreaterThan(850);

    const stored = await settings();
    expect(stored[`layout ${lab().crm.origin}`]).toEqual({ side: 'right', collapsed: true });
    expect(Object.keys(stored).filter((key) => key.startsWith('layout'))).toHaveLength(1);

    const other = lab().crm.origin.replace('127.0.0.1', 'localhost');
    expect(other).not.toBe(lab().crm.origin);
    await change({
      sites: [lab().crm.origin, other].map((origin) => ({ origin, site: 'atomic', on: true })),
    });
    const elsewhere = await lab().foothold.context.newPage();
    await elsewhere.goto(`${other}/lab/start.html?to=${encodeURIComponent('#/')}`);
    const open = await lab().foothold.sidebar(elsewhere);
    await open.waitFor(/Counting on/);
    await elsewhere.close();

    await page.bringToFront();
    await sidebar.click(/^Open Foothold/);
    await sidebar.click(/^Move to the other side$/);
    await vi.waitFor(async () => expect((await sidebar.box())?.x).toBeLessThan(20));
  });

  it('goes at once when switched off, and comes back from the options without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await sidebar.click(/^Off here$/);
    await sidebar.click(/^Off$/);
    await until(() => sidebar.text(), null);
    const options = await lab().foothold.open('options.html');
    const box = options
      .locator('.site', { hasText: new URL(lab().crm.origin).host })
      .locator('input');
    expect(await box.isChecked()).toBe(false);
    await page.bringToFront();
    await rep.open('#/contacts/1/show');
    expect(await sidebar.text()).toBeNull();
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await box.click();
    await sidebar.waitFor(/Counting on/);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect((await sidebar.box())?.x).toBeLessThan(20);
    await options.close();
  });
});

describe('when time passes', () => {
  it('the badge says what is left to the next checkpoint, and goes on by itself', async () => {
    await setClock(23, 11, 59, 56);
    const lunch = await vi.waitFor(async () => {
      const left = Number(await badge());
      expect(left).toBeGreaterThan(0);
      return left;
    });
    await sidebar.waitFor(/by lunch 12:00 PM \d of \d/);
    // Nobody does anything: an alarm rings at noon.
    await vi.waitFor(async () => expect(Number(await badge())).toBeGreaterThan(lunch), {
      timeout: 15_000,
      interval: 100,
    });
    expect(
      await sidebar.see(`(root) => root.querySelector('.route [aria-current]').textContent`),
    ).toMatch(/before you leave/);
  });

  it('the clock in its head goes on, too', async () => {
    const clock = () => sidebar.see(`(root) => root.querySelector('.head span').textContent`);
    await setClock(23, 14, 30, 57);
    await until(clock, 'Mon 2:30 PM');
    await until(clock, 'Mon 2:31 PM', 20_000);
  });

  it('midnight begins a new day, by itself', async () => {
    await setClock(23, 23, 59, 56);
    await sidebar.waitFor(/Outside your hours/);
    await sidebar.click(/^Call$/);
    await vi.waitFor(async () => expect(await done('Calls')).toBeGreaterThan(0));
    await vi.waitFor(async () => expect(await done('Calls')).toBe(0), {
      timeout: 15_000,
      interval: 100,
    });
    expect(await sidebar.text()).not.toMatch(/logged by you/);
    expect((await lab().foothold.standing())?.day).toBe('2026-11-24');
  });
});
