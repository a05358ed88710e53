import fc from 'fast-check';
import type { ActionKind } from '../../../lib/domain/action';
import { addDays, instantOf, weekOf } from '../../../lib/domain/day';
import type { Goal, GoalVersion } from '../../../lib/domain/goal';
import { defaultRange } from '../../../lib/domain/goal';
import { checkReviews } from '../../../lib/domain/reviewTimes';
import type { Checkpoint, Schedule, Weekday, WorkingHours } from '../../../lib/domain/schedule';
import { checkSchedule } from '../../../lib/domain/schedule';
import type { RecentAction, StandingInput } from '../../../lib/domain/standing';
import type { Tally } from '../../../lib/domain/tally';

/** A property over whole days takes about a second; a busy machine may take so many ms. */
export const patience = 30_000;

export const timeZones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'Pacific/Kiritimati',
  'UTC',
] as const;

export const timeZone = fc.constantFrom(...timeZones);
const kind = fc.constantFrom<ActionKind[]>('call', 'email', 'note', 'meeting');
export const weekday = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);
/** Around the days on which the clocks of these zones change, and some others. */
export const day = fc
  .tuple(
    fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-04-05', '2026-06-17'),
    fc.integer({ min: -4, max: 4 }),
  )
  .map(([base, days]) => addDays(base, days));

const ordered = (least: number, most: number) =>
  fc
    .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 2, maxLength: 2 })
    .map((ends) => ends.toSorted((a, b) => a - b))
    .map(([start = 0, end = 0]): WorkingHours => ({ start, end }));

const dayStart = fc.constantFrom(0, 150, 240, 720);

/** Only schedules that can be worked by; hours, checkpoints and shares in odd places included. */
export const schedule: fc.Arbitrary<Schedule> = dayStart
  .chain((dayStartsAt) =>
    fc.record({
      dayStartsAt: fc.constant(dayStartsAt),
      weekStartsOn: weekday,
      ...routine(dayStartsAt),
      daysOff: fc.array(day, { maxLength: 2 }),
    }),
  )
  .map(withPossibleReviews)
  .filter((one) => checkSchedule(one).length === 0);

/** A schedule, and what its hours, checkpoints and weeks become, one after the other. */
export const changingSchedule: fc.Arbitrary<readonly [Schedule, ...Schedule[]]> = schedule.chain(
  (first) =>
    fc
      .array(fc.record({ ...routine(first.dayStartsAt), weekStartsOn: weekday }), {
        minLength: 1,
        maxLength: 4,
      })
      .map(
        (routines) =>
          [first, ...routines.map((one) => withPossibleReviews({ ...first, ...one }))] as const,
      )
      .filter((all) => all.every((one) => checkSchedule(one).length === 0)),
);

function routine(dayStartsAt: number) {
  const hours = fc.option(ordered(dayStartsAt, dayStartsAt + 1440), { freq: 5 });
  return {
    hours: fc.record({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours }),
    checkpoints: checkpoints(dayStartsAt),
    frontLoad: fc.constantFrom(0, 0.1, 0.25),
    reviews: fc.record(
      {
        midweek: fc.option(
          fc.record({
            weekday,
            minute: fc.integer({ min: dayStartsAt, max: dayStartsAt + 1439 }),
          }),
        ),
        everySecond: day,
      },
      { requiredKeys: ['midweek'] },
    ),
  };
}

function withPossibleReviews(one: Schedule): Schedule {
  const wrong = Object.values(checkReviews(one.reviews, one, one.weekStartsOn)).some(Boolean);
  return wrong ? { ...one, reviews: { ...one.reviews, midweek: null } } : one;
}

function checkpoints(dayStartsAt: number): fc.Arbitrary<readonly Checkpoint[]> {
  return fc
    .record({
      times: fc.uniqueArray(fc.integer({ min: dayStartsAt + 1, max: dayStartsAt + 1440 }), {
        maxLength: 8,
      }),
      shares: fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: 8,
        maxLength: 8,
      }),
    })
    .map(({ times, shares }) => {
      const rising = shares.filter((share) => share !== null).sort((a, b) => a - b);
      return times
        .toSorted((a, b) => a - b)
        .map((at, index) => {
          const own = shares[index] === null ? undefined : rising.shift();
          return own === undefined ? { at } : { at, share: own };
        });
    });
}

export const target = fc.oneof(
  fc.integer({ min: 1, max: 30 }),
  fc.constantFrom(1, 2, 110, 997, 9999),
);

const goal: fc.Arbitrary<Goal> = fc
  .record({
    period: fc.constantFrom('day' as const, 'week' as const),
    kinds: fc.uniqueArray(kind, { minLength: 1, maxLength: 3 }),
    target: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ period, kinds: [first = 'call', ...more], target: aim }) => ({
    period,
    kinds: [first, ...more] as const,
    target: aim,
    ...defaultRange(aim),
  }));

export const goals: fc.Arbitrary<readonly GoalVersion[]> = fc
  .array(goal, { minLength: 0, maxLength: 4 })
  .map((all) =>
    all.map((one, order) => ({
      id: `goal-${String(order)}`,
      from: '2026-01-01',
      order,
      goal: one,
    })),
  );

/** Now is somewhere on the day, or in the night before or after it. */
export const input: fc.Arbitrary<StandingInput> = fc
  .record({
    schedule,
    goals,
    timeZone,
    day,
    minute: fc.integer({ min: 0, max: 1440 + 720 }),
    second: fc.integer({ min: 0, max: 59_999 }),
    counts: fc.array(
      fc.record({
        weekday: fc.integer({ min: 0, max: 6 }),
        kind,
        minutes: fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 9 }),
      }),
      { maxLength: 8 },
    ),
    lastKind: fc.option(kind, { nil: undefined }),
    paused: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  })
  .map(({ day: on, minute, second, counts, lastKind, paused, ...rest }) => ({
    schedule: rest.schedule,
    goals: rest.goals,
    timeZone: rest.timeZone,
    now: instantOf(on, minute, rest.timeZone) + second,
    tallies: merged(
      counts.map(({ weekday: index, kind: of, minutes }) => ({
        day: weekOf(on, rest.schedule.weekStartsOn)[index] ?? on,
        kind: of,
        minutes: minutes.toSorted((a, b) => a - b),
      })),
    ),
    previous: null,
    recent: [],
    ...(lastKind && { lastKind }),
    ...(paused && { pausedOn: on }),
  }));

/** One tally a day and kind, as the journal has it. */
function merged(tallies: readonly Tally[]): readonly Tally[] {
  return [...new Map(tallies.map((tally) => [`${tally.day} ${tally.kind}`, tally])).values()];
}

export const action: fc.Arbitrary<Pick<RecentAction, 'id' | 'kind'>> = fc.record({
  id: fc.string({ minLength: 8, maxLength: 8 }),
  kind,
});
