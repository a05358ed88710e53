import { mostTarget } from '../lib/domain/goal';

/**
 * Where the slider beside a target ends: twice the largest of what is known about the goal, rounded up. What is dragged is
 * not part of it, so the slider keeps still under the hand.
 *
 * @param known what it was when it was opened, what the rep usually does, what is 80 % likely; null where that is unknown
 * @returns whole actions, 10 to 9999
 * @example slideEnd(8, 7.6, null) === 20
 */
export function slideEnd(...known: readonly (number | null)[]): number {
  const wide = 2 * Math.max(5, ...known.map((one) => one ?? 0));
  const unit = Math.max(5, 10 ** Math.floor(Math.log10(wide)) / 2);
  return Math.min(mostTarget, Math.ceil(wide / unit) * unit);
}
