import { forecast } from '../../lib/domain/odds/forecast';
import { stateAt } from '../../lib/domain/odds/likeDays';
import { resolve } from '../../lib/domain/odds/lookBack';
import {
  recalibration,
  type Recalibration,
  type Resolved,
} from '../../lib/domain/odds/recalibration';
import { largestTarget } from '../../lib/domain/odds/target';
import * as baseline from './baselines';
import type { Series } from './series';

export const methods = ['odds', 'uncorrected', 'own frequency', 'Poisson', 'linear pace'] as const;
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

/** g = max(3, ⌈mean of the active days of the last 60⌉), only while k < g; each hour apart, days in order. */
export function inDay(series: Series): ReadonlyMap<number, readonly Case[]> {
  const { history, place } = series;
  const cases = new Map<number, Case[]>(hours.map((hour) => [hour, []]));
  const corrected = new Corrected();
  for (let known = leastHistory; known < history.days.length; known++) {
    const day = history.days[known];
    if (!day) continue;
    const target = Math.max(leastTarget, meanOfActive(series, known - leastHistory, known));
    const reached = day.minutes.length >= target;
    const resolved: Resolved[] = [];
    for (const hour of hours) {
      const minute = hour * 60 - 1;
      const today = stateAt(day.minutes, minute);
      if (today.done >= target) continue;
      const ahead = { weekday: day.weekday, minute, days: 0 };
      const plain = forecast(history, known, { earlier: 0, today }, ahead)?.chance(target) ?? NaN;
      const moment = { history, known, minute, target, done: today.done };
      cases.get(hour)?.push({
        place,
        stated: {
          odds: corrected.map(plain),
          uncorrected: plain,
          'own frequency': baseline.ownFrequency(moment),
          Poisson: baseline.poisson(moment),
          'linear pace': baseline.linearPace(moment),
        },
        reached,
      });
      resolved.push({ stated: plain, reached, weight: 1 / hours.length });
    }
    corrected.resolve(resolved);
    if (known % redrawEvery === 0) corrected.redraw();
  }
  return cases;
}

function meanOfActive({ history }: Series, from: number, to: number): number {
  const active = history.days.slice(from, to).filter(({ minutes }) => minutes.length > 0);
  const all = (history.before[to] ?? 0) - (history.before[from] ?? 0);
  return active.length > 0 ? Math.ceil(all / active.length) : 0;
}

/** Weeks looked back on: for being mostly active, and for what the other methods know. */
const recentWeeks = 26;
/** Whole weeks, mostly active before; the targets that each method calls 80 %, and one same target for all. */
export function weekly({ history, weeks, place }: Series) {
  const called = new Map<Method, Called[]>(methods.map((method) => [method, []]));
  const cases: Case[] = [];
  const corrected = new Corrected();
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
    const chances: Record<Method, (target: number) => number> = {
      odds: (target) => corrected.map(week.chance(target)),
      uncorrected: (target) => week.chance(target),
      'own frequency': baseline.ownWeeks(recent),
      Poisson: baseline.poissonWeek(recent),
      'linear pace': baseline.lastWeek(recent),
    };
    for (const method of methods) {
      const target = largestTarget(chances[method]);
      if (target === null || target < leastTarget) continue;
      const claimed = chances[method](target);
      called.get(method)?.push({ place, claimed, reached: total >= target });
    }
    const mean = active.reduce((sum, count) => sum + count, 0) / active.length;
    const target = Math.max(leastTarget, Math.ceil(mean));
    const stated = Object.fromEntries(
      methods.map((method) => [method, chances[method](target)]),
    ) as Record<Method, number>;
    cases.push({ place, stated, reached: total >= target });

    corrected.resolve(resolve(week, total));
    corrected.redraw();
  }
  return { called, cases };
}
