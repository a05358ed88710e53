import type { Weekday } from '../schedule';
import type { History } from './history';
import {
  formView,
  levelsOf,
  likeDays,
  likeness,
  views,
  type Levels,
  type LikeDays,
  type State,
} from './likeDays';
import { Moments, plusDays, type Expected } from './moments';
import { negativeBinomial } from './negativeBinomial';

/** What still lies ahead in a period: the rest of one workday and whole workdays after it. */
export interface Ahead {
  readonly weekday: Weekday;
  /** Minute of the local day; -Infinity for a day that has not begun. */
  readonly minute: number;
  /** Whole workdays after that one. */
  readonly days: number;
  /** What the rep expects of it beside their history: 1, or nothing, is as usual. */
  readonly factor?: number;
  /** Actions on each workday of the period that is over, oldest first. */
  readonly since?: readonly number[];
  /** Part of the first day's working time that is still to come, 0 to 1. */
  readonly restOfDay?: number;
}

/** Stands in for days that the rep does not have yet. */
export interface Prior {
  /** Actions on a workday, by other people's figures. */
  readonly perDay: number;
  /** Part of the first day's work that is still to come, 0 to 1. */
  readonly restOfDay: number;
}

/** What is still to come, by how far the day has come. */
export interface Rest {
  /** P(at least so many more). Never rises with `more`. */
  atLeast(state: State, more: number): number;
  /** The most done by now on a past day: for a day that has come farther the odds are those of such a day. */
  readonly most: number;
}

/** Fewer workdays than this say little; other people's figures stand beside them. */
export const enoughDays = 10;
/** What other people's figures count for at the start, in days; it fades to nothing over `enoughDays`. */
const priorDays = 3;
/** So many separate spans of days are needed to forecast from spans; else single days are put together. */
const enoughSpans = 4;
/** Like days needed for their plain shares to count as much as the fitted curve does beside them. */
const fewLikeDays = 6;

/** Counts spread by no more than this size of a negative binomial. */
const leastSize = 0.25;

/** How far counts over so many days spread before the rep's own are known: single days the most. */
const usualDispersion = (days: number) => 1 / (1 + days / 5);

/**
 * How much is still to come, judged by like days: what past workdays brought after the same minute and on as many
 * workdays after them as lie ahead. Half of it is the recent past (negative binomials with half-lives of 2, 6, 18 and 54
 * workdays), half the days that came after a like run of form (a negative binomial and the plain shares of those days).
 * Equal weights scored better than weights by past success, and several half-lives better than the best single one.
 *
 * @param known how many days of the history count as past
 * @returns null when neither a past day nor a prior says anything
 */
export function restOfPeriod(
  history: History,
  known: number,
  ahead: Ahead,
  prior?: Prior,
): Rest | null {
  const { since = [] } = ahead;
  if (since.length > 0 && known < enoughDays) return fromLevel(history, known, ahead, since, prior);
  const spans = known >= enoughSpans * (ahead.days + 1);
  const span = spans ? ahead.days : 0;
  const groups = likeDays(history, known, ahead, span);
  const guess = guessOf(prior, known);
  if (groups.length === 0 && !guess) return null;

  const levels = since.length > 0 ? levelsOf(history, known, since) : null;
  const updated = (expected: readonly Expected[]) =>
    levels ? expected.map((one, view) => moved(one, levels[view], ahead.days)) : expected;

  const predict = (state: State) => {
    const like = groups.map((group) => likeness(group, state));
    const rest = viewsOf((moments, view) => {
      if (guess) moments.add(guess.weight, guess.perDay * (guess.restOfDay + span));
      groups.forEach((group, index) => addAll(moments, group.rest[view], like[index] ?? 0));
    });
    if (spans)
      return mixture(updated(expectedOf(rest, span + 1)), sharesOf(groups, like), ahead.factor);
    const day = viewsOf((moments, view) => {
      if (guess) moments.add(guess.weight, guess.perDay);
      for (const group of groups) addAll(moments, group.day[view], 1);
    });
    const days = expectedOf(day, 1);
    const put = expectedOf(rest, 1).map((first, view) => {
      const whole = days[view];
      return whole ? plusDays(first, whole, ahead.days) : first;
    });
    return mixture(updated(put), null, ahead.factor);
  };

  const most = groups.reduce((highest, { done }) => Math.max(highest, done), 0);
  const predictions = new Map<number, (more: number) => number>();
  return {
    most,
    atLeast: ({ done, lately }, more) => {
      const state = { done: Math.min(done, most), lately };
      const key = 2 * state.done + Number(lately);
      let prediction = predictions.get(key);
      if (!prediction) predictions.set(key, (prediction = predict(state)));
      return prediction(more);
    },
  };
}

/**
 * What a view expects once the period's own days are seen: more where they brought more than the days before it, less
 * where less. Only the mean follows them, never how far counts spread, so that more done on one of them never lowers the
 * odds: a negative binomial of one size rises with its mean.
 */
function moved(
  { mean, variance, observations }: Expected,
  levels: Levels | undefined,
  days: number,
): Expected {
  if (!levels) return { mean, variance, observations };
  const { before, now } = levels;
  const left = before > 0 ? Math.min(days + 1, Math.max(days, mean / before)) : days + 1;
  const then = now >= before ? mean + (now - before) * left : (mean * now) / before;
  const size = variance > mean ? Math.max(leastSize, mean ** 2 / (variance - mean)) : Infinity;
  return { mean: then, variance: then + then ** 2 / size, observations };
}

/**
 * By the level of all days alone, where too few came before the period to tell more: with other people's figures
 * beside it, and spread as counts usually are.
 */
function fromLevel(
  { days }: History,
  known: number,
  ahead: Ahead,
  since: readonly number[],
  prior?: Prior,
): Rest {
  const counts = [...days.slice(0, known).map(({ minutes }) => minutes.length), ...since];
  const guess = guessOf(prior, counts.length);
  const observations = counts.length + (guess?.weight ?? 0);
  const all = counts.reduce(
    (sum, count) => sum + count,
    (guess?.weight ?? 0) * (guess?.perDay ?? 0),
  );
  const level = all / observations;
  const spread = (mean: number) => (mean + usualDispersion(1) * mean ** 2) * (1 + 1 / observations);
  const today = level * (ahead.restOfDay ?? 1);
  const rest = plusDays(
    { mean: today, variance: spread(today), observations },
    { mean: level, variance: spread(level), observations },
    ahead.days,
  );
  const chance = mixture(
    Array.from({ length: views }, () => rest),
    null,
    ahead.factor,
  );
  return { most: 0, atLeast: (_, more) => chance(more) };
}

function guessOf(prior: Prior | undefined, known: number) {
  const weight = priorDays * (1 - known / enoughDays);
  return prior && weight > 0 ? { ...prior, weight } : null;
}

function viewsOf(fill: (moments: Moments, view: number) => void): readonly Moments[] {
  return Array.from({ length: views }, (_, view) => {
    const moments = new Moments();
    fill(moments, view);
    return moments;
  });
}

/** What each view expects; how far the rep's counts usually spread is judged by the longest of the recent ones. */
function expectedOf(moments: readonly Moments[], overlap: number): readonly Expected[] {
  const usual = usualDispersion(overlap);
  const dispersion = moments[formView - 1]?.dispersion(overlap, usual) ?? usual;
  return moments.map((one) => one.expected(overlap, dispersion));
}

function addAll(moments: Moments, more: Moments | undefined, factor: number) {
  if (more) moments.addAll(more, factor);
}

/** The plain share of like days that brought at least so many more. */
function sharesOf(groups: readonly LikeDays[], like: readonly number[]) {
  const rows = groups.flatMap(({ rests, weights }, index) =>
    rests.map((rest, row) => ({ rest, weight: (weights[row] ?? 0) * (like[index] ?? 0) })),
  );
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  return (more: number) =>
    rows.reduce((sum, { rest, weight }) => (rest >= more ? sum + weight : sum), 0) / all;
}

/** @param factor of the rate: a negative binomial of the same size, so that the odds rise with it */
function mixture(
  expected: readonly Expected[],
  shares: ((more: number) => number) | null,
  factor = 1,
): (more: number) => number {
  const curves = expected.map(({ mean, variance }) =>
    factor === 1
      ? negativeBinomial(mean, variance)
      : negativeBinomial(factor * mean, factor * mean + factor ** 2 * Math.max(0, variance - mean)),
  );
  const few = fewLikeDays / (fewLikeDays + (expected[formView]?.observations ?? 0));
  const plain = shares ? (1 - few) / 2 : 0;
  return (more) => {
    const chances = curves.map((curve) => curve.atLeast(more));
    const form = chances[formView] ?? 0;
    const recent = chances.reduce((sum, chance) => sum + chance, -form) / (views - 1);
    return (recent + (1 - plain) * form + (shares ? plain * shares(more / factor) : 0)) / 2;
  };
}
