import { atRest } from '../lab/rest.mjs';

/**
 * When each document of a page was last changed, when how far its goals are was first in it, and when something was last
 * added beside its body, where the sidebar goes.
 *
 * @param {import('playwright-core').Page} page before it goes anywhere
 */
export async function watchDrawing(page) {
  await page.addInitScript(() => {
    new MutationObserver((changes) => {
      const now = performance.now();
      Object.assign(window, { drawnAt: now });
      if (!window.goalsAt && document.querySelector('[role="progressbar"]'))
        Object.assign(window, { goalsAt: now });
      if (
        changes.some(
          ({ target, addedNodes: [added] }) => added && target === document.documentElement,
        )
      )
        Object.assign(window, { joinedAt: now });
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/**
 * Once all is drawn: when that was, ms after the page's start.
 *
 * @param {import('playwright-core').Page} page
 * @param {'drawnAt' | 'goalsAt' | 'joinedAt'} what
 * @returns {Promise<number>}
 */
export async function timeIn(page, what) {
  await atRest(page);
  return page.evaluate((what) => window[what], what);
}
