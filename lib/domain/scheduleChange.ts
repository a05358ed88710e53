import { isReviewed } from './adjustment';
import { addDays, daysOf, type DayKey } from './day';
import type { ReviewTimes } from './reviewTimes';
import {
  hoursOn,
  routineOn,
  type EarlierRoutine,
  type EarlierWeeks,
  type Routine,
  type Schedule,
} from './schedule';
import { textOf } from './textOf';
import { weekAround, weekStartOn } from './week';

/** A change a week over half a year; beyond it the oldest routine is forgotten. */
export const mostEarlier = 26;

/**
 * The schedule as it shall be from a day on. Hours and checkpoints of the days before stay as they were; days off are of
 * their own day, so they hold for the past, too: leave that is entered late is leave.
 *
 * Another first day of the week begins with the next week: this one is as it was when it began, unless all there is to
 * judge of lies in it. Reviews of every second week go on in turn.
 *
 * A change of the same day replaces, and what was only tried out leaves no trail.
 *
 * @param wanted what it says of earlier routines is not looked at
 * @param since the first day that there is anything to judge of
 * @example working Monday to Thursday from 2026-03-04 on: until 2026-03-03 it was Monday to Friday
 */
export function changedFrom(
  before: Schedule,
  { earlier: _, earlierWeeks: __, ...edited }: Schedule,
  day: DayKey,
  since: DayKey,
): Schedule {
  const earlierWeeks = weeksBefore(before, edited, day, since);
  const weeks = { ...edited, ...(earlierWeeks.length > 0 && { earlierWeeks }) };
  const reviews = edited.reviews && inTurn(before, weeks, edited.reviews, day);
  const wanted = { ...edited, ...(reviews && { reviews }) };
  const last = addDays(day, -1);
  const past: readonly EarlierRoutine[] = [
    ...(before.earlier ?? []).filter((one) => one.last < last),
    { last, ...partsOf(routineOn(before, last)) },
  ];
  const earlier = past
    .filter(
      (one, index) =>
        one.last >= since && textOf(partsOf(one)) !== textOf(partsOf(past[index + 1] ?? wanted)),
    )
    .slice(-mostEarlier);
  return {
    ...wanted,
    ...(earlier.length > 0 && { earlier }),
    ...(earlierWeeks.length > 0 && { earlierWeeks }),
  };
}

function weeksBefore(
  before: Schedule,
  { weekStartsOn }: Schedule,
  day: DayKey,
  since: DayKey,
): readonly EarlierWeeks[] {
  const week = weekAround(before, day);
  const last = week.at(-1) ?? day;
  const past: readonly EarlierWeeks[] = [
    ...(before.earlierWeeks ?? []).filter((one) => one.last < last),
    ...(since < week[0] ? [{ last, weekStartsOn: weekStartOn(before, day) }] : []),
  ];
  return past
    .filter(
      (one, index) =>
        one.last >= since && one.weekStartsOn !== (past[index + 1]?.weekStartsOn ?? weekStartsOn),
    )
    .slice(-mostEarlier);
}

/**
 * Reviews of every second week, named by a day that says the same of this week as it was and of the weeks that begin on
 * another day. The shorter week between them is one of the turn, unless nobody works in it.
 */
function inTurn(
  before: Schedule,
  schedule: Schedule,
  reviews: ReviewTimes,
  day: DayKey,
): ReviewTimes {
  const { weekStartsOn } = schedule;
  if (reviews.everySecond === undefined || weekStartOn(before, day) === weekStartsOn)
    return reviews;
  const isTurn = isReviewed(before, reviews, day);
  if (weekStartOn(schedule, day) === weekStartsOn)
    return { ...reviews, everySecond: isTurn ? day : addDays(day, 7) };
  const last = weekAround(schedule, day).at(-1) ?? day;
  const between = daysOf({ first: addDays(last, 1), last: addDays(last, 6) }).filter(
    (one) => weekAround(schedule, one).length < 7,
  );
  const isWeek = between.some((one) => hoursOn({ ...schedule, daysOff: [] }, one));
  // In the new weeks, the last day of this one belongs with the short week, and six days earlier with the one before.
  const [now, next] = isWeek ? [-6, 1] : [0, 7];
  return { ...reviews, everySecond: addDays(last, isTurn ? now : next) };
}

function partsOf({ hours, checkpoints, frontLoad, reviews }: Routine): Routine {
  return {
    hours,
    checkpoints,
    ...(frontLoad !== undefined && { frontLoad }),
    ...(reviews && { reviews }),
  };
}
