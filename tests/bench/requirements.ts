import { reliabilityOf } from '../../lib/domain/odds/record';
import type { Called, Case, Method } from './backtest';

/** What a method's Brier score has to be below that of the own frequency, %, by the hour of the forecast. */
const leastGain = { 10: 9, 12: 15, 15: 17, 18: 13 } as const;
const mostError = 0.015;
/** Of the week's targets that were called 80 %, %. */
const hit = { least: 77, most: 85 } as const;
/** Points between the share that was hit and the share that was claimed. */
const mostOff = 3;

/** What a series of forecasts was worth to who looks at it afterwards. */
export interface Outcome {
  /** Of the days still undecided at each hour. */
  readonly byHour: ReadonlyMap<number, readonly Case[]>;
  /** The week's targets that the method called 80 %. */
  readonly weekly: readonly Called[];
}

/**
 * Whether what was asked of the odds is so, a line for each figure. It is judged by the figure itself and not by how it
 * is printed; where there is nothing to score, nothing is met.
 */
export function requirements(method: Method, { byHour, weekly }: Outcome): readonly string[] {
  const days = Object.entries(leastGain).flatMap(([hour, least]) => {
    const { gain, error } = worth(method, byHour.get(Number(hour)) ?? []);
    return [
      line(
        gain >= least,
        `${hour}:00 Brier at least ${String(least)} % below own frequency`,
        percent(gain),
      ),
      line(
        error <= mostError,
        `${hour}:00 calibration error at most ${String(mostError)}`,
        error.toFixed(4),
      ),
    ];
  });
  const claimed = 100 * mean(weekly.map((one) => one.claimed));
  const reached = 100 * mean(weekly.map((one) => Number(one.reached)));
  const [least, most] = [String(hit.least), String(hit.most)];
  return [
    ...days,
    line(
      reached >= hit.least && reached <= hit.most,
      `week, targets called 80 % hit ${least} to ${most} % of the time`,
      percent(reached),
    ),
    line(
      Math.abs(reached - claimed) <= mostOff,
      `week, within ${String(mostOff)} points of what was claimed`,
      `${Math.abs(reached - claimed).toFixed(2)} points`,
    ),
  ];
}

/** How far below the own frequency the method's Brier score is, %, and its calibration error. NaN without a case. */
function worth(method: Method, cases: readonly Case[]) {
  const of = (one: Method) =>
    reliabilityOf(cases.map(({ stated, reached }) => ({ stated: stated[one], reached })));
  const ours = of(method);
  return {
    gain: 100 * (1 - ours.brier / of('own frequency').brier),
    error: ours.calibrationError,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(value: number): string {
  return `${value.toFixed(2)} %`;
}

function line(met: boolean, what: string, found: string): string {
  const figure = found.startsWith('NaN') ? 'nothing to score' : found;
  return `    ${(met ? 'met' : 'not met').padEnd(9)}${what}: ${figure}`;
}
