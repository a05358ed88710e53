import { useEffect, useState } from 'preact/hooks';
import { nameOfKinds } from '../domain/action';
import { addDays, type DayKey } from '../domain/day';
import { goalsOn } from '../domain/goal';
import type { Drive } from '../domain/nudge/drive';
import {
  lastWorkday,
  previewSteps,
  type NudgePreview,
  type PreviewedNudge,
} from '../domain/nudge/preview';
import { withoutHolds } from '../domain/hold';
import { longestPast, pastOf } from '../domain/odds/past';
import type { Schedule } from '../domain/schedule';
import type { Journal } from '../journal/database';
import { allGoals } from '../journal/goals';
import { talliesSince } from '../journal/tallies';
import { oddsFits } from '../settings/oddsFits';
import { timeZoneHere } from '../settings/today';

/** What would have been said on the last workday; null until it is reckoned, and where there was none. */
export function useNudgePreview(
  journal: Journal,
  schedule: Schedule | undefined,
  today: DayKey | undefined,
  drives: readonly Drive[] | undefined,
): NudgePreview | null {
  const [preview, setPreview] = useState<NudgePreview | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const day = schedule && today !== undefined ? lastWorkday(schedule, today) : null;
    if (schedule && day !== null && drives)
      void reckon(journal, schedule, day, drives, life.signal).then((said) => {
        if (!life.signal.aborted) setPreview({ day, said });
      });
    return () => {
      life.abort();
    };
  }, [schedule, today, drives]);
  return preview;
}

async function reckon(
  journal: Journal,
  schedule: Schedule,
  day: DayKey,
  drives: readonly Drive[],
  signal: AbortSignal,
): Promise<readonly PreviewedNudge[]> {
  const [goals, tallies, { fits }] = await Promise.all([
    allGoals(journal),
    talliesSince(journal, addDays(day, -longestPast)),
    oddsFits.get(),
  ]);
  const pasts = new Map(
    goalsOn(goals, day).map(({ id, goal: { kinds } }) => {
      const own = withoutHolds(schedule, goals, id, day);
      // Today's fit will do: a day more or less hardly moves it.
      return [id, pastOf(tallies, kinds, own, day, fits[nameOfKinds(kinds)])];
    }),
  );
  const said: PreviewedNudge[] = [];
  const input = { goals, tallies, schedule, day, timeZone: timeZoneHere(), pasts, drives };
  for (const nudge of previewSteps(input)) {
    if (nudge) said.push(nudge);
    // The page stays at hand between the steps.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) break;
  }
  return said;
}
