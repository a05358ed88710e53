import { describe, expect, it } from 'vitest';
import { nudgeEffect } from '../../../../lib/domain/nudge/effect';
import type { NudgeRecord } from '../../../../lib/domain/nudge/nudge';
import type { Tally } from '../../../../lib/domain/tally';

const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);

/** One moment a day at minute 600, followed by so many actions in the hour after it. */
function moments(hours: readonly { readonly withheld: boolean; readonly actions: number }[]) {
  const records: NudgeRecord[] = hours.map(({ withheld }, index) => ({
    at: Date.UTC(2026, 0, 1 + index, 10),
    day: day(index),
    minute: 600,
    reason: 'open',
    withheld,
  }));
  const tallies: Tally[] = hours.map(({ actions }, index) => ({
    day: day(index),
    kind: 'call',
    minutes: [
      600,
      ...Array.from({ length: actions }, (_, action) => 601 + ((action * 7) % 60)),
      661,
    ].sort((a, b) => a - b),
  }));
  return [records, tallies] as const;
}

/** Spread evenly around a mean: `mean − 2` and `mean + 2` by turns, so the variance is 4 · n / (n − 1). */
const around = (mean: number, count: number, withheld: boolean) =>
  Array.from({ length: count }, (_, index) => ({
    withheld,
    actions: mean + (index % 2 === 0 ? -2 : 2),
  }));

describe('nudgeEffect', () => {
  it('does not know before 300 moments, nor with fewer than 30 withheld', () => {
    expect(nudgeEffect(...moments(around(3, 299, false)))).toEqual({ known: false, moments: 299 });
    const few = [...around(3, 400, false), ...around(2, 29, true)];
    expect(nudgeEffect(...moments(few))).toEqual({ known: false, moments: 429 });
  });

  it('is the difference of the hours after, with Welch’s 80 % interval', () => {
    const hours = [...around(4, 256, false), ...around(3, 46, true)];
    const effect = nudgeEffect(...moments(hours));
    // 1.28155 · √(4 / 255 + 4 / 45) = 0.41443, by hand
    expect(effect).toMatchObject({ known: true, moments: 302, added: 1, harmful: false });
    expect(effect.known && effect.low).toBeCloseTo(0.58557, 4);
    expect(effect.known && effect.high).toBeCloseTo(1.41443, 4);
  });

  it('takes the 90th percentile of the normal distribution as SciPy has it', () => {
    const effect = nudgeEffect(...moments([...around(4, 256, false), ...around(3, 46, true)]));
    const error = Math.sqrt(4 / 255 + 4 / 45);
    expect(effect.known && (effect.high - effect.added) / error).toBeCloseTo(1.2815515655446004, 9);
  });

  it('calls speaking harmful only when the interval excludes any benefit', () => {
    const same = [...around(3, 256, false), ...around(3, 46, true)];
    expect(nudgeEffect(...moments(same))).toMatchObject({ added: 0, harmful: false });
    // A quarter less, ± 0.42: there may still be a benefit.
    const perhaps = [...around(3, 256, false), ...around(3, 36, true), ...around(4, 12, true)];
    const effect = nudgeEffect(...moments(perhaps));
    expect(effect).toMatchObject({ added: -0.25, harmful: false });
    expect(effect.known && effect.high).toBeGreaterThan(0);
    const worse = [...around(3, 256, false), ...around(4, 46, true)];
    expect(nudgeEffect(...moments(worse))).toMatchObject({ added: -1, harmful: true });
  });
});
