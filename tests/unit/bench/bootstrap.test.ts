import { describe, expect, it } from 'vitest';
import { interval } from '../../bench/bootstrap';
import { seeded } from '../../seeded';

/** A figure of one case of one person. */
interface Row {
  readonly place: number;
  readonly value: number;
}

const of = (rows: readonly Row[]) =>
  interval(
    rows,
    ({ place }) => place,
    ({ value }) => [value, 1],
    ([sum = 0, count = 0]) => sum / count,
  );
const mean = (rows: readonly Row[]) =>
  rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
const width = ([low, high]: readonly [number, number]) => high - low;

/** So many people with so many cases each, about as far from 0 as a normal figure is. */
function people(count: number, cases: number, seed = 1): readonly Row[] {
  const next = seeded(seed);
  const normal = () => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6);
  return Array.from({ length: count }, (_, place) => {
    const level = normal();
    return Array.from({ length: cases }, () => ({ place, value: level }));
  }).flat();
}

describe('the interval of a figure', () => {
  it('holds it', () => {
    for (const seed of [1, 2, 3]) {
      const rows = people(30, 4, seed);
      const [low, high] = of(rows);
      expect(low).toBeLessThan(mean(rows));
      expect(high).toBeGreaterThan(mean(rows));
    }
  });

  it('is about two standard errors of the people to each side', () => {
    const rows = people(100, 1);
    const spread = Math.sqrt(
      rows.reduce((sum, { value }) => sum + (value - mean(rows)) ** 2, 0) / rows.length,
    );
    expect(width(of(rows)) / ((2 * 1.96 * spread) / Math.sqrt(100))).toBeCloseTo(1, 1);
  });

  it('shrinks with more people, by the square root', () => {
    const [few, many] = [people(25, 4), people(400, 4)].map((rows) => width(of(rows)));
    expect((few ?? 0) / (many ?? 1)).toBeGreaterThan(3);
    expect((few ?? 0) / (many ?? 1)).toBeLessThan(5);
  });

  it('does not shrink with more cases of the same people: they are drawn whole', () => {
    expect(of(people(30, 400))).toEqual(
      of(people(30, 4)).map((end) => expect.closeTo(end, 9) as number),
    );
    const halves = [0, 1].flatMap((value) =>
      Array.from({ length: 1000 }, () => ({ place: value, value })),
    );
    expect(of(halves)).toEqual([0, 1]);
  });

  it('of one person alone is that figure', () => {
    const rows = [1, 2, 6].map((value) => ({ place: 7, value }));
    expect(of(rows)).toEqual([3, 3]);
  });

  it('weighs a person by their cases', () => {
    const rows = [
      ...people(20, 1),
      ...Array.from({ length: 9000 }, () => ({ place: 99, value: 50 })),
    ];
    expect(of(rows)[1]).toBeGreaterThan(49);
  });

  it('is the same each time, in whatever order the cases of a person come', () => {
    const rows = people(30, 1).flatMap((row) => [row, { ...row, value: -row.value / 3 }]);
    expect(of(rows)).toEqual(of(rows));
    const turned = rows.map((_, index) => rows[index ^ 1] ?? { place: NaN, value: NaN });
    expect(of(turned)).toEqual(of(rows).map((end) => expect.closeTo(end, 9) as number));
  });
});
