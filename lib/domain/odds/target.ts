import { mostTarget, type Goal } from '../goal';

/** The confidence that a goal should be set with. */
export const confident = 0.8;

/**
 * The largest target that is reached with at least this chance: G80 = max{g: P(X ≥ g) ≥ 0.80}.
 *
 * @param chance never rises with the target
 * @returns whole actions, 1 to 9999; null when even one action is less likely
 * @example largestTarget((target) => 1 - target / 10) === 2
 */
export function largestTarget(
  chance: (target: number) => number,
  least = confident,
): number | null {
  if (chance(1) < least) return null;
  // Doubling first: targets are small, and small ones are quick to judge.
  let reached = 1;
  while (2 * reached <= mostTarget && chance(2 * reached) >= least) reached *= 2;
  let missed = Math.min(2 * reached, mostTarget + 1);
  while (missed - reached > 1) {
    const middle = (reached + missed) >> 1;
    if (chance(middle) >= least) reached = middle;
    else missed = middle;
  }
  return reached;
}

export type Band = 'unrealistic' | 'ambitious' | 'right' | 'safe' | 'too-easy';

/**
 * What to call a goal that is reached with this chance. Its own edge belongs to the band above, but 0.95 is still safe.
 *
 * @example bandOf(0.8) === 'right'
 */
export function bandOf(chance: number): Band {
  if (chance < 0.5) return 'unrealistic';
  if (chance < 0.7) return 'ambitious';
  if (chance < 0.9) return 'right';
  return chance <= 0.95 ? 'safe' : 'too-easy';
}

export type NextStep = 'lower' | 'lengthen' | 'ramp' | 'keep' | 'raise';

/** A ramp leads half as high again. */
const mostRamp = 1.5;

/**
 * The one thing to do about a goal in its band: what is out of reach is lowered, or ramped up to where that is near
 * enough; what is ambitious gets longer while it is for a day.
 *
 * @param best the largest target that is 80 % likely
 */
export function nextStep(
  band: Band,
  { period, target }: Pick<Goal, 'period' | 'target'>,
  best: number | null,
): NextStep {
  switch (band) {
    case 'unrealistic':
      return best !== null && target <= mostRamp * best ? 'ramp' : 'lower';
    case 'ambitious':
      return period === 'day' ? 'lengthen' : 'lower';
    case 'right':
      return 'keep';
    case 'safe':
    case 'too-easy':
      return 'raise';
  }
}
