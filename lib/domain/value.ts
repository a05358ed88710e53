import type { Terms } from './terms';

/** What makes one action worth its time. */
export interface Worth {
  /** Probability that it leads to the outcome, 0 to 1. */
  readonly conversion: number;
  /** Value of the outcome, in any unit. */
  readonly value: number;
  /** Minutes that it takes, more than 0. */
  readonly minutes: number;
  /** What a minute costs, in the unit of the value. */
  readonly costPerMinute?: number;
}

/**
 * Value of an action a minute: (π V − c t) / t.
 *
 * @example a call of 4 minutes, 5 % to a meeting worth 200: 0.05 · 200 / 4 = 2.5
 */
export function valuePerMinute({ conversion, value, minutes, costPerMinute = 0 }: Worth): number {
  return (conversion * value) / minutes - costPerMinute;
}

/** What is worth most a minute first; of equals the one of better quality (0 to 1), then the order they were in. */
export function byValue<One extends { readonly worth: Worth; readonly quality?: number }>(
  actions: readonly One[],
): readonly One[] {
  return [...actions].sort(
    (a, b) =>
      valuePerMinute(b.worth) - valuePerMinute(a.worth) || (b.quality ?? 0) - (a.quality ?? 0),
  );
}

/** What a minute for a goal is worth, by what the rep says of one of its actions; null where they do not say. */
export function worthOf({ worth, minutes }: Pick<Terms, 'worth' | 'minutes'>): number | null {
  return worth === undefined || minutes === undefined || !(minutes > 0)
    ? null
    : valuePerMinute({ conversion: 1, value: worth, minutes });
}
