import type { DayKey } from './day';
import type { Standing } from './standing';

/** What was told on the last day on which anything was. */
export interface Nudges {
  readonly day: DayKey;
  /** UTC ms, earliest first. */
  readonly at: readonly number[];
  /** The rep wants no more of it on that day. */
  readonly quietOn?: DayKey;
}

const mostADay = 3;
const apart = 45 * 60_000;
/** A machine that was asleep wakes up to checkpoints long gone, ms. */
const lateBy = 5 * 60_000;

/**
 * Whether a checkpoint has just passed with the foothold that was due at it open, and there is a next small step to
 * name. Never while goals rest (paused, day off, after hours, reached), at most 3 a day and 45 minutes apart. A foothold
 * that would only have put the rep ahead of the plan is no reason to speak.
 *
 * @param before the standing that was shown until now
 * @param after the standing that follows it
 */
export function mayNudge(before: Standing | null, after: Standing, told: Nudges): boolean {
  const now = after.computedAt;
  return (
    before !== null &&
    missed(before, now) &&
    after.foothold !== null &&
    after.rest === null &&
    told.quietOn !== after.day &&
    (told.day !== after.day || told.at.length < mostADay) &&
    now - (told.at.at(-1) ?? -Infinity) >= apart
  );
}

function missed({ foothold }: Standing, now: number): boolean {
  if (!foothold || foothold.done >= foothold.size) return false;
  const late = now - foothold.by;
  return foothold.due === 'checkpoint' && foothold.reason === 'need' && late >= 0 && late <= lateBy;
}

/** With one more, told now. */
export function withNudge(told: Nudges, { day, computedAt }: Standing): Nudges {
  return { ...told, day, at: told.day === day ? [...told.at, computedAt] : [computedAt] };
}
