import type { ActionKind } from './action';
import type { DayKey } from './day';
import { weekdayOf } from './day';
import { countUntil } from './odds/history';
import type { Shares } from './plan';
import { byHours } from './plan';
import type { Weekday } from './schedule';
import type { Tally } from './tally';

/** Worth of the uniform prior, in actions: κ. */
const prior = 10;
/** A weekday follows its own days once there are so many of them. */
const ownDays = 8;

/**
 * The rep's own shape of a day: s(t) = (Σ c(≤ t) + κ · u(t)) / (Σ c + κ) over the days before, u(t) the part of the
 * working hours gone by t, κ = 10 actions. A weekday with eight days or more that have any counts only those; the others
 * count all days.
 *
 * @param day only days before it count
 * @returns 0 to 1, never falling over a day; the uniform one where nothing was counted
 * @example 30 calls before 10:00 in the past, 10 after, at 10:00 of a day from 08:00 to 17:00: (30 + 10 · 2 / 9) / 50 = 0.644
 */
export function ownShares(
  tallies: readonly Tally[],
  kinds: readonly ActionKind[],
  day: DayKey,
): Shares {
  // Most goals are looked at without their route, and the past is long: it is read when somebody asks.
  let minutesOn: ((on: DayKey) => readonly number[]) | undefined;
  return (minute, hours, on) => {
    minutesOn ??= minutesBefore(tallies, kinds, day);
    const minutes = minutesOn(on);
    if (minutes.length === 0) return byHours(minute, hours, on);
    const uniform = Math.min(1, Math.max(0, byHours(minute, hours, on)));
    return (countUntil(minutes, minute) + prior * uniform) / (minutes.length + prior);
  };
}

/** The minutes that tell the shape of a day, ascending: those of its own weekday, or of all days. */
function minutesBefore(tallies: readonly Tally[], kinds: readonly ActionKind[], day: DayKey) {
  const past = tallies.filter((tally) => tally.day < day && kinds.includes(tally.kind));
  const all = past.flatMap(({ minutes }) => minutes).sort((a, b) => a - b);
  const ofWeekday = new Map<Weekday, readonly number[]>();
  return (on: DayKey): readonly number[] => {
    const weekday = weekdayOf(on);
    const known = ofWeekday.get(weekday);
    if (known) return known;
    const same = past.filter((tally) => weekdayOf(tally.day) === weekday);
    const enough = new Set(same.map((tally) => tally.day)).size >= ownDays;
    const minutes = enough ? same.flatMap((tally) => tally.minutes).sort((a, b) => a - b) : all;
    ofWeekday.set(weekday, minutes);
    return minutes;
  };
}
