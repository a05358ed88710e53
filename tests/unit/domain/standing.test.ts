import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, instantOf, minuteOf, offsetAt } from '../../../lib/domain/day';
import type { GoalVersion } from '../../../lib/domain/goal';
import { defaultGoals, defaultRange } from '../../../lib/domain/goal';
import type { Schedule } from '../../../lib/domain/schedule';
import { defaultSchedule } from '../../../lib/domain/schedule';
import type { RecentAction, StandingInput } from '../../../lib/domain/standing';
import { standing } from '../../../lib/domain/standing';
import type { Tally } from '../../../lib/domain/tally';
import { tallyOf } from '../../../lib/domain/tally';
import { actionNow } from './after';
import { input as anyInput, patience } from './arbitrary';

const monday = '2026-03-02';

function on(day: string, minute: number, more: Partial<StandingInput> = {}): StandingInput {
  const timeZone = more.timeZone ?? 'Europe/Berlin';
  return {
    tallies: [],
    goals: defaultGoals('2026-01-01'),
    schedule: defaultSchedule,
    now: instantOf(day, minute, timeZone),
    timeZone,
    previous: null,
    recent: [],
    ...more,
  };
}

const tally = (day: string, kind: Tally['kind'], ...minutes: number[]): Tally => ({
  day,
  kind,
  minutes,
});
const goalOf = (input: StandingInput, kind: Tally['kind']) =>
  standing(input).goals.find(({ kinds }) => kinds.includes(kind));

describe('a goal of the day', () => {
  test('at 10:30 with two calls of eight', () => {
    const input = on(monday, 630, { tallies: [tally(monday, 'call', 550, 560)] });
    expect(goalOf(input, 'call')).toEqual({
      id: 'first-calls',
      period: 'day',
      kinds: ['call'],
      done: 2,
      target: 8,
      floor: 7,
      ceiling: 10,
      expected: 2.5,
      ahead: 0,
      buffer: -30,
      today: { target: 8, done: 2 },
      legs: [
        {
          at: instantOf(monday, 540, 'Europe/Berlin'),
          minute: 540,
          planned: 1,
          done: 1,
          state: 'reached',
        },
        {
          at: instantOf(monday, 720, 'Europe/Berlin'),
          minute: 720,
          anchor: 'lunch',
          planned: 3,
          done: 1,
          state: 'now',
        },
        {
          at: instantOf(monday, 1020, 'Europe/Berlin'),
          minute: 1020,
          anchor: 'leave',
          planned: 4,
          done: 0,
          state: 'ahead',
        },
      ],
    });
  });

  test('shows what was missed, and fills it first', () => {
    const states = (...minutes: number[]) =>
      goalOf(on(monday, 800, { tallies: [tally(monday, 'call', ...minutes)] }), 'call')?.legs.map(
        ({ state, done }) => [state, done],
      );
    expect(states()).toEqual([
      ['passed', 0],
      ['passed', 0],
      ['now', 0],
    ]);
    expect(states(790, 791)).toEqual([
      ['reached', 1],
      ['passed', 1],
      ['now', 0],
    ]);
    expect(states(1, 2, 3, 4, 5, 6, 7, 8, 9)).toEqual([
      ['reached', 1],
      ['reached', 3],
      ['reached', 4],
    ]);
  });

  test('a leg that asks for nothing is not missed', () => {
    const states = (minute: number) =>
      goalOf(on(monday, minute), 'follow-up')?.legs.map(({ planned, state }) => [planned, state]);
    expect(states(530)).toEqual([
      [0, 'now'],
      [2, 'ahead'],
      [2, 'ahead'],
    ]);
    expect(states(540)?.[0]).toEqual([0, 'reached']);
  });

  test('planned in bites asks for exactly these, whatever the schedule brings forward', () => {
    const bites = [4, 8, 8].map((count, leg) => ({ at: [540, 720, 1020][leg] ?? 0, count }));
    const goal = {
      period: 'day',
      kinds: ['call'],
      target: 20,
      ...defaultRange(20),
      bites,
    } as const;
    const goals = [{ id: 'calls', from: '2026-01-01', order: 0, goal }];
    const schedule = {
      ...defaultSchedule,
      frontLoad: 0.25,
      checkpoints: [{ at: 540, share: 0.5 }, { at: 720 }, { at: 1020 }],
    };
    const legs = goalOf(on(monday, 500, { goals, schedule }), 'call')?.legs;
    expect(legs?.map(({ planned }) => planned)).toEqual([4, 8, 8]);
  });

  test('asks nothing on a day off, but counts', () => {
    const saturday = '2026-03-07';
    const input = on(saturday, 630, { tallies: [tally(saturday, 'call', 600)] });
    expect(goalOf(input, 'call')).toMatchObject({
      done: 1,
      expected: 0,
      ahead: 1,
      buffer: 0,
      today: { target: 0, done: 1 },
      legs: [],
    });
  });

  test('is the one that applied on the day', () => {
    const goals: GoalVersion[] = [5, 9].map((target) => ({
      id: 'calls',
      from: target === 5 ? '2026-01-01' : '2026-03-03',
      order: 0,
      goal: { period: 'day', kinds: ['call'], target, ...defaultRange(target) },
    }));
    expect(goalOf(on(monday, 630, { goals }), 'call')?.target).toBe(5);
    expect(goalOf(on('2026-03-03', 630, { goals }), 'call')?.target).toBe(9);
  });
});

describe('a goal of the week', () => {
  const wednesday = '2026-03-04';

  test('counts the week and asks today for its part of what is left', () => {
    const tallies = [
      tally('2026-03-01', 'opportunity', 600),
      tally('2026-03-03', 'opportunity', 600),
      tally(wednesday, 'opportunity', 490),
      tally('2026-03-09', 'opportunity', 600),
    ];
    expect(goalOf(on(wednesday, 1020, { tallies }), 'opportunity')).toMatchObject({
      period: 'week',
      done: 2,
      expected: 3,
      ahead: -1,
      // Four remained in the morning for three days: ceil(4 / 3), and ceil(1.3 · 5 / 5) is no less.
      today: { target: 2, done: 1 },
    });
  });

  test('is another week where the week starts on Sunday', () => {
    const schedule: Schedule = { ...defaultSchedule, weekStartsOn: 7 };
    const tallies = [
      tally('2026-03-01', 'opportunity', 600),
      tally('2026-03-08', 'opportunity', 600),
    ];
    expect(goalOf(on(wednesday, 600, { tallies, schedule }), 'opportunity')?.done).toBe(1);
    expect(goalOf(on(wednesday, 600, { tallies }), 'opportunity')?.done).toBe(1);
    const saturday = [tally('2026-02-28', 'opportunity', 600)];
    expect(goalOf(on(monday, 600, { tallies: saturday, schedule }), 'opportunity')?.done).toBe(0);
  });

  test('its legs add up to what it asks of today', () => {
    const legs = goalOf(on('2026-03-06', 600), 'opportunity')?.legs ?? [];
    expect(legs.map(({ planned }) => planned)).toEqual([0, 1, 1]);
  });

  test('who does what is asked is on pace at the end of every day', () => {
    const goals: GoalVersion[] = [
      {
        id: 'week',
        from: '2026-01-01',
        order: 0,
        goal: { period: 'week', kinds: ['meeting'], target: 7, ...defaultRange(7) },
      },
    ];
    let tallies: Tally[] = [];
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']) {
      const asked = goalOf(on(day, 600, { goals, tallies }), 'meeting')?.today.target ?? 0;
      tallies = [...tallies, tally(day, 'meeting', ...Array.from({ length: asked }, () => 600))];
      expect(goalOf(on(day, 1020, { goals, tallies }), 'meeting')?.ahead).toBe(0);
    }
    expect(goalOf(on('2026-03-06', 1020, { goals, tallies }), 'meeting')?.done).toBe(7);
  });
});

describe('time', () => {
  test('the standing changes by itself at the next checkpoint, the foothold’s end or midnight', () => {
    const until = (minute: number, goals: readonly GoalVersion[] = defaultGoals('2026-01-01')) => {
      const input = on(monday, minute, { goals });
      return (standing(input).validUntil - input.now) / 60_000;
    };
    expect(until(630)).toBe(25);
    expect(until(710)).toBe(10);
    expect(until(630, [])).toBe(90);
    expect(until(1020)).toBe(420);
  });

  test('just before midnight and just after it', () => {
    const calls = [tally(monday, 'call', 600), tally('2026-03-03', 'call', 0)];
    const midnight = instantOf('2026-03-03', 0, 'Europe/Berlin');
    const before = standing(on(monday, 0, { now: midnight - 1, tallies: calls }));
    const since = standing(on(monday, 0, { now: midnight, tallies: calls }));
    expect([before.day, before.validUntil]).toEqual([monday, midnight]);
    expect([since.day, since.totals]).toEqual(['2026-03-03', { call: 1 }]);
  });

  test('a rep whose day starts at four is still at yesterday’s work at one', () => {
    const schedule: Schedule = {
      ...defaultSchedule,
      dayStartsAt: 240,
      hours: { ...defaultSchedule.hours, 1: { start: 1080, end: 1620 } },
      checkpoints: [{ at: 1260 }, { at: 1620, anchor: 'leave' }],
    };
    const input = on(monday, 1530, { schedule, tallies: [tally(monday, 'call', 1100, 1520)] });
    expect(standing(input)).toMatchObject({ day: monday, rest: null, totals: { call: 2 } });
    expect(goalOf(input, 'call')).toMatchObject({ expected: 3 + (5 * 270) / 360, ahead: -4 });
    expect(standing({ ...input, now: instantOf(monday, 1680, 'Europe/Berlin') }).day).toBe(
      '2026-03-03',
    );
  });

  test.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Asia/Kathmandu', '2026-03-29'],
  ])('%s on %s: the plan keeps to the wall clock', (timeZone, sunday) => {
    const schedule: Schedule = {
      ...defaultSchedule,
      hours: { ...defaultSchedule.hours, 7: { start: 480, end: 1020 } },
    };
    const input = on(sunday, 630, {
      timeZone,
      schedule,
      tallies: [tally(sunday, 'call', 550, 560)],
    });
    const goal = goalOf(input, 'call');
    expect(goal).toMatchObject({ expected: 2.5, ahead: 0, buffer: -30 });
    for (const { at, minute } of goal?.legs ?? [])
      expect(minuteOf(at, offsetAt(at, timeZone), sunday)).toBe(minute);
  });

  test('a night shift is not asked twice for the hour that comes twice', () => {
    const schedule: Schedule = {
      ...defaultSchedule,
      hours: { ...defaultSchedule.hours, 7: { start: 0, end: 480 } },
      checkpoints: [{ at: 160 }, { at: 480 }],
    };
    const night = Array.from({ length: 20 }, (_, step) => {
      const now = Date.UTC(2026, 9, 24, 22) + step * 30 * 60_000;
      return goalOf(on('2026-10-25', 0, { now, schedule }), 'call');
    });
    const expected = night.map((goal) => goal?.expected ?? 0);
    expect(expected).toEqual(expected.toSorted((a, b) => a - b));
    expect(expected.at(-1)).toBe(8);
    const passed = night.map((goal) => goal?.legs[0]?.state);
    expect(passed.lastIndexOf('now')).toBeLessThan(passed.indexOf('passed'));
  });

  test('a call at 23:30 in Berlin stays where it was when the rep lands in New York', () => {
    const at = Date.UTC(2026, 2, 2, 22, 30);
    const call = { kind: 'call', at, offset: 60, day: dayOf(at, 60, 0) } as const;
    const now = Date.UTC(2026, 2, 3, 3, 0);
    const landed = standing(
      on(monday, 0, { timeZone: 'America/New_York', now, tallies: tallyOf([call]) }),
    );
    expect(landed).toMatchObject({ day: monday, totals: { call: 1 } });
    const home = standing(on(monday, 0, { now, tallies: tallyOf([call]) }));
    expect(home).toMatchObject({ day: '2026-03-03', totals: {} });
  });
});

test('the last five actions, latest first', () => {
  const moment = { now: Date.UTC(2026, 2, 2, 9), timeZone: 'Europe/Berlin' };
  const recent: RecentAction[] = [3, 1, 6, 2, 5, 4].map((minute) =>
    actionNow({ ...moment, now: moment.now + minute * 60_000 }, `a${String(minute)}`, 'call'),
  );
  const shown = standing(on(monday, 630, { recent })).recent.map(({ id }) => id);
  expect(shown).toEqual(['a6', 'a5', 'a4', 'a3', 'a2']);
});

test(
  'whatever the day: to come, plain data, and legs that add up',
  () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = standing(input);
        expect(result.validUntil).toBeGreaterThan(input.now);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(standing(input)).toEqual(result);
        for (const { legs, today, done, expected, target } of result.goals) {
          const sum = (count: 'planned' | 'done') => legs.reduce((all, leg) => all + leg[count], 0);
          expect(sum('planned')).toBe(legs.length > 0 ? today.target : 0);
          expect(sum('done')).toBe(Math.min(today.done, sum('planned')));
          expect(done).toBeGreaterThanOrEqual(today.done);
          expect(expected).toBeGreaterThanOrEqual(0);
          expect(expected).toBeLessThanOrEqual(target);
          expect(legs.filter(({ state }) => state === 'now').length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  },
  patience,
);

test(
  'a day of a longer goal is never asked for more than 1.3 times its usual, nor than its best',
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom('week', 'month', 'quarter' as const),
        fc.integer({ min: 1, max: 600 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 4 }),
        (period, target, counts, today, ahead) => {
          // Of the four weeks before this one, which has nothing yet but today.
          const before = counts.map((count, index) => ({
            day: addDays('2026-02-02', index + 2 * Math.floor(index / 5)),
            minutes: Array.from({ length: count }, (_, one) => 600 + one),
          }));
          const day = addDays(monday, ahead);
          const done = { day, minutes: Array.from({ length: today }, (_, one) => 500 + one) };
          const tallies = [...before, done].map((one): Tally => ({ ...one, kind: 'call' }));
          const goal = { period, kinds: ['call'], target, ...defaultRange(target) } as const;
          const goals = [{ id: 'long', from: '2026-01-01', order: 0, goal }];
          const [asked] = standing(on(day, 650, { tallies, goals })).goals;
          const lastTwenty = [...counts, ...Array<number>(ahead).fill(0)].slice(-20);
          const mean = lastTwenty.reduce((sum, one) => sum + one, 0) / 20;
          const cap = Math.max(1, Math.ceil(Math.min(1.3 * mean, Math.max(...counts)) - 1e-9));
          // Whoever has counted nothing has no usual.
          fc.pre(counts[0] !== 0);
          expect(asked?.today.target).toBeLessThanOrEqual(cap);
        },
      ),
      { numRuns: 60 },
    );
  },
  patience,
);
