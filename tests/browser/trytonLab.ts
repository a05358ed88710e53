import { expect, vi } from 'vitest';
import type { Route } from 'playwright-core';
import { launchFoothold } from '../lab/foothold.mjs';
import { prepareDatabase } from '../lab/tryton/database.mjs';
import { TrytonRep } from '../lab/tryton/rep.mjs';
import { startTryton } from '../lab/tryton/server.mjs';
import type { Action } from '../../lib/domain/action';
import { mondayMorning, quiet } from './lab';
import { useWithoutAlarm } from './noAlarm';

/** How the server takes the deed. */
export type Answer = 'well' | 'late' | 'refused';

/** What stands between the client and its server. */
export class Wire {
  #answer: Answer = 'well';
  #deed = /./;
  readonly #asked: string[] = [];
  readonly #held: Route[] = [];

  /** @param deed the server's methods that it is about */
  answers(answer: Answer, deed: RegExp) {
    this.#answer = answer;
    this.#deed = deed;
    this.#asked.length = 0;
  }

  /** The server comes to what it has left unanswered. */
  async letGo() {
    for (const route of this.#held.splice(0)) await route.continue();
  }

  async asks(deed: RegExp) {
    await vi.waitFor(() => expect(this.#asked).toContainEqual(expect.stringMatching(deed)), 10_000);
  }

  readonly hear = async (route: Route) => {
    const { method, id } = (route.request().postDataJSON() ?? {}) as Record<string, unknown>;
    if (typeof method !== 'string' || !this.#deed.test(method)) return route.continue();
    this.#asked.push(method);
    if (this.#answer === 'well') return route.continue();
    if (this.#answer === 'late') this.#held.push(route);
    else await route.fulfill({ json: { id, error: ['UserError', ['Not today', '', null]] } });
  };
}

/** Tryton's own server with a database of its own, and Chromium with Foothold turned on for it. */
async function openTryton() {
  const tryton = await startTryton(await prepareDatabase());
  const foothold = await launchFoothold({
    timeZone: 'Europe/Berlin',
    viewport: { width: 1700, height: 1000 },
  });
  await foothold.begin(mondayMorning);
  await foothold.turnOn(tryton.origin, 'tryton');
  await foothold.ask(
    (key) => chrome.storage.local.set({ [key]: { side: 'right', collapsed: true } }),
    `layout ${tryton.origin}`,
  );
  const seen = new Set<string>();
  const named = ({ kind, rule = '' }: Action) => `${kind} ${rule}`;
  const standing = async () =>
    ((await foothold.journal()) as Action[]).filter(({ voidedAt }) => voidedAt === undefined);

  const page = await foothold.context.newPage();
  page.setDefaultTimeout(10_000);
  const rep = new TrytonRep(page, tryton, () => quiet(page, 150));
  const wire = new Wire();
  await page.route(`${tryton.origin}/crm/`, wire.hear);
  await rep.signIn();

  return {
    tryton,
    foothold,
    site: 'tryton' as const,
    origin: tryton.origin,
    paths: {
      opportunity: rep.path('sale.opportunity', await rep.opportunity()),
      contact: rep.path('party.party', 3),
      sale: rep.path('sale.sale', await rep.quotation()),
    },
    page,
    rep,
    wire,
    /** Kinds and rules of the standing rows, in order. */
    async standing(): Promise<string[]> {
      return (await standing()).map(named);
    },
    /** Those since the last look. */
    async news(): Promise<string[]> {
      const rows = await standing();
      const fresh = rows.filter(({ id }) => !seen.has(id));
      for (const { id } of rows) seen.add(id);
      return fresh.map(named);
    },
    async close() {
      try {
        await foothold.close();
      } finally {
        await tryton.close();
      }
    },
  };
}

export type TrytonLab = Awaited<ReturnType<typeof openTryton>>;

/** Where no run before has prepared a database, this one does. */
export const useTryton = () => useWithoutAlarm(openTryton, 240_000);
