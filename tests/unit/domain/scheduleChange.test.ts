import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeGoals } from '../../../lib/domain/activeGoals';
import { adjustmentPointOn } from '../../../lib/domain/adjustment';
import { bestsOf } from '../../../lib/domain/best';
import { continuity } from '../../../lib/domain/continuity';
import { addDays, daysOf, instantOf, monthOf, type DayKey } from '../../../lib/domain/day';
import { defaultRange, type GoalVersion } from '../../../lib/domain/goal';
import { isNewcomer } from '../../../lib/domain/history';
import { pastWorkdays } from '../../../lib/domain/odds/history';
import { resolveSaid } from '../../../lib/domain/odds/said';
import { marksOn, planDay, planSpan } from '../../../lib/domain/plan';
import { checkIn } from '../../../lib/domain/review';
import { defaultSchedule, hoursOn, workingMinutes } from '../../../lib/domain/schedule';
import type { Schedule, Weekday } from '../../../lib/domain/schedule';
import { changedFrom, mostEarlier } from '../../../lib/domain/scheduleChange';
import { periodsMet, reachedBy } from '../../../lib/domain/stretch';
import { summary } from '../../../lib/domain/summary';
import type { Tally } from '../../../lib/domain/tally';
import type { Terms } from '../../../lib/domain/terms';
import { weekAround } from '../../../lib/domain/week';
import { changingSchedule, day as anyDay, patience, weekday } from './arbitrary';

const [monday, tuesday, wednesday, friday] = [
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
  '2026-03-06',
] as const;
const hired = '2026-01-05';
const change = (before: Schedule, own: Partial<Schedule>, day: DayKey, since: DayKey = hired) =>
  changedFrom(before, { ...before, ...own }, day, since);
const fourDays = { hours: { ...defaultSchedule.hours, 5: null } };
const mornings = { hours: { ...defaultSchedule.hours, 1: { start: 480, end: 720 } } };
const byLunch = { checkpoints: [{ at: 720, share: 1 }] };

describe('a change of the schedule', () => {
  test('asks from today on, and of the days before what they were asked', () => {
    const changed = change(defaultSchedule, { ...fourDays, ...byLunch }, wednesday);
    expect(hoursOn(changed, addDays(friday, -7))).toEqual({ start: 480, end: 1020 });
    expect(hoursOn(changed, friday)).toBeNull();
    expect(workingMinutes(changed, addDays(friday, -7), 0, 1440)).toBe(540);
    expect(planDay(8, changed, tuesday).legs).toHaveLength(3);
    expect(planDay(8, changed, wednesday).legs).toEqual([{ minute: 720, planned: 8 }]);
  });

  test('to more in the morning asks for it from today on', () => {
    const changed = change(defaultSchedule, { frontLoad: 0.25 }, wednesday);
    expect(planDay(20, changed, tuesday)).toEqual(planDay(20, defaultSchedule, tuesday));
    expect(planDay(20, changed, wednesday).legs[0]?.planned).toBe(3);
    const { frontLoad: _, ...even } = changed;
    const back = changedFrom(changed, even, friday, hired);
    expect(planDay(20, back, wednesday).legs[0]?.planned).toBe(3);
    expect(planDay(20, back, friday).legs[0]?.planned).toBe(2);
  });

  test('leaves each day what it had, however often it changes', () => {
    const first = change(defaultSchedule, fourDays, monday);
    const second = change(first, mornings, wednesday);
    expect(second.earlier?.map(({ last }) => last)).toEqual(['2026-03-01', tuesday]);
    expect(hoursOn(second, addDays(friday, -7))).not.toBeNull();
    expect(hoursOn(second, monday)).toEqual({ start: 480, end: 1020 });
    expect(hoursOn(second, '2026-03-09')).toEqual({ start: 480, end: 720 });
  });

  test('is none where the same is only written in another order', () => {
    const lunch = { at: 720, anchor: 'lunch', share: 1 } as const;
    const before = { ...defaultSchedule, checkpoints: [lunch] };
    const { at, anchor, share } = lunch;
    const after = change(before, { checkpoints: [{ share, at, anchor }] }, wednesday);
    expect(after.earlier).toBeUndefined();
  });

  test('replaces one of the same day, and taken back leaves no trail', () => {
    const tried = change(defaultSchedule, fourDays, wednesday);
    const other = change(tried, mornings, wednesday);
    expect(other.earlier).toEqual(tried.earlier);
    expect(change(other, defaultSchedule, wednesday)).toEqual(defaultSchedule);
  });

  test('tried out and taken back the same day, keeps what was before it', () => {
    const first = change(defaultSchedule, fourDays, monday);
    const tried = change(first, byLunch, wednesday);
    expect(change(tried, { checkpoints: first.checkpoints }, wednesday)).toEqual(first);
  });

  test('on the first day has nothing to judge, and leaves no earlier one', () => {
    const changed = change(defaultSchedule, fourDays, wednesday, wednesday);
    expect(changed).toEqual({ ...defaultSchedule, ...fourDays });
    expect(change(changed, mornings, '2026-03-05', wednesday).earlier).toHaveLength(1);
  });

  test('of days off or the day’s start needs no earlier one', () => {
    const own = { daysOff: [tuesday], dayStartsAt: 240 };
    expect(change(defaultSchedule, own, wednesday)).toEqual({ ...defaultSchedule, ...own });
    const changed = change(change(defaultSchedule, fourDays, monday), own, wednesday);
    expect(changed.earlier?.map(({ last }) => last)).toEqual(['2026-03-01']);
  });

  test('goes by what was stored, not by what an editor that was open for days says of the past', () => {
    const stored = change(defaultSchedule, fourDays, monday);
    const stale = { ...defaultSchedule, ...mornings, earlier: [] };
    expect(changedFrom(stored, stale, wednesday, hired).earlier).toHaveLength(2);
  });

  test('by a rep who flew back over the date line begins on the day that it is there', () => {
    const tried = change(defaultSchedule, fourDays, wednesday);
    const again = change(tried, mornings, tuesday);
    expect(again.earlier?.map(({ last }) => last)).toEqual([monday]);
    expect(hoursOn(again, tuesday)).toEqual({ start: 480, end: 1020 });
  });

  test('forgets the oldest of too many', () => {
    let changed: Schedule = defaultSchedule;
    const many = daysOf({ first: monday, last: addDays(monday, mostEarlier + 3) });
    many.forEach((day, index) => {
      changed = change(changed, { checkpoints: [{ at: 600 + index }] }, day);
    });
    expect(changed.earlier).toHaveLength(mostEarlier);
    expect(changed.earlier?.at(-1)?.last).toBe(many.at(-2));
  });
});

describe('another first day of the week', () => {
  const sundays = change(defaultSchedule, { weekStartsOn: 7 }, wednesday);
  const ends = (schedule: Schedule, day: DayKey) => {
    const week = weekAround(schedule, day);
    return [week[0], week.at(-1)];
  };

  test('leaves weeks that have begun as they are; the next one is shorter', () => {
    expect(ends(sundays, '2026-03-01')).toEqual(['2026-02-23', '2026-03-01']);
    expect(ends(sundays, wednesday)).toEqual([monday, '2026-03-08']);
    expect(ends(sundays, '2026-03-09')).toEqual(['2026-03-09', '2026-03-14']);
    expect(ends(sundays, '2026-03-15')).toEqual(['2026-03-15', '2026-03-21']);
  });

  test('asks of the shorter week its part of a goal, and of the others all of it', () => {
    const goal = { period: 'week', kinds: ['call'], target: 20, ...defaultRange(20) } as const;
    const goals = [{ id: 'calls', from: hired, order: 0, goal }];
    // From Wednesday on it is Thursday: Monday to Wednesday lie between.
    const schedule = change(defaultSchedule, { weekStartsOn: 4 }, wednesday);
    const asked = (day: DayKey) =>
      activeGoals({ goals, tallies: [], schedule }, day)[0]?.goal.target;
    expect([monday, friday, '2026-03-10', '2026-03-12'].map(asked)).toEqual([20, 20, 12, 20]);
  });

  test('changed again within the week replaces, and taken back leaves no trail', () => {
    const saturdays = change(sundays, { weekStartsOn: 6 }, friday);
    expect(saturdays.earlierWeeks).toEqual([{ last: '2026-03-08', weekStartsOn: 1 }]);
    expect(ends(saturdays, '2026-03-10')).toEqual(['2026-03-09', '2026-03-13']);
    expect(change(saturdays, { weekStartsOn: 1 }, friday)).toEqual(defaultSchedule);
  });

  test('holds at once where this week is all there is', () => {
    const schedule = change(defaultSchedule, { weekStartsOn: 7 }, wednesday, monday);
    expect(schedule).toEqual({ ...defaultSchedule, weekStartsOn: 7 });
  });

  test('cuts days into weeks without a gap and without an overlap', { timeout: patience }, () => {
    fc.assert(
      fc.property(changingSchedule, anyDay, fc.integer({ min: 0, max: 20 }), (all, day, apart) => {
        const [, schedule] = changed(all, addDays(day, -40), apart, day);
        for (const one of daysOf({ first: addDays(day, -60), last: addDays(day, 60) })) {
          const week = weekAround(schedule, one);
          expect(week).toContain(one);
          expect(week.length).toBeLessThanOrEqual(7);
          for (const other of week) expect(weekAround(schedule, other)).toEqual(week);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('reviews of every second week', () => {
  const fortnightly = (everySecond: DayKey) => ({
    ...defaultSchedule,
    reviews: { midweek: null, everySecond },
  });
  const reviewed = (schedule: Schedule, first: DayKey, last: DayKey) =>
    daysOf({ first, last }).filter((day) => adjustmentPointOn(schedule, day) !== null);

  test('go on where weeks begin on another day: the short week between is one of them', () => {
    // 2026-03-02 is a Monday; from 2026-03-12 on weeks begin on Thursday, after three days.
    const thursdays = { weekStartsOn: 4 } as const;
    const now = change(fortnightly(friday), thursdays, wednesday);
    expect(reviewed(now, monday, '2026-03-31')).toEqual([friday, '2026-03-18']);
    const next = change(fortnightly('2026-03-13'), thursdays, wednesday);
    expect(reviewed(next, monday, '2026-03-31')).toEqual(['2026-03-11', '2026-03-25']);
  });

  test('leave out of it a weekend between, on which nobody works', () => {
    const before = { ...fortnightly('2026-03-01'), weekStartsOn: 6 } as const;
    const mondays = change(before, { weekStartsOn: 1 }, wednesday);
    expect(reviewed(mondays, monday, '2026-03-31')).toEqual([friday, '2026-03-20']);
  });

  test('stay where they are when that is taken back', () => {
    const before = fortnightly(friday);
    const away = change(before, { weekStartsOn: 4 }, wednesday);
    const back = change(away, { weekStartsOn: 1 }, friday);
    expect(reviewed(back, monday, '2026-03-31')).toEqual(reviewed(before, monday, '2026-03-31'));
  });

  test('stay in this week where it is all there is', () => {
    const atOnce = (anchor: DayKey) =>
      change(fortnightly(anchor), { weekStartsOn: 3 }, wednesday, monday);
    // From Wednesday to Tuesday.
    expect(reviewed(atOnce(monday), wednesday, '2026-03-25')).toEqual(['2026-03-10', '2026-03-24']);
    expect(reviewed(atOnce('2026-03-09'), wednesday, '2026-03-25')).toEqual(['2026-03-17']);
  });

  test(
    'are never in two weeks of work in a row, nor missing from two, however often weeks begin anew',
    { timeout: patience },
    () => {
      const changes = fc.array(
        fc.record({ later: fc.integer({ min: 0, max: 18 }), weekStartsOn: weekday }),
        { minLength: 1, maxLength: 5 },
      );
      const works = fc.uniqueArray(weekday, { minLength: 1 });
      fc.assert(
        fc.property(changes, weekday, works, anyDay, anyDay, (all, start, on, anchor, begin) => {
          const worked = (one: Weekday) => (on.includes(one) ? { start: 480, end: 1020 } : null);
          let day = begin;
          let schedule: Schedule = {
            ...fortnightly(anchor),
            weekStartsOn: start,
            hours: {
              1: worked(1),
              2: worked(2),
              3: worked(3),
              4: worked(4),
              5: worked(5),
              6: worked(6),
              7: worked(7),
            },
          };
          for (const { later, weekStartsOn } of all) {
            day = addDays(day, later);
            schedule = change(schedule, { weekStartsOn }, day, hired);
          }
          const weeks: (readonly DayKey[])[] = [];
          for (let one = addDays(begin, -30); one < addDays(day, 60);) {
            const week = weekAround(schedule, one);
            one = addDays(week.at(-1) ?? one, 1);
            if (week.some((each) => hoursOn(schedule, each))) weeks.push(week);
          }
          const inTurn = weeks.map(([first = day, ...more]) =>
            Boolean(reviewed(schedule, first, more.at(-1) ?? first).length),
          );
          expect(inTurn).toEqual(weeks.map((_, index) => inTurn[0] === (index % 2 === 0)));
        }),
        { numRuns: 100 },
      );
    },
  );
});

/** Goals of about the last six weeks: short, long, led to, bitten off and at rest. */
function goalsUntil(day: DayKey): readonly GoalVersion[] {
  const of = (period: 'day' | 'week' | 'month', target: number, terms: Partial<Terms> = {}) => ({
    period,
    kinds: ['call'] as const,
    target,
    ...defaultRange(target),
    ...terms,
  });
  const ramp = { base: 4, step: 0.1, mode: 'additive' as const, from: addDays(day, -30) };
  const bites = [
    { at: 600, count: 1 },
    { at: 900, count: 4 },
  ];
  const all = [
    of('day', 5, { bites }),
    of('day', 8, { ramp }),
    of('day', 3, { hold: { from: addDays(day, -15) } }),
    of('week', 10, { ramp }),
    of('month', 40),
  ];
  return all.map((goal, order) => ({
    id: String(order),
    from: addDays(day, -40),
    order,
    goal,
  }));
}

/** A past of some weeks before a day and around it. */
const past = fc
  .array(
    fc.record({
      ago: fc.integer({ min: -3, max: 45 }),
      minutes: fc.array(fc.integer({ min: 300, max: 1500 }), { minLength: 1, maxLength: 7 }),
    }),
    { maxLength: 40 },
  )
  .map((days) => [...new Map(days.map((one) => [one.ago, one])).values()]);
const tallied = (days: readonly { ago: number; minutes: readonly number[] }[], day: DayKey) =>
  days.map(({ ago, minutes }): Tally => {
    const sorted = minutes.toSorted((a, b) => a - b);
    return { day: addDays(day, -ago), kind: 'call', minutes: sorted };
  });

/** The schedule after changes on days of which each is so long after the one before; the last one apart. */
function changed(
  [first, ...more]: readonly [Schedule, ...Schedule[]],
  begin: DayKey,
  apart: number,
  at: DayKey,
) {
  const last = more.at(-1) ?? first;
  const before = more
    .slice(0, -1)
    .reduce(
      (now, one, index) => changedFrom(now, one, addDays(begin, apart * index), hired),
      first,
    );
  return [before, changedFrom(before, last, at, hired)] as const;
}

/** What a day by itself was asked and had, and how it looked back. */
function ofDay(schedule: Schedule, tallies: readonly Tally[], day: DayKey) {
  const goals = goalsUntil(day);
  const input = { goals, tallies, schedule };
  const active = activeGoals(input, day).filter(({ goal: { period } }) => period === 'day');
  return {
    hours: hoursOn(schedule, day),
    marks: marksOn(schedule, day),
    asked: active.map((one) => [
      one.id,
      one.goal,
      one.done,
      one.held,
      one.ramp,
      planDay(one.goal.target, one.schedule, day, one.shares),
      reachedBy(one, tallies),
      periodsMet(input, one),
    ]),
    workdays: pastWorkdays(tallies, ['call'], schedule, addDays(day, 1)),
    newcomer: isNewcomer([], tallies, schedule, day),
    row: continuity(input, day),
  };
}

/** What is known of a day once its week and its month are over. */
function ofPeriods(schedule: Schedule, tallies: readonly Tally[], day: DayKey) {
  const goals = goalsUntil(day);
  const input = { goals, tallies, schedule };
  const week = weekAround(schedule, day);
  const last = week.at(-1) ?? day;
  const said = { id: '3', kinds: ['call'] as const, p: 0.8, first: week[0], last };
  const hours = hoursOn(schedule, day);
  return {
    goals: activeGoals(input, day).map((one) => [
      one.id,
      one.goal,
      one.done,
      planSpan(one.goal.target, one.schedule, one.span, one.shares),
      reachedBy(one, tallies),
      periodsMet(input, one),
      checkIn(input, one, { day, minute: hours?.end ?? 0 }),
    ]),
    review: adjustmentPointOn(schedule, day),
    bests: bestsOf(input, ['call'], day),
    odds: resolveSaid([{ ...said, target: 5 }], tallies, goals, schedule, addDays(last, 1)),
    summary: summary({ ...input, timeZone: 'UTC', now: instantOf(day, 1200, 'UTC') }),
  };
}

describe('a goal’s past is never rewritten by a change of the schedule', () => {
  const apart = fc.integer({ min: 0, max: 20 });

  test(
    'days that are over keep what they were asked, had and were judged as',
    { timeout: patience },
    () => {
      fc.assert(
        fc.property(changingSchedule, anyDay, past, apart, (schedules, day, days, between) => {
          const begin = addDays(day, -40);
          const today = addDays(day, 1 + Math.max(0, 3 * between - 40));
          const [before, after] = changed(schedules, begin, between, today);
          const tallies = tallied(days, day);
          expect(ofDay(after, tallies, day)).toEqual(ofDay(before, tallies, day));
        }),
        { numRuns: 25 },
      );
    },
  );

  test('so do weeks and months', { timeout: patience }, () => {
    fc.assert(
      fc.property(changingSchedule, anyDay, past, apart, (schedules, day, days, between) => {
        const over = addDays(monthOf(day).last, 8);
        const [before, after] = changed(schedules, addDays(day, -40), between, addDays(over, 20));
        const tallies = tallied(days, day);
        expect(ofPeriods(after, tallies, day)).toEqual(ofPeriods(before, tallies, day));
      }),
      { numRuns: 25 },
    );
  });
});
