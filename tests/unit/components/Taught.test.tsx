// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Taught } from '../../../entrypoints/options/Taught';
import { Teaching } from '../../../lib/background/teaching';
import { lessonKey } from '../../../lib/messages/lessonKey';
import { siteSettings } from '../../../lib/settings/sites';
import { taughtRules } from '../../../lib/settings/taught';
import '../locks';
import { taught } from '../teach/taught';
import { field, show, type } from './screen';

it('a button that is named while a lesson stores another loses neither', async () => {
  const [known, learnt] = [taught({ id: 'taught/known' }), taught({ id: 'taught/learnt' })];
  const { origin } = learnt;
  await siteSettings.set([{ origin, site: 'other', on: true }]);
  await taughtRules.set([known]);
  await fakeBrowser.storage.session.set({ [lessonKey(7)]: { origin } });
  show(<Taught />);
  const name = await vi.waitFor(() => field('Name'));
  // The disk takes its time, so that both have read before either writes.
  const read = taughtRules.get.bind(taughtRules);
  vi.spyOn(taughtRules, 'get').mockImplementation(async () => {
    const found = await read();
    await new Promise((passed) => setTimeout(passed, 20));
    return found;
  });
  const stored = new Teaching().save(learnt, { from: 'page', origin, tab: 7 });
  type(name, 'Demo done');
  expect(await stored).toBe('saved');
  await vi.waitFor(async () =>
    expect(await taughtRules.get()).toEqual([{ ...known, name: 'Demo done' }, learnt]),
  );
});
