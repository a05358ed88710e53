import type { NudgeAnswer, NudgeRecord } from '../domain/nudge/nudge';
import type { Journal } from './database';

/** The last so many moments, latest first. */
export function lastNudges(journal: Journal, most: number): Promise<NudgeRecord[]> {
  return journal.nudges.orderBy('at').reverse().limit(most).toArray();
}

/** The moments since a time, UTC ms, earliest first. */
export function nudgesSince(journal: Journal, at: number): Promise<NudgeRecord[]> {
  return journal.nudges.where('at').aboveOrEqual(at).toArray();
}

export async function addNudge(journal: Journal, record: NudgeRecord): Promise<void> {
  await journal.nudges.add(record);
}

/** The first answer holds. Resolves with whether this was it. */
export function answerNudge(
  journal: Journal,
  at: number,
  answer: NudgeAnswer,
  answeredAt: number,
): Promise<boolean> {
  return journal.transaction('rw', journal.nudges, async () => {
    const record = await journal.nudges.get(at);
    if (!record || record.withheld || record.answer !== undefined) return false;
    await journal.nudges.update(at, { answer, answeredAt });
    return true;
  });
}
