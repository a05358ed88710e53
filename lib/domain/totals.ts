import type { ActionKind } from './action';
import type { DayKey } from './day';
import type { Tally } from './tally';

/** How many of each kind a day has; kinds without any are left out. */
export function totalsOf(
  tallies: readonly Tally[],
  day: DayKey,
): Partial<Record<ActionKind, number>> {
  const totals: Partial<Record<ActionKind, number>> = {};
  for (const { day: on, kind, minutes } of tallies) {
    if (on === day && minutes.length > 0) totals[kind] = (totals[kind] ?? 0) + minutes.length;
  }
  return totals;
}
