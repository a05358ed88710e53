import type { ActionKind } from '../../lib/domain/action';
import type { Lab } from './lab';
import { mondayMorning } from './lab';

const day = 24 * 60 * 60 * 1000;

/**
 * So many of a kind on each workday before a day, eight weeks back or less, as the journal's cache has them.
 *
 * @param counts of one workday after the other, latest first, over and over
 */
export async function pastDays(
  { foothold }: Lab,
  kind: ActionKind,
  counts: readonly number[],
  before = mondayMorning,
  back = 56,
): Promise<void> {
  const days = Array.from({ length: back }, (_, index) => before - (index + 1) * day)
    .filter((at) => ![0, 6].includes(new Date(at).getUTCDay()))
    .map((at) => new Date(at).toISOString().slice(0, 10));
  await foothold.put(
    'tallies',
    days.map((on, index) => ({
      day: on,
      kind,
      minutes: Array.from({ length: counts[index % counts.length] ?? 0 }, (_, at) => 540 + 30 * at),
    })),
  );
}
