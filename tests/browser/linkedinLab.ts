import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchFoothold } from '../lab/foothold.mjs';
import { origin, serveLinkedIn, type Look, type Plan, type Purpose } from '../lab/linkedin.mjs';
import { requests } from '../pages/linkedin/requests.js';
import { mondayMorning } from './lab';
import { nothingFor, takeTurns, type Told } from './turns';

export type { Look, Plan, Purpose };
export const languages = ['en', 'de', 'es'] as const;

export type LinkedInLab = Awaited<ReturnType<typeof openLinkedIn>>;

/** LinkedIn at its true origin, and Chromium with Foothold turned on for it, its sidebar out of the way. */
async function openLinkedIn() {
  const foothold = await launchFoothold({
    timeZone: 'Europe/Berlin',
    viewport: { width: 1700, height: 1000 },
  });
  await foothold.begin(mondayMorning);
  const turns = await takeTurns(
    foothold,
    ({ kind, rule = '' }) => `${kind} ${rule.replace('linkedin/', '')}`,
  );
  await foothold.turnOn(origin, 'linkedin');
  await foothold.ask(
    (key) => chrome.storage.local.set({ [key]: { side: 'right', collapsed: true } }),
    `layout ${origin}`,
  );
  const site = await serveLinkedIn(foothold.context);

  return {
    foothold,
    site,
    /** The tab in which the rep is. */
    get page() {
      return turns.page;
    },
    nextDay: turns.nextDay,
    inTurn: turns.inTurn,
    news: turns.news,
    /** Forgets what the site knows and opens a page of it, looking like that; with nothing of Foothold in it, maybe. */
    async openBare(path: string, look: Partial<Look> = {}) {
      await turns.page.goto('about:blank');
      site.reset(turns.page);
      site.use(look);
      await turns.page.goto(origin + path);
      await turns.page.locator('main[data-drawn], [data-test-modal]').first().waitFor();
    },
    async open(path: string, look: Partial<Look> = {}) {
      await this.openBare(path, look);
      await turns.page.locator('html > div').waitFor({ state: 'attached' });
    },
    /** The page's own script asks that, is answered well, and shows nothing: proof of whatever waits for one. */
    async asks(purpose: Purpose) {
      await site.plan(purpose);
      await turns.page.evaluate(async (url) => {
        const answer = await fetch(url, { method: 'POST' });
        await answer.text();
      }, requests[purpose].url);
    },
    async close() {
      await site.end();
      await foothold.close();
      expect(site.unknown).toEqual([]);
    },
  };
}

export function useLinkedIn(): () => LinkedInLab {
  let lab: LinkedInLab | undefined;
  beforeAll(async () => {
    lab = await openLinkedIn();
  });
  afterAll(() => lab?.close());
  return () => {
    if (!lab) throw new Error('the lab is not open yet');
    return lab;
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rep's hand on the pages: real events, at coordinates, in the page or in the interop root, closed or open. */
export function handOf(lab: () => LinkedInLab) {
  const page = () => lab().page;
  /** Where something is, once it has come to rest: a late style sheet moves things. */
  const steady = (find: () => Promise<Point>) => {
    let last: Point | undefined;
    return vi.waitFor(
      async () => {
        const before = last;
        last = await find();
        expect(last).toEqual(before);
        return last;
      },
      { timeout: 10_000, interval: 20 },
    );
  };
  const inPage = async (selector: string) => {
    const seen = page().locator(selector).filter({ visible: true }).first();
    await seen.scrollIntoViewIfNeeded();
    const box = await seen.boundingBox();
    if (!box) throw new Error(`nothing to see of ${selector}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const press = async (find: () => Promise<Point>, clickCount = 1) => {
    const { x, y } = await steady(find);
    await page().mouse.click(x, y, { clickCount });
  };
  return {
    click: (selector: string, times?: number) => press(() => inPage(selector), times),
    clickIn: (selector: string, times?: number) =>
      press(() => lab().site.pointIn(page(), selector), times),
    type: (text: string) => page().keyboard.type(text),
    key: (key: string) => page().keyboard.press(key),
  };
}

/** One way of doing one deed, up to the brink and over it. */
export interface Way {
  readonly name: string;
  /** As `news` tells it: kind and rule. */
  readonly counts: string;
  readonly path: string;
  readonly look?: Partial<Look>;
  readonly purpose: Purpose;
  /** As the page tells it. */
  readonly deed: string;
  /** Up to the brink. */
  readonly prepare?: () => Promise<void>;
  /** What decides: a click there, in the page or in the interop root; or a key. */
  readonly press: string;
  readonly inRoot?: boolean;
  readonly key?: string;
  readonly cancel?: () => Promise<void>;
  /** Its answer streams in, so that a 200 may still say no. */
  readonly streams?: true;
  /** Which of the two proofs does without the other; both, unless said. */
  readonly byRequest?: false;
  readonly byPage?: false;
  /** A rule that another way has already taken through all that counts nothing. */
  readonly again?: true;
}

/** Defines a test, or not. */
const unless = (left: boolean | undefined) => (left ? () => undefined : it);

/** Each way, six times: scripted, unanswered, refused, called off, doubled, counted; and by either proof alone. */
export function describeWays(lab: () => LinkedInLab, ways: readonly Way[]) {
  const hand = handOf(lab);
  const act = async ({ press, inRoot, key }: Way, times = 1) => {
    if (!key) await (inRoot ? hand.clickIn : hand.click)(press, times);
    else for (let time = 0; time < times; time += 1) await hand.key(key);
  };
  const done = ({ deed }: Way) =>
    eventually(() => {
      expect(lab().site.deeds.map((one) => one.deed)).toContain(deed);
    });
  const asked = ({ purpose }: Way) =>
    eventually(() => {
      expect(lab().site.asked).toContain(purpose);
    });
  const answered = ({ purpose }: Way) =>
    eventually(() => {
      expect(lab().site.requests.map((one) => one.purpose)).toContain(purpose);
    });

  describe.each(ways)('$counts: $name', { concurrent: true }, (way) => {
    const { counts, purpose, byRequest = true, byPage = true } = way;
    const once = (told: Told) => counted(told, [counts]);
    /** What is told of what the rep does, who has come up to the brink. */
    const comesTo = (
      outcome: (told: Told) => Promise<void>,
      look: Partial<Look>,
      acts: (told: Told) => Promise<void>,
    ) =>
      lab().inTurn(async (told) => {
        await lab().open(way.path, { ...way.look, ...look });
        await way.prepare?.();
        await acts(told);
      }, outcome);

    unless(way.again)('counts nothing that a script does', () =>
      comesTo(nothing, { lang: 'de' }, async (told) => {
        // The rep looks at it first.
        await nothing(told, 500);
        await lab().page.evaluate(
          ([selector, inRoot, key]) => {
            const { interop } = (window as unknown as { lab: { roots: { interop: ShadowRoot } } })
              .lab.roots;
            const control = (inRoot ? interop : document).querySelector<HTMLElement>(selector);
            if (key) control?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            else control?.click();
          },
          [way.press, way.inRoot ?? false, way.key] as const,
        );
        await done(way);
      }),
    );

    unless(way.again)('counts nothing while the answer is missing', () =>
      comesTo(nothing, { lang: 'es' }, async () => {
        await lab().site.plan(purpose, { delay: 60_000, inert: true });
        await act(way);
        await asked(way);
      }),
    );

    it('counts nothing that was refused', () =>
      comesTo(nothing, { lang: 'en' }, async () => {
        await lab().site.plan(purpose, { status: 429 });
        await act(way);
        await answered(way);
      }));

    unless(!way.streams)('counts nothing that a 200 refuses', () =>
      // The notice that says so goes while it is watched.
      comesTo(nothing, { lang: 'es', toastFor: 500 }, async () => {
        await lab().site.plan(purpose, { refused: true });
        await act(way);
        await answered(way);
      }),
    );

    unless(way.again ?? !way.cancel)('counts nothing that the rep called off', () =>
      comesTo(nothing, { lang: 'de' }, async () => way.cancel?.()),
    );

    it('counts a double press once', () =>
      comesTo(once, { lang: 'es' }, async () => {
        await act(way, 2);
        await done(way);
      }));

    it.each(languages)('counts, in %s', (lang) =>
      comesTo(once, { lang }, async () => {
        await act(way);
        await done(way);
      }),
    );

    it(`counts ${byRequest ? 'by' : 'not by'} its request alone`, () =>
      comesTo(byRequest ? once : nothing, { lang: 'de' }, async () => {
        await lab().site.plan(purpose, { inert: true });
        await act(way);
        await answered(way);
      }));

    it(`counts ${byPage ? 'by' : 'not by'} what the page shows alone`, () =>
      comesTo(byPage ? once : nothing, { lang: 'en' }, async () => {
        await lab().site.plan(purpose, { silent: true });
        await act(way);
        await done(way);
      }));
  });

  it('counts nothing more of any of them', () => nothing(lab()));
}

/** The one act counts nothing; the next in that tab does: detection was awake, and nothing of the one was waiting for it. */
export function onlyNext(
  lab: LinkedInLab,
  one: () => Promise<void>,
  next: () => Promise<void>,
  expected: readonly string[],
) {
  return lab.inTurn(one, async (turn) => {
    await nothing(turn);
    await lab.inTurn(next, (told) => counted(told, expected), turn.tab);
    await nothing(turn, 0);
  });
}

/** Exactly these, in that order, and nothing before them. */
export async function counted(told: Told, expected: readonly string[]) {
  const seen: string[] = [];
  await eventually(async () => {
    seen.push(...(await told.news()));
    expect(seen.length).toBeGreaterThanOrEqual(expected.length);
  });
  expect(seen).toEqual(expected);
}

/** For longer than a proof is held back, unless told otherwise, ms. */
export const nothing = (told: Told, ms = 2700) => nothingFor(ms, told);

export async function eventually(check: () => void | Promise<void>) {
  await vi.waitFor(check, { timeout: 10_000, interval: 100 });
}
