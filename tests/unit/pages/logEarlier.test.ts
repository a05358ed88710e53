import { afterEach, expect, test } from 'vitest';
import type { DetectedAction } from '../../../lib/domain/detected';
import { onMessage, removeAllListeners, type Recorded } from '../../../lib/messages/protocol';
import { logEarlier } from '../../../lib/pages/logEarlier';

const noon = Date.UTC(2026, 10, 23, 11);

afterEach(removeAllListeners);

/** A worker that stores each occurrence once, and dies before some of its answers. */
function worker(dies: (attempt: number) => boolean) {
  const rows = new Map<string, DetectedAction>();
  let attempts = 0;
  onMessage('record', ({ data }): Recorded => {
    const known = rows.has(data.occurrence);
    rows.set(data.occurrence, data);
    attempts += 1;
    if (dies(attempts)) throw new Error('The message port closed before a response was received.');
    return known ? { outcome: 'already' } : { outcome: 'recorded', ids: [], at: noon };
  });
  return rows;
}

test('each of them is an action of its own, at that time, by hand', async () => {
  const rows = worker(() => false);
  expect(await logEarlier('call', 3, noon, { tags: ['voicemail'] })).toBe(3);
  expect(rows.size).toBe(3);
  for (const row of rows.values())
    expect(row).toMatchObject({
      kinds: ['call'],
      at: noon,
      via: 'manual',
      evidence: 'said',
      tags: ['voicemail'],
    });
});

test('what was stored by a worker that died before it answered is stored once', async () => {
  const rows = worker((attempt) => attempt === 2);
  expect(await logEarlier('call', 3, noon, {})).toBe(3);
  expect(rows.size).toBe(3);
});

test('answers how many are stored', async () => {
  onMessage('record', () => {
    throw new Error('The disk is full');
  });
  expect(await logEarlier('call', 3, noon, {})).toBe(0);
});
