import { nameOfKinds } from '../domain/action';
import { addDays, type DayKey } from '../domain/day';
import { goalsOn, type GoalVersion } from '../domain/goal';
import type { Fit } from '../domain/odds/recalibration';
import { withoutHolds } from '../domain/hold';
import { longestPast, pastOf, type Past } from '../domain/odds/past';
import type { Schedule } from '../domain/schedule';
import type { Tally } from '../domain/tally';
import type { Journal } from '../journal/database';
import { talliesSince } from '../journal/tallies';
import { oddsFits } from '../settings/oddsFits';

/** What the odds of each goal need of three years: read once a day, not with each standing. */
export class PastReader {
  #known: { readonly of: string; readonly pasts: ReadonlyMap<string, Past> } | undefined;

  constructor(private readonly journal: Journal) {}

  /** @param recent tallies that the standing has read anyway: where an earlier day of them changed, all is read anew */
  async read(
    versions: readonly GoalVersion[],
    recent: readonly Tally[],
    schedule: Schedule,
    day: DayKey,
  ): Promise<ReadonlyMap<string, Past>> {
    const goals = goalsOn(versions, day);
    const earlier = recent.filter((tally) => tally.day < day);
    const count = earlier.reduce((sum, { minutes }) => sum + minutes.length, 0);
    const of = JSON.stringify([day, goals, schedule, count]);
    if (this.#known?.of !== of) {
      const [tallies, stored] = await Promise.all([
        talliesSince(this.journal, addDays(day, -longestPast)),
        oddsFits.get(),
      ]);
      const fits = new Map<string, Fit>(stored.day === day ? Object.entries(stored.fits) : []);
      const found = fits.size;
      const pasts = new Map<string, Past>();
      for (const { id, goal } of goals) {
        const kinds = nameOfKinds(goal.kinds);
        const own = withoutHolds(schedule, versions, id, day);
        const past = pastOf(tallies, goal.kinds, own, day, fits.get(kinds));
        fits.set(kinds, past.fit);
        pasts.set(id, past);
      }
      if (fits.size > found) await oddsFits.set({ day, fits: Object.fromEntries(fits) });
      this.#known = { of, pasts };
    }
    return this.#known.pasts;
  }
}
