import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Foothold } from '../lab/foothold.mjs';
import type { Action } from '../../lib/domain/action';
import { mondayMorning } from './lab';

/** The journal, or a day of it. */
export interface Told {
  /** Rows since the last look. */
  news(): Promise<string[]>;
}

/** What the rep did in a tab of its own, on a day of its own. */
export interface Turn extends Told {
  readonly tab: Page;
}

const day = 24 * 60 * 60 * 1000;

/**
 * The rep has one pair of hands, so each act waits for its turn; what comes of it is watched while others act.
 *
 * @param foothold its first day is Monday
 * @param nameOf what is told of a row
 */
export async function takeTurns(foothold: Foothold, nameOf: (row: Action) => string) {
  let today = mondayMorning;
  const newTab = async () => {
    const tab = await foothold.context.newPage();
    tab.setDefaultTimeout(10_000);
    return tab;
  };
  let page = await newTab();
  const tabs = new Set([page]);
  const idle = [page];
  let before: Promise<unknown> = Promise.resolve();
  const known = new Set<string>();
  const news = async (isMeant: (row: Action) => boolean = () => true) => {
    const rows = ((await foothold.journal()) as Action[]).filter(isMeant);
    const fresh = rows.filter(({ id, voidedAt }) => !known.has(id) && voidedAt === undefined);
    for (const { id } of rows) known.add(id);
    return fresh.map(nameOf);
  };
  /** Another day, when whom the rep has met may be met again. Its rows bear its date, however late they come. */
  const nextDay = async (): Promise<Told> => {
    today += day;
    await foothold.setClock(today);
    const date = new Date(today).toISOString().slice(0, 10);
    return { news: () => news((row) => row.day === date) };
  };

  return {
    /** The tab in which the rep is. */
    get page() {
      return page;
    },
    nextDay,
    /**
     * Acts in a tab in front, on a day of its own, and watches while others act in other tabs; only that day can tell of
     * it.
     *
     * @param tab where to act; an idle one, unless said. One of its `own` stays as it is, whatever comes of it later
     */
    async inTurn(
      act: (turn: Turn) => Promise<void>,
      watch: (turn: Turn) => Promise<void>,
      tab?: Page | 'own',
    ) {
      const acted = before.then(async (): Promise<Turn> => {
        page = tab === 'own' ? await newTab() : (tab ?? idle.pop() ?? (await newTab()));
        tabs.add(page);
        await page.bringToFront();
        const turn = { ...(await nextDay()), tab: page };
        await act(turn);
        return turn;
      });
      before = acted.catch(() => undefined);
      const turn = await acted;
      await watch(turn);
      if (!tab) idle.push(turn.tab);
    },
    /** Of every day. */
    news: () => news(),
    /** The rep goes away, in each tab. */
    async leave() {
      for (const tab of tabs) await tab.goto('about:blank');
    },
  };
}

/** For so long nothing is counted, ms. */
export async function nothingFor(ms: number, told: Told) {
  const until = Date.now() + ms;
  for (;;) {
    expect(await told.news()).toEqual([]);
    if (Date.now() >= until) return;
    await new Promise((passed) => setTimeout(passed, 150));
  }
}
