import { describe, expect, it } from 'vitest';
import { readSeries } from '../../bench/series';
import { simulate } from '../../bench/simulate';

const heading = 'series,date,hour,count';
const read = (...rows: readonly string[]) => readSeries([heading, ...rows].join('\n'));
/** A Friday, and the Monday after it. */
const friday = '2026-02-27';
const monday = '2026-03-02';

describe('a file of counts', () => {
  it('is every Monday to Friday from the first to the last day, with none where nothing was done', () => {
    const [one] = read(`a,${friday},9,2`, 'a,2026-03-04,16,1');
    expect(one?.history.days).toEqual([
      { weekday: 5, minutes: [570, 570] },
      { weekday: 1, minutes: [] },
      { weekday: 2, minutes: [] },
      { weekday: 3, minutes: [990] },
    ]);
    const [first = NaN, ...others] = one?.weeks ?? [];
    expect(others.map((week) => week - first)).toEqual([1, 1, 1]);
  });

  it('adds up the rows of one hour, in any order, and leaves weekends out', () => {
    const [one] = read(
      `a,${monday},15,1`,
      `a,${monday},9,1`,
      `a,${monday},9,2`,
      'a,2026-03-01,9,7',
    );
    expect(one?.history.days).toEqual([{ weekday: 1, minutes: [570, 570, 570, 930] }]);
  });

  it('numbers the series as they come', () => {
    const all = read(`x,${monday},9,1`, `a,${monday},9,1`, `x,${monday},9,1`);
    expect(all.map(({ id, place }) => [id, place])).toEqual([
      ['x', 1],
      ['a', 2],
    ]);
  });

  it('may end its lines as Windows does', () => {
    expect(readSeries(`\uFEFF${heading}\r\na,${monday},9,1\r\n`)).toHaveLength(1);
  });

  it.each([
    [
      'series;date;hour;count',
      'line 1: expected "series,date,hour,count", found "series;date;hour;count"',
    ],
    ['', 'line 1: expected "series,date,hour,count", found ""'],
    [heading, 'line 2: there is no row below the heading'],
  ])('that begins with %j is refused in one sentence', (text, sentence) => {
    expect(() => readSeries(text)).toThrow(new Error(sentence));
  });

  it.each([
    ['without a name', `,${monday},9,1`],
    ['without a count', `a,${monday},9`],
    ['with an empty count', `a,${monday},9,`],
    ['with an empty hour', `a,${monday},,1`],
    ['at 24:00', `a,${monday},24,1`],
    ['before midnight', `a,${monday},-1,1`],
    ['with a count below none', `a,${monday},9,-1`],
    ['with a part of an action', `a,${monday},9,1.5`],
    ['with words for numbers', `a,${monday},nine,1`],
    ['on no day', 'a,2026-02-30,9,1'],
    ['in another order', `a,9,${monday},1`],
    ['with a column too many', `a,${monday},9,1,1`],
  ])('with a row %s is refused, with its line', (_what, row) => {
    expect(() => read(`a,${monday},9,1`, row)).toThrow(
      new Error(`line 3: no row of series,date,hour,count: "${row}"`),
    );
  });
});

describe('simulated reps', () => {
  const reps = [
    { level: 6, bursts: 0, drift: 0, away: 0 },
    { level: 6, bursts: 1, drift: 0, away: 0 },
  ] as const;
  const counts = readSeries(simulate(reps, 7 * 400, 5)).map(({ history }) =>
    history.days.filter(({ weekday }) => weekday < 5).map(({ minutes }) => minutes.length),
  );
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: readonly number[]) =>
    mean(values.map((value) => (value - mean(values)) ** 2));

  it('are the same by the same seed, and others by another', () => {
    expect(simulate(reps, 30, 5)).toBe(simulate(reps, 30, 5));
    expect(simulate(reps, 30, 6)).not.toBe(simulate(reps, 30, 5));
  });

  it('do as many a day as they are said to, evenly or in bursts', () => {
    for (const one of counts) expect(mean(one)).toBeCloseTo(6, 0);
    const [even = [], bursty = []] = counts;
    expect(variance(even) / mean(even)).toBeCloseTo(1, 0);
    // A factor of variance 1 on a level of 6: 6 + 6².
    expect(variance(bursty)).toBeGreaterThan(30);
    expect(variance(bursty)).toBeLessThan(55);
  });

  it('are away for whole weeks', () => {
    const away = readSeries(simulate([{ ...reps[0], away: 0.2 }], 7 * 60, 5))[0];
    const byWeek = new Map<number, number>();
    away?.history.days.forEach(({ minutes }, index) => {
      const week = away.weeks[index] ?? NaN;
      byWeek.set(week, (byWeek.get(week) ?? 0) + minutes.length);
    });
    const weeks = [...byWeek.values()];
    expect(weeks.filter((count) => count === 0).length).toBeGreaterThan(5);
    expect(weeks.filter((count) => count > 0).length).toBeGreaterThan(20);
  });
});
