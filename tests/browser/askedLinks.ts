import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Foothold } from '../lab/foothold.mjs';
import type { Sidebar } from '../lab/sidebar.mjs';
import type { Action } from '../../lib/domain/action';
import { quiet } from './lab';

interface LinkRules {
  /** Such as `espo/mailto`. */
  readonly mailto?: string;
  readonly tel: string;
}

/** A page of the site, drawn, with the sidebar in it. */
interface Lab {
  readonly foothold: Foothold;
  readonly page: Page;
  /** What was counted since the last look. */
  readonly news: () => Promise<readonly string[]>;
}

const links = {
  mailto: { kind: 'email', href: 'mailto:a@b.test', question: /Emailed\? Log it Not this time/ },
  tel: { kind: 'call', href: 'tel:+12025550101', question: /Called\? Log it Not this time/ },
} as const;

/** There is no mail program and no phone here, and the browser's question about them would lie over the page. */
export const linksLeadNowhere = () => {
  document.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement) event.preventDefault();
  });
};

/**
 * What nothing can confirm, so that it cannot fail either, is asked about: no answer, no, a script, and yes after a double
 * press. The evidence has no such link, so the test puts one into the page. A describe of its own around it keeps what it sets to itself.
 */
export function describeAskedLinks(
  lab: () => Lab,
  site: { readonly origin: string; readonly open: () => Promise<void>; readonly rules: LinkRules },
) {
  const { open, rules } = site;
  const standing = async () =>
    ((await lab().foothold.journal()) as Action[]).filter(({ voidedAt }) => voidedAt === undefined);

  /** Open, since the question is in it, and then as it was. */
  beforeAll(async () => {
    // Where it is served may be known only now.
    const key = `layout ${site.origin}`;
    const before = await lab().foothold.ask((key) => chrome.storage.local.get(key), key);
    const set = (layout: object) =>
      lab().foothold.ask((layout) => chrome.storage.local.set(layout), layout);
    await set({ [key]: { side: 'right', collapsed: false } });
    return async () => {
      await set(before);
      // What was counted here is no news to those that come after.
      await lab().news();
    };
  });

  describe.each([
    ...(rules.mailto === undefined ? [] : [{ rule: rules.mailto, ...links.mailto }]),
    { rule: rules.tel, ...links.tel },
  ])('$rule', ({ rule, kind, href, question }) => {
    let sidebar: Sidebar;
    const link = () => lab().page.locator(`a[href="${href}"]`);
    const answered = () =>
      vi.waitFor(async () => expect(await sidebar.text()).not.toMatch(question));

    beforeAll(async () => {
      sidebar = await lab().foothold.sidebar(lab().page);
    });
    beforeEach(async () => {
      await open();
      await lab().page.evaluate((href) => {
        // Where the page is the same document still, that of the test before is there.
        document.querySelector(`a[href="${href}"]`)?.remove();
        const go = `<a href="${href}">Go</a>`;
        const part = document.querySelector('main, #main') ?? document.body;
        part.insertAdjacentHTML('afterbegin', go);
      }, href);
      await lab().page.evaluate(linksLeadNowhere);
      await sidebar.waitFor(/Log with one click|Log for this/);
    });

    it('is asked about, and nothing is counted meanwhile nor when nothing came of it', async () => {
      const before = await standing();
      await link().click();
      await sidebar.waitFor(question);
      expect(await standing()).toEqual(before);
      await sidebar.click(/^Not this time$/);
      await answered();
      expect(await standing()).toEqual(before);
    });

    it('is neither asked about nor counted where a script presses it', async () => {
      const before = await standing();
      await link().evaluate((element: HTMLElement) => {
        element.click();
      });
      await quiet(lab().page);
      expect(await sidebar.text()).not.toMatch(question);
      expect(await standing()).toEqual(before);
    });

    it('counts with one click, as the rep says so, and once for a double press', async () => {
      const before = await standing();
      await link().dblclick();
      await sidebar.waitFor(question);
      await sidebar.click(/^Log it$/);
      await answered();
      await vi.waitFor(async () =>
        expect((await standing()).slice(before.length)).toMatchObject([
          { kind, rule, site: rule.split('/')[0], via: 'one-click', evidence: 'said' },
        ]),
      );
    });
  });
}
