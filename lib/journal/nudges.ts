import type { NudgeRecord } from '../domain/nudge/nudge';
import type { Journal } from './database';

/** The last so many moments, latest first. */
export function lastNudges(journal: Journal, most: number): Promise<NudgeRecord[]> {
  return journal.nudges.orderBy('at').reverse().limit(most).toArray();
}

export async function addNudge(journal: Journal, record: NudgeRecord): Promise<void> {
  await journal.nudges.add(record);
}

/** Answers whether there was one to answer. */
export async function answerNudge(
  journal: Journal,
  at: number,
  answer: NonNullable<NudgeRecord['answer']>,
): Promise<boolean> {
  return (await journal.nudges.update(at, { answer })) > 0;
}
