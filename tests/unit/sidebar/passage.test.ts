import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeptIntent } from '../../../lib/detect/detector';
import { onMessage } from '../../../lib/messages/protocol';
import { Passage } from '../../../lib/sidebar/passage';

const { session } = fakeBrowser.storage;
const intent: KeptIntent = {
  occurrence: 'abcdefghij',
  rule: 'atomic/contact',
  at: 1,
  values: { stage: { was: 'new', is: 'won' } },
  deadline: 9,
};

let tab: number;
let stopWorker: () => void;
beforeEach(() => {
  tab = 3;
  stopWorker = onMessage('tab', () => tab);
});
afterEach(() => {
  stopWorker();
});

describe('what one page of a tab leaves for the next', () => {
  test('is handed over, once', async () => {
    await new Passage().keep([intent]);
    expect(await new Passage().take()).toEqual([intent]);
    expect(await new Passage().take()).toEqual([]);
  });

  test('is not for the page of another tab', async () => {
    await new Passage().keep([intent]);
    tab = 4;
    expect(await new Passage().take()).toEqual([]);
    tab = 3;
    expect(await new Passage().take()).toEqual([intent]);
  });

  test('is gone when it is no longer pending', async () => {
    const passage = new Passage();
    await passage.keep([intent]);
    await passage.keep([]);
    expect(await new Passage().take()).toEqual([]);
    expect(await session.get(null)).toEqual({});
  });

  test('ends with the last word when it changes quickly', async () => {
    const passage = new Passage();
    await Promise.all([passage.keep([intent]), passage.keep([]), passage.keep([intent, intent])]);
    expect(await new Passage().take()).toEqual([intent, intent]);
  });

  test('is not touched by a page that has nothing pending', async () => {
    await new Passage().keep([intent]);
    await new Passage().keep([]);
    expect(await new Passage().take()).toEqual([intent]);
  });

  test('that is damaged is nothing', async () => {
    await session.set({ 'pending 3': 'damaged' });
    expect(await new Passage().take()).toEqual([]);
  });
});
