import { beforeAll, describe, expect, it } from 'vitest';
import {
  hours,
  inDay,
  methods,
  weekly,
  weeklyUnderWay,
  type Called,
  type Case,
  type Method,
} from '../../bench/backtest';
import { report } from '../../bench/report';
import { readSeries } from '../../bench/series';
import { simulate } from '../../bench/simulate';
import { patience } from '../domain/arbitrary';

const reps = [
  { level: 8, bursts: 0, drift: 0, away: 0 },
  { level: 6, bursts: 0.8, drift: 0.03, away: 0 },
  { level: 12, bursts: 0.3, drift: 0.08, away: 0 },
  { level: 3, bursts: 0.6, drift: 0.03, away: 0 },
] as const;
/** 24 weeks: the first twelve are history, the others are forecast. */
const series = readSeries(simulate(reps, 7 * 24, 1));

interface Horizon {
  readonly cases: readonly Case[];
  readonly called: (method: Method) => readonly Called[];
}
let horizons: ReadonlyMap<string, Horizon>;
let text: string;
let plot: string;
beforeAll(() => {
  const days = series.map(inDay);
  const weeks = series.map(weekly);
  const horizon = (scored: readonly (typeof weeks)[number][]): Horizon => ({
    cases: scored.flatMap(({ cases }) => cases),
    called: (method) => scored.flatMap(({ called }) => called.get(method) ?? []),
  });
  horizons = new Map([
    ...hours.map((hour): [string, Horizon] => [
      `Day, undecided at ${String(hour)}:00`,
      horizon(days.flatMap((day) => day.get(hour) ?? [])),
    ]),
    ['Week', horizon(weeks)],
    [
      'Week under way, undecided after Monday',
      horizon(series.map((one) => weeklyUnderWay(one, 1))),
    ],
    [
      'Week under way, undecided after Wednesday',
      horizon(series.map((one) => weeklyUnderWay(one, 3))),
    ],
  ]);
  const printed = report(series);
  text = printed.lines.join('\n');
  plot = printed.plot;
}, patience);

const halves = [
  ['all series: 4 series', () => true],
  ['odd series: 2 series', ({ place }: { place: number }) => place % 2 === 1],
  ['even series: 2 series', ({ place }: { place: number }) => place % 2 === 0],
] as const;

/** What is printed of a half, and in it of a horizon, each line without the spaces around it. */
function section(half: string, name: string): readonly string[] {
  const ofHalf = text.split('\n=== ').find((part) => part.startsWith(half)) ?? '';
  const ofHorizon = ofHalf.split('\n\n').find((part) => part.startsWith(`${name}:`)) ?? '';
  return ofHorizon
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
function lineOf(lines: readonly string[], start: string, nth = 0): string {
  return lines.filter((line) => line.startsWith(start))[nth] ?? '';
}
/** The numbers of a line, in order. */
const numbersIn = (line: string) => (line.match(/-?(\d+(\.\d+)?|Infinity)/g) ?? []).map(Number);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Each horizon in each half. */
function each(
  look: (lines: readonly string[], cases: readonly Case[], called: Horizon['called']) => void,
) {
  for (const [half, has] of halves)
    for (const [name, { cases, called }] of horizons)
      look(section(half, name), cases.filter(has), (method) => called(method).filter(has));
}

const brier = (method: Method, cases: readonly Case[]) =>
  mean(cases.map(({ stated, reached }) => (stated[method] - Number(reached)) ** 2));

/** By tenths of what was stated: how many, and the means of what was stated and of what came. */
function binsOf(method: Method, cases: readonly Case[]) {
  return Array.from({ length: 10 }, (_, tenth) =>
    cases.filter(({ stated }) => Math.min(9, Math.floor(10 * stated[method])) === tenth),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      count: bin.length,
      stated: mean(bin.map(({ stated }) => stated[method])),
      reached: mean(bin.map(({ reached }) => Number(reached))),
    }));
}

describe('what is printed of each hour and of weeks, over all series and over each half', () => {
  it('has how many were scored, and how many of them were reached', () => {
    each((lines, cases) => {
      expect(cases.length).toBeGreaterThan(9);
      const [n, reached] = numbersIn((lines[0] ?? '').replace(/^.*: n/, 'n'));
      expect(n).toBe(cases.length);
      expect(reached).toBeCloseTo(mean(cases.map((one) => Number(one.reached))), 2);
    });
  });

  it('has the Brier score and the calibration error of every method', () => {
    each((lines, cases) => {
      for (const method of methods) {
        const line = lineOf(lines, `${method.padEnd(14)} Brier`);
        const [score, error] = numbersIn(line.slice(14));
        expect(score).toBeCloseTo(brier(method, cases), 3);
        const off = binsOf(method, cases).map(
          ({ count, stated, reached }) => count * Math.abs(stated - reached),
        );
        expect(error).toBeCloseTo(off.reduce((sum, one) => sum + one, 0) / cases.length, 3);
      }
    });
  });

  it('of linear pace, a yes or a no, the Brier score is how often it was wrong', () => {
    each((lines, cases) => {
      const wrong = cases.filter(
        ({ stated, reached }) => (stated['linear pace'] === 1) !== reached,
      );
      const [score] = numbersIn(lineOf(lines, 'linear pace').slice(14));
      expect(score).toBeCloseTo(wrong.length / cases.length, 3);
    });
  });

  it('has what the odds gain on every other method, with an interval around it', () => {
    each((lines, cases) => {
      const gains = [
        ...methods
          .slice(1)
          .map((theirs) => ['odds', theirs, `${theirs.padEnd(14)} Brier`] as const),
        ...(['own frequency', 'Poisson', 'linear pace'] as const).map(
          (theirs) => ['as shipped', theirs, `as shipped, than ${theirs}:`] as const,
        ),
      ];
      for (const [ours, theirs, start] of gains) {
        const line = lineOf(lines, start);
        expect(line).toContain(`${ours} lower by `);
        const [gain = NaN, low = NaN, high = NaN] = numbersIn(line.replace(/^.* lower by /, ''));
        expect(gain).toBeCloseTo(100 * (1 - brier(ours, cases) / brier(theirs, cases)), 0);
        expect(low).toBeLessThanOrEqual(gain);
        expect(high).toBeGreaterThanOrEqual(gain);
        if (Math.abs(gain) > 5) expect(high).toBeGreaterThan(low);
      }
    });
  });

  it('has the bins of the odds, without empty ones', () => {
    each((lines, cases) => {
      for (const method of ['odds', 'as shipped'] as const) {
        const line = lineOf(lines, `bins of ${method} (stated→reached, n): `);
        const printed = line
          .replace(/^[^:]*: /, '')
          .split('  ')
          .map(numbersIn);
        const bins = binsOf(method, cases);
        expect(printed).toEqual(
          bins.map(({ stated, reached, count }) => [
            expect.closeTo(stated, 2) as number,
            expect.closeTo(reached, 2) as number,
            count,
          ]),
        );
      }
    });
  });

  it('has what was claimed of the targets that each method called 80 %, and how many were hit', () => {
    let some = 0;
    each((lines, _cases, calledBy) => {
      for (const method of methods) {
        const called = calledBy(method);
        const line = lineOf(lines, `${method.padEnd(14)} n `);
        const [n, claimed = NaN, hit = NaN, off = NaN, low = NaN, high = NaN] = numbersIn(
          line.slice(14).replace(/80 %/, ''),
        );
        expect(n).toBe(called.length);
        if (called.length === 0) continue;
        some += 1;
        expect(claimed).toBeCloseTo(mean(called.map((one) => one.claimed)), 2);
        expect(claimed).toBeGreaterThanOrEqual(0.8);
        expect(hit).toBeCloseTo(mean(called.map((one) => Number(one.reached))), 2);
        expect(Math.abs(off - 100 * (hit - claimed))).toBeLessThan(0.2);
        expect(low).toBeLessThanOrEqual(off);
        expect(high).toBeGreaterThanOrEqual(off);
      }
    });
    expect(some).toBeGreaterThan(60);
  });
});

it('what is required of the odds is judged for each half', () => {
  for (const [half, has] of halves)
    for (const method of ['odds', 'as shipped'] as const) {
      const lines = section(half, `  required, of ${method}`);
      expect(lines).toHaveLength(1 + 4 * 2 + 2);
      const noon = horizons.get('Day, undecided at 12:00')?.cases.filter(has) ?? [];
      const gain = 100 * (1 - brier(method, noon) / brier('own frequency', noon));
      expect(lines).toContain(
        `${gain >= 15 ? 'met' : 'not met'}      12:00 Brier at least 15 % below own frequency: ${gain.toFixed(2)} %`,
      );
      const called = horizons.get('Week')?.called(method).filter(has) ?? [];
      const hit = `${(100 * mean(called.map(({ reached }) => Number(reached)))).toFixed(2)} %`;
      expect(lines.find((line) => line.includes('hit 77 to 85 %'))).toContain(
        `of the time: ${hit}`,
      );
    }
});

it('the plot has a panel for each hour and for weeks, a point for each bin of four methods', () => {
  for (const name of horizons.keys()) expect(plot).toContain(`>${name}</text>`);
  const drawn = ['odds', 'as shipped', 'own frequency', 'Poisson'] as const;
  const bins = [...horizons.values()].flatMap(({ cases }) =>
    drawn.flatMap((method) => binsOf(method, cases)),
  );
  expect(plot.match(/<circle /g)).toHaveLength(bins.length);
});

it('a series too short to forecast anything of is said to be that', () => {
  const { lines } = report(readSeries(simulate(reps.slice(0, 1), 60, 1)));
  expect(lines).toContain('Day, undecided at 10:00: nothing to score');
  expect(lines).toContain('Week: nothing to score');
  expect(lines.filter((line) => line.includes('not met'))).toHaveLength(3 * 2 * 10);
});
