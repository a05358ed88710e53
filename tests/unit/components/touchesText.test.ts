import { expect, test } from 'vitest';
import { touchesText } from '../../../components/touchesText';

test.each([
  [{ count: 1, daysAgo: 0 }, '1 touch, today'],
  [{ count: 2, daysAgo: 1, day: '2026-11-23' }, '2 touches, yesterday'],
  [{ count: 2, daysAgo: 2, day: '2026-11-22' }, '2 touches, last Sunday'],
  [{ count: 2, daysAgo: 6, day: '2026-11-18' }, '2 touches, last Wednesday'],
  [{ count: 2, daysAgo: 7, day: '2026-11-17' }, '2 touches, Nov 17, 2026'],
  [{ count: 1200, daysAgo: 400, day: '2025-10-20' }, '1,200 touches, Oct 20, 2025'],
])('%j is “%s”', (touches, words) => {
  expect(touchesText(touches)).toBe(words);
});
