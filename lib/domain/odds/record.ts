import type { Resolved } from './recalibration';

/** Forecasts with about the same stated chance. */
export interface Bin {
  /** 0 to 1, `to` not included except in the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was stated. */
  readonly stated: number;
  /** Share that was reached. */
  readonly reached: number;
}

/** How good a set of forecasts was. */
export interface Reliability {
  readonly count: number;
  /** Mean squared distance of what was stated from what came, 0 to 1; lower is better. */
  readonly brier: number;
  /** Mean distance of stated from reached over the bins, each by its size, 0 to 1. */
  readonly calibrationError: number;
  /** Of equal width, without empty ones. */
  readonly bins: readonly Bin[];
}

const binCount = 10;

/** How good forecasts were. @returns NaN for the figures of no forecasts at all */
export function reliabilityOf(
  resolved: readonly Pick<Resolved, 'stated' | 'reached'>[],
): Reliability {
  const sums = Array.from({ length: binCount }, () => ({ count: 0, stated: 0, reached: 0 }));
  let squares = 0;
  for (const { stated, reached } of resolved) {
    squares += (stated - Number(reached)) ** 2;
    const bin = sums[Math.min(binCount - 1, Math.floor(stated * binCount))];
    if (!bin) continue;
    bin.count += 1;
    bin.stated += stated;
    bin.reached += Number(reached);
  }
  const off = sums.reduce((sum, { stated, reached }) => sum + Math.abs(stated - reached), 0);
  return {
    count: resolved.length,
    brier: squares / resolved.length,
    calibrationError: off / resolved.length,
    bins: sums.flatMap(({ count, stated, reached }, index) =>
      count > 0
        ? [
            {
              from: index / binCount,
              to: (index + 1) / binCount,
              count,
              stated: stated / count,
              reached: reached / count,
            },
          ]
        : [],
    ),
  };
}

/**
 * What the rep is told: of the goals that were called about so likely, how many were reached.
 *
 * @param near how far a stated chance may be off and still be called that
 * @example calledAbout(resolved, 0.8) // { called: 10, reached: 8 }: "of goals called 80 %, 8 of 10 were reached"
 */
export function calledAbout(
  resolved: readonly Pick<Resolved, 'stated' | 'reached'>[],
  chance: number,
  near = 0.05,
): { readonly called: number; readonly reached: number } {
  // A hair more than `near`: 0.85 - 0.8 is not 0.05.
  const called = resolved.filter(({ stated }) => Math.abs(stated - chance) < near + 1e-9);
  return { called: called.length, reached: called.filter(({ reached }) => reached).length };
}
