import { describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { serveDrawn, type DrawnSite } from '../lab/drawnSite.mjs';
import { launchFoothold } from '../lab/foothold.mjs';
import type { RuleDay } from '../../lib/domain/health';
import type { SiteId } from '../../lib/sites/site';
import { mondayMorning } from './lab';
import { useWithoutAlarm } from './noAlarm';
import { nothingFor, takeTurns, type Told } from './turns';

interface SiteOptions extends DrawnSite {
  readonly site: SiteId;
}

type Answer = 'well' | 'never' | 'refused';

async function openSite({ site, ...drawn }: SiteOptions) {
  const { origin } = drawn;
  const foothold = await launchFoothold({
    timeZone: 'Europe/Berlin',
    viewport: { width: 1700, height: 1000 },
  });
  await foothold.begin(mondayMorning);
  const turns = await takeTurns(foothold, ({ kind, rule = '' }) => `${kind} ${rule}`);
  await foothold.turnOn(origin, site);
  await foothold.ask(
    (key) => chrome.storage.local.set({ [key]: { side: 'right', collapsed: true } }),
    `layout ${origin}`,
  );
  /** How the server takes what a tab asks, and what that was. */
  const talks = new WeakMap<Page, { answer: Answer; asked: string[] }>();
  const talkOf = (page: Page) => {
    const talk = talks.get(page) ?? { answer: 'well', asked: [] };
    talks.set(page, talk);
    return talk;
  };
  await serveDrawn(foothold.context, drawn, (route, pathname) => {
    const request = route.request();
    const { answer, asked } = talkOf(request.frame().page());
    asked.push(`${request.method()} ${pathname}`);
    if (answer === 'never') return;
    return route.fulfill({ status: answer === 'refused' ? 400 : 200, json: {} });
  });

  return {
    foothold,
    site,
    origin,
    /** The tab in which the rep is. */
    get page() {
      return turns.page;
    },
    inTurn: turns.inTurn,
    /** Kinds and rules of the rows since the last look. */
    news: turns.news,
    /** The rep goes away: a page that goes counts what it was about to, and leaves nothing between it and the worker. */
    async leave() {
      await turns.leave();
      const left = () =>
        foothold.ask(async () => Object.keys(await chrome.storage.session.get(null)));
      await vi.waitFor(async () => expect(await left()).toEqual([]), 10_000);
    },
    /** How the server takes what is asked from now on. */
    answers(how: Answer) {
      talkOf(turns.page).answer = how;
    },
    /** A fresh document, drawn (`data-drawn`), with Foothold in it, and nothing asked yet. */
    async open(path: string) {
      const { page } = turns;
      await page.goto('about:blank');
      talks.delete(page);
      await page.goto(origin + path);
      await page.locator('[data-drawn]').waitFor();
      await page.locator('html > div').waitFor({ state: 'attached' });
      talkOf(page).asked.length = 0;
    },
    async asks(request: RegExp) {
      const { asked } = talkOf(turns.page);
      await vi.waitFor(() => expect(asked).toContainEqual(expect.stringMatching(request)), 10_000);
    },
    close: () => foothold.close(),
  };
}

export type SiteLab = Awaited<ReturnType<typeof openSite>>;

export function useSite(options: SiteOptions): () => SiteLab {
  return useWithoutAlarm(() => openSite(options));
}

/** One way of doing one deed. Each test opens the page anew, in whichever tab is `lab().page` then. */
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
  /** What the page shows then, where it says so. */
  readonly shows?: { readonly done: string; readonly failed: string };
}

/** Each way, six times: counted, without a hand, unconfirmed, failed, cancelled, double. */
export function describeSix(lab: () => SiteLab, ways: readonly Way[]) {
  const onTheBrink = async ({ path, prepare }: Way) => {
    await lab().open(typeof path === 'string' ? path : path());
    await prepare?.();
  };
  const act = ({ gesture, press }: Way) => gesture?.() ?? lab().page.locator(press).click();

  // First, and each in a tab that stays: whatever else the hand has begun there must have come to something in the end.
  describe.each(ways)('$name', { concurrent: true }, (way) => {
    it('counts', () =>
      lab().inTurn(
        async () => {
          await onTheBrink(way);
          await act(way);
        },
        (told) => counted(told, way.counts, 1500),
        'own',
      ));
  });

  describe.each(ways)('$name', { concurrent: true }, (way) => {
    const { counts, press, gesture, script, asks, cancel, shows } = way;
    /** What is told of what the rep does, who has come up to the brink. */
    const comesTo = (
      outcome: readonly string[],
      acts: () => Promise<void>,
      then: (tab: Page) => unknown = () => undefined,
    ) =>
      lab().inTurn(
        async () => {
          await onTheBrink(way);
          await acts();
        },
        async (turn) => {
          await counted(turn, outcome, 1500);
          await then(turn.tab);
        },
      );
    const shown = async (how: 'done' | 'failed') => {
      if (shows) await lab().page.locator(shows[how]).first().waitFor();
    };

    it('counts nothing that a script does', () =>
      comesTo([], async () => {
        await (script ?? (() => lab().page.locator(press).evaluate(scripted)))();
        await lab().asks(asks);
        await shown('done');
      }));

    it('counts nothing while the answer is missing', () =>
      comesTo(
        [],
        async () => {
          lab().answers('never');
          await act(way);
          await lab().asks(asks);
        },
        // Before it has waited in vain.
        (tab) => tab.goto('about:blank'),
      ));

    it('counts nothing that failed', () =>
      comesTo([], async () => {
        lab().answers('refused');
        await act(way);
        await lab().asks(asks);
        await shown('failed');
      }));

    it('counts nothing that the rep called off', () => comesTo([], cancel));

    it('counts a double press once', () =>
      comesTo(counts, async () => {
        if (gesture) {
          await gesture();
          await gesture();
        } else await lab().page.locator(press).dblclick();
      }));
  });

  it('begins nothing that never comes, by which a rule would fall into disrepute', async () => {
    const rows = (await lab().foothold.rows('health')) as RuleDay[];
    expect(rows.filter(({ unconfirmed }) => unconfirmed)).toEqual([]);
  });

  it('counts nothing more of any of them, also when their pages go', async () => {
    await lab().leave();
    await nothing(lab());
  });
}

const scripted = (element: Element) => {
  (element as HTMLElement).click();
};

/** Exactly these, and no more for a while after, ms. */
export async function counted(told: Told, expected: readonly string[], ms = 600) {
  const seen: string[] = [];
  await vi.waitFor(
    async () => {
      seen.push(...(await told.news()));
      expect(seen.length).toBeGreaterThanOrEqual(expected.length);
    },
    { timeout: 10_000, interval: 100 },
  );
  await nothing(told, ms);
  expect([...seen].sort()).toEqual([...expected].sort());
}

/** For so long nothing is counted, ms. */
export const nothing = (told: Told, ms = 1500) => nothingFor(ms, told);
