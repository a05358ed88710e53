import { mostTarget } from '../goal';

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
