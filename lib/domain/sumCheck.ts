import type { PlannedLeg } from './plan';
import type { Bite } from './terms';

export interface SumCheck {
  /** Actions by which the parts exceed the target; negative when they fall short. */
  readonly over: number;
  /** What to add where, so that they do not; empty when they add up. */
  readonly add: readonly Bite[];
}

/**
 * Whether the parts of a day add up to a target, the rep's or the company's. Parts may exceed it. What is missing goes
 * where the even plan of the target has more than the parts, in proportion.
 *
 * @param even what an even plan of the target asks of each checkpoint
 * @example 2, 6 and 8 of 20, even 2, 7 and 11: short by 4, add 1 to lunch and 3 before you leave
 */
export function sumCheck(
  bites: readonly Bite[],
  target: number,
  even: readonly PlannedLeg[],
): SumCheck {
  const planned = new Map(bites.map(({ at, count }) => [at, count]));
  const over = bites.reduce((sum, { count }) => sum + count, 0) - target;
  if (over >= 0) return { over, add: [] };
  const room = even.map(({ minute, planned: asks }) => ({
    at: minute,
    room: Math.max(0, asks - (planned.get(minute) ?? 0)),
  }));
  const all = room.reduce((sum, one) => sum + one.room, 0);
  let gone = 0;
  let given = 0;
  const add = room.flatMap((one) => {
    gone += one.room;
    const count = Math.round((-over * gone) / all) - given;
    given += count;
    return count > 0 ? [{ at: one.at, count }] : [];
  });
  return { over, add };
}
