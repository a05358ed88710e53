/** What was once said of a target, and how it came out. */
export interface Resolved {
  /** The chance that was stated, 0 to 1. */
  readonly stated: number;
  readonly reached: boolean;
  /** 1 without; less where several targets of one period stand for one another. */
  readonly weight?: number;
}

/** From a stated chance to the one that has been seen behind such words. Never falls; 0 and 1 stay what they are. */
export type Recalibration = (stated: number) => number;

/** A recalibration in two numbers, to be kept. */
export interface Fit {
  /** a; 0 without evidence. */
  readonly level: number;
  /** b; 1 without evidence. */
  readonly slope: number;
}

/** Nothing is known of how such words came out. */
export const unfitted: Fit = { level: 0, slope: 1 };

/** How many forecasts it takes to move level and slope of the map half of the way. */
const doubt = { level: 60, slope: 40 };
/** Flatter or steeper than this, the forecasts tell nothing that a map could mend. */
const slopes = { least: 0.25, most: 4 };
const mostSteps = 20;
const closeEnough = 1e-9;

/**
 * One map for all of a rep's forecasts: q = σ(a + b · logit p), with a drawn to 0 and b to 1 until there is evidence
 * against that (a maximum a posteriori logistic fit by Newton's steps; Platt 1999, over log odds). It is the only
 * correction: targets are read off behind it.
 *
 * @param resolved in any order; none gives the identity
 * @example eighty of a hundred goals called 90 % were reached: 0.9 is now said as 0.84
 */
export function recalibration(resolved: readonly Resolved[]): Recalibration {
  return recalibrationOf(fitOf(resolved));
}

/** The map that a fit stands for. */
export function recalibrationOf({ level, slope }: Fit): Recalibration {
  return (stated) => (stated <= 0 || stated >= 1 ? stated : sigma(level + slope * logit(stated)));
}

/** Level and slope by what came. @param resolved in any order */
export function fitOf(resolved: readonly Resolved[]): Fit {
  const rows = resolved.map(({ stated, reached, weight = 1 }) => ({
    x: logit(stated),
    y: Number(reached),
    weight,
  }));
  let level = 0;
  let slope = 1;
  for (let step = 0; step < mostSteps; step++) {
    let [down, tilt] = [doubt.level * level, doubt.slope * (slope - 1)];
    let [aa, ab, bb] = [doubt.level, 0, doubt.slope];
    for (const { x, y, weight } of rows) {
      const said = sigma(level + slope * x);
      const error = (said - y) * weight;
      const curve = said * (1 - said) * weight;
      down += error;
      tilt += error * x;
      aa += curve;
      ab += curve * x;
      bb += curve * x * x;
    }
    const area = aa * bb - ab * ab;
    const change = [(bb * down - ab * tilt) / area, (aa * tilt - ab * down) / area] as const;
    level -= change[0];
    slope = Math.min(slopes.most, Math.max(slopes.least, slope - change[1]));
    if (Math.abs(change[0]) + Math.abs(change[1]) < closeEnough) break;
  }
  return { level, slope };
}

function sigma(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Log odds, of a chance that is kept off 0 and 1. */
function logit(chance: number): number {
  const kept = Math.min(0.999, Math.max(0.001, chance));
  return Math.log(kept / (1 - kept));
}
