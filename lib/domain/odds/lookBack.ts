import { forecast, type Forecast } from './forecast';
import type { History } from './history';
import type { Resolved } from './recalibration';
import { largestTarget } from './target';

/** Chances at which the targets of a past period stand for all that it could have been asked for. */
const standIns = [0.5, 0.65, 0.8, 0.9];

/**
 * What a forecast said of a few targets, those that nobody chose included, and how they came out. They hang together,
 * so together they weigh as much as one.
 */
export function resolve({ chance }: Forecast, total: number): readonly Resolved[] {
  const targets = new Set(standIns.map((least) => largestTarget(chance, least) ?? 1));
  return [...targets].map((target) => ({
    stated: chance(target),
    reached: total >= target,
    weight: 1 / targets.size,
  }));
}

/** The last periods looked back on; more would be about another season. */
const mostPeriods = 52;

/**
 * What would have been said before each of the last periods of so many workdays, and what came: the evidence for a
 * recalibration. Nothing has to be stored for it, and each forecast knows the days before it only.
 *
 * @param days workdays of a period, 1 or more
 * @param least workdays of history that a forecast needs to count here
 */
export function lookBack(history: History, days: number, least: number): readonly Resolved[] {
  const resolved: Resolved[] = [];
  const nothingYet = { earlier: 0, today: { done: 0, lately: false } };
  let known = history.days.length - days;
  for (let period = 0; period < mostPeriods && known >= least; period++) {
    const first = history.days[known];
    if (!first) break;
    const ahead = { weekday: first.weekday, minute: -Infinity, days: days - 1 };
    const said = forecast(history, known, nothingYet, ahead);
    const total = (history.before[known + days] ?? 0) - (history.before[known] ?? 0);
    if (said) resolved.push(...resolve(said, total));
    known -= days;
  }
  return resolved;
}
