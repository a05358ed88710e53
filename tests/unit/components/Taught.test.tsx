// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TeachCard } from '../../../components/TeachCard';
import { Taught } from '../../../entrypoints/options/Taught';
import { Teaching } from '../../../lib/background/teaching';
import type { LessonStep } from '../../../lib/domain/lesson';
import { lessonKey } from '../../../lib/messages/lessonKey';
import { siteSettings } from '../../../lib/settings/sites';
import { taughtRules } from '../../../lib/settings/taught';
import '../locks';
import { taught } from '../teach/taught';
import { field, show, type, words } from './screen';

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

it.each([
  ['stage', ['name'], true],
  ['win', ['name'], true],
  ['opportunity', ['name'], false],
  ['stage', [], false],
] as const)(
  'a button that counts %s beside %j is said to count every save of its form: %s',
  async (kind, beside, isSaid) => {
    const rule = taught({ kind, beside });
    await siteSettings.set([{ origin: rule.origin, site: 'other', on: true }]);
    await taughtRules.set([rule]);
    const options = show(<Taught />);
    await vi.waitFor(() => field('Name'));
    expect(words(options).includes('every save of it counts')).toBe(isSaid);
  },
);

it.each([true, false])('the lesson says so before the rep agrees to it: %s', (everySave) => {
  const nothing = vi.fn();
  const step: LessonStep = { at: 'prove', ways: [], chosen: 0, pressed: 1, everySave };
  const card = show(
    <TeachCard
      step={step}
      onKind={nothing}
      onChoose={nothing}
      onSave={nothing}
      onAgain={nothing}
      onCountThis={nothing}
      onLeave={nothing}
    />,
  );
  expect(words(card).includes('every save of it will count')).toBe(everySave);
});
