import { expect, it } from 'vitest';
import { broken } from './broken';
import { yearOf } from './yearOf';

it('obeys every limit over a year of 200 reps', { timeout: 180_000 }, () => {
  const years = Array.from({ length: 200 }, (_, index) => {
    const year = yearOf(index + 1);
    expect(broken(year.spoken), `rep ${String(index + 1)}`).toEqual([]);
    return year;
  });
  // Reps who are never spoken to would obey as well, and a limit that nobody comes near is not tried.
  const reasons = many(years.flatMap(({ spoken }) => spoken.map(({ record }) => record.reason)));
  const silences = many(years.flatMap((year) => year.silences));
  expect(Object.keys(reasons)).toHaveLength(5);
  expect(Object.keys(silences)).toHaveLength(11);
  expect(Math.min(...Object.values(reasons))).toBeGreaterThan(100);
  expect(Math.min(...Object.values(silences))).toBeGreaterThan(300);
  // Each of them had something to keep back: without it alone, there was a nudge.
  const decisive = many(years.flatMap((year) => year.decisive));
  expect(Object.keys(decisive)).toHaveLength(11);
  expect(Math.min(...Object.values(decisive))).toBeGreaterThan(100);
  const days = years.map(({ spoken }) => new Set(spoken.map(({ record }) => record.day)).size);
  expect(days.reduce((sum, one) => sum + one, 0) / days.length).toBeGreaterThan(20);
  // What the rep asked for is never withheld; of the rest about 15 %.
  const own = years.flatMap(({ spoken }) => spoken.filter(({ record }) => record.reason !== 'cue'));
  const withheld = own.filter(({ record }) => record.withheld).length / own.length;
  expect(withheld).toBeGreaterThan(0.13);
  expect(withheld).toBeLessThan(0.17);
});

/** How often each comes. */
function many(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
