import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeptIntent } from '../../../lib/detect/detector';
import { Passage } from '../../../lib/sidebar/passage';

const { session } = fakeBrowser.storage;
const intent: KeptIntent = {
  occurrence: 'abcdefghij',
  rule: 'atomic/contact',
  at: 1,
  values: { stage: { was: 'new', is: 'won' } },
  deadline: 9,
};

const passageOf = (tab: number | null) =>
  new Passage(Promise.resolve(tab === null ? null : { tab }));

describe('what one page of a tab leaves for the next', () => {
  test('is handed over, once', async () => {
    await passageOf(3).keep([intent]);
    expect(await passageOf(3).take()).toEqual([intent]);
    expect(await passageOf(3).take()).toEqual([]);
  });

  test('is not for the page of another tab', async () => {
    await passageOf(3).keep([intent]);
    expect(await passageOf(4).take()).toEqual([]);
    expect(await passageOf(3).take()).toEqual([intent]);
  });

  test('is gone when it is no longer pending', async () => {
    const passage = passageOf(3);
    await passage.keep([intent]);
    await passage.keep([]);
    expect(await passageOf(3).take()).toEqual([]);
    expect(await session.get(null)).toEqual({});
  });

  test('ends with the last word when it changes quickly', async () => {
    const passage = passageOf(3);
    await Promise.all([passage.keep([intent]), passage.keep([]), passage.keep([intent, intent])]);
    expect(await passageOf(3).take()).toEqual([intent, intent]);
  });

  test('is not touched by a page that has nothing pending', async () => {
    await passageOf(3).keep([intent]);
    await passageOf(3).keep([]);
    expect(await passageOf(3).take()).toEqual([intent]);
  });

  test('is found by nobody where there is no extension to ask for the tab', async () => {
    await passageOf(3).keep([intent]);
    expect(await passageOf(null).take()).toEqual([]);
    expect(await passageOf(3).take()).toEqual([intent]);
  });

  test('that is damaged is nothing', async () => {
    await session.set({ 'pending 3': 'damaged' });
    expect(await passageOf(3).take()).toEqual([]);
  });
});
