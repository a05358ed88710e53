import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeByOdds } from '../../../../lib/domain/odds/range';

/** Chances of a rep who does about `mean` actions, half of the time within `spread` of it. */
const rep = (mean: number, spread: number) => (count: number) =>
  1 / (1 + Math.exp((count - mean) / spread));

describe('the range by odds', () => {
  it('is wider the less is sure', () => {
    expect(rangeByOdds(40, rep(42, 1))).toEqual({ floor: 38, ceiling: 44 });
    expect(rangeByOdds(40, rep(42, 4))).toEqual({ floor: 33, ceiling: 47 });
    expect(rangeByOdds(40, rep(42, 20))).toEqual({ floor: 32, ceiling: 60 });
  });

  it('is the one in its example', () => {
    expect(rangeByOdds(20, (count) => (30 - count) / 30)).toEqual({ floor: 16, ceiling: 24 });
  });

  it('stays a possible range around any target, whatever the history', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 9999 }),
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        (target, mean, spread) => {
          const { floor, ceiling } = rangeByOdds(target, rep(mean, spread));
          expect(floor).toBeGreaterThanOrEqual(0);
          expect(floor).toBeLessThan(target);
          expect(ceiling).toBeGreaterThan(target);
          expect(ceiling).toBeLessThanOrEqual(Math.max(1.5 * target + 0.5, target + 1));
        },
      ),
    );
  });
});
