import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recalibration, type Resolved } from '../../../../lib/domain/odds/recalibration';

const many = (count: number, stated: number, reached: number): Resolved[] =>
  Array.from({ length: count }, (_, index) => ({ stated, reached: index < reached * count }));

test('without evidence a chance is said as it is', () => {
  const map = recalibration([]);
  for (const chance of [0, 0.2, 0.8, 1]) expect(map(chance)).toBeCloseTo(chance, 12);
});

test('it goes towards what was seen, the further the more was seen', () => {
  const some = recalibration(many(30, 0.9, 0.7))(0.9);
  const lots = recalibration(many(3000, 0.9, 0.7))(0.9);
  expect(some).toBeLessThan(0.9);
  expect(some).toBeGreaterThan(lots);
  expect(lots).toBeCloseTo(0.7, 1);
});

test('three goals reached out of three change next to nothing', () => {
  expect(recalibration(many(3, 0.5, 1))(0.5)).toBeLessThan(0.53);
});

test('what was stated rightly stays', () => {
  const right = [...many(400, 0.2, 0.2), ...many(400, 0.8, 0.8)];
  expect(recalibration(right)(0.8)).toBeCloseTo(0.8, 2);
});

test('it never turns the order of two chances, whatever has come', () => {
  const rows = fc.array(
    fc.record({
      stated: fc.double({ min: 0, max: 1, noNaN: true }),
      reached: fc.boolean(),
      weight: fc.constantFrom(0.25, 1),
    }),
    { maxLength: 200 },
  );
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(rows, chance, chance, (resolved, one, two) => {
      const map = recalibration(resolved);
      const [low, high] = [map(Math.min(one, two)), map(Math.max(one, two))];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});
