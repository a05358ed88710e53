import { countUntil, type History } from '../../lib/domain/odds/history';
import { negativeBinomial } from '../../lib/domain/odds/negativeBinomial';

/** A day under way, and the days before it. */
export interface Moment {
  readonly history: History;
  /** Days that count as past. */
  readonly known: number;
  readonly minute: number;
  readonly done: number;
}

type Chance = (target: number) => number;

/** The share of past days, undecided at that minute too, on which a target was reached. One half before any. */
export function ownFrequency({ history, known, minute, done }: Moment): Chance {
  const days = history.days
    .slice(0, known)
    .map(({ minutes }) => ({ total: minutes.length, done: countUntil(minutes, minute) }));
  return (target) => {
    if (done >= target) return 1;
    let [undecided, reached] = [0, 0];
    for (const day of days) {
      if (day.done >= target) continue;
      undecided += 1;
      if (day.total >= target) reached += 1;
    }
    return undecided > 0 ? reached / undecided : 0.5;
  };
}

const recentDays = 60;

/** As many as on an average day of the last 60, spread over the day as on those days, and independent of one another. */
export function poisson({ history, known, minute, done }: Moment): Chance {
  const days = history.days.slice(known - recentDays, known);
  const rest = days.reduce(
    (sum, { minutes }) => sum + minutes.length - countUntil(minutes, minute),
    0,
  );
  const mean = rest / days.length;
  const curve = negativeBinomial(mean, mean);
  return (target) => curve.atLeast(target - done);
}

/** Yes or no: whether the pace since 09:00, kept up until 18:00, arrives. */
export function linearPace({ minute, done }: Moment): Chance {
  const gone = Math.min(1, (minute + 1 - 9 * 60) / (9 * 60));
  return (target) => Number(done / gone >= target);
}

/** The share of the last weeks that reached a target. */
export function ownWeeks(totals: readonly number[]): Chance {
  return (target) => totals.filter((total) => total >= target).length / totals.length;
}

export function poissonWeek(totals: readonly number[]): Chance {
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const curve = negativeBinomial(mean, mean);
  return (target) => curve.atLeast(target);
}

/** Yes or no: whether another week like the last arrives. */
export function lastWeek(totals: readonly number[]): Chance {
  return (target) => Number((totals.at(-1) ?? 0) >= target);
}

/** What a week had by some evening, and at its end. */
export interface WeekSoFar {
  readonly done: number;
  readonly total: number;
}

/** The share of the last weeks, undecided by that evening too, that reached a target. One half before any. */
export function ownWeeksUndecided(weeks: readonly WeekSoFar[], done: number): Chance {
  return (target) => {
    if (done >= target) return 1;
    const undecided = weeks.filter((week) => week.done < target);
    const reached = undecided.filter(({ total }) => total >= target);
    return undecided.length > 0 ? reached.length / undecided.length : 0.5;
  };
}

/** As many more as came after that evening in the last weeks on average. */
export function poissonRest(weeks: readonly WeekSoFar[], done: number): Chance {
  const mean = weeks.reduce((sum, week) => sum + week.total - week.done, 0) / weeks.length;
  const curve = negativeBinomial(mean, mean);
  return (target) => curve.atLeast(target - done);
}
