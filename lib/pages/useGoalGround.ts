import type { GoalGround } from '../../components/goalGround';
import { clockAt } from '../domain/day';
import { lookBack } from '../domain/lookBack';
import type { Journal } from '../journal/database';
import { allGoals } from '../journal/goals';
import { talliesSince } from '../journal/tallies';
import { schedule as scheduleSetting } from '../settings/schedule';
import { timeZoneHere, today } from '../settings/today';
import { useDraftOdds } from './useDraftOdds';
import { useItem } from './useItem';
import { useLive } from './useLive';
import { useNow } from './useNow';

/** What goals stand on while they are edited, and their odds; undefined until it has been read. */
export function useGoalGround(
  journal: Journal,
): { readonly ground: GoalGround; readonly oddsOf: ReturnType<typeof useDraftOdds> } | undefined {
  const schedule = useItem(scheduleSetting);
  const time = useNow();
  const day = schedule && today(schedule, time);
  const read = useLive(async () => {
    if (!schedule || day === undefined) return undefined;
    const versions = await allGoals(journal);
    const tallies = await talliesSince(journal, lookBack(versions, schedule, day));
    return { versions, tallies };
  }, [schedule, day]);
  const oddsOf = useDraftOdds(journal, read?.versions, schedule, day);
  if (!schedule || day === undefined || !read) return undefined;
  const minute = clockAt(time, timeZoneHere(), day);
  return { ground: { ...read, schedule, day, minute }, oddsOf };
}
