import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionKind } from '../../../lib/domain/action';
import { addDays, instantOf } from '../../../lib/domain/day';
import type { Goal, GoalVersion } from '../../../lib/domain/goal';
import { defaultRange } from '../../../lib/domain/goal';
import { nextFoothold } from '../../../lib/domain/foothold';
import { pastOf } from '../../../lib/domain/odds/past';
import { defaultSchedule } from '../../../lib/domain/schedule';
import type { Standing, StandingInput } from '../../../lib/domain/standing';
import { standing } from '../../../lib/domain/standing';
import { actionNow, after } from './after';
import { input as anyInput, patience } from './arbitrary';

const day = '2026-03-02';
const timeZone = 'Europe/Berlin';
const clock = (minute: number, on = day) => instantOf(on, minute, timeZone);

function goal(id: string, order: number, target: number, ...kinds: Goal['kinds']): GoalVersion {
  return {
    id,
    from: '2026-01-01',
    order,
    goal: { period: 'day', kinds, target, ...defaultRange(target) },
  };
}

function at(minute: number, goals: readonly GoalVersion[], more: Partial<StandingInput> = {}) {
  return {
    tallies: [],
    goals,
    schedule: defaultSchedule,
    now: clock(minute),
    timeZone,
    previous: null,
    recent: [],
    ...more,
  } satisfies StandingInput;
}

const done = (kind: ActionKind, count: number) => ({
  tallies: [{ day, kind, minutes: Array.from({ length: count }, () => 500) }],
});
/** The rep does one, and the standing is projected anew. */
const one = (input: StandingInput, kind: ActionKind, id = 'one') => {
  const { foothold } = standing(input);
  return { ...after(input, actionNow(input, id, kind)), previous: foothold };
};

const calls = goal('calls', 0, 20, 'call');
const notes = goal('notes', 1, 20, 'note');
const mails = goal('mails', 2, 20, 'email');

/** Whose foothold is next at 10:30 where the goals have these odds, and these are worth so much, each in five minutes. */
function chosen(
  odds: readonly number[],
  {
    lastKind,
    worth = {},
    rough = false,
    ...more
  }: Partial<StandingInput> & {
    readonly worth?: Readonly<Record<string, number>>;
    readonly rough?: boolean;
  } = {},
) {
  const goals = [calls, notes, mails].slice(0, odds.length).map((version) => {
    const value = worth[version.id];
    return value === undefined
      ? version
      : { ...version, goal: { ...goalOf(version), worth: value, minutes: 5 } };
  });
  const span = { first: day, last: day };
  const stands = standing(at(630, goals, more)).goals.map((one, place) => ({
    ...one,
    odds: { p: odds[place] ?? NaN, rough, span },
  }));
  const hours = { start: 480, end: 1020 };
  const next = { minute: 720, anchor: 'lunch' as const };
  const moment = { now: clock(630), day, minute: 630, timeZone, hours, next };
  return nextFoothold(stands, moment, null, lastKind)?.goalId;
}

function goalOf({ goal: of }: GoalVersion): Goal {
  if (!of) throw new Error('This version gives its goal up.');
  return of;
}

describe('a new foothold', () => {
  test('is a part of what is due by the next checkpoint, due in 25 minutes', () => {
    // 20 calls: 9 due by 12:00, 4 done; 90 minutes are 4 batches.
    const { foothold } = standing(at(630, [calls], done('call', 4)));
    expect(foothold).toMatchObject({
      goalId: 'calls',
      kind: 'call',
      size: 2,
      done: 0,
      by: clock(655),
      byMinute: 655,
      due: 'soon',
      reason: 'need',
      why: { due: 9, minute: 720, anchor: 'lunch' },
    });
    expect(foothold).not.toHaveProperty('anchor');
  });

  test('is due at the checkpoint where that is nearer, and named like it', () => {
    expect(standing(at(700, [calls], done('call', 6))).foothold).toMatchObject({
      size: 3,
      byMinute: 720,
      due: 'checkpoint',
      anchor: 'lunch',
    });
  });

  test('is never more than five', () => {
    expect(standing(at(710, [calls])).foothold?.size).toBe(5);
  });

  test('is for the goal that gains most: the less likely one, the one higher in the rep’s order', () => {
    expect(chosen([0.8, 0.5])).toBe('notes'); // 0.2 / 1 against 0.5 / 2
    expect(chosen([0.7, 0.5])).toBe('calls'); // 0.3 / 1 against 0.5 / 2
    expect(chosen([0.9, 0.7, 0.6])).toBe('notes'); // 0.1 against 0.15 and 0.133
    expect(chosen([0.9, 0.9, 0.6])).toBe('mails');
  });

  test('goes by the odds that are shown, and by the order alone where nothing is known', () => {
    // 40 calls are usual and 20 are asked for; 20 notes are usual, too.
    const past = (kind: ActionKind, count: number) =>
      Array.from({ length: 140 }, (_, back) => ({
        day: addDays(day, -1 - back),
        kind,
        minutes: Array.from({ length: count + (back % 3) }, (__, index) => 640 + 8 * index),
      }));
    const tallies = [...past('call', 40), ...past('note', 19)];
    const pasts = new Map(
      [calls, notes].map((version) => [
        version.id,
        pastOf(tallies, goalOf(version).kinds, defaultSchedule, day),
      ]),
    );
    const input = at(630, [calls, notes], { tallies, pasts });
    const [first, second] = standing(input).goals.map(({ odds }) => odds?.p ?? NaN);
    expect(1 - (first ?? NaN)).toBeLessThan((1 - (second ?? NaN)) / 2);
    expect(standing(input).foothold?.goalId).toBe('notes');
    expect(standing({ ...input, pasts: new Map() }).foothold?.goalId).toBe('calls');
  });

  test('goes by the order, too, where other people’s figures are all there is', () => {
    expect(chosen([0.95, 0.2], { rough: true })).toBe('calls');
    expect(chosen([0.01, 0.5], { rough: true })).toBe('calls');
  });

  test('leaves what is out of reach until nothing else is open', () => {
    expect(chosen([0.04, 0.9])).toBe('notes');
    expect(chosen([0.05, 0.9])).toBe('calls');
    expect(chosen([0.01, 0.04])).toBe('calls');
    // The notes have all that is due by noon, and more to do in the afternoon.
    expect(chosen([0.04, 0.9], done('note', 9))).toBe('notes');
    expect(chosen([0.04, 0.9], done('note', 20))).toBe('calls');
  });

  test('is for what lies beyond a goal only where nothing is due for another', () => {
    const stretched = { ...goalOf(calls), stretch: { first: day } };
    const reached = done('call', 20).tallies;
    const input = at(1000, [{ ...calls, goal: stretched }, notes], { tallies: reached });
    expect(standing(input).foothold?.goalId).toBe('notes');
    const noted = { tallies: [...reached, ...done('note', 20).tallies] };
    expect(standing({ ...input, ...noted }).foothold?.goalId).toBe('calls');
  });

  test('is for the kind just done among equals, then for what is worth more, else for the rep’s first', () => {
    const equals = [0.8, 0.6, 0.4]; // 0.2 / 1, 0.4 / 2, 0.6 / 3
    expect(chosen(equals)).toBe('calls');
    expect(chosen(equals, { lastKind: 'email' })).toBe('mails');
    expect(chosen(equals, { worth: { mails: 10 } })).toBe('mails');
    expect(chosen(equals, { worth: { mails: 10, notes: 20 } })).toBe('notes');
    expect(chosen(equals, { worth: { notes: 20 }, lastKind: 'email' })).toBe('mails');
  });

  test('names the kind just done where its goal has several', () => {
    const touches = goal('touches', 0, 20, 'call', 'email', 'message');
    expect(standing(at(630, [touches])).foothold?.kind).toBe('call');
    expect(standing(at(630, [touches], { lastKind: 'email' })).foothold?.kind).toBe('email');
    expect(standing(at(630, [touches], { lastKind: 'win' })).foothold?.kind).toBe('call');
    const recent = [actionNow({ now: clock(629), timeZone }, 'a', 'message')];
    expect(standing(at(630, [touches], { recent })).foothold?.kind).toBe('message');
  });

  test('is one of buffer when the next checkpoint has all it asks', () => {
    expect(standing(at(630, [calls], done('call', 9))).foothold).toMatchObject({
      size: 1,
      reason: 'buffer',
      byMinute: 655,
    });
  });

  test('of buffer passes over goals that have all they ask of today', () => {
    const tallies = [...done('call', 20).tallies, ...done('note', 9).tallies];
    expect(standing(at(630, [calls, notes], { tallies })).foothold).toMatchObject({
      goalId: 'notes',
      reason: 'buffer',
    });
  });

  test('before work is due when some work is done', () => {
    expect(standing(at(420, [calls])).foothold).toMatchObject({ byMinute: 505, size: 1 });
  });

  test('after the last checkpoint is due by the end of work', () => {
    const schedule = { ...defaultSchedule, checkpoints: [{ at: 540 }, { at: 960 }] };
    expect(standing(at(1000, [calls], { schedule, ...done('call', 17) })).foothold).toMatchObject({
      size: 3,
      due: 'checkpoint',
      byMinute: 1020,
    });
  });
});

describe('there is none', () => {
  const rest = (input: StandingInput) => {
    const { foothold, rest: why } = standing(input);
    expect(foothold).toBeNull();
    return why;
  };

  test('and it is said why', () => {
    expect(rest(at(630, []))).toBe('no-goals');
    expect(rest(at(630, [calls], { pausedOn: day }))).toBe('paused');
    expect(rest(at(630, [calls], done('call', 20)))).toBe('reached');
    expect(rest(at(1020, [calls]))).toBe('after-hours');
    expect(rest(at(630, [calls], { now: clock(630, '2026-03-07') }))).toBe('day-off');
    expect(rest(at(630, [calls], { schedule: { ...defaultSchedule, daysOff: [day] } }))).toBe(
      'day-off',
    );
  });

  test('but a pause ends with its day', () => {
    expect(standing(at(630, [calls], { pausedOn: '2026-03-01' })).rest).toBeNull();
  });
});

describe('the goalposts stay', () => {
  const start = at(630, [notes, calls], {
    tallies: [...done('call', 4).tallies, ...done('note', 8).tallies],
  });
  const first = standing(start).foothold;

  test('while the rep works towards it, whatever else happens', () => {
    expect(first?.goalId).toBe('calls');
    const later = { ...start, previous: first, now: clock(650), lastKind: 'note' } as const;
    expect(standing(later).foothold).toEqual(first);
    expect(standing(one(later, 'note')).foothold).toEqual(first);
    expect(standing({ ...later, goals: [goal('mails', 0, 30, 'email'), calls] }).foothold).toEqual(
      first,
    );
  });

  test('and what was done counts', () => {
    const next = one(start, 'call');
    expect(first?.size).toBe(2);
    expect(standing(next).foothold).toEqual({ ...first, done: 1 });
    const finished = standing(one(next, 'call', 'two')).foothold;
    expect(finished).toMatchObject({ goalId: 'calls', done: 0, base: 6 });
    expect(finished?.id).not.toBe(first?.id);
  });

  test('until it is due', () => {
    const by = first?.by ?? 0;
    expect(standing({ ...start, previous: first, now: by - 1 }).foothold?.id).toBe(first?.id);
    expect(standing({ ...start, previous: first, now: by }).foothold?.id).not.toBe(first?.id);
  });

  test('or its goal is gone, changed or asks for less', () => {
    const kept = (goals: readonly GoalVersion[]) =>
      standing({ ...start, goals, previous: first, now: clock(640) }).foothold?.id === first?.id;
    expect(kept([calls, notes])).toBe(true);
    expect(kept([goal('calls', 0, 6, 'call'), notes])).toBe(true);
    expect(kept([notes])).toBe(false);
    expect(kept([notes, goal('calls', 1, 20, 'email')])).toBe(false);
    expect(kept([goal('calls', 0, 5, 'call'), notes])).toBe(false);
  });

  test('an undo of what came before it moves its start, and later ones count on', () => {
    // 9 calls due at 12:00 in one batch: five, then two.
    let input: StandingInput = at(700, [calls], done('call', 2));
    for (const id of ['1', '2', '3', '4', '5']) input = one(input, 'call', id);
    expect(standing(input).foothold).toMatchObject({ size: 2, base: 7, done: 0 });
    const undone = { ...input, previous: standing(input).foothold, ...done('call', 6) };
    expect(standing(undone).foothold).toMatchObject({ size: 2, base: 6, done: 0 });
    expect(standing(one(undone, 'call', '6')).foothold).toMatchObject({ size: 2, done: 1 });
  });

  test('the next day and another time zone have their own', () => {
    const tomorrow = { ...start, previous: first, now: clock(630, addDays(day, 1)) };
    expect(standing(tomorrow).foothold?.id).not.toBe(first?.id);
    const flown = { ...start, previous: first, now: clock(640), timeZone: 'Europe/London' };
    expect(standing(flown).foothold?.id).not.toBe(first?.id);
  });
});

/** What a foothold promises of any day. */
function checkFoothold({ foothold, goals, computedAt }: Standing) {
  if (!foothold) return;
  const goalOf = goals.find(({ id }) => id === foothold.goalId);
  const open = (goalOf?.today.target ?? 0) - (goalOf?.today.done ?? 0);
  expect(goalOf?.kinds).toContain(foothold.kind);
  expect(foothold.size).toBeGreaterThanOrEqual(1);
  expect(foothold.size).toBeLessThanOrEqual(5);
  expect(foothold.done).toBeLessThan(foothold.size);
  expect(foothold.size - foothold.done).toBeLessThanOrEqual(open);
  expect(foothold.by).toBeGreaterThan(computedAt);
}

test(
  'whatever the day, it is 1 to 5, still to come, and no more than is open',
  () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = standing(input);
        checkFoothold(result);
        expect(result.foothold === null).toBe(result.rest !== null);
      }),
      { numRuns: 150 },
    );
  },
  patience,
);

test(
  'action by action and minute by minute, it is the same one until done or due',
  () => {
    const step = fc.record({
      kind: fc.option(fc.constantFrom<ActionKind[]>('call', 'email', 'note', 'meeting'), {
        freq: 3,
      }),
      wait: fc.integer({ min: 0, max: 9 * 60_000 }),
    });
    fc.assert(
      fc.property(anyInput, fc.array(step, { maxLength: 25 }), (begin, steps) => {
        let input = begin;
        let before = standing(input);
        for (const [index, { kind, wait }] of steps.entries()) {
          input = { ...input, now: input.now + wait, previous: before.foothold };
          if (kind) input = after(input, actionNow(input, `step-${String(index)}`, kind));
          const now = standing(input);
          checkFoothold(now);
          const was = before.foothold;
          const goalOf = now.goals.find(({ id }) => id === was?.goalId);
          if (was && goalOf && now.day === before.day && now.rest !== 'paused') {
            const added = kind && goalOf.kinds.includes(kind) ? 1 : 0;
            const left = was.size - was.done - added;
            if (left > 0 && input.now < was.by)
              expect(now.foothold).toEqual({ ...was, done: was.done + added });
            else expect(now.foothold?.id).not.toBe(was.id);
          }
          before = now;
        }
      }),
      { numRuns: 150 },
    );
  },
  patience,
);
