import { browser } from 'wxt/browser';
import { noLessons, type NoLesson } from '../domain/lesson';

const key = 'no lesson';

/** The menu has no place for words: why its lesson did not begin, for the popup to say. */
export async function noteRefusedLesson(why: NoLesson): Promise<void> {
  await browser.storage.session.set({ [key]: why });
}

/** What was noted last; it is said once. */
export async function takeRefusedLesson(): Promise<NoLesson | null> {
  const { [key]: stored } = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  return noLessons.find((one) => one === stored) ?? null;
}
