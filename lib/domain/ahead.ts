/**
 * Whole actions ahead of (positive) or behind (negative) the plan, cut towards 0: within less than one action either
 * way a rep is on pace, and at a checkpoint, where the plan is whole, it is exact.
 *
 * @param done actions of the goal's period
 * @param expected where the plan says the rep is, in actions
 * @example ahead(2, 2.4) === 0
 * @example ahead(2, 3.7) === -1
 */
export function ahead(done: number, expected: number): number {
  // `+ 0` turns -0 into 0.
  return Math.trunc(done - expected) + 0;
}
