import { forecast } from '../../lib/domain/odds/forecast';
import { historyOf, type History } from '../../lib/domain/odds/history';
import { stateAt } from '../../lib/domain/odds/likeDays';
import { resolve } from '../../lib/domain/odds/lookBack';
import { fitTo } from '../../lib/domain/odds/past';
import {
  recalibration,
  recalibrationOf,
  unfitted,
  type Recalibration,
  type Resolved,
} from '../../lib/domain/odds/recalibration';
import { largestTarget } from '../../lib/domain/odds/target';
import * as baseline from './baselines';
import type { Series } from './series';

/**
 * `odds` corrects each horizon by its own resolved forecasts, which the product does not keep; `as shipped` by the one map
 * that the product draws from what it would have said before each day and week.
 */
export const methods = [
  'odds',
  'as shipped',
  'uncorrected',
  'own frequency',
  'Poisson',
  'linear pace',
] as const;
export type Method = (typeof methods)[number];

/** One target of one period: what each method said beforehand, and what came. */
export interface Case {
  readonly place: number;
  readonly stated: Readonly<Record<Method, number>>;
  readonly reached: boolean;
}

/** A target that a method called 80 %. */
export interface Called {
  readonly place: number;
  readonly claimed: number;
  readonly reached: boolean;
}

export const hours = [10, 12, 15, 18] as const;
/** Days of history before the first forecast. */
const leastHistory = 60;
const leastTarget = 3;
/** The map from stated to seen is drawn anew after so many workdays, from so many of the last resolved forecasts. */
const redrawEvery = 5;
const lastResolved = 1000;

/** A rep's resolved forecasts, and the map drawn from them. */
class Corrected {
  #resolved: Resolved[] = [];
  map: Recalibration = recalibration([]);

  resolve(resolved: readonly Resolved[]) {
    this.#resolved = [...this.#resolved, ...resolved].slice(-lastResolved);
  }
  redraw() {
    this.map = recalibration(this.#resolved);
  }
}

/** The map as the product draws it. */
class Shipped {
  map: Recalibration = recalibrationOf(unfitted);
  #redrawn = -Infinity;

  constructor(private readonly history: History) {}

  /** With the days before this one. */
  redraw(known: number) {
    if (known < this.#redrawn + redrawEvery) return;
    this.#redrawn = known;
    this.map = recalibrationOf(fitTo(historyOf(this.history.days.slice(0, known))));
  }
}

/** What one hour's forecasts were worth. */
export interface Scored {
  readonly cases: Case[];
  /** Of each method, the targets that it called 80 %. */
  readonly called: ReadonlyMap<Method, Called[]>;
}

const noScores = (): Scored => ({
  cases: [],
  called: new Map(methods.map((method) => [method, []])),
});

/**
 * Each hour apart, days in order. Scored for one target, g = max(3, ⌈mean of the active days of the last 60⌉), while
 * k < g; and for the largest target that a method calls 80 %, where that is at least 3 and not reached yet.
 */
export function inDay(series: Series): ReadonlyMap<number, Scored> {
  const { history, place } = series;
  const scored = new Map<number, Scored>(hours.map((hour) => [hour, noScores()]));
  const corrected = new Corrected();
  const shipped = new Shipped(history);
  for (let known = leastHistory; known < history.days.length; known++) {
    const day = history.days[known];
    if (!day) continue;
    const target = Math.max(leastTarget, meanOfActive(series, known - leastHistory, known));
    const total = day.minutes.length;
    const resolved: Resolved[] = [];
    shipped.redraw(known);
    for (const hour of hours) {
      const minute = hour * 60 - 1;
      const today = stateAt(day.minutes, minute);
      if (today.done >= target) continue;
      const ahead = { weekday: day.weekday, minute, days: 0 };
      const said = forecast(history, known, { earlier: 0, today }, ahead);
      if (!said) continue;
      const moment = { history, known, minute, done: today.done };
      score(scored.get(hour), place, today.done, target, total, {
        odds: (one) => corrected.map(said.chance(one)),
        'as shipped': (one) => shipped.map(said.chance(one)),
        uncorrected: said.chance,
        'own frequency': baseline.ownFrequency(moment),
        Poisson: baseline.poisson(moment),
        'linear pace': baseline.linearPace(moment),
      });
      const stated = said.chance(target);
      resolved.push({ stated, reached: total >= target, weight: 1 / hours.length });
    }
    corrected.resolve(resolved);
    if (known % redrawEvery === 0) corrected.redraw();
  }
  return scored;
}

type Chances = Readonly<Record<Method, (target: number) => number>>;

function score(
  scored: Scored | undefined,
  place: number,
  done: number,
  target: number,
  total: number,
  chances: Chances,
) {
  const stated = Object.fromEntries(
    methods.map((method) => [method, chances[method](target)]),
  ) as Record<Method, number>;
  scored?.cases.push({ place, stated, reached: total >= target });
  for (const method of methods) {
    const called = largestTarget(chances[method]);
    if (called === null || called < leastTarget || called <= done) continue;
    const claimed = chances[method](called);
    scored?.called.get(method)?.push({ place, claimed, reached: total >= called });
  }
}

function meanOfActive({ history }: Series, from: number, to: number): number {
  const active = history.days.slice(from, to).filter(({ minutes }) => minutes.length > 0);
  const all = (history.before[to] ?? 0) - (history.before[from] ?? 0);
  return active.length > 0 ? Math.ceil(all / active.length) : 0;
}

/** Weeks looked back on: for being mostly active, and for what the other methods know. */
const recentWeeks = 26;
/** Whole weeks, mostly active before, scored like days; the one target is the mean of the active weeks of the last 26. */
export function weekly({ history, weeks, place }: Series): Scored {
  const scored = noScores();
  const corrected = new Corrected();
  const shipped = new Shipped(history);
  const totals: number[] = [];
  for (let known = 0; known + 5 <= history.days.length; known++) {
    if (weeks[known] === weeks[known - 1] || weeks[known] !== weeks[known + 4]) continue;
    const total = (history.before[known + 5] ?? 0) - (history.before[known] ?? 0);
    const recent = totals.slice(-recentWeeks);
    totals.push(total);
    const active = recent.filter((count) => count > 0);
    if (known < leastHistory || 2 * active.length <= recent.length) continue;
    const soFar = { earlier: 0, today: { done: 0, lately: false } };
    const week = forecast(history, known, soFar, { weekday: 1, minute: -Infinity, days: 4 });
    if (!week) continue;
    shipped.redraw(known);
    const mean = active.reduce((sum, count) => sum + count, 0) / active.length;
    score(scored, place, 0, Math.max(leastTarget, Math.ceil(mean)), total, {
      odds: (target) => corrected.map(week.chance(target)),
      'as shipped': (target) => shipped.map(week.chance(target)),
      uncorrected: week.chance,
      'own frequency': baseline.ownWeeks(recent),
      Poisson: baseline.poissonWeek(recent),
      'linear pace': baseline.lastWeek(recent),
    });
    corrected.resolve(resolve(week, total));
    corrected.redraw();
  }
  return scored;
}

/** Workdays of a week that are over when it is forecast again. */
export const gone = [1, 3] as const;

/**
 * Weeks under way, scored like whole ones for the same target, at the end of Monday and of Wednesday; weeks that have
 * reached it by then are not. The other methods know what the last weeks had by the same evening.
 */
export function weeklyUnderWay({ history, weeks, place }: Series, gone: number): Scored {
  const scored = noScores();
  const corrected = new Corrected();
  const shipped = new Shipped(history);
  const past: baseline.WeekSoFar[] = [];
  for (let known = 0; known + 5 <= history.days.length; known++) {
    if (weeks[known] === weeks[known - 1] || weeks[known] !== weeks[known + 4]) continue;
    const counts = history.days.slice(known, known + 5).map(({ minutes }) => minutes.length);
    const since = counts.slice(0, gone);
    const done = since.reduce((sum, count) => sum + count, 0);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const recent = past.slice(-recentWeeks);
    past.push({ done, total });
    const active = recent.filter((week) => week.total > 0);
    if (known < leastHistory || 2 * active.length <= recent.length) continue;
    const mean = active.reduce((sum, week) => sum + week.total, 0) / active.length;
    const target = Math.max(leastTarget, Math.ceil(mean));
    const soFar = { earlier: done, today: { done: 0, lately: false } };
    const weekday = history.days[known + gone]?.weekday ?? 1;
    const ahead = { weekday, minute: -Infinity, days: 4 - gone, since };
    const week = forecast(history, known, soFar, ahead);
    if (!week || done >= target) continue;
    shipped.redraw(known);
    score(scored, place, done, target, total, {
      odds: (one) => corrected.map(week.chance(one)),
      'as shipped': (one) => shipped.map(week.chance(one)),
      uncorrected: week.chance,
      'own frequency': baseline.ownWeeksUndecided(recent, done),
      Poisson: baseline.poissonRest(recent, done),
      'linear pace': (one) => Number((5 * done) / gone >= one),
    });
    corrected.resolve([{ stated: week.chance(target), reached: total >= target }]);
    corrected.redraw();
  }
  return scored;
}
