import { actionKinds, type ActionKind } from './action';
import { addDays, type DayKey } from './day';
import { familyOf } from './family';
import { countIn, countsOf } from './history';
import { hoursOn, type Schedule } from './schedule';
import type { Tally } from './tally';

/** What fills a pipeline: a word with somebody who is not in it yet. */
const prospecting: readonly ActionKind[] = ['call', 'email', 'connection', 'message', 'comment'];
const outcomes = actionKinds.filter((kind) => familyOf({ kinds: [kind] }) === 'outcome');

const lately = 5;
const usually = 20;
/** Below this part of the usual, prospecting has been dropped. */
const dropped = 0.6;
/** Workdays are looked for no further back, in days. */
const farthest = 120;

/** The pipeline fills up, and what filled it is dropped. */
export interface PipelineTrap {
  /** Prospecting a workday over the last five, and over the last twenty. */
  readonly lately: number;
  readonly usually: number;
  /** What would keep it going: 60 % of the usual, in whole actions a day. */
  readonly floor: number;
  /** The ways of prospecting that the rep used in these twenty days. */
  readonly kinds: readonly [ActionKind, ...ActionKind[]];
}

/**
 * Whether a rep is in the pipeline trap: over the last five workdays more comes of it than over the last twenty, and
 * prospecting is below 60 % of what it was over those twenty. Null otherwise, and in the first twenty workdays.
 *
 * @param today it is not over, so it does not count
 * @example 10 calls and 1 meeting a day for 15 workdays, then 4 calls and 3 meetings a day for five: calls 4 a day, below
 *   60 % of (15 · 10 + 5 · 4) / 20 = 8.5, which is 5.1; meetings 3, above (15 + 15) / 20 = 1.5. So the floor is 6.
 */
export function pipelineTrap(
  tallies: readonly Tally[],
  schedule: Schedule,
  today: DayKey,
): PipelineTrap | null {
  const days: DayKey[] = [];
  for (let back = 1; back <= farthest && days.length < usually; back += 1) {
    const day = addDays(today, -back);
    if (hoursOn(schedule, day)) days.push(day);
  }
  const earliest = days.at(-1);
  if (earliest === undefined || days.length < usually) return null;
  if (!tallies.some(({ day, minutes }) => day <= earliest && minutes.length > 0)) return null;
  const means = (kinds: readonly ActionKind[]) => {
    const counts = countsOf(tallies, kinds);
    return [countIn(counts, days.slice(0, lately)) / lately, countIn(counts, days) / usually];
  };
  const [outcomesLately = 0, outcomesUsually = 0] = means(outcomes);
  const [prospectingLately = 0, prospectingUsually = 0] = means(prospecting);
  if (outcomesLately <= outcomesUsually) return null;
  if (prospectingLately >= dropped * prospectingUsually) return null;
  const used = prospecting.filter((kind) => countIn(countsOf(tallies, [kind]), days) > 0);
  return {
    lately: prospectingLately,
    usually: prospectingUsually,
    floor: Math.ceil(dropped * prospectingUsually - 1e-9),
    // Whoever dropped it had begun it.
    kinds: used as [ActionKind, ...ActionKind[]],
  };
}
