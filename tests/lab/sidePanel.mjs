import { evaluate } from './evaluate.mjs';
import { Sidebar } from './sidebar.mjs';
import { extensionId } from './foothold.mjs';

/**
 * The browser's own side panel, driven like the sidebar: Playwright knows nothing of it, the browser's protocol does.
 * Clicks and keys are real ones.
 */
export class SidePanel extends Sidebar {
  /** @type {(method: string, params?: object) => Promise<any>} */
  #send;

  /**
   * The one that is open, as soon as it is.
   *
   * @param {import('playwright-core').BrowserContext} context
   */
  static async open(context, timeout = 5000) {
    const browser = context.browser();
    if (!browser) throw new Error('no browser to ask');
    const session = await browser.newBrowserCDPSession();
    const deadline = Date.now() + timeout;
    do {
      const targetId = await findTarget(session);
      if (targetId) return SidePanel.#attach(session, targetId);
      await new Promise((resolve) => setTimeout(resolve, 30));
    } while (Date.now() < deadline);
    throw new Error('the side panel never opened');
  }

  /** @param {import('playwright-core').BrowserContext} context */
  static async isOpen(context) {
    const session = await context.browser()?.newBrowserCDPSession();
    const found = session && (await findTarget(session));
    await session?.detach();
    return found !== undefined;
  }

  static async #attach(session, targetId) {
    // A flat session would need a protocol client of our own.
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const waiting = new Map();
    session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      const { id, result, error } = JSON.parse(message);
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
      waiting.delete(id);
    });
    let last = 0;
    const panel = new SidePanel();
    panel.#send = (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        const message = JSON.stringify({ id, method, params });
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      });
    await panel.#send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return panel;
  }

  async see(expression) {
    return evaluate(this.#send, `(${expression})(document)`);
  }

  async click(name) {
    const { x, y } = await this.buttonAt(name);
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.#send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  /**
   * @param {'Tab' | 'Enter' | ' ' | 'Escape'} key
   * @param {{ shift?: boolean }} [modifiers]
   */
  async press(key, { shift = false } = {}) {
    const codes = { Tab: 9, Enter: 13, ' ': 32, Escape: 27 };
    const text = { Enter: '\r', ' ': ' ' }[key];
    const event = {
      key,
      code: key === ' ' ? 'Space' : key,
      windowsVirtualKeyCode: codes[key],
      modifiers: shift ? 8 : 0,
    };
    await this.#send('Input.dispatchKeyEvent', {
      ...event,
      type: text ? 'keyDown' : 'rawKeyDown',
      ...(text && { text }),
    });
    await this.#send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  }

  /** Into the field that has the focus, over what is selected there. @param {string} text */
  async type(text) {
    await this.#send('Input.insertText', { text });
  }

  /** @param {'light' | 'dark'} colorScheme */
  async show(colorScheme) {
    await this.#send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: colorScheme }],
    });
  }

  /**
   * As wide and high as that, in the pixels of its page; without a size as the browser makes it.
   *
   * @param {{ width: number, height: number }} [size]
   */
  async resize(size) {
    if (size)
      await this.#send('Emulation.setDeviceMetricsOverride', {
        ...size,
        deviceScaleFactor: 0,
        mobile: false,
      });
    else await this.#send('Emulation.clearDeviceMetricsOverride');
  }

  /** @returns {Promise<Buffer>} */
  async picture() {
    await this.see(
      `() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`,
    );
    const { data } = await this.#send('Page.captureScreenshot');
    return Buffer.from(data, 'base64');
  }

  async close() {
    await this.#send('Page.close').catch(() => undefined);
  }
}

async function findTarget(session) {
  const { targetInfos } = await session.send('Target.getTargets');
  const url = `chrome-extension://${extensionId}/sidepanel.html`;
  return targetInfos.find((target) => target.url === url)?.targetId;
}
