import type { Weekday } from '../schedule';
import { countUntil, type History } from './history';
import { Moments } from './moments';

/** How far a day has come. */
export interface State {
  readonly done: number;
  /** Something was done in the last two hours. */
  readonly lately: boolean;
}

/** Past days that had come equally far by the same minute. */
export interface LikeDays extends State {
  /** In each of the views: what was still to come, from that minute over the days that lie ahead. */
  readonly rest: readonly Moments[];
  /** In each of the views: the whole day. */
  readonly day: readonly Moments[];
  /** What was still to come on each of them. */
  readonly rests: readonly number[];
  /** Of each of them, in the view of form. */
  readonly weights: readonly number[];
}

/** Workdays looked back on: three years. */
const mostDays = 750;
/** Workdays after which a day counts for half: four views of the recent past, and one of the days with a like form. */
const halfLives = [2, 6, 18, 54, 480];
export const views = halfLives.length;
/** The view of days that came after a like run of form, however long ago. */
export const formView = views - 1;
/** Widths of likeness: of what was done, to a power (0 and 1 are as far apart as 7 and 10), and of the form. */
const width = { done: 0.6, form: 0.5 };
const power = 0.65;
/** Another weekday, and a pause where there was none, make a day e^-x as much like today. */
const unlike = { weekday: 0.5, lately: 1 };
/** Beyond this nothing gets more unlike, so that no weight vanishes. */
const mostUnlike = 30;
/** Over so many days, the weekday of the first does not matter. */
const weekdayMatters = 4;
const latelyMinutes = 120;

const ageWeights = halfLives.map((halfLife) =>
  Array.from({ length: mostDays }, (_, age) =>
    Math.max(2 ** (-age / halfLife), Math.exp(-mostUnlike)),
  ),
);

/** How far a day had come by a minute. @param minutes ascending */
export function stateAt(minutes: readonly number[], minute: number): State {
  const done = countUntil(minutes, minute);
  return { done, lately: done > countUntil(minutes, minute - latelyMinutes) };
}

/**
 * The past workdays, grouped by how far they had come by a minute, weighted by age, weekday and, in the view of form,
 * by how like the run of days before them was to the one before today.
 *
 * @param known how many days of the history count as past; later ones are not looked at
 * @param minute of the local day; -Infinity for a day that has not begun
 * @param span whole workdays after the day that what is to come includes
 */
export function likeDays(
  { days, before, form }: History,
  known: number,
  today: { readonly weekday: Weekday; readonly minute: number },
  span: number,
): readonly LikeDays[] {
  const groups = new Map<number, LikeDays & { rests: number[]; weights: number[] }>();
  const latest = known - 1 - span;
  for (let index = Math.max(0, latest - mostDays + 1); index <= latest; index++) {
    const day = days[index];
    if (!day) continue;
    const { done, lately } = stateAt(day.minutes, today.minute);
    const key = 2 * done + Number(lately);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { done, lately, ...emptyGroup() }));
    const rest = (before[index + span + 1] ?? 0) - (before[index] ?? 0) - done;
    const weekday =
      span >= weekdayMatters || day.weekday === today.weekday ? 1 : Math.exp(-unlike.weekday);
    const away = Math.abs((form[index] ?? 0) - (form[known] ?? 0)) / width.form;
    const likeForm = Math.exp(-Math.min(mostUnlike, away));
    for (let view = 0; view < views; view++) {
      const age = ageWeights[view]?.[latest - index] ?? 0;
      const weight = age * weekday * (view === formView ? likeForm : 1);
      group.rest[view]?.add(weight, rest);
      group.day[view]?.add(weight, day.minutes.length);
      if (view === formView) group.weights.push(weight);
    }
    group.rests.push(rest);
  }
  return [...groups.values()];
}

function emptyGroup() {
  const moments = () => Array.from({ length: views }, () => new Moments());
  return { rest: moments(), day: moments(), rests: [], weights: [] };
}

/** How much a past day counts for today by how far both had come, above 0 to 1. */
export function likeness(past: State, today: State): number {
  const away = Math.abs(past.done ** power - today.done ** power) / width.done;
  const pause = past.lately === today.lately ? 0 : unlike.lately;
  return Math.exp(-Math.min(mostUnlike, away + pause));
}

/** Actions on a workday: before a period began, and with its days that are over. */
export interface Levels {
  readonly before: number;
  readonly now: number;
}

/** The view whose half-life the view of form goes by here: like runs of form are of another time. */
const formLevel = 1;
/** So much of a day as usual is in every level, so that a pause before the period leaves something to compare with. */
const usualDay = 0.5;

/**
 * The level of each view, before a period and since.
 *
 * @param known how many days of the history were over before the period began, 1 or more
 * @param since actions on each of its workdays that is over, oldest first
 */
export function levelsOf(
  { days, before }: History,
  known: number,
  since: readonly number[],
): readonly Levels[] {
  const usual = (before[known] ?? 0) / known;
  return halfLives.map((_, view) => {
    const of = view === formView ? formLevel : view;
    const weights = ageWeights[of] ?? [];
    let [weight, sum] = [0, 0];
    for (let age = 0; age < Math.min(known, mostDays); age++) {
      const one = weights[age] ?? 0;
      weight += one;
      sum += one * (days[known - 1 - age]?.minutes.length ?? 0);
    }
    const faded = 2 ** (-since.length / (halfLives[of] ?? 1));
    let [all, total] = [usualDay + faded * weight, usualDay * usual + faded * sum];
    since.forEach((count, index) => {
      const one = weights[since.length - 1 - index] ?? 0;
      all += one;
      total += one * count;
    });
    return {
      before: (usualDay * usual + sum) / (usualDay + weight),
      now: total / all,
    };
  });
}
