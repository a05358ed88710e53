import type { CurvePoint } from '../lib/domain/summary';

/**
 * What the plan asks for by a minute of the day: straight between its points, level before and after.
 * Points 540→0 and 600→6: by 550 it is 1.
 */
export function planAt(plan: readonly CurvePoint[], minute: number): number {
  const from = plan.findLast((point) => point.minute <= minute);
  const to = plan.find((point) => point.minute > minute);
  if (!from || !to) return (from ?? to)?.count ?? 0;
  const part = (minute - from.minute) / (to.minute - from.minute);
  return from.count + part * (to.count - from.count);
}
