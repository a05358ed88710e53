import fc from 'fast-check';
import { expect, test } from 'vitest';
import { negativeBinomial } from '../../../../lib/domain/odds/negativeBinomial';
import { bandOf, largestTarget } from '../../../../lib/domain/odds/target';

test('the largest target with the chance asked for', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 300, noNaN: true }),
      fc.double({ min: 1, max: 5, noNaN: true }),
      fc.constantFrom(0.5, 0.8, 0.95),
      (mean, ratio, least) => {
        const { atLeast } = negativeBinomial(mean, mean * ratio);
        const target = largestTarget(atLeast, least);
        expect(atLeast((target ?? 0) + 1)).toBeLessThan(least);
        expect(target === null || atLeast(target) >= least).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('no target is larger than a goal may be', () => {
  expect(largestTarget(() => 1)).toBe(9999);
  expect(largestTarget((target) => Number(target <= 9000))).toBe(9000);
});

test('bands and their edges', () => {
  const edges = [0.499, 0.5, 0.699, 0.7, 0.899, 0.9, 0.95, 0.951];
  expect(edges.map(bandOf)).toEqual([
    'unrealistic',
    'ambitious',
    'ambitious',
    'right',
    'right',
    'safe',
    'safe',
    'too-easy',
  ]);
});
