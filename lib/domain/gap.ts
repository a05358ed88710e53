/** A raise above this part of the four-week mean asks what will change. */
const freely = 0.1;
/** Of the working time so much can go into one activity. */
const mostOfWork = 0.7;
/** A volume less likely than this is out of reach. */
const leastLikely = 0.2;

/**
 * Whether a target is so far above what the last four weeks gave that something has to change for it.
 *
 * @param mean of the last four weeks, in actions of the goal's period; null while there is none
 * @example needsGapCard(23, 20) === true // 15 % more
 * @example needsGapCard(22, 20) === false // 10 % more
 */
export function needsGapCard(target: number, mean: number | null): boolean {
  return mean !== null && mean > 0 && target > mostFreely(mean);
}

/** The largest whole target for which nothing has to change. */
export function mostFreely(mean: number): number {
  return Math.floor(mean * (1 + freely) + 1e-9);
}

export interface GapInput {
  /** What comes out of it now, and what is wanted, in outcomes of a period. */
  readonly outcome: number;
  readonly wanted: number;
  /** Activities of a period now. */
  readonly activity: number;
  /** Minutes an activity takes; without it time is no limit. */
  readonly minutes?: number;
  /** Working minutes of a period. */
  readonly workMinutes?: number;
  /** Probability of doing so many activities in a period, 0 to 1. */
  readonly likely?: (activity: number) => number;
}

export interface Gap {
  /** Outcomes that are missing. */
  readonly gap: number;
  /** More of the same: so many activities, and so many minutes more. */
  readonly volume: {
    readonly activity: number;
    readonly moreMinutes: number | null;
    readonly possible: boolean;
  };
  /** The same, better: so many outcomes an activity. */
  readonly conversion: { readonly rate: number; readonly possible: boolean };
  /** A bit of both. */
  readonly mixed: { readonly activity: number; readonly rate: number; readonly possible: boolean };
}

/**
 * The gap between what comes out and what is wanted: O = N π, gap = O* − O. By volume N* = O* / π; by conversion
 * π* = O* / N; mixed each by √(O* / O). Volume is impossible where N* t is more than 0.7 of the working time or
 * P(N ≥ N*) < 0.2, conversion where π* > 1.
 *
 * @returns null where nothing came out of anything yet: then there is no rate to reckon with
 * @example 4 meetings from 80 calls, 6 wanted: gap 2; 120 calls, or 7.5 % instead of 5 %, or 98 calls at 6.1 %
 */
export function gapOf(input: GapInput): Gap | null {
  const { outcome, wanted, activity, minutes, workMinutes, likely } = input;
  if (!(outcome > 0 && activity > 0 && wanted > 0)) return null;
  const rate = outcome / activity;
  const feasible = (count: number) =>
    (minutes === undefined ||
      workMinutes === undefined ||
      count * minutes <= mostOfWork * workMinutes) &&
    (likely === undefined || likely(count) >= leastLikely);
  const volume = wanted / rate;
  const both = Math.sqrt(wanted / outcome);
  return {
    gap: wanted - outcome,
    volume: {
      activity: Math.ceil(volume - 1e-9),
      moreMinutes: minutes === undefined ? null : (volume - activity) * minutes,
      possible: feasible(volume),
    },
    conversion: { rate: wanted / activity, possible: wanted / activity <= 1 },
    mixed: {
      activity: Math.ceil(activity * both - 1e-9),
      rate: rate * both,
      possible: feasible(activity * both) && rate * both <= 1,
    },
  };
}
