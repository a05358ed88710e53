import type { Goal } from './goal';

/** So many goals a day have a rep's full attention. */
export const recommendedDaily = 3;
/** More goals than this at a time are refused. */
export const mostActive = 5;

export interface Focus {
  /** Day goals that ask for something, as a part of the three that are recommended. */
  readonly load: number;
  /** `ask`: a fourth day goal is there, which one should rest? `refused`: more than five at a time. */
  readonly verdict: 'fine' | 'ask' | 'refused';
}

/**
 * Whether a rep's goals are few enough. Parked ones do not count; held ones do, since they come back.
 *
 * @example three day goals and a week goal: { load: 1, verdict: 'fine' }
 */
export function focusOf(goals: readonly Pick<Goal, 'period' | 'parked'>[]): Focus {
  const active = goals.filter(({ parked }) => !parked);
  const daily = active.filter(({ period }) => period === 'day').length;
  const verdict =
    active.length > mostActive ? 'refused' : daily > recommendedDaily ? 'ask' : 'fine';
  return { load: daily / recommendedDaily, verdict };
}
