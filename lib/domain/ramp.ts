import { addDays, type DayKey } from './day';

/**
 * A waterfall: the way from what the rep does now to a goal's target, a step each week. The target itself is where it
 * ends.
 */
export interface Ramp {
  /** What the rep does now, in actions of the goal's period; more than 0, a fraction where the mean is one. */
  readonly base: number;
  /** Part of the base that a step adds, 0.01 to 0.5; 0.05 and 0.1 are usual. */
  readonly step: number;
  /** `additive` steps are all as high as the first, B (1 + r n); `compound` ones grow, B (1 + r)ⁿ. */
  readonly mode: 'additive' | 'compound';
  /** The first step is that of the first whole week from this day on. */
  readonly from: DayKey;
}

/** A week of a ramp that is over. */
export interface RampWeek {
  /** Actions done. */
  readonly done: number;
  /** What a whole period's target is multiplied with: workdays for a day goal; workdays asked of all for a week goal. */
  readonly weight: number;
}

export interface RampStanding {
  /** The step it is on, from 1; the last is the target. */
  readonly step: number;
  readonly steps: number;
  /** What this week asks, in whole actions of the goal's period. */
  readonly target: number;
  /** What last week did to it. */
  readonly moved: 'start' | 'on' | 'again' | 'back';
}

/** Part of a step's target that opens the next one. */
const gate = 0.95;
/** Of the base; a smaller one is none. */
const leastStep = 0.01;
/** No ramp takes longer, in steps. */
const mostSteps = 520;

/**
 * The whole targets of a ramp's steps. Step n wants w(n) = B (1 + r n), or B (1 + r)ⁿ, cut at the target. Fractions are
 * carried instead of rounded: T(n) = max(T(n−1), ⌊w(n) + carry⌋), where the carry is what the steps before asked too
 * little. So no step is more than its w rounded up.
 *
 * @param target whole actions, where it ends
 * @returns ascending, at least one; the last is the target
 * @example rampTargets({ base: 5, step: 0.05, mode: 'additive', from }, 8).slice(0, 3) // 5.25, 5.5, 5.75: [5, 5, 6]
 * @example base 20 to 30 by 5 % of 20 a week: 21, 22 … 30, ten steps; compound nine, since 1.05⁹ = 1.55
 */
export function rampTargets({ base, step, mode }: Ramp, target: number): readonly number[] {
  const targets: number[] = [];
  let carry = 0;
  let before = 1;
  for (let n = 1; n < mostSteps; n += 1) {
    const wanted = base * (mode === 'compound' ? (1 + step) ** n : 1 + step * n);
    // A hair below the target by floating point alone is the target.
    if (!(wanted < target - 1e-9)) break;
    const whole = Math.max(before, Math.floor(wanted + carry + 1e-9));
    carry = Math.max(0, wanted + carry - whole);
    before = whole;
    targets.push(whole);
  }
  return [...targets, target];
}

/**
 * Where a ramp stands after the weeks that are over. A week at 0.95 of its step or more opens the next one; a missed one
 * is done again; two missed in a row go one step back. Weeks that asked nothing (hold, leave) leave it as it is.
 *
 * @param weeks since the ramp's first, in order
 * @example 21 asked, 20 done: 20 ≥ 0.95 · 21 = 19.95, so 22 comes next. 19 done: 21 again
 */
export function rampStanding(ramp: Ramp, target: number, weeks: readonly RampWeek[]): RampStanding {
  const targets = rampTargets(ramp, target);
  let index = 0;
  let misses = 0;
  let moved: RampStanding['moved'] = 'start';
  for (const { done, weight } of weeks) {
    if (weight <= 0) continue;
    const asked = (targets[index] ?? target) * weight;
    if (done >= gate * asked - 1e-9) {
      moved = 'on';
      misses = 0;
      index = Math.min(index + 1, targets.length - 1);
    } else if (misses === 0) {
      moved = 'again';
      misses = 1;
    } else {
      moved = 'back';
      misses = 0;
      index = Math.max(index - 1, 0);
    }
  }
  return { step: index + 1, steps: targets.length, target: targets[index] ?? target, moved };
}

/** The way on from where a ramp stands, where its next step is too high. */
export interface HalfStep {
  /** What the next step asks, in whole actions of the goal's period. */
  readonly next: number;
  /** Keeps what this week asks, and adds half as much from the next one on. */
  readonly ramp: Ramp;
}

/**
 * Steps half as high, to be offered when the next step is more likely missed than reached.
 *
 * @param standing its step is 0 before the ramp's first week
 * @param chance probability of a target in the period to come, 0 to 1
 * @returns null where the next step is fine, where there is none, and where half of it would be less than 1 %
 * @example 20 to 30 by 10 %, on 24 and 26 unlikely: from 24 on by 25, 26 …, which is 1/24 of 24
 */
export function halfStep(
  ramp: Ramp,
  target: number,
  { step, target: present }: Pick<RampStanding, 'step' | 'target'>,
  day: DayKey,
  chance: (target: number) => number,
): HalfStep | null {
  const next = rampTargets(ramp, target)[step];
  if (next === undefined || chance(next) >= 0.5 || present >= target) return null;
  // A step is a part of the base, and the base is another one now.
  const part = step > 0 && ramp.mode === 'additive' ? ramp.base / present : 1;
  const half = (ramp.step / 2) * part;
  if (half < leastStep) return null;
  const from = step > 0 ? { base: present, from: addDays(day, 1) } : {};
  return { next, ramp: { ...ramp, ...from, step: half } };
}
