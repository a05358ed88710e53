import type { DayKey } from '../day';
import type { Tally } from '../tally';
import type { NudgeRecord } from './nudge';

/** What speaking added, in actions of the hour that followed. */
export type NudgeEffect =
  | { readonly known: false; readonly moments: number }
  | {
      readonly known: true;
      readonly moments: number;
      /** Mean of the hours after a spoken nudge less that after a withheld one. */
      readonly added: number;
      /** 80 % interval around it. */
      readonly low: number;
      readonly high: number;
      /** Whether the interval excludes any benefit: then Foothold stops speaking by itself. */
      readonly harmful: boolean;
    };

/** To see 0.4 actions at a spread of 2 with 15 % withheld takes about so many moments. */
export const enoughMoments = 300;
const enoughWithheld = 30;
/** 90th percentile of the normal distribution: with so many moments it serves for Welch's t. */
const z90 = 1.2815515655446004;
const hour = 60;

/**
 * Compares the hours after spoken nudges with those after withheld ones: the difference of the means with an 80 %
 * interval by Welch, added ± z · √(s²/n + s²/m). Not known before 300 moments, 30 of them withheld.
 * The rep's own rules are no part of it: they are never withheld.
 *
 * @param tallies of the days of these moments
 * @example 255 spoken with a mean of 2.4, 45 withheld with 2.0, spread 2: added 0.4, from −0.01 to 0.81
 */
export function nudgeEffect(
  records: readonly NudgeRecord[],
  tallies: readonly Tally[],
): NudgeEffect {
  const minutes = minutesByDay(tallies);
  const after = ({ day, minute }: NudgeRecord) =>
    (minutes.get(day) ?? []).filter((at) => at > minute && at <= minute + hour).length;
  const ours = records.filter(({ reason }) => reason !== 'cue');
  const spoken = ours.filter(({ withheld }) => !withheld).map(after);
  const withheld = ours.filter((record) => record.withheld).map(after);
  const moments = ours.length;
  if (moments < enoughMoments || withheld.length < enoughWithheld || spoken.length < enoughWithheld)
    return { known: false, moments };
  const added = mean(spoken) - mean(withheld);
  const half = z90 * Math.sqrt(errorOfMean(spoken) + errorOfMean(withheld));
  const high = added + half;
  return { known: true, moments, added, low: added - half, high, harmful: high <= 0 };
}

function minutesByDay(tallies: readonly Tally[]): ReadonlyMap<DayKey, readonly number[]> {
  const days = new Map<DayKey, number[]>();
  for (const { day, minutes } of tallies) days.set(day, [...(days.get(day) ?? []), ...minutes]);
  return days;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Squared standard error of the mean. */
function errorOfMean(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return squares / (values.length - 1) / values.length;
}
