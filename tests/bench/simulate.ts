import { seeded } from '../seeded';

const dayMs = 24 * 60 * 60_000;
const firstDay = Date.UTC(2024, 0, 1);

export interface Rep {
  /** Actions on a usual workday. */
  readonly level: number;
  /** Spread of good and bad days, as the variance of a factor of mean 1; 0 is Poisson. */
  readonly bursts: number;
  /** How far the level wanders from day to day, as the standard deviation of its logarithm. */
  readonly drift: number;
  /** Chance that a week is the first of one or two away. */
  readonly away: number;
}

/** Hours of actions in a day, from 08:00: a busy morning, lunch, a long afternoon, something after work. */
const shares = [1, 3, 4, 3, 1, 2, 3, 3, 2, 1, 1, 1];

/**
 * Reps who never lived, as rows of `series,date,hour,count`: counts that come in bursts, levels that drift, weeks away.
 * The same seed gives the same rows.
 */
export function simulate(reps: readonly Rep[], days: number, seed: number): string {
  const next = seeded(seed);
  const rows = reps.flatMap((rep, index) => rowsOf(rep, String(index + 1), days, next));
  return ['series,date,hour,count', ...rows].join('\n');
}

function rowsOf(rep: Rep, id: string, days: number, next: () => number): readonly string[] {
  const rows: string[] = [];
  let level = Math.log(rep.level);
  let backOn = 0;
  for (let day = 0; day < days; day++) {
    const weekday = day % 7;
    if (weekday > 4) continue;
    level += rep.drift * normal(next) - 0.01 * (level - Math.log(rep.level));
    if (weekday === 0 && day >= backOn && next() < rep.away) backOn = day + (next() < 0.5 ? 7 : 14);
    if (day < backOn) continue;
    const friday = weekday === 4 ? 0.7 : 1;
    const burst = rep.bursts > 0 ? gamma(1 / rep.bursts, next) * rep.bursts : 1;
    const hours = new Map<number, number>();
    const count = poisson(Math.exp(level) * friday * burst, next);
    for (let action = 0; action < count; action++) {
      const hour = 8 + pick(shares, next);
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    const date = new Date(firstDay + day * dayMs).toISOString().slice(0, 10);
    for (const [hour, done] of hours) rows.push([id, date, hour, done].join());
  }
  return rows;
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Marsaglia and Tsang 2000; below 1 by their boost. */
function gamma(shape: number, next: () => number): number {
  if (shape < 1) return gamma(shape + 1, next) * next() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(next);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - next()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function poisson(mean: number, next: () => number): number {
  let count = 0;
  for (let left = next(); left > Math.exp(-mean); left *= next()) count += 1;
  return count;
}

function pick(weights: readonly number[], next: () => number): number {
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => (left -= weight) < 0);
}
