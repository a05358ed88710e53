import fc from 'fast-check';
import { expect, test } from 'vitest';
import { negativeBinomial } from '../../../../lib/domain/odds/negativeBinomial';

/**
 * Mean, variance, n, P(X = n), P(X ≥ n) by SciPy 1.17.1: `nbinom(m²/(v−m), m/v)`, and `poisson(m)` where v = m, with
 * `.pmf(n)` and `.sf(n − 1)`.
 */
const byScipy: readonly (readonly [number, number, number, number, number])[] = [
  [4, 8, 0, 0.0625, 1],
  [4, 8, 1, 0.125, 0.9375],
  [4, 8, 4, 0.13671875, 0.5],
  [4, 8, 10, 0.0174560546875, 0.046142578125],
  [4, 8, 30, 3.17580997943878e-7, 7.00587406754494e-7],
  [0.3, 0.9, 0, 0.848070217213684, 1],
  [0.3, 0.9, 1, 0.0848070217213684, 0.151929782786316],
  [0.3, 0.9, 2, 0.0325093583265245, 0.0671227610649481],
  [0.3, 0.9, 5, 0.00451211832817535, 0.0109267230466253],
  [25, 400, 0, 0.00984313320230369, 1],
  [25, 400, 10, 0.0280013735685447, 0.773974170956654],
  [25, 400, 25, 0.0189807649892273, 0.40661890593382],
  [25, 400, 60, 0.00350973452045887, 0.0647784521015152],
  [25, 400, 150, 1.93015166909518e-5, 0.000328676033041918],
  [1200, 90000, 300, 2.17860023348734e-7, 0.999994689468649],
  [1200, 90000, 1000, 0.00123444567448189, 0.734100959118119],
  [1200, 90000, 1200, 0.001322991032564, 0.46762829288422],
  [1200, 90000, 2500, 2.34629637306044e-6, 0.000308418572182481],
  [7, 7, 0, 0.000911881965554516, 1],
  [7, 7, 3, 0.0521292523641998, 0.970363836119478],
  [7, 7, 7, 0.149002779674338, 0.550288944151301],
  [7, 7, 15, 0.00331062214509796, 0.00571720249249601],
  [3000, 3000, 2900, 0.00137307789914933, 0.967277100685958],
  [3000, 3000, 3000, 0.00728345388297158, 0.502427889894054],
  [3000, 3000, 3100, 0.00137817535470586, 0.0351685211509982],
  [0.01, 0.5, 0, 0.999201946572238, 1],
  [0.01, 0.5, 1, 0.000199840389314448, 0.000798053427761969],
  [0.01, 0.5, 3, 6.39951556562872e-5, 0.000500271263644511],
  [5, 5.001, 0, 0.00674131636561125, 1],
  [5, 5.001, 5, 0.175449825545503, 0.559489170127765],
  [5, 5.001, 12, 0.00343678176865653, 0.00545803809803308],
];

test.each(byScipy)(
  'mean %d, variance %d, at %d, as SciPy has it',
  (mean, variance, n, pmf, tail) => {
    const curve = negativeBinomial(mean, variance);
    expect(Math.abs(curve.pmf(n) - pmf)).toBeLessThan(1e-9);
    expect(Math.abs(curve.atLeast(n) - tail)).toBeLessThan(1e-9);
    expect(Math.abs(curve.atMost(n) - (1 - tail + pmf))).toBeLessThan(1e-9);
  },
);

const moments = fc
  .tuple(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0.2, max: 6, noNaN: true }))
  .map(([mean, ratio]) => ({ mean, variance: mean * ratio }));

test('the terms add up to 1, and to the mean', () => {
  fc.assert(
    fc.property(moments, ({ mean, variance }) => {
      const curve = negativeBinomial(mean, variance);
      let [sum, first] = [0, 0];
      for (let n = 0; curve.atLeast(n) > 1e-14 && n < 2000; n++) {
        sum += curve.pmf(n);
        first += n * curve.pmf(n);
      }
      expect(sum).toBeCloseTo(1, 9);
      expect(first).toBeCloseTo(mean, 6);
    }),
    { numRuns: 50 },
  );
});

test('a larger count is never more likely to be reached', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -2, max: 200 }), ({ mean, variance }, n) => {
      const curve = negativeBinomial(mean, variance);
      expect(curve.atLeast(n + 1)).toBeLessThanOrEqual(curve.atLeast(n));
    }),
  );
});

test('nothing is expected, nothing comes', () => {
  const none = negativeBinomial(0, 0);
  expect([none.pmf(0), none.atLeast(0), none.atLeast(1)]).toEqual([1, 1, 0]);
});

test('what no count can have is refused', () => {
  expect(() => negativeBinomial(-1, 1)).toThrow(RangeError);
  expect(() => negativeBinomial(NaN, 1)).toThrow(RangeError);
});
