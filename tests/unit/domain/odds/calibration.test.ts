import { beforeAll, describe, expect, test } from 'vitest';
import { reliabilityOf } from '../../../../lib/domain/odds/record';
import { hours, inDay, weekly, type Case, type Method } from '../../../bench/backtest';
import { readSeries, type Series } from '../../../bench/series';
import { simulate, type Rep } from '../../../bench/simulate';
import { patience } from '../arbitrary';

const steady: Rep = { level: 8, bursts: 0, drift: 0, away: 0 };
const bursty: Rep = { level: 6, bursts: 0.8, drift: 0.03, away: 0.04 };
const drifting: Rep = { level: 12, bursts: 0.3, drift: 0.08, away: 0.02 };
const fewer: Rep = { level: 2, bursts: 1.2, drift: 0.05, away: 0.04 };
const reps = [steady, bursty, drifting, fewer];

let series: readonly Series[];
beforeAll(() => {
  series = readSeries(simulate([...reps, ...reps], 330, 1));
});

const said = (method: Method, cases: readonly Case[]) =>
  reliabilityOf(cases.map(({ stated, reached }) => ({ stated: stated[method], reached })));

/** Three standard errors of a share, for cases of which two say as much as one. */
const slack = (count: number, share: number) => 3 * Math.sqrt((2 * share * (1 - share)) / count);

/** The map that ships knows what was said before each day, not at each hour. */
const off = { odds: 0.04, 'as shipped': 0.05 } as const;
const ours = ['odds', 'as shipped'] as const;

describe('what is said of simulated reps comes true', { timeout: patience }, () => {
  test('while the day is under way', () => {
    const days = series.map(inDay);
    for (const hour of hours) {
      const cases = days.flatMap((day) => day.get(hour)?.cases ?? []);
      expect(cases.length).toBeGreaterThan(500);
      for (const method of ours) {
        const odds = said(method, cases);
        expect(odds.calibrationError).toBeLessThan(off[method]);
        for (const { stated, reached, count } of odds.bins)
          expect(Math.abs(stated - reached)).toBeLessThan(0.03 + slack(count, stated));
        expect(odds.brier).toBeLessThan(said('own frequency', cases).brier);
        expect(odds.brier).toBeLessThan(said('linear pace', cases).brier);
      }
    }
  });

  test('before the week, of the targets that are called likely enough', () => {
    const weeks = series.map(weekly);
    for (const method of [...ours, 'uncorrected'] as const) {
      const called = weeks.flatMap((week) => week.called.get(method) ?? []);
      const claimed = called.reduce((sum, one) => sum + one.claimed, 0) / called.length;
      const hit = called.filter(({ reached }) => reached).length / called.length;
      expect(called.length).toBeGreaterThan(200);
      expect(claimed).toBeGreaterThanOrEqual(0.8);
      expect(claimed).toBeLessThan(0.84);
      expect(Math.abs(hit - claimed)).toBeLessThan(slack(called.length, claimed));
    }
  });
});
