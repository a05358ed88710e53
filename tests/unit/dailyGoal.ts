import { defaultRange, type DayGoal } from '../../lib/domain/goal';
import type { Terms } from '../../lib/domain/terms';

/** So many calls a day, with the usual range. */
export function daily(target: number, terms: Terms = {}): DayGoal {
  return { period: 'day', kinds: ['call'], target, ...defaultRange(target), ...terms };
}
