import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detected, noon, openJournal, openRaw, useJournals } from '../journal/open';
import { crm, ours, page, useWorkers } from './worker';
import { HealthRecorder } from '../../../lib/background/healthRecorder';
import type { DetectedAction } from '../../../lib/domain/detected';
import type { Outcome } from '../../../lib/domain/health';
import { schemaVersion, type Journal } from '../../../lib/journal/database';
import type { Observation } from '../../../lib/messages/protocol';
import { healthAt } from '../../../lib/settings/health';
import { taughtName } from '../../../components/taughtName';
import { setOwnKinds } from '../../../components/ownKinds';
import { ownKinds } from '../../../lib/settings/ownKinds';
import type { TaughtRule } from '../../../lib/domain/taughtRule';
import { taughtRules } from '../../../lib/settings/taught';
import { taught } from '../teach/taught';
import { siteSettings, switchOff } from '../../../lib/settings/sites';

process.env['TZ'] = 'UTC';
useJournals();
useWorkers();

const dayMs = 24 * 60 * 60_000;
let journal: Journal;
let health: HealthRecorder;
beforeEach(() => {
  journal = openJournal();
  health = new HealthRecorder(journal, async () => {
    setOwnKinds(await ownKinds.get());
    return taughtName;
  });
});

const tell = (seen: readonly Observation[], site = 'atomic') => health.record({ site, seen }, page);
const ended = (outcome: Exclude<Outcome, 'confirmed'>, times = 1, rule = 'atomic/note') =>
  Array.from({ length: times }, () => ({ rule, outcome }));
async function confirm(times = 1, own: Partial<DetectedAction> = {}) {
  for (let index = 0; index < times; index += 1) await health.confirm(detected(own));
}
const missed = (subject?: string) => ({ kind: 'contact', found: false, subject });
const found = { kind: 'contact', found: true, subject: 'contact/1' };
const shown = () => healthAt(crm).get();

describe('outcomes', () => {
  test('are added up by day and rule', async () => {
    await confirm(3);
    expect(await tell([...ended('failed'), ...ended('cancelled', 1, 'atomic/task')])).toBe(true);
    vi.setSystemTime(noon + dayMs);
    await tell(ended('unconfirmed'));
    expect(await journal.health.toArray()).toEqual([
      { day: '2026-03-02', rule: 'atomic/note', confirmed: 3, failed: 1 },
      { day: '2026-03-02', rule: 'atomic/task', cancelled: 1 },
      { day: '2026-03-03', rule: 'atomic/note', unconfirmed: 1 },
    ]);
  });

  test('of what only the rep could say, or no rule stands for, are none', async () => {
    await confirm(1, { evidence: 'said', rule: 'atomic/tel' });
    await confirm(1, { via: 'one-click', evidence: 'said' });
    await confirm(1, { rule: 'atomic/invented' });
    expect(await journal.health.count()).toBe(0);
  });

  test('of two pages at once are all there', async () => {
    await Promise.all(Array.from({ length: 10 }, () => tell(ended('failed'))));
    expect(await journal.health.toArray()).toMatchObject([{ failed: 10 }]);
  });

  test('are let go of after 90 days', async () => {
    await confirm();
    vi.setSystemTime(noon + 90 * dayMs);
    await confirm();
    expect(await journal.health.count()).toBe(2);
    vi.setSystemTime(noon + 91 * dayMs);
    await confirm();
    expect((await journal.health.toArray()).map(({ day }) => day)).toEqual([
      '2026-05-31',
      '2026-06-01',
    ]);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['an unknown outcome', { site: 'atomic', seen: [{ rule: 'atomic/note', outcome: 'liked' }] }],
    ['a text of the page', { site: 'atomic', seen: [{ ...ended('failed')[0], text: 'Hello' }] }],
    [
      'a confirmation, which is an action',
      { site: 'atomic', seen: [{ rule: 'atomic/note', outcome: 'confirmed' }] },
    ],
    ['too many', { site: 'atomic', seen: ended('failed', 2001) }],
  ])('are refused when they are malformed: %s', async (_what, message) => {
    expect(await health.record(message, page)).toBe(false);
    expect(await journal.health.count()).toBe(0);
  });

  test('are refused from whoever may not speak for the site', async () => {
    const message = { site: 'atomic', seen: ended('failed') };
    expect(await health.record(message, ours)).toBe(false);
    for (const origin of ['https://espo.example.com', 'https://evil.example.com'])
      expect(await health.record(message, { from: 'page', origin, tab: 1 })).toBe(false);
    await switchOff(crm);
    expect(await health.record(message, page)).toBe(false);
    expect(await journal.health.count()).toBe(0);
  });

  test('of rules and pages that no build knows are left out', async () => {
    await tell([
      ...ended('failed', 1, 'atomic/invented'),
      ...ended('failed', 1, 'linkedin/connect'),
      { kind: 'constructor', found: false, subject: 'x' },
      { kind: 'invented', found: false, subject: 'x' },
    ]);
    expect(await journal.health.count()).toBe(0);
    expect(await journal.misses.count()).toBe(0);
  });

  test('are not written into a journal of a newer Foothold', async () => {
    journal.close();
    (await openRaw('foothold', (schemaVersion + 1) * 10)).close();
    await expect(
      new HealthRecorder(openJournal(), () => Promise.resolve(taughtName)).record(
        { site: 'atomic', seen: [] },
        page,
      ),
    ).rejects.toThrow('newer');
  });
});

describe('a landmark', () => {
  test('that three different records lack is told, and no record is named anywhere', async () => {
    await tell([missed('contact/1'), missed('contact/1'), missed('contact/2')]);
    expect(await shown()).toEqual({ notFound: [], missed: ['contact'] });
    await tell([missed('contact/3')]);
    expect(await shown()).toEqual({ notFound: ['contact'], missed: ['contact'] });
    expect(JSON.stringify(await journal.misses.toArray())).not.toContain('contact/');
  });

  test('is recognised again as soon as one page has it', async () => {
    await tell([missed('contact/1'), missed('contact/2'), missed('contact/3')]);
    await tell([found]);
    expect(await shown()).toEqual({ notFound: [], missed: [] });
  });

  test('missed on pages of no record is told after three looks', async () => {
    for (let look = 0; look < 3; look += 1) {
      vi.setSystemTime(noon + look * 20_000);
      await tell([{ kind: 'dashboard', found: false, subject: undefined }]);
    }
    expect(await shown()).toMatchObject({ notFound: ['dashboard'] });
  });

  test('is each address’s own', async () => {
    const other = 'https://other.example.com';
    await siteSettings.set([
      ...(await siteSettings.get()),
      { origin: other, site: 'atomic', on: true },
    ]);
    await tell([missed('contact/1'), missed('contact/2'), missed('contact/3')]);
    expect(await healthAt(other).get()).toEqual({ notFound: [], missed: [] });
  });

  test('is looked for anew after an update', async () => {
    await tell([missed('contact/1'), missed('contact/2'), missed('contact/3')]);
    await health.startOver();
    expect(await shown()).toEqual({ notFound: [], missed: [] });
  });
});

describe('a rule', () => {
  test('that threw is told today, and no longer tomorrow', async () => {
    await tell(ended('broken'));
    await confirm(1, { rule: 'atomic/contact' });
    expect(await shown()).toMatchObject({ notFound: ['atomic/note'] });
    vi.setSystemTime(noon + dayMs);
    await health.show();
    expect(await shown()).toMatchObject({ notFound: [] });
  });

  test('that is asked about is told when it throws, and of nothing else', async () => {
    const gmail = 'https://mail.google.com';
    await siteSettings.set([{ origin: gmail, site: 'gmail', on: true }]);
    const rule = 'gmail/mailbox';
    await health.record(
      { site: 'gmail', seen: [...ended('unconfirmed', 1, rule), ...ended('broken', 1, rule)] },
      { from: 'page', origin: gmail, tab: 1 },
    );
    expect(await journal.health.toArray()).toEqual([{ day: '2026-03-02', rule, broken: 1 }]);
    expect(await healthAt(gmail).get()).toMatchObject({ notFound: [rule] });
  });

  test('that is no longer confirmed is told at every address of the site', async () => {
    await confirm(20);
    vi.setSystemTime(noon + dayMs);
    await tell(ended('unconfirmed', 10));
    expect(await shown()).toMatchObject({ notFound: ['atomic/note'] });
    expect(await healthAt('https://espo.example.com').get()).toMatchObject({ notFound: [] });
  });
});

describe('a page of a site', () => {
  test('that threw is told today, and no longer tomorrow', async () => {
    await tell(ended('broken', 1, 'atomic/contact-page'));
    expect(await shown()).toMatchObject({ notFound: ['atomic/contact-page'] });
    vi.setSystemTime(noon + dayMs);
    await health.show();
    expect(await shown()).toMatchObject({ notFound: [] });
  });

  test('can end in no other way, and has to be one of the site’s', async () => {
    await tell([
      ...ended('unconfirmed', 1, 'atomic/contact-page'),
      ...ended('broken', 1, 'atomic/invented-page'),
    ]);
    expect(await journal.health.count()).toBe(0);
  });
});

describe('a button that the rep has taught', () => {
  const rule = 'taught/a';
  const teach = (changes: Partial<TaughtRule> = {}) =>
    taughtRules.set([taught({ origin: crm, name: 'Notes of mine', ...changes })]);
  /** It was confirmed for days, and then its proof no longer comes. */
  async function stops() {
    await confirm(12, { rule });
    vi.setSystemTime(noon + dayMs);
    await confirm(4, { rule });
    await tell(ended('unconfirmed', 6, rule));
  }

  test('and that is no longer confirmed is told by its name, at its own address only', async () => {
    const other = 'https://other.example.com';
    const before = await siteSettings.get();
    await siteSettings.set([...before, { origin: other, site: 'atomic', on: true }]);
    await teach();
    await stops();
    expect(await shown()).toEqual({ notFound: ['Notes of mine'], missed: [] });
    expect(await healthAt(other).get()).toEqual({ notFound: [], missed: [] });
  });

  test('is told by what it counts where it has no name', async () => {
    await teach({ name: '' });
    await stops();
    expect(await shown()).toMatchObject({ notFound: ['Note'] });
  });

  test('is told by the name that its own kind has now', async () => {
    await teach({ name: '', kind: 'own1' });
    await ownKinds.set([{ kind: 'own1', name: 'Visits' }]);
    await stops();
    expect(await shown()).toMatchObject({ notFound: ['Visits'] });
  });

  test('is not told as long as most presses are confirmed, nor where the page refused them', async () => {
    await teach();
    await confirm(12, { rule });
    vi.setSystemTime(noon + dayMs);
    await confirm(8, { rule });
    await tell([...ended('unconfirmed', 4, rule), ...ended('failed', 9, rule)]);
    expect(await shown()).toMatchObject({ notFound: [] });
  });

  test('and has switched off is told no longer', async () => {
    await teach();
    await stops();
    await teach({ on: false });
    await health.show();
    expect(await shown()).toMatchObject({ notFound: [] });
  });
});

describe('the report', () => {
  test('is the sender’s own site’s', async () => {
    // Node has none; a browser's worker does.
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36' });
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
      manifest_version: 3,
      name: 'Foothold',
      version: '1.2.3',
    });
    await confirm(4);
    await tell([missed('contact/1'), missed('contact/2'), missed('contact/3')]);
    const report = await health.report(page);
    expect(report).toMatch(
      /^foothold 1\.2\.3\nbrowser Chrome\/156\.0\.0\.0\nsite atomic\nlandmark contact\nrule atomic\/note confirmed 4 /,
    );
    expect(report).not.toContain('example.com');
    expect(await health.report({ from: 'page', origin: 'https://evil.example.com', tab: 1 })).toBe(
      '',
    );
  });
});
