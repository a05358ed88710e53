import { describe, expect, it, vi } from 'vitest';
import { launchFoothold } from '../lab/foothold.mjs';
import type { Served } from '../lab/served.mjs';
import type { Action } from '../../lib/domain/action';
import type { SiteId } from '../../lib/sites/site';
import { mondayMorning } from './lab';
import { useWithoutAlarm } from './noAlarm';

/** An application whose every step is a full page load, on a domain of its own. */
export interface Application extends Served {
  /** Nothing is stored, and the form comes back with a complaint. */
  refusing: boolean;
}

interface ServedOptions<App extends Application> {
  readonly site: SiteId;
  readonly start: () => Promise<App>;
}

async function openServed<App extends Application>({ site, start }: ServedOptions<App>) {
  const app = await start();
  const { origin } = app;
  const foothold = await launchFoothold({ timeZone: 'Europe/Berlin' });
  await foothold.begin(mondayMorning);
  await foothold.turnOn(origin, site);
  await foothold.ask(
    (key) => chrome.storage.local.set({ [key]: { side: 'right', collapsed: true } }),
    `layout ${origin}`,
  );
  const page = await foothold.context.newPage();
  page.setDefaultTimeout(10_000);
  const seen = new Set<string>();
  const settled = () => page.locator('html > div').waitFor({ state: 'attached' });
  const began = () => page.evaluate(() => performance.timeOrigin).catch(() => 0);

  return {
    app,
    foothold,
    site,
    origin,
    page,
    /** A document of its own, with Foothold in it. */
    async open(path: string) {
      app.hold()();
      app.refusing = false;
      await page.goto(origin + path);
      await settled();
    },
    /** A click on the middle of it, for when its time comes: while a page is awaited, nothing can be looked for. */
    async aimAt(selector: string) {
      const box = await page.locator(selector).first().boundingBox();
      if (!box) throw new Error(`nothing to see of ${selector}`);
      // Playwright's own would wait for the page that follows.
      return (times = 1) =>
        page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: times });
    },
    async press(selector: string, times = 1) {
      const click = await this.aimAt(selector);
      await click(times);
    },
    /** Presses that, and waits for no more than that the server hears of it. */
    async post(selector: string) {
      const before = app.requests.length;
      await this.press(selector);
      await vi.waitFor(() =>
        expect(app.requests.slice(before)).toContainEqual(
          expect.objectContaining({ method: 'POST' }),
        ),
      );
    },
    /** Does that, and sees the page that it leads to, with Foothold in it. */
    async leadsOn(act: () => Promise<void>) {
      const before = await began();
      await act();
      await vi.waitFor(async () => expect([before, 0]).not.toContain(await began()), 10_000);
      await page.waitForLoadState();
      await settled();
    },
    /** Kinds and rules of the rows since the last look. */
    async news(): Promise<string[]> {
      const rows = (await foothold.journal()) as Action[];
      const fresh = rows.filter(({ id }) => !seen.has(id));
      for (const { id } of rows) seen.add(id);
      return fresh.map(({ kind, rule = '' }) => `${kind} ${rule}`);
    },
    /** Nothing is left between a page and the next, nor between a page and the worker. */
    async quiet() {
      const left = () =>
        foothold.ask(async () => Object.keys(await chrome.storage.session.get(null)));
      await vi.waitFor(async () => expect(await left()).toEqual([]), 10_000);
    },
    async close() {
      await foothold.close();
      await app.close();
    },
  };
}

export type ServedLab<App extends Application> = Awaited<ReturnType<typeof openServed<App>>>;

export function useServed<App extends Application>(
  options: ServedOptions<App>,
): () => ServedLab<App> {
  return useWithoutAlarm(() => openServed(options));
}

/** One way of doing one deed. */
export interface ServedWay {
  readonly name: string;
  /** `kind rule`, one for each row. */
  readonly counts: readonly string[];
  /** The page; a function where each test needs a thing of its own. */
  readonly path: string | (() => string);
  /** Up to the brink. */
  readonly prepare?: () => Promise<void>;
  /** What decides. */
  readonly press: string;
  /** What a rep presses who thinks better of it. */
  readonly cancel: string;
  /** What is there when it was refused. */
  readonly complaint: string;
}

type AnyLab = () => ServedLab<Application>;

/** Each way, six times: without a hand, unanswered, refused, called off, double, counted. */
export function describeSixServed(lab: AnyLab, ways: readonly ServedWay[]) {
  describe.each(ways)('$name', ({ counts, path, prepare, press, cancel, complaint }) => {
    const brink = async () => {
      await lab().open(typeof path === 'string' ? path : path());
      await prepare?.();
    };

    it('counts nothing that a script does', async () => {
      await brink();
      await lab().leadsOn(() =>
        lab().page.evaluate((selector) => {
          document.querySelector<HTMLElement>(selector)?.click();
        }, press),
      );
      await nothing(lab());
    });

    it('counts nothing while the answer is missing', async () => {
      await brink();
      const release = lab().app.hold();
      await lab().post(press);
      await nothing(lab());
      release();
    });

    it('counts nothing that was refused', async () => {
      await brink();
      lab().app.refusing = true;
      await lab().leadsOn(() => lab().press(press));
      await lab().page.locator(complaint).first().waitFor();
      await nothing(lab());
    });

    it('counts nothing that the rep called off', async () => {
      await brink();
      await lab().leadsOn(() => lab().press(cancel));
      await nothing(lab());
    });

    it('counts a double press once', async () => {
      await brink();
      await lab().leadsOn(() => lab().press(press, 2));
      await counted(lab(), counts);
      await nothing(lab());
    });

    it('counts', async () => {
      await brink();
      await lab().leadsOn(() => lab().press(press));
      await counted(lab(), counts);
    });
  });
}

/** Exactly these since the last look. */
export async function counted(lab: ServedLab<Application>, expected: readonly string[]) {
  const seen: string[] = [];
  await vi.waitFor(
    async () => {
      seen.push(...(await lab.news()));
      expect(seen).toEqual(expected);
    },
    { timeout: 10_000, interval: 50 },
  );
}

/** Nothing, also when the rep leaves: a page that goes counts what it was about to. */
export async function nothing(lab: ServedLab<Application>) {
  await lab.open('/nowhere');
  await lab.quiet();
  expect(await lab.news()).toEqual([]);
}

/** An address that was added before any page of it was open says what it is by the first page that is. */
export function itIsFoundByItsMarks(
  lab: AnyLab,
  site: SiteId,
  { path, prepare, press, counts }: MarksWay,
) {
  it('is found by its marks where its address was added before any page of it was open', async () => {
    const { origin } = lab().app;
    const guessed = { origin, site: 'atomic', on: true, guessed: true };
    const sites = () =>
      lab().foothold.ask(async () => (await chrome.storage.local.get('sites'))['sites']);
    await lab().foothold.ask((sites) => chrome.storage.local.set({ sites }), [guessed]);
    await lab().open(path);
    await expect.poll(sites, { timeout: 20_000 }).toEqual([{ origin, site, on: true }]);
    await lab().open(path);
    await prepare();
    await lab().leadsOn(() => lab().press(press));
    await counted(lab(), counts);
  });
}

interface MarksWay {
  readonly path: string;
  readonly prepare: () => Promise<unknown>;
  readonly press: string;
  readonly counts: readonly string[];
}
