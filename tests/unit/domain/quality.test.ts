import { expect, test } from 'vitest';
import { addDays } from '../../../lib/domain/day';
import { qualityOf } from '../../../lib/domain/quality';
import type { Tally } from '../../../lib/domain/tally';

const today = '2026-03-02';
const calls = (back: number, count: number, tagged: Tally['tagged'] = {}): Tally => ({
  day: addDays(today, -back),
  kind: 'call',
  minutes: Array.from({ length: count }, (_, at) => 500 + at),
  tagged,
});

test('is the part of what can be said for each action that was: the worked example', () => {
  const both = [calls(1, 12, { next: 8 }), calls(3, 8, { next: 2, note: 5 })];
  expect(qualityOf(both, ['call'], today)).toBe(0.25);
});

test('is of four weeks before today, and of these kinds', () => {
  const good = { senior: 10, next: 10, note: 10 };
  const tallies = [calls(1, 10), calls(0, 10, good), calls(29, 10, good)];
  expect(qualityOf(tallies, ['call'], today)).toBe(0);
  expect(qualityOf([calls(28, 10, good)], ['call'], today)).toBe(1);
  expect(qualityOf([calls(28, 10, good)], ['email'], today)).toBe(0);
});

test('does not look at what came of calls, and says nothing of fewer than ten', () => {
  expect(qualityOf([calls(1, 10, { connected: 10 })], ['call'], today)).toBe(0);
  expect(qualityOf([calls(1, 9, { next: 9 })], ['call'], today)).toBe(0);
});
