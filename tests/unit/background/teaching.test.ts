import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Teaching } from '../../../lib/background/teaching';
import { lessonKey } from '../../../lib/messages/lessonKey';
import { siteSettings } from '../../../lib/settings/sites';
import { taughtRules } from '../../../lib/settings/taught';
import '../locks';
import { taught } from '../teach/taught';

const origin = 'https://crm.test';
const page = { from: 'page', origin, tab: 7 } as const;
const lessonIn = (tab: number) => fakeBrowser.storage.session.set({ [lessonKey(tab)]: { origin } });

beforeEach(async () => {
  fakeBrowser.reset();
  await siteSettings.set([{ origin, site: 'other', on: true }]);
});

/** The browser with one tab; `answer` is what the script in its page says, an error where none may go in. */
function tabAt(url: string, answer: unknown = 'begun') {
  Object.assign(fakeBrowser.tabs, { get: () => Promise.resolve({ id: 7, url }) });
  Object.assign(fakeBrowser.scripting, {
    executeScript: () =>
      answer instanceof Error ? Promise.reject(answer) : Promise.resolve([{ result: answer }]),
  });
}
const lessons = async () => Object.keys(await fakeBrowser.storage.session.get(null));

describe('a lesson', () => {
  it('begins where the page says so, and is known to that tab', async () => {
    tabAt(`${origin}/notes`);
    expect(await new Teaching().begin(7)).toBeNull();
    expect(await lessons()).toEqual([lessonKey(7)]);
  });

  it.each([
    ['closed', 'a page of the browser’s own', 'chrome://settings/', 'begun'],
    ['closed', 'a file on the disk', 'file:///offer.pdf', 'begun'],
    ['closed', 'a page that lets nobody in', `${origin}/`, new Error('Cannot access contents')],
    ['closed', 'a file that the browser shows', `${origin}/offer.pdf`, 'closed'],
    ['off', 'an address that Foothold does not know', 'https://other.test/', 'begun'],
    ['off', 'a site that is off', 'https://off.test/', 'begun'],
    ['company', 'a page that the company wants nothing in', 'https://beside.test/', 'begun'],
    ['stale', 'a page that is older than Foothold', `${origin}/`, 'stale'],
    ['stale', 'a page where nothing answers', `${origin}/`, null],
  ] as const)('says %s of %s, and leaves nothing', async (why, _what, url, answer) => {
    await siteSettings.set([
      { origin, site: 'other', on: true },
      { origin: 'https://off.test', site: 'other', on: false },
      { origin: 'https://beside.test', site: 'other', on: true, surface: 'panel', company: true },
    ]);
    tabAt(url, answer);
    expect(await new Teaching().begin(7)).toBe(why);
    expect(await lessons()).toEqual([]);
  });

  it('begins where the rep has chosen the side panel', async () => {
    await siteSettings.set([{ origin, site: 'other', on: true, surface: 'panel' }]);
    tabAt(`${origin}/`);
    expect(await new Teaching().begin(7)).toBeNull();
  });
});

describe('a rule that a lesson has taught', () => {
  it('is stored, and ends the lesson for pages to come', async () => {
    await lessonIn(7);
    expect(await new Teaching().save(taught(), page)).toBe('saved');
    expect(await taughtRules.get()).toEqual([taught()]);
    expect(await new Teaching().state(page)).toBeNull();
  });

  it('is stored beside one of another tab that comes in the same moment', async () => {
    const rules = [1, 2, 3].map((tab) => taught({ id: `taught/${String(tab)}` }));
    for (const tab of [1, 2, 3]) await lessonIn(tab);
    const teaching = new Teaching();
    const saved = rules.map((rule, index) => teaching.save(rule, { ...page, tab: index + 1 }));
    expect(await Promise.all(saved)).toEqual(['saved', 'saved', 'saved']);
    expect(await taughtRules.get()).toEqual(rules);
  });

  it.each([
    ['without a lesson in that tab', 8, page, taught()],
    ['for another address', 7, page, taught({ origin: 'https://other.test' })],
    ['from a page of another address', 7, { ...page, origin: 'https://other.test' }, taught()],
    ['that is none', 7, page, { ...taught(), run: 'alert(1)' }],
  ])('is refused %s', async (_, tab, sender, rule) => {
    await lessonIn(tab);
    expect(await new Teaching().save(rule, sender)).toBe('refused');
    expect(await taughtRules.get()).toEqual([]);
  });

  it('is refused where the site has been turned off meanwhile', async () => {
    await lessonIn(7);
    await siteSettings.set([{ origin, site: 'other', on: false }]);
    expect(await new Teaching().save(taught(), page)).toBe('refused');
  });
});
