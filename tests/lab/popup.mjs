import { evaluate } from './evaluate.mjs';

/**
 * The popup as the browser shows it over a tab: no tab of its own, so that the page below it stays the active one. The
 * browser closes it when it loses the focus, and Playwright does not see it; clicks are real ones, at coordinates.
 */
export class Popup {
  /** @type {import('playwright-core').CDPSession} */
  #session;
  /** @type {string} */
  #id;
  #asked = 0;
  /** @type {Map<number, (answer: any) => void>} */
  #waiting = new Map();

  /**
   * Opens it over a page.
   *
   * @param {import('./foothold.mjs').Foothold} foothold
   * @param {import('playwright-core').Page} page
   */
  static async over(foothold, page) {
    const desk = await foothold.desk();
    await page.bringToFront();
    await desk.evaluate(() => chrome.action.openPopup());
    const popup = new Popup();
    popup.#session = await foothold.context.browser().newBrowserCDPSession();
    popup.#session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, ...answer } = JSON.parse(message);
      popup.#waiting.get(id)?.(answer);
    });
    const isIt = ({ url, attached }) => url === foothold.url('popup.html') && !attached;
    const deadline = Date.now() + 5000;
    let target;
    while (!target) {
      if (Date.now() > deadline) throw new Error('the popup did not open');
      const { targetInfos } = await popup.#session.send('Target.getTargets');
      target = targetInfos.find(isIt);
    }
    const { targetId } = target;
    ({ sessionId: popup.#id } = await popup.#session.send('Target.attachToTarget', { targetId }));
    await popup.waitFor(/./);
    return popup;
  }

  /** @returns {Promise<any>} */
  async #send(method, params = {}) {
    const id = (this.#asked += 1);
    const answered = new Promise((resolve) => this.#waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await this.#session.send('Target.sendMessageToTarget', { sessionId: this.#id, message });
    const { result, error } = await answered;
    if (error) throw new Error(error.message);
    return result;
  }

  /**
   * @template T
   * @param {string} expression
   * @returns {Promise<T>}
   */
  async see(expression) {
    return evaluate((...call) => this.#send(...call), expression);
  }

  /** @returns {Promise<string>} what can be read, in one line */
  text() {
    return this.see(`document.body.innerText.replace(/\\s+/g, ' ').trim()`);
  }

  /** @param {RegExp} pattern */
  async waitFor(pattern, timeout = 10_000) {
    const deadline = Date.now() + timeout;
    let text;
    do {
      text = await this.text();
      if (pattern.test(text)) return text;
      await new Promise((resolve) => setTimeout(resolve, 30));
    } while (Date.now() < deadline);
    throw new Error(`the popup never said ${String(pattern)}; it says: ${text}`);
  }

  /**
   * A real click on the button with that accessible name.
   *
   * @param {RegExp} name
   */
  async click(name) {
    const { x, y } = await this.#buttonAt(name);
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.#send('Input.dispatchMouseEvent', {
        ...{ type, x, y, button: 'left', clickCount: 1 },
      });
  }

  /** Where it has come to rest with nothing over it: the popup grows while it loads. */
  async #buttonAt(name) {
    const deadline = Date.now() + 5000;
    do {
      const place = await this.see(`new Promise((done) => {
        const named = (button) => button.getAttribute('aria-label') ?? button.innerText.trim();
        const button = [...document.querySelectorAll('button')].find((one) => ${String(name)}.test(named(one)));
        if (!button) return done(null);
        button.scrollIntoView({ block: 'center' });
        const middle = () => {
          const { x, y, width, height } = button.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        };
        const first = middle();
        let frames = 0;
        const look = () => {
          const { x, y } = middle();
          if (x !== first.x || y !== first.y) return done(null);
          frames += 1;
          if (frames < 6) return requestAnimationFrame(look);
          done(button.contains(document.elementFromPoint(x, y)) ? { x, y } : null);
        };
        requestAnimationFrame(look);
      })`);
      if (place) return place;
    } while (Date.now() < deadline);
    throw new Error(`no button ${String(name)} at rest; the popup says: ${await this.text()}`);
  }

  /** @param {string} key */
  async press(key) {
    for (const type of ['keyDown', 'keyUp'])
      await this.#send('Input.dispatchKeyEvent', { type, key, ...keys[key] });
  }

  /** @returns {Promise<Buffer>} */
  async screenshot() {
    const { data } = await this.#send('Page.captureScreenshot');
    return Buffer.from(data, 'base64');
  }

  async close() {
    await this.see('window.close()').catch(() => undefined);
    await this.#session.detach().catch(() => undefined);
  }
}

const keys = {
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
};
