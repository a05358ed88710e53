import { isDay } from './day';
import type { Goal } from './goal';
import { lastDayOfTrial } from './rangeCredit';
import { longestText } from './terms';

export type TermsProblem =
  | 'text-too-long'
  | 'agreed-not-a-day'
  | 'start-not-a-day'
  | 'start-after-span'
  | 'hold-not-days'
  | 'hold-ends-before-start'
  | 'hold-outside-span'
  | 'ramp-of-long-period'
  | 'ramp-without-base'
  | 'ramp-not-upwards'
  | 'ramp-step-out-of-range'
  | 'trial-not-days'
  | 'trial-ends-before-start'
  | 'trial-too-long'
  | 'bite-not-whole'
  | 'bites-of-long-period'
  | 'minutes-not-positive'
  | 'worth-negative';

/** Whether a part of a day can have so many. */
export function isBite(count: number): boolean {
  return Number.isInteger(count) && count >= 0;
}

/** What makes the terms of a goal impossible. */
export function checkTerms(goal: Goal): Record<TermsProblem, boolean> {
  const { hold, ramp, trial, agreed, bites, starts, minutes, worth, period } = goal;
  const texts = [goal.objective, goal.owner, goal.commitment, goal.reward, agreed?.with];
  const trialDays = trial && isDay(trial.from) && isDay(trial.until) ? trial : undefined;
  const span = period === 'own' ? goal : undefined;
  const holdDays = hold && [hold.from, hold.until ?? hold.from];
  return {
    'text-too-long': texts.some((text) => (text?.length ?? 0) > longestText),
    'agreed-not-a-day': agreed !== undefined && !isDay(agreed.on),
    'start-not-a-day': starts !== undefined && !isDay(starts),
    'start-after-span': span !== undefined && starts !== undefined && starts > span.last,
    'hold-not-days': holdDays !== undefined && !holdDays.every(isDay),
    'hold-ends-before-start': hold?.until !== undefined && hold.until < hold.from,
    'hold-outside-span':
      span !== undefined &&
      hold !== undefined &&
      (hold.from > span.last || (hold.until ?? span.last) < span.first),
    'ramp-of-long-period': ramp !== undefined && period !== 'day' && period !== 'week',
    'ramp-without-base': ramp !== undefined && !(ramp.base > 0),
    'ramp-not-upwards': ramp !== undefined && !(goal.target > ramp.base),
    'ramp-step-out-of-range': ramp !== undefined && !(ramp.step >= 0.01 && ramp.step <= 0.5),
    'trial-not-days': trial !== undefined && !trialDays,
    'trial-ends-before-start': trialDays !== undefined && trialDays.until < trialDays.from,
    'trial-too-long': trialDays !== undefined && trialDays.until > lastDayOfTrial(trialDays.from),
    'bite-not-whole': bites?.some(({ count }) => !isBite(count)) ?? false,
    'bites-of-long-period': bites !== undefined && period !== 'day',
    'minutes-not-positive': minutes !== undefined && !(minutes > 0),
    'worth-negative': worth !== undefined && !(worth >= 0),
  };
}
