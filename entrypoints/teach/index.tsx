import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import iconsCss from '../../components/icons.css?inline';
import teachCss from '../../components/teach.css?inline';
import { setOwnKinds } from '../../components/ownKinds';
import { TeachCard } from '../../components/TeachCard';
import tokensCss from '../../components/tokens.css?inline';
import { clockReady, now } from '../../lib/clock';
import type { NoLesson } from '../../lib/domain/lesson';
import { newOccurrence } from '../../lib/domain/occurrence';
import { lessonKey, type Lessons } from '../../lib/messages/lessonKey';
import { sendMessage } from '../../lib/messages/protocol';
import { siteAt, siteSettings } from '../../lib/settings/sites';
import { broughtSite } from '../../lib/sidebar/broughtSites';
import { insideOf } from '../../lib/sidebar/counting';
import { makeHost } from '../../lib/sidebar/host';
import { leaveWhenWithdrawn } from '../../lib/sidebar/withdrawal';
import { outlineIn } from '../../lib/sidebar/outline';
import { Lesson } from '../../lib/teach/lesson';

const mark = Symbol.for('foothold lesson');

/** Teaching a button, in the page for as long as it lasts. A second lesson takes the place of the first. */
export default defineUnlistedScript({
  // Without a name the worker would not get the answer.
  globalName: 'footholdLesson',
  main: start,
});

/** Answers the worker, for whom nothing at all would be the same as `null`. */
async function start(): Promise<NoLesson | 'begun'> {
  // A file that the browser shows has nothing to press.
  if (!/html/.test(document.contentType)) return 'closed';
  await clockReady;
  const setting = siteAt(await siteSettings.get(), location.origin);
  const brought = setting && broughtSite(setting.site);
  const begun = brought && (await sendMessage('lesson'));
  if (!begun) return 'stale';
  const world = globalThis as { [mark]?: AbortController };
  world[mark]?.abort();
  const life = (world[mark] = new AbortController());
  const { signal } = life;
  setOwnKinds(begun.own);
  leaveWhenWithdrawn(life, brought.site.id);

  const key = lessonKey(begun.tab);
  const host = makeHost(document, tokensCss + iconsCss + teachCss, signal);
  const [cover, card] = [document.createElement('div'), document.createElement('div')];
  cover.className = 'cover';
  host.container.append(cover, card);
  host.stay();
  signal.addEventListener('abort', () => {
    render(null, card);
  });
  // Where pages cannot write this down, a lesson ends with its page.
  const keep = async (lesson: Lessons[string]) => browser.storage.session.set({ [key]: lesson });
  const forget = async () => browser.storage.session.remove(key);
  const lesson: Lesson = new Lesson(
    {
      window,
      site: brought.site,
      signal,
      cover,
      byHand: (event) => event.isTrusted,
      now,
      newId: newOccurrence,
      insideOf,
      outlined: outlineIn(host.container),
      keep: (learnt) => void keep({ origin: location.origin, learnt }).catch(() => undefined),
      save: (rule) => sendMessage('taught', rule),
      count: async (action) => {
        const { outcome } = await sendMessage('record', action);
        return outcome === 'recorded' || outcome === 'already';
      },
      leave: () => {
        life.abort();
        void forget().catch(() => undefined);
      },
      changed: () => {
        queueMicrotask(draw);
      },
    },
    begun.lesson.learnt,
  );
  function draw() {
    if (signal.aborted) return;
    cover.hidden = lesson.step.at !== 'point';
    render(<TeachCard step={lesson.step} {...lesson.hands} />, card);
  }
  return 'begun';
}
