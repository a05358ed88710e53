import { expect, test } from 'vitest';
import { noteUpdate, unreadNews } from '../../../lib/settings/news';
import { nudges, parseNudges, quietOn } from '../../../lib/settings/notify';

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
  [undefined, { day: '', at: [] }],
  ['x', { day: '', at: [] }],
  [
    { day: 5, at: 'x', quietOn: 7 },
    { day: '', at: [] },
  ],
  [
    { day: '2026-11-24', at: [1, 'x', 2], quietOn: '2026-11-24' },
    { day: '2026-11-24', at: [1, 2], quietOn: '2026-11-24' },
  ],
])('what was told is read field by field: %j', (stored, parsed) => {
  expect(parseNudges(stored)).toEqual(parsed);
});

test('quiet for a day keeps what was told', async () => {
  await nudges.set({ day: '2026-11-24', at: [1] });
  await quietOn('2026-11-24');
  expect(await nudges.get()).toEqual({ day: '2026-11-24', at: [1], quietOn: '2026-11-24' });
});
