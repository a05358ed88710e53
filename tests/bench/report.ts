import { reliabilityOf } from '../../lib/domain/odds/record';
import {
  gone,
  hours,
  inDay,
  methods,
  weekly,
  weeklyUnderWay,
  type Called,
  type Case,
  type Method,
} from './backtest';
import { interval } from './bootstrap';
import { reliabilityPlot } from './reliabilityPlot';
import { requirements } from './requirements';
import type { Series } from './series';

const halves = [
  { name: 'all series', has: () => true },
  { name: 'odd series', has: (place: number) => place % 2 === 1 },
  { name: 'even series', has: (place: number) => place % 2 === 0 },
];

/** What is asked of, and shown in detail. */
const ours = ['odds', 'as shipped'] as const;

/** Backtests all series and puts the figures into words. @returns the lines and the reliability plot as SVG */
export function report(series: readonly Series[]) {
  const days = series.map(inDay);
  const at = (hour: number) => days.flatMap((day) => day.get(hour) ?? []);
  const weeks = series.map(weekly);
  const horizons = [
    ...hours.map((hour) => ({ name: `Day, undecided at ${String(hour)}:00`, scored: at(hour) })),
    { name: 'Week', scored: weeks },
    ...gone.map((days) => ({
      name: `Week under way, undecided after ${days === 1 ? 'Monday' : 'Wednesday'}`,
      scored: series.map((one) => weeklyUnderWay(one, days)),
    })),
  ];
  const lines = [
    'The constants were fitted to the odd series of one file of 29 people. Its even series were looked at on the way,',
    'so of that file they are the better test but not an untouched one. Any other file is untouched.',
  ];
  for (const { name, has } of halves) {
    const kept = <Row extends { readonly place: number }>(rows: readonly Row[]) =>
      rows.filter(({ place }) => has(place));
    lines.push('', `=== ${name}: ${String(kept(series).length)} series`);
    for (const horizon of horizons) {
      lines.push(...scores(horizon.name, kept(horizon.scored.flatMap(({ cases }) => cases))));
      lines.push('  targets of 3 or more that each method called 80 %:');
      for (const method of methods)
        lines.push(
          claims(method, kept(horizon.scored.flatMap(({ called }) => called.get(method) ?? []))),
        );
    }
    const casesAt = (hour: number) => kept(at(hour).flatMap(({ cases }) => cases));
    for (const method of ours)
      lines.push(
        ...['', `  required, of ${method}:`],
        ...requirements(method, {
          byHour: new Map(hours.map((hour) => [hour, casesAt(hour)])),
          weekly: kept(weeks.flatMap(({ called }) => called.get(method) ?? [])),
        }),
      );
  }
  const panels = horizons.map(({ name, scored }) => ({
    title: name,
    lines: (['odds', 'as shipped', 'own frequency', 'Poisson'] as const).map((method) => ({
      name: method,
      bins: reliabilityOf(
        statedBy(
          method,
          scored.flatMap(({ cases }) => cases),
        ),
      ).bins,
    })),
  }));
  return { lines, plot: reliabilityPlot(panels) };
}

function statedBy(method: Method, cases: readonly Case[]) {
  return cases.map(({ stated, reached }) => ({ stated: stated[method], reached }));
}

function scores(title: string, cases: readonly Case[]): readonly string[] {
  if (cases.length === 0) return ['', `${title}: nothing to score`];
  const base = share(cases.filter(({ reached }) => reached).length / cases.length);
  const lines = ['', `${title}: n ${String(cases.length)}, reached ${base}`];
  for (const method of methods) {
    const { brier, calibrationError } = reliabilityOf(statedBy(method, cases));
    const figures = `Brier ${brier.toFixed(4)}  calibration error ${calibrationError.toFixed(4)}`;
    lines.push(
      `  ${method.padEnd(14)} ${figures}${method === 'odds' ? '' : `  ${gain('odds', method, cases)}`}`,
    );
  }
  for (const theirs of ['own frequency', 'Poisson', 'linear pace'] as const)
    lines.push(`  as shipped, than ${theirs}: ${gain('as shipped', theirs, cases)}`);
  for (const method of ours) {
    const { bins } = reliabilityOf(statedBy(method, cases));
    lines.push(
      `  bins of ${method} (stated→reached, n): ${bins
        .map(
          ({ stated, reached, count }) => `${share(stated)}→${share(reached)} (${String(count)})`,
        )
        .join('  ')}`,
    );
  }
  return lines;
}

/** How far the Brier score of one method is below that of another. */
function gain(ours: Method, theirs: Method, cases: readonly Case[]): string {
  const squares = ({ stated, reached }: Case) => [
    (stated[ours] - Number(reached)) ** 2,
    (stated[theirs] - Number(reached)) ** 2,
  ];
  const lower = ([our = 0, their = 0]: readonly number[]) => 100 * (1 - our / their);
  const all = cases.map(squares).reduce((sum, one) => sum.map((value, i) => value + (one[i] ?? 0)));
  const [low, high] = interval(cases, ({ place }) => place, squares, lower);
  return `${ours} lower by ${lower(all).toFixed(1)} % [${low.toFixed(1)}, ${high.toFixed(1)}]`;
}

/** What was claimed of the targets a method called 80 %, and how many were hit. */
function claims(name: string, called: readonly Called[]): string {
  if (called.length === 0) return `    ${name.padEnd(14)} n 0`;
  const sums = ({ claimed, reached }: Called) => [claimed, Number(reached), 1];
  const off = ([claimed = 0, reached = 0, count = 0]: readonly number[]) =>
    (100 * (reached - claimed)) / count;
  const all = called.map(sums).reduce((sum, one) => sum.map((value, i) => value + (one[i] ?? 0)));
  const [claimed = 0, reached = 0] = all;
  const [low, high] = interval(called, ({ place }) => place, sums, off);
  return (
    `    ${name.padEnd(14)} n ${String(called.length)}  claimed ${(claimed / called.length).toFixed(3)}` +
    `  hit ${(reached / called.length).toFixed(3)}  off by ${off(all).toFixed(1)} points [${low.toFixed(1)}, ${high.toFixed(1)}]`
  );
}

function share(chance: number): string {
  return chance.toFixed(3);
}
