import type { ActiveGoal } from '../activeGoals';
import { daysOf, type Span } from '../day';
import type { Moment } from '../pace';
import type { Tally } from '../tally';
import { said, type Past } from './past';

/** How likely a goal is reached in its period under way. */
export interface Odds {
  /** 0.001 to 0.999: neither is certain. */
  readonly p: number;
  /** Rests on fewer than ten workdays of the rep, and on other people's figures. */
  readonly rough: boolean;
  /** The days it is about. */
  readonly span: Span;
  /** By history alone, where the rep expects something else. */
  readonly byHistory?: number;
}

/** @returns null where there is nothing to say: on hold, reached, or too little known */
export function goalOdds(
  { goal, span, schedule, done, held }: ActiveGoal,
  past: Past,
  tallies: readonly Tally[],
  now: Moment,
): Odds | null {
  if (held || done >= goal.target) return null;
  const days = daysOf(span);
  const forecast = said(past, { days, kinds: goal.kinds, tallies, schedule, now });
  if (!forecast) return null;
  const { chance, rough, byHistory } = forecast;
  const usual = byHistory && { byHistory: byHistory(goal.target) };
  return { p: chance(goal.target), rough, span, ...usual };
}
