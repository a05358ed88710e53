import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Teaching } from '../../../lib/background/teaching';
import { lessonKey } from '../../../lib/messages/lessonKey';
import { siteSettings } from '../../../lib/settings/sites';
import { taughtRules } from '../../../lib/settings/taught';
import { taught } from '../teach/taught';

const origin = 'https://crm.test';
const page = { from: 'page', origin, tab: 7 } as const;
const lessonIn = (tab: number) => fakeBrowser.storage.session.set({ [lessonKey(tab)]: { origin } });

beforeEach(async () => {
  fakeBrowser.reset();
  await siteSettings.set([{ origin, site: 'other', on: true }]);
});

describe('a rule that a lesson has taught', () => {
  it('is stored, and ends the lesson for pages to come', async () => {
    await lessonIn(7);
    expect(await new Teaching().save(taught(), page)).toBe('saved');
    expect(await taughtRules.get()).toEqual([taught()]);
    expect(await new Teaching().state(page)).toBeNull();
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
