import { expect, it } from 'vitest';
import { cost } from '../../bench/cost';
import { patience } from '../domain/arbitrary';

it(
  'what goals and odds cost is told as a multiple of one tally read',
  { timeout: patience },
  async () => {
    const [heading, ...lines] = await cost(200, 1);
    // 143 workdays of five kinds, of which one in 17 brings nothing.
    expect(heading).toMatch(
      /^Cost, 200 days and five goals \(6\d\d tallies in fake-indexeddb, medians of 1\)$/,
    );
    const figures = lines.map((line) => {
      const [, what = '', ms, reads] =
        /^ {2}(.+?) +(\d+\.\d) ms = (\d+\.\d\d) tally reads$/.exec(line) ?? [];
      return { what, ms: Number(ms), reads: Number(reads) };
    });
    expect(figures.map(({ what }) => what)).toEqual([
      'one tally read',
      'odds of five goals under way, with each standing',
      'a whole standing without odds, from half a year',
      'the same with odds',
      'five proposals for next week ("set to 80 %")',
      'history and recalibration of five goals, once a day',
      'what the goals allow and suggest (outlook), in the popup',
      'the popup’s sums of the day, week and month',
      'everything anew: all of the above but the proposals',
    ]);
    const [read] = figures;
    expect(read?.reads).toBe(1);
    // Printed to a tenth of a millisecond.
    for (const { ms, reads } of figures) {
      expect(reads).toBeGreaterThan((ms - 0.06) / ((read?.ms ?? 0) + 0.06) - 0.01);
      expect(reads).toBeLessThan((ms + 0.06) / ((read?.ms ?? 0) - 0.06) + 0.01);
    }
  },
);
