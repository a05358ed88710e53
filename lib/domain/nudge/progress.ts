import type { Standing } from '../standing';
import type { SpokenNudge } from './spoken';

/** How many of what a rule of the rep's own asks were done since it was met. The page counts by it, too. */
export function doneOf(
  { kind, count, base = 0 }: SpokenNudge,
  { totals }: Pick<Standing, 'totals'>,
): number {
  return Math.max(0, Math.min(count, (totals[kind] ?? 0) - base));
}
