import { useMemo } from 'preact/hooks';
import { now } from '../clock';
import { nameOfKinds } from '../domain/action';
import { addDays, clockAt, type DayKey } from '../domain/day';
import type { Goal, GoalVersion } from '../domain/goal';
import { draftForecast } from '../domain/odds/draftForecast';
import type { Forecast } from '../domain/odds/forecast';
import { withoutHolds } from '../domain/hold';
import { longestPast, pastOf, type Past } from '../domain/odds/past';
import type { Schedule } from '../domain/schedule';
import type { Journal } from '../journal/database';
import { talliesSince } from '../journal/tallies';
import { oddsFits } from '../settings/oddsFits';
import { timeZoneHere } from '../settings/today';
import { useItem } from './useItem';
import { useLive } from './useLive';

/** The odds of goals while they are edited; undefined until the rep's past has been read. */
export function useDraftOdds(
  journal: Journal,
  versions: readonly GoalVersion[] | undefined,
  schedule: Schedule | undefined,
  day: DayKey | undefined,
): ((id: string | null, goal: Goal) => Forecast | null) | undefined {
  const kept = useItem(oddsFits);
  const tallies = useLive(
    async () => (day === undefined ? [] : talliesSince(journal, addDays(day, -longestPast))),
    [day],
  );
  return useMemo(() => {
    if (!kept || !tallies || !versions || !schedule || day === undefined) return undefined;
    const fits = kept.day === day ? kept.fits : {};
    const pasts = new Map<string, Past>();
    const pastFor = (id: string | null, { kinds }: Goal) => {
      const name = nameOfKinds(kinds);
      const key = JSON.stringify([id, name]);
      const own = withoutHolds(schedule, versions, id, day);
      const past = pasts.get(key) ?? pastOf(tallies, kinds, own, day, fits[name]);
      pasts.set(key, past);
      return past;
    };
    return (id, goal) => {
      const minute = clockAt(now(), timeZoneHere(), day);
      return draftForecast(goal, pastFor(id, goal), tallies, schedule, { day, minute });
    };
  }, [kept, tallies, versions, schedule, day]);
}
