import type { DayKey } from './day';
import { addDays } from './day';
import type { Range } from './goal';

/** A trial ends after so many weeks at the latest. */
export const longestTrialWeeks = 8;

/**
 * A limit to what more than the ceiling earns, tried for some weeks. Caps are known to cost effort: "How to Really
 * Motivate Salespeople" (Chung, HBR 2015) reports that a company which removed its caps sold more. So it is a trial with
 * an end, and the surface that offers it says so.
 */
export interface Trial {
  /** `cap`: nothing above the ceiling. `slow`: a tenth for each further step as wide as target to ceiling. */
  readonly rule: 'cap' | 'slow';
  readonly from: DayKey;
  /** The last day, at most eight weeks after the first. */
  readonly until: DayKey;
}

/** The last day a trial may have. */
export function lastDayOfTrial(from: DayKey): DayKey {
  return addDays(from, longestTrialWeeks * 7 - 1);
}

/**
 * What a result within a success range is worth, as a part of the target: with a = floor, G = target, b = ceiling, 0
 * below a; 0.5 + 0.5 (x − a) / (G − a) up to G; 1 + 0.25 (x − G) / (b − G) from there on. Above b, a trial decides: `cap`
 * stays at 1.25, `slow` adds 0.1 (x − b) / (b − G). A wider range is a slower rise, so who is less sure of the target
 * wins and loses less with each action.
 *
 * @param x actions done, 0 or more
 * @param rule of a trial that is on
 * @returns 0, or 0.5 to 1.25, and above 1.25 without a cap; never falls as x rises
 * @example rangeCredit(19, { target: 20, floor: 18, ceiling: 25 }) === 0.75
 * @example rangeCredit(30, { target: 20, floor: 18, ceiling: 25 }, 'slow') === 1.35
 */
export function rangeCredit(
  x: number,
  { target, floor, ceiling }: Range & { readonly target: number },
  rule?: Trial['rule'],
): number {
  if (x < floor) return 0;
  if (x <= target) return 0.5 + (0.5 * (x - floor)) / (target - floor);
  const within = 1 + (0.25 * (x - target)) / (ceiling - target);
  if (x <= ceiling || rule === undefined) return within;
  return rule === 'cap' ? 1.25 : 1.25 + (0.1 * (x - ceiling)) / (ceiling - target);
}

/** The rule of a trial on a day; nothing before and after it. */
export function trialRule(trial: Trial | undefined, day: DayKey): Trial['rule'] | undefined {
  return trial && trial.from <= day && day <= trial.until ? trial.rule : undefined;
}
