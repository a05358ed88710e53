import { expect, test } from 'vitest';
import { parseCues } from '../../../lib/settings/cues';
import { noteUpdate, unreadNews } from '../../../lib/settings/news';
import { parseNudgeSettings } from '../../../lib/settings/nudges';

test('an update to another release has news, a mended one has none', async () => {
  await noteUpdate('0.2.0', '0.2.1');
  expect(await unreadNews.get()).toBeNull();
  await noteUpdate('0.1.9', '0.2.0');
  expect(await unreadNews.get()).toBe('0.2');
  await noteUpdate('0.9.3', '0.10.0');
  expect(await unreadNews.get()).toBe('0.10');
});

test('a mended release does not take away news that were not read', async () => {
  await noteUpdate('0.1.0', '0.2.0');
  await noteUpdate('0.2.0', '0.2.1');
  expect(await unreadNews.get()).toBe('0.2');
});

test.each([
  [undefined, { on: true, drives: [] }],
  ['x', { on: true, drives: [] }],
  [
    { on: 5, drives: 'x', stopped: 1, since: 'y' },
    { on: true, drives: [] },
  ],
  [
    {
      on: false,
      drives: ['freedom', 'fame', 'money', 'mastery', 'helping'],
      stopped: true,
      since: 7,
    },
    { on: false, drives: ['money', 'mastery', 'helping'], stopped: true, since: 7 },
  ],
])('nudges are on, and their settings are read field by field: %j', (stored, parsed) => {
  expect(parseNudgeSettings(stored)).toEqual(parsed);
});

test('of the rep’s own rules a damaged one is left out, and the others stay', () => {
  const rule = { id: 'r1', origin: 'https://mail.example.com', count: 3, kind: 'call' };
  const damaged = [
    null,
    { ...rule, id: 1 },
    { ...rule, count: 6 },
    { ...rule, count: 1.5 },
    { ...rule, kind: 'bribe' },
  ];
  expect(parseCues([...damaged, rule, { ...rule, extra: true }])).toEqual([rule, rule]);
  expect(parseCues({ rule })).toEqual([]);
  expect(parseCues(Array.from({ length: 9 }, () => rule))).toHaveLength(5);
});
