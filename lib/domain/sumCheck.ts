/** A part of a target: what is planned until a checkpoint, on a day, in a week. */
export interface Part<At> {
  readonly at: At;
  /** Whole actions, 0 or more. */
  readonly count: number;
}

export interface SumCheck<At> {
  /** Actions by which the parts exceed the target; negative when they fall short. */
  readonly over: number;
  /** What to add where, so that they do not; empty when they add up. */
  readonly add: readonly Part<At>[];
}

/**
 * Whether parts add up to a target, the rep's or the company's. Parts may exceed it. What is missing goes where the even
 * plan of the target has more than the parts, in proportion; where it has nowhere more, evenly to all.
 *
 * @param even what an even plan of the target asks of each part that can still be added to, at least one
 * @example 2, 6 and 8 of 20, even 2, 7 and 11: short by 4, add 1 to lunch and 3 before you leave
 */
export function sumCheck<At>(
  parts: readonly Part<At>[],
  target: number,
  even: readonly Part<At>[],
): SumCheck<At> {
  const planned = new Map(parts.map(({ at, count }) => [at, count]));
  const over = parts.reduce((sum, { count }) => sum + count, 0) - target;
  if (over >= 0) return { over, add: [] };
  const rooms = even.map(({ at, count }) => Math.max(0, count - (planned.get(at) ?? 0)));
  const some = rooms.some((room) => room > 0);
  const all = some ? rooms.reduce((sum, room) => sum + room, 0) : even.length;
  let gone = 0;
  let given = 0;
  const add = even.flatMap(({ at }, index) => {
    gone += some ? (rooms[index] ?? 0) : 1;
    const count = Math.round((-over * gone) / all) - given;
    given += count;
    return count > 0 ? [{ at, count }] : [];
  });
  return { over, add };
}
