import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach } from 'vitest';

// `wxt/browser` looks for the extension API when it is first imported, which is after this.
Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });

beforeEach(() => {
  fakeBrowser.reset();
});
