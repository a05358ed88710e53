import { seeded } from '../seeded';

const draws = 2000;
const seed = 20260302;

/**
 * The middle 95 % of a figure when whole series are drawn again and again with replacement: days of one person hang
 * together, so people are what is sampled.
 *
 * @param rows one for each case, in any order
 * @param place the series of a row
 * @param figure of sums over the drawn rows
 */
export function interval<Row>(
  rows: readonly Row[],
  place: (row: Row) => number,
  sums: (row: Row) => readonly number[],
  figure: (sums: readonly number[]) => number,
): readonly [number, number] {
  const bySeries = new Map<number, number[]>();
  for (const row of rows) {
    const values = sums(row);
    const known = bySeries.get(place(row));
    if (known) values.forEach((value, index) => (known[index] = (known[index] ?? 0) + value));
    else bySeries.set(place(row), [...values]);
  }
  const series = [...bySeries.values()];
  const next = seeded(seed);
  const figures: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn: number[] = [];
    for (let one = 0; one < series.length; one++)
      series[Math.floor(next() * series.length)]?.forEach((value, index) => {
        drawn[index] = (drawn[index] ?? 0) + value;
      });
    figures.push(figure(drawn));
  }
  figures.sort((a, b) => a - b);
  const at = (share: number) => figures[Math.round(share * (draws - 1))] ?? NaN;
  return [at(0.025), at(0.975)];
}
