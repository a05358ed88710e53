import type { Range } from '../goal';
import { largestTarget } from './target';

const sure = 0.9;
const stretching = 0.2;

/**
 * The success range that the rep's own ups and downs suggest: from what is reached with a chance of 0.9 to what is
 * reached with 0.2. Steady days make it narrow, changing ones wide. Kept within 0.8 to 0.95 and 1.1 to 1.5 of the target,
 * and at least one action away from it.
 *
 * @param target whole actions, 1 to 9999
 * @param chance of so many actions; never rises with them
 * @example rangeByOdds(20, (count) => (30 - count) / 30) // { floor: 16, ceiling: 24 }: 3 and 24 by chance alone
 */
export function rangeByOdds(target: number, chance: (count: number) => number): Range {
  const low = largestTarget(chance, sure) ?? 0;
  const high = largestTarget(chance, stretching) ?? 0;
  const within = (value: number, least: number, most: number) =>
    Math.min(Math.max(value, Math.round(least)), Math.round(most));
  return {
    floor: Math.max(0, Math.min(within(low, (8 * target) / 10, (19 * target) / 20), target - 1)),
    ceiling: Math.max(within(high, (11 * target) / 10, (3 * target) / 2), target + 1),
  };
}
