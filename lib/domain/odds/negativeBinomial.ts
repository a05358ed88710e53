/** Probabilities of a count 0, 1, 2 … */
export interface CountDistribution {
  /** P(X = n); 0 below 0. */
  pmf(n: number): number;
  /** P(X ≤ n). */
  atMost(n: number): number;
  /** P(X ≥ n); 1 from 0 down. */
  atLeast(n: number): number;
}

/** Where a running product is brought back towards 1, so that it neither overflows nor starts at 0. */
const big = 1e200;
const logBig = Math.log(big);

/**
 * Negative binomial by its mean and variance: counts that come in bursts. Where the variance is not above the mean it is
 * the Poisson distribution.
 *
 * With size r = m² / (v − m): P(0) = (r / (r + m))^r and P(n + 1) / P(n) = (r + n) / (n + 1) · m / (r + m) (Johnson,
 * Kemp and Kotz, Univariate Discrete Distributions, chapter 5). No special function is needed, and a sum of n terms of
 * one sign loses nothing; `atLeast` is exact to about 1e-15, not relative to itself.
 *
 * @param mean 0 or more
 * @param variance of the count; anything up to the mean gives Poisson
 * @throws RangeError when the mean is negative or either is no number
 * @example negativeBinomial(4, 8).atLeast(1) === 1 - (4 / 8) ** 4
 */
export function negativeBinomial(mean: number, variance: number): CountDistribution {
  if (!(mean >= 0 && mean < Infinity && variance >= 0))
    throw new RangeError(`no count has mean ${String(mean)} and variance ${String(variance)}`);
  // Closer to the mean than this, r is so large that r + n would lose digits.
  const size = variance > mean * (1 + 1e-9) ? mean ** 2 / (variance - mean) : Infinity;
  const ratio = size === Infinity ? mean : mean / (size + mean);
  const logNone = size === Infinity ? -mean : -size * Math.log1p(mean / size);
  const step = (n: number) => (size === Infinity ? ratio : (size + n) * ratio) / (n + 1);

  /** The term and the sum of terms from 0 to n. */
  const upTo = (n: number): readonly [term: number, sum: number] => {
    if (n < 0) return [0, 0];
    // So near 0 that its square is none.
    if (mean === 0 || size === 0) return [n === 0 ? 1 : 0, 1];
    let term = 1;
    let sum = 1;
    let log = logNone;
    for (let k = 0; k < n; k++) {
      term *= step(k);
      sum += term;
      if (sum > big) {
        term /= big;
        sum /= big;
        log += logBig;
      }
    }
    return [term * Math.exp(log), Math.min(1, sum * Math.exp(log))];
  };
  return {
    pmf: (n) => upTo(n)[0],
    atMost: (n) => upTo(n)[1],
    atLeast: (n) => 1 - upTo(n - 1)[1],
  };
}
