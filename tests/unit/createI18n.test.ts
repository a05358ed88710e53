import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createI18n } from '../../lib/createI18n';

const messages: Readonly<Record<string, string>> = {
  goal_day: '$1 of $2',
  kind_call: 'call | calls',
  goal_more: 'and $1 more | and $1 others',
  name: 'Foothold',
};

/** As a browser does it: by name, with what stands for $1, $2 and on. */
function getMessage(name: string, words: string | readonly string[] = []): string {
  const given = typeof words === 'string' ? [words] : words;
  return (messages[name] ?? '').replaceAll(/\$(\d)/g, (_, place) => given[Number(place) - 1] ?? '');
}

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getMessage as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

test.each<[readonly Parameters<ReturnType<typeof createI18n>['t']>[1][], string, string]>([
  [[], 'name', 'Foothold'],
  [[['7', '20']], 'goal.day', '7 of 20'],
  [[[7, 20]], 'goal.day', '7 of 20'],
  [[1], 'kind.call', 'call'],
  [[0], 'kind.call', 'calls'],
  [[2], 'kind.call', 'calls'],
  [[1], 'goal.more', 'and 1 more'],
  [[2, ['••']], 'goal.more', 'and •• others'],
  [[2], 'name', 'Foothold'],
])('with %j the message %s is “%s”', (given, key, text) => {
  expect(createI18n().t(key, ...given)).toBe(text);
});
