import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { detected, hour, minute, noon, useJournals } from '../journal/open';
import { page, startWorker, useWorkers, type Worker } from './worker';
import * as front from '../../../lib/background/pagesInFront';
import type { ActionKind } from '../../../lib/domain/action';
import { defaultRange, type Goal, type GoalVersion } from '../../../lib/domain/goal';
import type { NudgeRecord } from '../../../lib/domain/nudge/nudge';
import { allGoals, saveGoals } from '../../../lib/journal/goals';
import { cueSettings } from '../../../lib/settings/cues';
import { nudgeSettings } from '../../../lib/settings/nudges';
import { pausedOn } from '../../../lib/settings/pause';
import { quietOn } from '../../../lib/settings/quiet';
import { storedStanding } from '../../../lib/settings/standing';

process.env['TZ'] = 'UTC';

/** Monday 11:40: 20 minutes to the checkpoint at lunch. */
const nearLunch = noon - 20 * minute;
const mail = 'https://mail.example.com';

useJournals(nearLunch);
useWorkers();

let worker: Worker;
let chance: MockInstance<typeof Math.random>;
let inFront: MockInstance<typeof front.pagesInFront>;

beforeEach(async () => {
  worker = startWorker();
  chance = vi.spyOn(Math, 'random').mockReturnValue(0.5);
  inFront = vi.spyOn(front, 'pagesInFront').mockResolvedValue([]);
  await saveGoals(worker.journal, [goal(4)]);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Two of four calls are due by lunch. */
function goal(target: number, terms: Partial<Goal> = {}): GoalVersion {
  const plain = { period: 'day', kinds: ['call'], target, ...defaultRange(target) };
  return { id: 'calls', from: '2025-01-01', order: 0, goal: { ...plain, ...terms } as Goal };
}
const said = async () => {
  await worker.projector.project();
  return (await storedStanding.get())?.nudge;
};
const records = () => worker.journal.nudges.toArray();
const answer = (at: number, given: string) =>
  worker.nudger.answer({ at, answer: given }, { from: 'extension' });
const log = async (kind: ActionKind, at: number) => {
  await worker.recorder.record(detected({ kinds: [kind], at, offset: 0 }), page);
  await worker.projector.project();
};
const setTime = (at: number) => vi.setSystemTime(at);

describe('with a standing', () => {
  test('what is worth saying is said and written down', async () => {
    const nudge = await said();
    expect(nudge).toEqual({
      at: nearLunch,
      until: nearLunch + 25 * minute,
      reason: 'close',
      kind: 'call',
      count: expect.any(Number) as number,
    });
    expect(await records()).toEqual([
      {
        at: nearLunch,
        day: '2026-03-02',
        minute: 700,
        reason: 'close',
        withheld: false,
        kind: 'call',
      },
    ]);
  });

  test('the next ones go on saying it, for its time', async () => {
    const first = await said();
    setTime(nearLunch + 10 * minute);
    expect(await said()).toEqual(first);
    setTime(nearLunch + 25 * minute);
    expect(await said()).toBeUndefined();
    expect(await records()).toHaveLength(1);
  });

  test('what the lot withholds is written down and not said, then or later', async () => {
    chance.mockReturnValue(0.1);
    expect(await said()).toBeUndefined();
    expect(await records()).toMatchObject([{ at: nearLunch, withheld: true }]);
    chance.mockReturnValue(0.5);
    setTime(nearLunch + minute);
    expect(await said()).toBeUndefined();
    expect(await records()).toHaveLength(1);
  });

  test('nothing is said while nudges are off, paused or on hold', async () => {
    await nudgeSettings.set({ on: false, drives: [] });
    expect(await said()).toBeUndefined();
    await nudgeSettings.set({ on: true, drives: [] });
    await pausedOn.set('2026-03-02');
    expect(await said()).toBeUndefined();
    await pausedOn.set(null);
    await saveGoals(worker.journal, [goal(4, { hold: { from: '2026-03-02' } })]);
    expect(await said()).toBeUndefined();
    expect(await records()).toEqual([]);
  });

  test('nothing is said on a quiet day, by the rep’s own rules either, and again on the next', async () => {
    await cueSettings.set([{ id: 'a', origin: mail, count: 3, kind: 'call' }]);
    inFront.mockResolvedValue([{ origin: mail, typedAt: undefined, questions: [] }]);
    await quietOn.set('2026-03-02');
    expect(await said()).toBeUndefined();
    expect(await records()).toEqual([]);
    await quietOn.set('2026-03-01');
    expect(await said()).toBeDefined();
  });

  test('what was said is gone once the rep pauses, or turns nudges off', async () => {
    expect(await said()).toBeDefined();
    await pausedOn.set('2026-03-02');
    expect(await said()).toBeUndefined();
    await pausedOn.set(null);
    expect(await said()).toBeUndefined();
    expect(await records()).toHaveLength(1);
  });

  test('a rep who types, or has just dialled, on a page in front is left in peace', async () => {
    const origin = 'https://crm.example.com';
    const questions = [
      { kind: 'call', at: nearLunch - 2 * minute },
      { kind: 'email', at: nearLunch },
    ] as const;
    inFront.mockResolvedValue([{ origin, questions: [], typedAt: nearLunch - 9999 }]);
    expect(await said()).toBeUndefined();
    inFront.mockResolvedValue([
      { origin, questions: [] },
      { origin, questions },
    ]);
    expect(await said()).toBeUndefined();
    expect(await records()).toEqual([]);
    inFront.mockResolvedValue([
      { origin, questions: questions.slice(1), typedAt: nearLunch - 10_000 },
    ]);
    expect(await said()).toBeDefined();
  });

  test('a key pressed since the standing was reckoned is typing as well', async () => {
    const origin = 'https://crm.example.com';
    inFront.mockResolvedValue([{ origin, questions: [], typedAt: nearLunch + 80 }]);
    expect(await said()).toBeUndefined();
    expect(await records()).toEqual([]);
  });

  test('pages are asked for the rep’s hands only where there is something to say', async () => {
    await saveGoals(worker.journal, [goal(40)]);
    await said();
    expect(inFront).not.toHaveBeenCalled();
  });

  test('numbers are shown although nothing can be said', async () => {
    inFront.mockRejectedValue(new Error('no tabs'));
    expect(await said()).toBeUndefined();
    expect((await storedStanding.get())?.goals).toHaveLength(1);
  });
});

describe('an answer', () => {
  test('ends the nudge; the first one holds', async () => {
    const { at = 0 } = (await said()) ?? {};
    setTime(nearLunch + minute);
    expect(await answer(at, 'dismissed')).toBe(true);
    expect(await answer(at, 'accepted')).toBe(false);
    expect(await said()).toBeUndefined();
    expect(await records()).toMatchObject([
      { answer: 'dismissed', answeredAt: nearLunch + minute },
    ]);
  });

  test('to what was never said, or is no answer, is none', async () => {
    chance.mockReturnValue(0.1);
    await said();
    expect(await answer(nearLunch, 'accepted')).toBe(false);
    expect(await answer(nearLunch + 1, 'accepted')).toBe(false);
    expect(await answer(nearLunch, 'perhaps')).toBe(false);
    const elsewhere = { from: 'page', origin: 'https://off.example.com', tab: 3 } as const;
    const reply = { at: nearLunch, answer: 'accepted' };
    expect(await worker.nudger.answer(reply, elsewhere)).toBe(false);
  });

  test('comes from a page of a site that is on, too', async () => {
    await said();
    expect(await worker.nudger.answer({ at: nearLunch, answer: 'snoozed' }, page)).toBe(true);
    expect(await records()).toMatchObject([{ answer: 'snoozed' }]);
  });

  test('is also doing it', async () => {
    await said();
    setTime(nearLunch + 5 * minute);
    await log('email', nearLunch + 5 * minute);
    expect(await records()).toMatchObject([{ reason: 'close' }]);
    expect((await records())[0]).not.toHaveProperty('answer');
    await log('call', nearLunch + 5 * minute);
    expect(await records()).toMatchObject([{ answer: 'accepted' }]);
    expect((await storedStanding.get())?.nudge).toBeUndefined();
  });

  test('is doing it within the hour, also when the nudge has gone', async () => {
    await said();
    setTime(nearLunch + 59 * minute);
    await log('call', nearLunch + 59 * minute);
    expect(await records()).toMatchObject([{ answer: 'accepted' }]);
  });
});

describe('a rule of the rep’s own', () => {
  const rule = { id: 'r1', origin: mail, count: 2, kind: 'call' } as const;
  const opened = [{ origin: mail, questions: [] }];

  beforeEach(async () => {
    await cueSettings.set([rule]);
    // Nothing else is worth saying.
    await saveGoals(worker.journal, [goal(40)]);
  });

  test('waits for its site, and has pages there ask anew', async () => {
    expect(await said()).toBeUndefined();
    expect((await storedStanding.get())?.cueToCome).toBe(true);
    inFront.mockResolvedValue([{ origin: 'https://crm.example.com', questions: [] }]);
    expect(await said()).toBeUndefined();
    inFront.mockResolvedValue(opened);
    expect(await said()).toMatchObject({ reason: 'cue', kind: 'call', count: 2, base: 0 });
    expect(await records()).toMatchObject([{ reason: 'cue', cue: 'r1' }]);
    await said();
    expect((await storedStanding.get())?.cueToCome).toBeUndefined();
  });

  test('comes by its key on any counted page in front, though the rep has just typed there', async () => {
    const elsewhere = { origin: 'https://crm.example.com', questions: [] };
    await cueSettings.set([rule, { ...rule, id: 'r2', origin: 'https://b.example.com', count: 1 }]);
    worker.nudger.askForRule();
    expect(await said()).toBeUndefined();
    // Where no page was in front, the key is forgotten.
    inFront.mockResolvedValue([{ ...elsewhere, typedAt: nearLunch - 1000 }]);
    expect(await said()).toBeUndefined();
    worker.nudger.askForRule();
    expect(await said()).toMatchObject({ reason: 'cue', kind: 'call', count: 2 });
    expect(await records()).toMatchObject([{ reason: 'cue', cue: 'r1' }]);
  });

  test('by its key obeys the limits that it always has', async () => {
    inFront.mockResolvedValue([{ origin: 'https://crm.example.com', questions: [] }]);
    await pausedOn.set('2026-03-02');
    worker.nudger.askForRule();
    expect(await said()).toBeUndefined();
    await pausedOn.set(null);
    expect(await said()).toBeUndefined();
    worker.nudger.askForRule();
    const first = await said();
    await answer(first?.at ?? 0, 'dismissed');
    setTime(nearLunch + minute);
    worker.nudger.askForRule();
    expect(await said()).toBeUndefined();
  });

  test('counts from when it was met and ends when done', async () => {
    await log('call', nearLunch - 5 * minute);
    inFront.mockResolvedValue(opened);
    expect(await said()).toMatchObject({ base: 1 });
    setTime(nearLunch + minute);
    await log('call', nearLunch + minute);
    expect((await storedStanding.get())?.nudge).toMatchObject({ reason: 'cue' });
    expect((await records())[0]).not.toHaveProperty('answer');
    await log('call', nearLunch + minute);
    expect((await storedStanding.get())?.nudge).toBeUndefined();
    expect(await records()).toMatchObject([{ answer: 'accepted' }]);
  });

  test('is heeded while nudges are off, and never withheld', async () => {
    await nudgeSettings.set({ on: false, drives: [] });
    chance.mockReturnValue(0);
    inFront.mockResolvedValue(opened);
    expect(await said()).toMatchObject({ reason: 'cue' });
  });

  test('comes up once more in the other half of the day', async () => {
    inFront.mockResolvedValue(opened);
    const first = await said();
    await answer(first?.at ?? 0, 'dismissed');
    setTime(noon + hour);
    expect(await said()).toMatchObject({ reason: 'cue', at: noon + hour });
  });

  test('leaves when it is removed', async () => {
    inFront.mockResolvedValue(opened);
    expect(await said()).toBeDefined();
    await cueSettings.set([]);
    expect(await said()).toBeUndefined();
  });
});

describe('a goal that was met early', () => {
  /** Four calls on each of the last four workdays, and today's by eleven. */
  beforeEach(async () => {
    const days = ['2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27'];
    const minutes = [500, 520, 540, 560];
    await worker.journal.tallies.bulkPut(days.map((day) => ({ day, kind: 'call', minutes })));
    for (const at of [40, 30, 20, 10]) await log('call', nearLunch - at * minute);
    await worker.journal.nudges.clear();
  });

  test('may be stretched: offered once, and gone for with a yes', async () => {
    setTime(nearLunch + minute);
    const nudge = await said();
    expect(nudge).toMatchObject({ reason: 'stretch', kind: 'call', count: 1, goalId: 'calls' });
    await answer(nudge?.at ?? 0, 'accepted');
    const [version] = (await allGoals(worker.journal)).slice(-1);
    expect(version?.goal?.stretch).toEqual({ first: '2026-03-02' });
    expect(await said()).toBeUndefined();
    expect((await storedStanding.get())?.goals).toMatchObject([{ stretch: 5 }]);
  });

  test('is not stretched with a no, nor offered again that day', async () => {
    setTime(nearLunch + minute);
    await answer((await said())?.at ?? 0, 'dismissed');
    setTime(nearLunch + 2 * hour);
    expect(await said()).toBeUndefined();
    const versions = await allGoals(worker.journal);
    expect(versions.every(({ goal }) => goal?.stretch === undefined)).toBe(true);
  });
});

describe('whether speaking helps', () => {
  /** 300 mornings, with the minutes of what came after a nudge that was spoken or withheld. */
  async function mornings(after: (withheld: boolean, index: number) => readonly number[]) {
    const day = (index: number) =>
      new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
    const moments = Array.from({ length: 300 }, (_, index): NudgeRecord => ({
      at: Date.UTC(2025, 0, 1 + index, 10),
      day: day(index),
      minute: 600,
      reason: 'open',
      withheld: index % 6 === 0,
    }));
    await worker.journal.nudges.bulkAdd(moments);
    await worker.journal.tallies.bulkPut(
      moments.map(({ day, withheld }, index) => ({
        day,
        kind: 'call',
        minutes: after(withheld, index),
      })),
    );
  }
  /** Speaking did harm. */
  const harm = () =>
    mornings((withheld, index) => (withheld ? [610, 611, 612, 613] : [610]).slice(index % 2));

  test('where it does not, Foothold stops by itself, and says nothing', async () => {
    await harm();
    expect(await said()).toBeUndefined();
    expect(await nudgeSettings.get()).toEqual({ on: false, drives: [], stopped: true });
    expect(await records()).toHaveLength(300);
  });

  test('where it still may, though less came of it so far, Foothold goes on', async () => {
    // 0.4 after speaking, 0.44 after silence: −0.04 ± 0.1.
    await mornings((withheld, index) => ((withheld ? index < 132 : index % 2 === 0) ? [610] : []));
    expect(await said()).toBeDefined();
    expect(await nudgeSettings.get()).toMatchObject({ on: true });
  });

  test('what came before the rep’s new try is not held against it', async () => {
    await harm();
    await nudgeSettings.set({ on: true, drives: [], since: nearLunch });
    expect(await said()).toBeDefined();
    expect((await nudgeSettings.get()).on).toBe(true);
  });
});
