import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '../../../lib/domain/day';
import { defaultRange } from '../../../lib/domain/goal';
import { defaultSchedule } from '../../../lib/domain/schedule';
import type { Journal } from '../../../lib/journal/database';
import { saveGoals } from '../../../lib/journal/goals';
import { saveSchedule } from '../../../lib/pages/saveSchedule';
import { schedule } from '../../../lib/settings/schedule';
import { hour, noon, openJournal, useJournals } from '../journal/open';

process.env['TZ'] = 'UTC';

useJournals();

const monday = '2026-03-02';
const sunday = '2026-03-01';
const { hours, checkpoints } = defaultSchedule;
const fourDays = { ...defaultSchedule, hours: { ...hours, 5: null } };
const wasDefault = { hours, checkpoints };

let journal: Journal;
beforeEach(() => {
  journal = openJournal();
});
const goalFrom = (from: string) =>
  saveGoals(journal, [
    {
      id: 'calls',
      from,
      order: 0,
      goal: { period: 'day', kinds: ['call'], target: 8, ...defaultRange(8) },
    },
  ]);

describe('a saved schedule', () => {
  test('keeps of the days before the default, where there was no other', async () => {
    await goalFrom('2026-01-05');
    await saveSchedule(journal, fourDays);
    expect(await schedule.get()).toEqual({
      ...fourDays,
      earlier: [{ last: sunday, ...wasDefault }],
    });
  });

  test('keeps of the days before what was saved last', async () => {
    await goalFrom('2026-01-05');
    await saveSchedule(journal, fourDays);
    vi.setSystemTime(noon + 48 * hour);
    await saveSchedule(journal, { ...fourDays, checkpoints: [{ at: 700 }] });
    expect((await schedule.get()).earlier).toEqual([
      { last: sunday, ...wasDefault },
      { last: addDays(monday, 1), hours: fourDays.hours, checkpoints },
    ]);
  });

  test('on the first day is as if it had always been', async () => {
    await goalFrom(monday);
    await saveSchedule(journal, fourDays);
    expect(await schedule.get()).toEqual(fourDays);
  });

  test('before there is any goal, too, but not where something was counted on a day before', async () => {
    await saveSchedule(journal, fourDays);
    expect(await schedule.get()).toEqual(fourDays);
    await journal.tallies.bulkAdd([
      { day: monday, kind: 'call', minutes: [600] },
      { day: '2026-02-27', kind: 'email', minutes: [600] },
    ]);
    await saveSchedule(journal, defaultSchedule);
    expect((await schedule.get()).earlier).toEqual([
      { last: sunday, hours: fourDays.hours, checkpoints },
    ]);
  });

  test('goes by the day that it makes of now: at two in the night, one that starts at four is yesterday’s', async () => {
    await goalFrom('2026-01-05');
    vi.setSystemTime(noon - 10 * hour);
    await saveSchedule(journal, { ...fourDays, dayStartsAt: 240 });
    expect((await schedule.get()).earlier?.at(-1)?.last).toBe('2026-02-28');
  });
});
