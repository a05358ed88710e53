import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { seeded } from '../../seeded';
import { detected, hour, minute, noon, useJournals } from '../journal/open';
import { page, startWorker, useWorkers, type Worker } from './worker';
import type { ActionKind } from '../../../lib/domain/action';
import { addDays, weekdayOf } from '../../../lib/domain/day';
import { defaultRange, type Goal, type GoalVersion } from '../../../lib/domain/goal';
import { defaultSchedule } from '../../../lib/domain/schedule';
import type { Tally } from '../../../lib/domain/tally';
import { saveGoals } from '../../../lib/journal/goals';
import { oddsFits } from '../../../lib/settings/oddsFits';
import { oddsSaid } from '../../../lib/settings/oddsSaid';
import { pausedOn } from '../../../lib/settings/pause';
import { schedule } from '../../../lib/settings/schedule';
import { storedStanding } from '../../../lib/settings/standing';

process.env['TZ'] = 'UTC';

const monday = '2026-03-02';
const halfPastTen = noon - 90 * minute;

useJournals(halfPastTen);
useWorkers();

let worker: Worker;
beforeEach(() => {
  worker = startWorker();
});

function goal(target: number, terms: Partial<Goal> = {}): GoalVersion {
  const plain = { period: 'day', kinds: ['call'], target, ...defaultRange(target) };
  return { id: 'calls', from: '2025-01-01', order: 0, goal: { ...plain, ...terms } as Goal };
}

/** Workdays before the Monday, each with 4 to 12 of a kind between eight and five. */
function workdays(many: number, kind: ActionKind = 'call'): Tally[] {
  const next = seeded(7);
  const tallies: Tally[] = [];
  for (let day = addDays(monday, -1); tallies.length < many; day = addDays(day, -1)) {
    if (weekdayOf(day) > 5) continue;
    const count = 4 + Math.floor(9 * next());
    const minutes = Array.from({ length: count }, () => Math.floor(480 + 540 * next()));
    tallies.push({ day, kind, minutes: minutes.sort((a, b) => a - b) });
  }
  return tallies;
}

async function begin(goals: readonly GoalVersion[], tallies: readonly Tally[] = workdays(80)) {
  await saveGoals(worker.journal, goals);
  await worker.journal.tallies.bulkPut([...tallies]);
  await worker.projector.project();
}
const odds = async () => (await storedStanding.get())?.goals[0]?.odds;
const call = async (at: number = halfPastTen) => {
  await worker.recorder.record(detected({ kinds: ['call'], at, offset: 0 }), page);
  await worker.projector.project();
};
const setTime = async (at: number) => {
  vi.setSystemTime(at);
  await worker.projector.project();
};

describe('a goal under way', () => {
  test('has odds by the rep’s own history, and of the week for the week', async () => {
    await begin([
      goal(6),
      { ...goal(12), id: 'many', order: 1 },
      { ...goal(40, { period: 'week' }), id: 'week', order: 2 },
    ]);
    const goals = (await storedStanding.get())?.goals ?? [];
    const chances = goals.map((one) => one.odds?.p ?? NaN);
    expect(goals.map((one) => one.odds?.rough)).toEqual([false, false, false]);
    expect(chances[0]).toBeGreaterThan(chances[1] ?? NaN);
    expect(goals[1]?.odds?.span).toEqual({ first: monday, last: monday });
    expect(goals[2]?.odds?.span).toEqual({ first: monday, last: '2026-03-08' });
  });

  test('gets likelier with each that is done, until it is reached and there is nothing to say', async () => {
    await begin([goal(4)]);
    let before = (await odds())?.p ?? NaN;
    for (let done = 1; done < 4; done += 1) {
      await call();
      const now = (await odds())?.p ?? NaN;
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
    await call();
    expect(await odds()).toBeUndefined();
  });

  test('gets less likely while nothing is done', async () => {
    await begin([goal(8)]);
    const morning = (await odds())?.p ?? NaN;
    await setTime(noon + 4 * hour);
    expect((await odds())?.p).toBeLessThan(morning);
  });
});

describe('little known', () => {
  test('is rough by other people’s figures where somebody published some', async () => {
    await begin([goal(8)], []);
    expect(await odds()).toMatchObject({ rough: true });
  });

  test('and no odds where nobody did, until there are ten workdays', async () => {
    await begin([goal(8, { kinds: ['note'] })], workdays(9, 'note'));
    expect(await odds()).toBeUndefined();
    await worker.journal.tallies.bulkPut(workdays(10, 'note'));
    await worker.projector.project();
    expect(await odds()).toMatchObject({ rough: false });
  });
});

describe('where odds say nothing there are none', () => {
  test('on a paused day', async () => {
    await pausedOn.set(monday);
    await begin([goal(8)]);
    expect(await odds()).toBeUndefined();
  });

  test('on a day off', async () => {
    await schedule.set({ ...defaultSchedule, daysOff: [monday] });
    await begin([goal(8)]);
    expect(await odds()).toBeUndefined();
  });

  test('after hours', async () => {
    await begin([goal(8)]);
    expect(await odds()).toBeDefined();
    await setTime(noon + 6 * hour);
    expect(await odds()).toBeUndefined();
  });

  test('on hold', async () => {
    await begin([goal(8, { hold: { from: monday, until: '2026-03-03' } })]);
    expect(await odds()).toBeUndefined();
  });
});

test('a holiday that the goal was on hold for does not count against it', async () => {
  // Two weeks of nothing, until Friday.
  const before = workdays(80).filter(({ day }) => day < '2026-02-16');
  await begin([goal(8)], before);
  const missed = (await odds())?.p ?? NaN;
  const held = goal(8, { hold: { from: '2026-02-16', until: '2026-02-27' } });
  await saveGoals(worker.journal, [held]);
  await worker.projector.project();
  expect((await odds())?.p).toBeGreaterThan(missed);
});

describe('three years', () => {
  /** The first days that tallies were asked for from. */
  const readings = () => {
    const asked = vi.spyOn(worker.journal.tallies, 'where');
    return () => asked.mock.calls.splice(0).length;
  };

  test('are read once a day; each standing reads its half year', async () => {
    await saveGoals(worker.journal, [goal(8)]);
    await worker.journal.tallies.bulkPut(workdays(80));
    const count = readings();
    await worker.projector.project();
    expect(count()).toBe(2);
    await worker.projector.project();
    expect(count()).toBe(1);
    await setTime(halfPastTen + 24 * hour);
    expect(count()).toBe(2);
  });

  test('are read anew when an earlier day was changed', async () => {
    await begin([goal(8)]);
    const count = readings();
    await worker.journal.tallies.put({ day: addDays(monday, -3), kind: 'call', minutes: [600] });
    await worker.projector.project();
    expect(count()).toBe(2);
  });

  test('are fitted once a day: a worker that starts anew takes what was kept', async () => {
    await begin([goal(8)]);
    const first = (await odds())?.p ?? NaN;
    const kept = await oddsFits.get();
    expect(kept).toMatchObject({ day: monday, fits: { call: {} } });
    await oddsFits.set({ ...kept, fits: { call: { level: 1, slope: 1 } } });
    const written: string[] = [];
    fakeBrowser.storage.local.onChanged.addListener((changes) => {
      written.push(...Object.keys(changes));
    });
    worker = startWorker();
    await worker.projector.project();
    expect((await odds())?.p).toBeGreaterThan(first);
    expect(written).not.toContain('oddsFits');

    await setTime(halfPastTen + 24 * hour);
    expect((await oddsFits.get()).day).toBe('2026-03-03');
    expect((await oddsFits.get()).fits['call']?.level).not.toBe(1);
  });

  test('a damaged fit is fitted anew', async () => {
    await oddsFits.set({ day: monday, fits: { call: { level: 'x' } } } as never);
    await begin([goal(8)]);
    expect(await odds()).toBeDefined();
    expect((await oddsFits.get()).fits['call']?.level).toBeTypeOf('number');
  });
});

describe('what was said', () => {
  test('of a period first is kept, to be held against what comes', async () => {
    await begin([goal(6)]);
    const first = await odds();
    await setTime(noon + 4 * hour);
    const said = await oddsSaid.get();
    expect(said).toEqual([
      {
        id: 'calls',
        kinds: ['call'],
        target: 6,
        p: first?.p,
        workdays: 1,
        first: monday,
        last: monday,
      },
    ]);
    await setTime(halfPastTen + 24 * hour);
    expect(await oddsSaid.get()).toHaveLength(2);
  });

  test('and is damaged in one place is lost in that place only', async () => {
    await begin([goal(6)]);
    await oddsSaid.set([{ id: 'x', target: 'y' } as never, ...(await oddsSaid.get())]);
    expect(await oddsSaid.get()).toHaveLength(1);
  });
});
