import type { ActionKind } from '../action';
import type { DayKey, Span } from '../day';
import { daysOf } from '../day';
import type { GoalVersion } from '../goal';
import { heldDays, workedDays } from '../hold';
import { countIn, countsOf } from '../history';
import { workdaysIn, type Schedule } from '../schedule';
import type { GoalStanding } from '../standing';
import type { Tally } from '../tally';
import type { Resolved } from './recalibration';

/** What the rep was told of a goal when its period was first shown. */
export interface Said extends Span {
  readonly id: string;
  readonly kinds: readonly ActionKind[];
  readonly target: number;
  readonly p: number;
  /** How many days of the period were workdays then; an earlier version did not keep it. */
  readonly workdays?: number;
}

/** The last so many are kept: two or three goals a day over half a year. */
export const mostSaid = 400;

/**
 * The odds said so far, with those of periods that are shown for the first time; the same list when there are none. What
 * is rough goes by other people's figures and is not held against the rep's.
 */
export function withSaid(
  before: readonly Said[],
  goals: readonly GoalStanding[],
  schedule: Schedule,
): readonly Said[] {
  const known = new Set(before.map(({ id, first }) => `${first} ${id}`));
  const fresh = goals.flatMap(({ id, kinds, target, odds }) =>
    odds && !odds.rough && !known.has(`${odds.span.first} ${id}`)
      ? [
          {
            id,
            kinds,
            target,
            p: odds.p,
            workdays: workdaysIn(daysOf(odds.span), schedule),
            ...odds.span,
          },
        ]
      : [],
  );
  return fresh.length > 0 ? [...before, ...fresh].slice(-mostSaid) : before;
}

/**
 * How what was said came out, of periods that are over. One with a day on hold, or with more or fewer workdays than it
 * had then, is left out: that was another period than the one that was spoken of.
 *
 * @param tallies from the first day of the first on
 */
export function resolveSaid(
  said: readonly Said[],
  tallies: readonly Tally[],
  versions: readonly GoalVersion[],
  schedule: Schedule,
  today: DayKey,
): readonly Resolved[] {
  const worked = workedDays(tallies);
  return said
    .filter(({ last }) => last < today)
    .flatMap(({ id, kinds, target, p, first, last, workdays }) => {
      const days = daysOf({ first, last });
      if (heldDays(versions, id, days, today, schedule, worked).size > 0) return [];
      // Without what was known then, any leave may have been taken since.
      const then = workdays ?? workdaysIn(days, { ...schedule, daysOff: [] });
      if (workdaysIn(days, schedule) !== then) return [];
      return [{ stated: p, reached: countIn(countsOf(tallies, kinds), days) >= target }];
    });
}
