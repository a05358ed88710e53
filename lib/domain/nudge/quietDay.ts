import type { Standing } from '../standing';
import { asGoodAsReached } from './nudge';

/**
 * Whether a quiet day is worth offering: something is still open, and all of it is as good as reached. Odds that rest on
 * other people's figures are no odds here.
 */
export function fitsQuietDay({ goals, rest }: Pick<Standing, 'goals' | 'rest'>): boolean {
  const open = goals.filter(({ done, target, hold }) => !hold && done < target);
  return (
    rest === null &&
    open.length > 0 &&
    open.every(({ odds }) => odds !== undefined && !odds.rough && odds.p > asGoodAsReached)
  );
}
