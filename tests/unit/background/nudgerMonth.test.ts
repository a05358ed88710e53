import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seeded } from '../../seeded';
import { broken } from '../domain/nudge/broken';
import { toCheckpoint, type Spoken, type Truth } from '../domain/nudge/yearOf';
import { detected, useJournals } from '../journal/open';
import { crm, ours, page, startWorker, useWorkers, type Worker } from './worker';
import * as front from '../../../lib/background/pagesInFront';
import type { ActionKind } from '../../../lib/domain/action';
import { daysOf, instantOf, weekdayOf } from '../../../lib/domain/day';
import { defaultRange, type GoalVersion } from '../../../lib/domain/goal';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import { nudgeAnswers } from '../../../lib/domain/nudge/nudge';
import { saveGoals } from '../../../lib/journal/goals';
import { cueSettings } from '../../../lib/settings/cues';
import { nudgeSettings } from '../../../lib/settings/nudges';
import { pausedOn } from '../../../lib/settings/pause';
import { quietOn } from '../../../lib/settings/quiet';
import { schedule } from '../../../lib/settings/schedule';
import { storedStanding } from '../../../lib/settings/standing';

/** Its clocks change on the 29th of March. */
const timeZone = 'Europe/Berlin';
process.env['TZ'] = timeZone;

const month = daysOf({ first: '2026-03-01', last: '2026-03-31' });
const leave = ['2026-03-12', '2026-03-13'];
const paused = '2026-03-04';
const quiet = '2026-03-06';
const off = '2026-03-10';
/** Beginnings of a week or month. */
const firsts = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30'];

const targets = { call: 6, email: 8 } as const;
const mail = 'https://mail.example.com';
const rules = [{ id: 'inbox', origin: mail, count: 2, kind: 'call' }] as const;

useJournals(instantOf('2026-03-01', 0, timeZone));
useWorkers();

let worker: Worker;
const lot = seeded(12);
const upTo = (most: number) => Math.floor(lot() * (most + 1));

beforeEach(async () => {
  worker = startWorker();
  vi.spyOn(Math, 'random').mockImplementation(lot);
  await schedule.set({ ...defaultSchedule, daysOff: leave });
  await cueSettings.set([...rules]);
  await saveGoals(worker.journal, Object.entries(targets).map(goalOf));
  await worker.journal.tallies.bulkPut(
    daysOf({ first: '2026-01-05', last: '2026-02-27' }).flatMap(before),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

function goalOf([kind, target]: [string, number], order: number): GoalVersion {
  const plain = {
    period: 'day',
    kinds: [kind as ActionKind],
    target,
    ...defaultRange(target),
  } as const;
  return { id: kind, from: '2025-01-01', order, goal: plain };
}

/** What a workday before the month had: about as much as is asked, so that it can go either way. */
function before(day: string) {
  if (weekdayOf(day) > 5) return [];
  return (['call', 'email'] as const).map((kind) => ({
    day,
    kind,
    minutes: Array.from({ length: targets[kind] - 3 + upTo(5) }, () => 480 + upTo(530)).sort(
      (a, b) => a - b,
    ),
  }));
}

test(
  'what is said with the standings of a month obeys every limit',
  { timeout: 60_000 },
  async () => {
    const truths = new Map<number, Truth>();
    for (const day of month) {
      await pausedOn.set(day === paused ? day : null);
      await quietOn.set(day === quiet ? day : null);
      await nudgeSettings.set({ on: day !== off, drives: [] });
      await liveThrough(day, truths);
    }
    const records = await worker.journal.nudges.orderBy('at').toArray();
    const spoken = records.flatMap((record): Spoken[] => {
      const truth = truths.get(record.at);
      return truth ? [{ record, truth }] : [];
    });
    expect(spoken).toHaveLength(records.length);
    expect(broken(spoken)).toEqual([]);
    expect(records.filter(({ day }) => day === quiet)).toEqual([]);
    // By the clock of the new season, too.
    expect(records.some(({ day }) => day > '2026-03-29')).toBe(true);
    // Who is hardly spoken to, and never answers, would obey as well.
    expect(records.length).toBeGreaterThan(20);
    expect(new Set(records.map(({ reason }) => reason)).size).toBeGreaterThan(3);
    expect(new Set(records.map(({ answer }) => answer)).size).toBe(5);
    expect(records.some(({ withheld }) => withheld)).toBe(true);
  },
);

/** A day of the rep: deeds, keys, sites in front, and answers, each by lot; the worker writes a standing each time. */
async function liveThrough(day: string, truths: Map<number, Truth>) {
  const hours = hoursOn(await schedule.get(), day);
  const done: { readonly kind: ActionKind; readonly at: number }[] = [];
  let keyAt = -Infinity;
  for (let clock = 450; clock < 1050; clock += 1 + upTo(hours ? 30 : 200)) {
    const now = instantOf(day, clock, timeZone);
    vi.setSystemTime(now);
    await answerByLot(day);
    if (lot() < 0.3) keyAt = now - upTo(20_000);
    const isMail = lot() < 0.15;
    const presence = { typedAt: keyAt, questions: [] };
    vi.spyOn(front, 'pagesInFront').mockResolvedValue([
      { origin: isMail ? mail : crm, ...presence },
    ]);
    const chance = lot();
    const kind = chance < 0.2 ? 'call' : chance < 0.5 ? 'email' : chance < 0.53 ? 'win' : null;
    if (kind) {
      done.push({ kind, at: now });
      await worker.recorder.record(detected({ kinds: [kind], at: now, offset: 60 }), page);
    }
    await worker.projector.project();
    const standing = await storedStanding.get();
    const next = standing?.goals.find(({ id }) => id === standing.foothold?.goalId);
    const last = (counts: (one: ActionKind) => boolean) =>
      Math.max(-Infinity, ...done.filter((one) => counts(one.kind)).map(({ at }) => at));
    const full = Object.entries(targets).flatMap(([goal, target]) =>
      done.filter((one) => one.kind === goal).length >= target ? [goal] : [],
    );
    truths.set(now, {
      hours,
      resting: day === paused,
      on: day !== off,
      first: firsts.includes(day),
      odds: next?.odds ?? { p: NaN, rough: true },
      leg: next && hours ? toCheckpoint(next.legs, next.done, clock, hours) : null,
      stretch: full.length > 0,
      inFront: isMail ? ['inbox'] : [],
      rules: rules.map(({ id }) => id),
      keyAt,
      callAt: last((one) => one === 'call'),
      winAt: last((one) => one === 'win'),
      reachedAt: last((one) => full.includes(one)),
    });
  }
}

/** To what stands there unanswered the rep says something, or nothing; for a week hardly anything but no. */
async function answerByLot(day: string) {
  const said = (await storedStanding.get())?.nudge;
  const answer =
    day > '2026-03-14' && day < '2026-03-20' && lot() < 0.9
      ? 'dismissed'
      : [...nudgeAnswers, null, null][upTo(nudgeAnswers.length + 1)];
  if (said && answer) await worker.nudger.answer({ at: said.at, answer }, ours);
}
