/** What a count is expected to be, with the doubt about its level in the variance. */
export interface Expected {
  readonly mean: number;
  readonly variance: number;
  /** How many equally good observations that rests on. */
  readonly observations: number;
}

/** Observations that the usual spread of counts is worth beside the one that was seen. */
const usualObservations = 3;
/** The same, for how far counts usually spread. */
const dispersionObservations = 4;
const mostDispersion = 4;
/** How far a good or bad day carries on into the next, as correlation. */
const carryOver = 0.5;

/** Weighted observations of a count, added up. */
export class Moments {
  #weight = 0;
  #squares = 0;
  #sum = 0;
  #sumOfSquares = 0;

  add(weight: number, value: number): void {
    this.#weight += weight;
    this.#squares += weight * weight;
    this.#sum += weight * value;
    this.#sumOfSquares += weight * value * value;
  }

  /** Adds all that another has seen, each weight times `factor`. */
  addAll(other: Moments, factor: number): void {
    this.#weight += factor * other.#weight;
    this.#squares += factor * factor * other.#squares;
    this.#sum += factor * other.#sum;
    this.#sumOfSquares += factor * other.#sumOfSquares;
  }

  /**
   * The discounted Gamma–Poisson prediction of the next count: mean m = Σwy / Σw, n = (Σw)² / Σw², sample variance
   * drawn towards the usual m + d · m² by three observations, and times 1 + 1 / n since the level is only estimated.
   *
   * @param overlap days that an observation spans, where one begins every day; so many are worth one
   * @param dispersion the usual d: 0 for a steady rep (Poisson), 1 for one whose counts come in bursts
   * @returns NaN throughout when nothing was seen
   * @example four equal days of 2, d = 0.5: variance 4 · 3 / 7 = 1.71, of the prediction 1.71 · 1.25 = 2.14
   */
  expected(overlap: number, dispersion: number): Expected {
    const { mean, seen, observations } = this.#estimates(overlap);
    const usual = mean + dispersion * mean ** 2;
    const variance =
      (seen * observations + usual * usualObservations) / (observations + usualObservations);
    return { mean, variance: variance * (1 + 1 / Math.max(1, observations)), observations };
  }

  /**
   * How much more these counts spread than Poisson's, d = (v − m) / m², drawn towards a usual one by four observations.
   *
   * @returns 0 to 4; the usual one when nothing was seen, or only zeros
   */
  dispersion(overlap: number, usual: number): number {
    const { mean, seen, observations } = this.#estimates(overlap);
    // So near 0 that its square is none.
    if (!(mean > 1e-9)) return usual;
    const own = Math.min(mostDispersion, Math.max(0, seen - mean) / mean ** 2);
    return (
      (own * observations + usual * dispersionObservations) /
      (observations + dispersionObservations)
    );
  }

  #estimates(overlap: number) {
    const mean = this.#sum / this.#weight;
    const observations = this.#weight ** 2 / this.#squares / overlap;
    const spread = Math.max(0, this.#sumOfSquares / this.#weight - mean ** 2);
    const seen = observations > 1 ? (spread * observations) / (observations - 1) : 0;
    return { mean, seen, observations };
  }
}

/**
 * A count and those of whole days after it, from single days where too few spans of days were seen: good and bad days
 * come in runs, and the doubt about the level is the same in all, so it adds up.
 *
 * @param days 0 or more
 * @example plusDays(rest, { mean: 4, variance: 6, observations: 6 }, 4) // 16 more, 4 · 6 · 1.5 + 16 · 6 / 6 = 52
 */
export function plusDays(rest: Expected, day: Expected, days: number): Expected {
  const shared = days ** 2 / Math.max(2, day.observations);
  return {
    mean: rest.mean + days * day.mean,
    variance: rest.variance + (days * (1 + carryOver) + shared) * day.variance,
    observations: Math.min(rest.observations, day.observations),
  };
}
