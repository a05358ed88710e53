import { browser } from 'wxt/browser';
import { now } from '../clock';
import { noLessons, type NoLesson, type Taught } from '../domain/lesson';
import { mostTaught, type TaughtRule } from '../domain/taughtRule';
import { taughtRule } from '../messages/schema';
import type { Sender } from '../messages/sender';
import { lessonKey, type Lessons, type LessonState } from '../messages/lessonKey';
import { ownKinds } from '../settings/ownKinds';
import { inTurn } from '../settings/inTurn';
import { keptOut, siteAt, siteSettings } from '../settings/sites';
import { taughtWithin } from '../sites/parts/taught';
import { taughtRules } from '../settings/taught';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';

const script = '/teach.js' as ScriptPublicPath;

/** Lessons in tabs: which of them has one, and what comes out of it. Only our own pages and our menu begin one. */
export class Teaching {
  /** Puts a lesson into the page of a tab; answers what keeps it from beginning, null where nothing does. */
  async begin(tabId: number): Promise<NoLesson | null> {
    const { url = '' } = await browser.tabs.get(tabId);
    if (!/^https?:/.test(url)) return 'closed';
    const { origin } = new URL(url);
    const setting = siteAt(await siteSettings.get(), origin);
    if (!setting?.on) return 'off';
    if (keptOut(setting)) return 'company';
    await browser.storage.session.set({ [lessonKey(tabId)]: { origin } });
    const problem = await place(tabId);
    if (problem) await browser.storage.session.remove(lessonKey(tabId));
    return problem;
  }

  /** A page load in the middle of a lesson: it goes on where the press has led. */
  async goOn(tabId: number, origin: string): Promise<void> {
    const lesson = await lessonOf(tabId);
    const at = lesson?.origin === origin ? lesson.learnt?.press?.at : undefined;
    if (at === undefined) return;
    if (now() - at <= taughtWithin) await place(tabId);
    else await browser.storage.session.remove(lessonKey(tabId));
  }

  /** What the lesson in the sender's page has learnt so far. */
  async state(sender: Sender): Promise<LessonState | null> {
    if (sender.from !== 'page') return null;
    const lesson = await lessonOf(sender.tab);
    if (lesson?.origin !== sender.origin) return null;
    return { tab: sender.tab, lesson, own: await ownKinds.get() };
  }

  save(message: unknown, sender: Sender): Promise<Taught> {
    return inTurn(taughtRules, () => this.#save(message, sender));
  }

  async #save(message: unknown, sender: Sender): Promise<Taught> {
    const parsed = taughtRule.safeParse(message);
    if (!parsed.success || !(await this.state(sender))) return 'refused';
    const rule = parsed.data as unknown as TaughtRule;
    if (sender.from !== 'page' || rule.origin !== sender.origin || !(await isOn(rule.origin)))
      return 'refused';
    const rules = (await taughtRules.get()).filter(({ id }) => id !== rule.id);
    if (rules.length >= mostTaught) return 'full';
    await taughtRules.set([...rules, rule]);
    // A page that loads later is no part of this lesson.
    await browser.storage.session.remove(lessonKey(sender.tab));
    return 'saved';
  }
}

async function lessonOf(tabId: number): Promise<Lessons[string] | undefined> {
  const key = lessonKey(tabId);
  return ((await browser.storage.session.get(key)) as Partial<Lessons>)[key];
}

async function isOn(origin: string): Promise<boolean> {
  return siteAt(await siteSettings.get(), origin)?.on === true;
}

async function place(tabId: number): Promise<NoLesson | null> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: [script] });
    const answer: unknown = frame?.result;
    if (answer === 'begun') return null;
    return noLessons.find((one) => one === answer) ?? 'stale';
  } catch {
    return 'closed';
  }
}
