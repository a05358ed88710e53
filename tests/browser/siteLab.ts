import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchFoothold } from '../lab/foothold.mjs';
import { root } from '../lab/steps.mjs';
import type { Action } from '../../lib/domain/action';
import type { SiteId } from '../../lib/sites/site';
import { mondayMorning } from './lab';

/** A site as a test page of its own, at its true origin: `page.html` and its files in `tests/pages/<folder>`. */
interface SiteOptions {
  readonly site: SiteId;
  readonly origin: string;
  readonly folder: string;
  /** Paths that are the server's to answer, not files. */
  readonly api: RegExp;
  /** The site's own content security policy. */
  readonly policy: string;
}

type Answer = 'well' | 'never' | 'refused';
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

async function openSite({ site, origin, folder, api, policy }: SiteOptions) {
  const foothold = await launchFoothold({
    timeZone: 'Europe/Berlin',
    viewport: { width: 1700, height: 1000 },
  });
  await foothold.begin(mondayMorning);
  await foothold.turnOn(origin, site);
  await foothold.ask(
    (key) => chrome.storage.local.set({ [key]: { side: 'right', collapsed: true } }),
    `layout ${origin}`,
  );
  let answer: Answer = 'well';
  const asked: string[] = [];
  const seen = new Set<string>();
  await foothold.context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (api.test(pathname)) {
      asked.push(`${route.request().method()} ${pathname}`);
      if (answer === 'never') return;
      return route.fulfill({ status: answer === 'refused' ? 400 : 200, json: {} });
    }
    const file = pathname.split('/').at(-1) ?? '';
    const name = extname(file) === '' ? 'page.html' : file;
    await route.fulfill({
      contentType: types[extname(name)] ?? 'text/html',
      headers: { 'content-security-policy': policy },
      body: await readFile(join(root, 'tests', 'pages', folder, name)),
    });
  });
  const page = await foothold.context.newPage();
  page.setDefaultTimeout(10_000);

  return {
    foothold,
    page,
    /** How the server takes what is asked from now on. */
    answers(how: Answer) {
      answer = how;
    },
    /** A fresh document, drawn (`data-drawn`), with Foothold in it, and nothing asked yet. */
    async open(path: string) {
      await page.goto('about:blank');
      answer = 'well';
      await page.goto(origin + path);
      await page.locator('[data-drawn]').waitFor();
      await page.locator('html > div').waitFor({ state: 'attached' });
      asked.length = 0;
    },
    async asks(request: RegExp) {
      await vi.waitFor(() => expect(asked).toContainEqual(expect.stringMatching(request)), 10_000);
    },
    /** Kinds and rules of the rows since the last look. */
    async news(): Promise<string[]> {
      const rows = (await foothold.journal()) as Action[];
      const fresh = rows.filter(({ id, voidedAt }) => !seen.has(id) && voidedAt === undefined);
      for (const { id } of rows) seen.add(id);
      return fresh.map(({ kind, rule = '' }) => `${kind} ${rule}`);
    },
    /** The rep goes away: a page that goes counts what it was about to, and leaves nothing between it and the worker. */
    async leave() {
      await page.goto('about:blank');
      const left = () =>
        foothold.ask(async () => Object.keys(await chrome.storage.session.get(null)));
      await vi.waitFor(async () => expect(await left()).toEqual([]), 10_000);
    },
    close: () => foothold.close(),
  };
}

export type SiteLab = Awaited<ReturnType<typeof openSite>>;

export function useSite(options: SiteOptions): () => SiteLab {
  let lab: SiteLab | undefined;
  beforeAll(async () => {
    lab = await openSite(options);
  });
  afterAll(() => lab?.close());
  return () => {
    if (!lab) throw new Error('the lab is not open yet');
    return lab;
  };
}

/** One way of doing one deed. Each test opens the page anew. */
export interface Way {
  readonly name: string;
  /** `kind rule`, one for each row. */
  readonly counts: readonly string[];
  /** The page; a function where each test needs a thing of its own. */
  readonly path: string | (() => string);
  /** Up to the brink. */
  readonly prepare?: () => Promise<void>;
  /** What decides: a click there, or a gesture. */
  readonly press: string;
  readonly gesture?: () => Promise<void>;
  /** The same by a script, where that is not a click. */
  readonly script?: () => Promise<void>;
  /** What the page asks the server then: `POST /path`. */
  readonly asks: RegExp;
  /** What a rep does who thinks better of it. */
  readonly cancel: () => Promise<void>;
  /** What the page shows then, where it says so: it need not be watched for a while after. */
  readonly shows?: { readonly done: string; readonly failed: string };
}

/** Each way, six times: without a hand, unconfirmed, failed, cancelled, double, counted. */
export function describeSix(lab: () => SiteLab, ways: readonly Way[]) {
  describe.each(ways)(
    '$name',
    ({ counts, path, prepare, press, gesture, script, asks, cancel, shows }) => {
      const brink = async () => {
        await lab().open(typeof path === 'string' ? path : path());
        await prepare?.();
      };
      const act = gesture ?? (() => lab().page.locator(press).click());
      /** Nothing comes of it. */
      const over = async (how?: 'done' | 'failed') => {
        if (!shows) return nothing(lab());
        if (how) await lab().page.locator(shows[how]).first().waitFor();
        await lab().leave();
        expect(await lab().news()).toEqual([]);
      };

      it('counts nothing that a script does', async () => {
        await brink();
        await (script ?? (() => lab().page.locator(press).evaluate(scripted)))();
        await lab().asks(asks);
        await over('done');
      });

      it('counts nothing while the answer is missing', async () => {
        await brink();
        lab().answers('never');
        await act();
        await lab().asks(asks);
        await over();
      });

      it('counts nothing that failed', async () => {
        await brink();
        lab().answers('refused');
        await act();
        await lab().asks(asks);
        await over('failed');
      });

      it('counts nothing that the rep called off', async () => {
        await brink();
        await cancel();
        await over();
      });

      it('counts a double press once', async () => {
        await brink();
        if (gesture) {
          await gesture();
          await gesture();
        } else await lab().page.locator(press).dblclick();
        await counted(lab(), counts);
      });

      it('counts', async () => {
        await brink();
        await act();
        await counted(lab(), counts);
      });
    },
  );
}

const scripted = (element: Element) => {
  (element as HTMLElement).click();
};

/** Exactly these, and no more for a while after. */
export async function counted(lab: Pick<SiteLab, 'news'>, expected: readonly string[]) {
  const seen: string[] = [];
  await vi.waitFor(
    async () => {
      seen.push(...(await lab.news()));
      expect(seen.length).toBeGreaterThanOrEqual(expected.length);
    },
    { timeout: 10_000, interval: 100 },
  );
  await nothing(lab, 600);
  expect([...seen].sort()).toEqual([...expected].sort());
}

/** For so long nothing is counted, ms. */
export async function nothing(lab: Pick<SiteLab, 'news'>, ms = 1500) {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    expect(await lab.news()).toEqual([]);
    await new Promise((passed) => setTimeout(passed, 150));
  }
}
