import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { labBuild, launchFoothold } from '../lab/foothold.mjs';
import { openScreen } from '../lab/screen.mjs';
import type { Action } from '../../lib/domain/action';
import type { NudgeRecord } from '../../lib/domain/nudge/nudge';
import type { Schedule } from '../../lib/domain/schedule';
import { handUntil } from './handUntil';
import { notRun } from './notRun';

declare const chrome: typeof browser;

/** Its time and its kind. */
const aNudge = /^nudge \d+ [a-z-]+$/;

/** Notifications as they ship, optional: the browser's own prompt and its own notification, by a real hand. */
const screen = await openScreen();

if (!screen) notRun('notifications', 'no Xvfb and xdotool');

describe.runIf(screen)('a notification', () => {
  if (!screen) return;
  let foothold: Awaited<ReturnType<typeof launchFoothold>>;
  let build: string;
  let options: Page;

  beforeAll(async () => {
    build = await mkdtemp(join(tmpdir(), 'foothold-build-'));
    await cp(labBuild, build, { recursive: true });
    const file = join(build, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as { permissions: string[] };
    const permissions = manifest.permissions.filter((name) => name !== 'notifications');
    const optional_permissions = ['notifications'];
    await writeFile(file, JSON.stringify({ ...manifest, permissions, optional_permissions }));

    foothold = await launchFoothold({
      ...screen.options,
      extension: build,
      timeZone: 'Europe/Berlin',
      nudges: true,
    });
    await foothold.ask(async () => {
      const checkpoints = [9, 10, 11, 12].map((hour) => ({ at: hour * 60 }));
      const schedule = { checkpoints } satisfies Partial<Schedule>;
      await chrome.storage.local.set({ schedule, 'lab.lot': 0.5 });
    });
    // Before the first five minutes are over nothing is said.
    await foothold.begin(clock(8, 1));
    await foothold.rows('nudges').then((rows) => expect(rows).toEqual([]));
    options = await foothold.open('options.html');
    screen.focus();
  });
  afterAll(async () => {
    await foothold.close();
    await screen.close();
    await rm(build, { recursive: true, force: true });
  });

  /** Monday 23 November 2026, in Berlin. */
  const clock = (hour: number, minute = 0, second = 0) =>
    Date.UTC(2026, 10, 23, hour - 1, minute, second);
  const box = () => options.getByLabel('Say nudges by notification, too');
  const shown = (): Promise<string[]> =>
    foothold.ask(async () => Object.keys(await chrome.notifications.getAll()));
  const notify = (): Promise<unknown> =>
    foothold.ask(async () => (await chrome.storage.local.get('notify')).notify);
  const granted = (): Promise<boolean> =>
    foothold.ask(() => chrome.permissions.contains({ permissions: ['notifications'] }));
  const comes = async (hour: number, minute: number) => {
    const time = clock(hour, minute);
    await foothold.setClock(time);
    await vi.waitFor(async () =>
      expect((await foothold.standing())?.computedAt).toBeGreaterThanOrEqual(time),
    );
  };
  const records = async () => (await foothold.rows('nudges')) as NudgeRecord[];
  /** Its two buttons, from the lower right corner of the screen, below the browser's window. */
  const press = {
    logOne: () => screen.click(screen.width - 315, screen.height - 37),
    notToday: () => screen.click(screen.width - 203, screen.height - 37),
    /** In the prompt, which is in the middle of the window; without it there is nothing at that place. */
    allow: () => screen.click(819, 256),
  };

  it('is off, and the rep may say no', async () => {
    expect(await granted()).toBe(false);
    expect(await box().isChecked()).toBe(false);
    await options.bringToFront();
    await box().click();
    const told = options.getByText('The browser was told no');
    await handUntil(
      () => screen.press('Escape'),
      async () => expect(await told.count()).toBe(1),
    );
    expect(await box().isChecked()).toBe(false);
    expect(await granted()).toBe(false);
    expect(await notify()).toBe(false);
  });

  it('is turned on with the browser’s own prompt', async () => {
    await options.bringToFront();
    await box().click();
    await handUntil(press.allow, async () => expect(await granted()).toBe(true));
    await vi.waitFor(async () => expect(await notify()).toBe(true));
    expect(await box().isChecked()).toBe(true);
    expect(await options.getByText('The browser was told no').count()).toBe(0);
  });

  it('says the nudge that the sidebar says: in the first hour of a week', async () => {
    await comes(8, 10);
    await vi.waitFor(async () => expect(await shown()).toEqual([expect.stringMatching(aNudge)]));
    const { nudge } = (await foothold.standing()) ?? {};
    expect(nudge).toMatchObject({ reason: 'fresh' });
    expect(await shown()).toEqual([`nudge ${String(nudge?.at)} ${String(nudge?.kind)}`]);
  });

  it('logs one, also when the worker has died', async () => {
    await foothold.stopWorker();
    await handUntil(press.logOne, async () => expect(await foothold.journal()).toHaveLength(1));
    const [row] = (await foothold.journal()) as Action[];
    const [{ kind } = {}] = await records();
    expect(row).toMatchObject({ kind, site: 'foothold', via: 'manual', evidence: 'said' });
    await vi.waitFor(async () => expect(await shown()).toEqual([]));
    await vi.waitFor(async () => expect(await records()).toMatchObject([{ answer: 'accepted' }]));
  });

  it('says nothing for 45 minutes, whatever passes', async () => {
    await comes(8, 54);
    expect(await shown()).toEqual([]);
    expect(await records()).toHaveLength(1);
  });

  it('keeps quiet for the day when told so', async () => {
    // Few are left, and the checkpoint is close.
    await comes(9, 45);
    await vi.waitFor(async () => expect(await shown()).toEqual([expect.stringMatching(aNudge)]));
    await foothold.stopWorker();
    await handUntil(press.notToday, async () => expect(await shown()).toEqual([]));
    await vi.waitFor(async () =>
      expect(await records()).toMatchObject([{}, { reason: 'close', answer: 'not-today' }]),
    );
    await comes(10, 45);
    expect(await shown()).toEqual([]);
    expect(await records()).toHaveLength(2);
    expect(await foothold.journal()).toHaveLength(1);
  });

  it('is no more once it is turned off', async () => {
    await options.bringToFront();
    await box().click();
    await vi.waitFor(async () => expect(await granted()).toBe(false));
    expect(await notify()).toBe(false);
    expect(await box().isChecked()).toBe(false);
  });
});
