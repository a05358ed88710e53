import { countUntil, type History } from '../../lib/domain/odds/history';
import { negativeBinomial } from '../../lib/domain/odds/negativeBinomial';

/** A day under way: the days before it, and what is asked of it. */
export interface Moment {
  readonly history: History;
  /** Days that count as past. */
  readonly known: number;
  readonly minute: number;
  readonly target: number;
  readonly done: number;
}

/** The share of past days, undecided at that minute too, on which the target was reached. One half before any. */
export function ownFrequency({ history, known, minute, target }: Moment): number {
  const undecided = history.days
    .slice(0, known)
    .filter(({ minutes }) => minutes.length < target || countUntil(minutes, minute) < target);
  const reached = undecided.filter(({ minutes }) => minutes.length >= target);
  return undecided.length > 0 ? reached.length / undecided.length : 0.5;
}

const recentDays = 60;

/** As many as on an average day of the last 60, spread over the day as on those days, and independent of one another. */
export function poisson({ history, known, minute, target, done }: Moment): number {
  const days = history.days.slice(known - recentDays, known);
  const rest = days.reduce(
    (sum, { minutes }) => sum + minutes.length - countUntil(minutes, minute),
    0,
  );
  const mean = rest / days.length;
  return negativeBinomial(mean, mean).atLeast(target - done);
}

/** Yes or no: whether the pace since 09:00, kept up until 18:00, arrives. */
export function linearPace({ minute, target, done }: Moment): number {
  const gone = Math.min(1, (minute + 1 - 9 * 60) / (9 * 60));
  return Number(done / gone >= target);
}

/** The share of the last weeks that reached a target. */
export function ownWeeks(totals: readonly number[]): (target: number) => number {
  return (target) => totals.filter((total) => total >= target).length / totals.length;
}

export function poissonWeek(totals: readonly number[]): (target: number) => number {
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const curve = negativeBinomial(mean, mean);
  return (target) => curve.atLeast(target);
}

/** Yes or no: whether another week like the last arrives. */
export function lastWeek(totals: readonly number[]): (target: number) => number {
  return (target) => Number((totals.at(-1) ?? 0) >= target);
}
