import { evaluate } from './evaluate.mjs';
import { extensionId } from './foothold.mjs';

const dead = 'cut off from the extension';

/**
 * The sidebar in a page, seen from the content script's own world: its root is closed, so the page's world and
 * Playwright's locators cannot look inside. Clicks are real ones, at coordinates.
 */
export class Sidebar {
  /** @type {import('playwright-core').CDPSession} */
  #session;
  /**
   * Worlds of ours in the document, oldest first: an update leaves a dead one behind and begins another.
   *
   * @type {number[]}
   */
  #worlds = [];
  /** @type {import('playwright-core').Page} */
  page;

  /** Whether a root is the one that is meant: a lesson has another beside the sidebar's. */
  #isIt = '(root) => !root.querySelector(".cover")';

  /** @param {import('playwright-core').Page} page */
  static async in(page) {
    return new Sidebar().#attach(page);
  }

  /**
   * The card of a lesson in a page, seen in the same way.
   *
   * @param {import('playwright-core').Page} page
   */
  static async lessonIn(page) {
    const card = new Sidebar();
    card.#isIt = '(root) => root.querySelector(".cover")';
    return card.#attach(page);
  }

  /** @param {import('playwright-core').Page} page */
  async #attach(page) {
    const sidebar = this;
    sidebar.page = page;
    sidebar.#session = await page.context().newCDPSession(page);
    sidebar.#session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.auxData?.type === 'isolated' && context.origin.includes(extensionId))
        sidebar.#worlds.push(context.id);
    });
    sidebar.#session.on('Runtime.executionContextsCleared', () => {
      sidebar.#worlds = [];
    });
    await sidebar.#session.send('Runtime.enable');
    return sidebar;
  }

  /**
   * Runs code in the content script's world, with `root` as the sidebar's closed root (null while there is none).
   *
   * @template [T=unknown]
   * @param {string} expression
   * @returns {Promise<T>}
   */
  async see(expression) {
    for (const contextId of this.#worlds) {
      const seen = await this.#seeIn(contextId, expression);
      if (seen !== dead) return seen;
    }
    return null;
  }

  async #seeIn(contextId, expression) {
    return evaluate(
      (...call) => this.#session.send(...call),
      `(async () => {
        if (!chrome.runtime?.id) return ${JSON.stringify(dead)};
        const isIt = ${this.#isIt};
        const rootOf = (element) =>
          element.localName === 'div' ? chrome.dom.openOrClosedShadowRoot(element) : null;
        const host = [...document.documentElement.children].find((element) => {
          const root = rootOf(element);
          return root && isIt(root);
        });
        const root = host ? rootOf(host) : null;
        return await (${expression})(root, host);
      })()`,
      { contextId },
    );
  }

  /**
   * What a reader sees, in one line; null while there is no sidebar.
   *
   * @returns {Promise<string | null>}
   */
  text() {
    return this.see(
      `(root) => root && root.lastElementChild.innerText.replace(/\\s+/g, ' ').trim()`,
    );
  }

  /**
   * Waits until the text matches; fails with what it was.
   *
   * @param {RegExp} pattern
   */
  async waitFor(pattern, timeout = 10_000) {
    const deadline = Date.now() + timeout;
    let text;
    do {
      text = await this.text();
      if (text !== null && pattern.test(text)) return text;
      await new Promise((resolve) => setTimeout(resolve, 30));
    } while (Date.now() < deadline);
    throw new Error(`the sidebar never said ${String(pattern)}; it says: ${String(text)}`);
  }

  /**
   * Where a button with that accessible name is, in the middle, once it has come to rest with nothing over it.
   *
   * @param {RegExp} name
   * @returns {Promise<{ x: number, y: number }>}
   */
  async buttonAt(name) {
    const deadline = Date.now() + 5000;
    let before;
    do {
      const place = await this.see(`(root) => {
        const named = (button) => button.getAttribute('aria-label') ?? button.innerText.trim();
        const button = root && [...root.querySelectorAll('button')].find((one) => ${String(name)}.test(named(one)));
        if (!button) return null;
        button.scrollIntoView({ block: 'nearest' });
        const box = button.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return button.contains(root.elementFromPoint(x, y)) ? { x, y } : null;
      }`);
      if (place && place.x === before?.x && place.y === before.y) return place;
      before = place;
      await new Promise((resolve) => setTimeout(resolve, 30));
    } while (Date.now() < deadline);
    throw new Error(`no button ${String(name)}; the sidebar says: ${String(await this.text())}`);
  }

  /** @param {RegExp} name */
  async click(name) {
    const { x, y } = await this.buttonAt(name);
    await this.page.mouse.click(x, y);
  }

  /** @returns {Promise<{ x: number, y: number, width: number, height: number } | null>} */
  box() {
    return this.see(`(root) => {
      const shape = root?.querySelector('[data-shape]') ?? root?.lastElementChild.firstElementChild;
      if (!shape) return null;
      const { x, y, width, height } = shape.getBoundingClientRect();
      return { x, y, width, height };
    }`);
  }
}
