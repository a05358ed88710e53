import { extensionId } from './foothold.mjs';

/**
 * The browser's own page of extensions, where people take permissions back and switch extensions off. It also grants
 * hosts, for which nobody has to click the browser's prompt; that takes a screen (`hostPrompt.test.ts`).
 */
export class ExtensionsPage {
  /**
   * @param {import('./foothold.mjs').Foothold} foothold
   * @param {import('playwright-core').Page} page
   */
  constructor(foothold, page) {
    this.foothold = foothold;
    this.page = page;
  }

  /** @param {import('./foothold.mjs').Foothold} foothold */
  static async open(foothold) {
    const page = await foothold.context.newPage();
    await page.goto('chrome://extensions');
    // Without it the browser takes an unpacked extension that is reloaded for one that must not run.
    await page.evaluate(() =>
      chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
    );
    return new ExtensionsPage(foothold, page);
  }

  /** "On specific sites": the lab build's hosts are withheld, all but those that are allowed from now on. */
  withhold() {
    return this.#ask((id) =>
      chrome.developerPrivate.updateExtensionConfiguration({
        extensionId: id,
        hostAccess: 'ON_SPECIFIC_SITES',
      }),
    );
  }

  /** @param {string} pattern */
  allow(pattern) {
    return this.#ask((id, host) => chrome.developerPrivate.addHostPermission(id, host), pattern);
  }

  /** @param {string} pattern */
  takeBack(pattern) {
    return this.#ask((id, host) => chrome.developerPrivate.removeHostPermission(id, host), pattern);
  }

  /** @param {boolean} on */
  async switch(on) {
    await this.foothold.leaveDesk();
    await this.page.evaluate(([id, on]) => chrome.management.setEnabled(id, on), [extensionId, on]);
  }

  /** As an update does: the old scripts are cut off, and a new worker starts. */
  async reload() {
    await this.foothold.leaveDesk();
    await this.#ask((id) => chrome.developerPrivate.reload(id, { failQuietly: true }));
  }

  async #ask(question, argument = '') {
    await this.page.evaluate(
      ([source, id, argument]) => new Function(`return (${source})(...arguments)`)(id, argument),
      [String(question), extensionId, argument],
    );
  }
}
