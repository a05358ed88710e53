import { nameOfKinds } from '../action';
import type { Goal } from '../goal';
import type { Forecast } from './forecast';
import { bandOf } from './target';

/**
 * Whether a rep should not set themselves this goal: it is missed more often than not. What asks no more than before, a
 * goal that a ramp leads to, a raise that says what will change (the odds know only what was), and what only other
 * people's figures speak against, stay the rep's choice; a company's target is not theirs to choose.
 *
 * @param before the goal as it was saved last
 */
export function tooUnlikely(
  goal: Goal,
  before: Goal | undefined,
  { chance, rough }: Forecast,
): boolean {
  if (rough || goal.ramp || goal.change || goal.layer === 'company') return false;
  const same =
    before?.period === goal.period && nameOfKinds(before.kinds) === nameOfKinds(goal.kinds);
  if (same && goal.target <= before.target) return false;
  return bandOf(chance(goal.target)) === 'unrealistic';
}
