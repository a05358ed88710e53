import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActiveGoalsInput } from '../../../lib/domain/activeGoals';
import { activeGoals } from '../../../lib/domain/activeGoals';
import {
  adjustment,
  adjustmentPointOn,
  isCorrection,
  isReview,
  loweredIn,
  lowersFrom,
  nextReview,
} from '../../../lib/domain/adjustment';
import { daysOf } from '../../../lib/domain/day';
import { familyOf, outcomesWithoutActivity } from '../../../lib/domain/family';
import { focusOf } from '../../../lib/domain/focus';
import { gapOf, needsGapCard } from '../../../lib/domain/gap';
import type { GoalVersion } from '../../../lib/domain/goal';
import { planDay } from '../../../lib/domain/plan';
import { usualReviews, type ReviewTimes } from '../../../lib/domain/reviewTimes';
import { defaultSchedule, type Schedule } from '../../../lib/domain/schedule';
import { changedFrom } from '../../../lib/domain/scheduleChange';
import { raised, readStatement, type Vocabulary } from '../../../lib/domain/statement';
import { offersStretch, periodsMet, reachedBy, stretchTarget } from '../../../lib/domain/stretch';
import { sumCheck } from '../../../lib/domain/sumCheck';
import type { Tally } from '../../../lib/domain/tally';
import type { Terms } from '../../../lib/domain/terms';
import { byValue, valuePerMinute } from '../../../lib/domain/value';
import { target as anyTarget } from './arbitrary';
import { daily } from '../dailyGoal';

const monday = '2026-03-02';
const wednesday = '2026-03-04';
const friday = '2026-03-06';
const version = (goal: GoalVersion['goal'], from = '2026-01-01'): GoalVersion => ({
  id: 'g',
  from,
  order: 0,
  goal,
});
const calls = (day: string, ...minutes: number[]): Tally => ({ day, kind: 'call', minutes });

describe('stretch', () => {
  test.each([
    [20, 25],
    [8, 10],
    [5, 7],
    [1, 2],
  ])('125 %% of %i is %i', (target, more) => {
    expect(stretchTarget(target)).toBe(more);
  });

  test('is for who met three of four, and is done by 80 % of the time', () => {
    expect(offersStretch([true, true, false, true], 0.8)).toBe(true);
    expect(offersStretch([true, true, false, true], 0.81)).toBe(false);
    expect(offersStretch([true, true, false, true], null)).toBe(false);
    expect(offersStretch([true, true, false, false, true, true], 0.5)).toBe(false);
    expect(offersStretch([true, true], 0.5)).toBe(false);
  });

  const input = (tallies: readonly Tally[], goals = [version(daily(2))]): ActiveGoalsInput => ({
    goals,
    tallies,
    schedule: defaultSchedule,
  });
  const metBefore = (of: ActiveGoalsInput, day: string) => {
    const goal = activeGoals(of, day)[0];
    return goal ? periodsMet(of, goal) : null;
  };

  test('looks at the last four days that asked for something', () => {
    const tallies = [calls('2026-02-26', 1, 2), calls('2026-02-27', 1), calls(monday, 1, 2, 3)];
    expect(metBefore(input(tallies), '2026-03-03')).toEqual([true, false, true, false]);
    const away = [version(daily(2, { hold: { from: '2026-02-26', until: '2026-02-27' } }))];
    expect(metBefore(input(tallies, away), '2026-03-03')).toEqual([true, false, false, false]);
  });

  test('of a goal that waits for another looks at the days on which its turn came', () => {
    const goals: GoalVersion[] = [
      { id: 'first', from: '2026-02-01', order: 0, goal: daily(2) },
      {
        ...version({ ...daily(1, { afterPrevious: true }), kinds: ['email'] }, '2026-02-01'),
        order: 1,
      },
    ];
    const emails = (day: string): Tally => ({ ...calls(day, 3), kind: 'email' });
    const tallies = [
      ...['2026-02-20', '2026-02-23', '2026-02-25', monday, '2026-03-03'].map((day) =>
        calls(day, 1, 2),
      ),
      // On the 24th its turn did not come, and on the 25th nothing was done in it.
      ...['2026-02-20', '2026-02-23', '2026-02-24', monday, '2026-03-03'].map(emails),
    ];
    const tier = activeGoals(input(tallies, goals), '2026-03-03').find(({ id }) => id === 'g');
    expect(tier && periodsMet(input(tallies, goals), tier)).toEqual([true, false, true, true]);
    const young = goals.map((one) => ({ ...one, from: '2026-02-25' }));
    expect(tier && periodsMet(input(tallies, young), tier)).toEqual([true, false]);
  });

  test('knows by which part of the working time the target was reached', () => {
    const part = (...minutes: number[]) => {
      const tallies = [calls(monday, ...minutes)];
      const goal = activeGoals(input(tallies), monday)[0];
      return goal ? reachedBy(goal, tallies) : undefined;
    };
    expect(part(500, 804, 900)).toBe(0.6);
    expect(part(100, 200)).toBe(0);
    expect(part(500)).toBeNull();
  });
});

describe('adjustment points', () => {
  const week = daysOf({ first: monday, last: '2026-03-08' });

  test('are Wednesday noon and half an hour before the last workday ends', () => {
    expect(week.map((day) => adjustmentPointOn(defaultSchedule, day))).toEqual([
      null,
      null,
      720,
      null,
      990,
      null,
      null,
    ]);
    const short = { ...defaultSchedule, daysOff: [wednesday, friday] };
    expect(week.map((day) => adjustmentPointOn(short, day))).toEqual([
      null,
      null,
      null,
      990,
      null,
      null,
      null,
    ]);
  });

  const reviewed = (reviews: ReviewTimes) => ({ ...defaultSchedule, reviews });
  const points = (schedule: Schedule, first: string, last: string) =>
    daysOf({ first, last }).flatMap((day) => {
      const minute = adjustmentPointOn(schedule, day);
      return minute === null ? [] : [[day, minute]];
    });

  test('within the week are at the time that the rep chose, or there is none', () => {
    const tuesdays = reviewed({ midweek: { weekday: 2, minute: 570 } });
    expect(points(tuesdays, monday, '2026-03-08')).toEqual([
      ['2026-03-03', 570],
      [friday, 990],
    ]);
    expect(points(reviewed({ midweek: null }), monday, '2026-03-08')).toEqual([[friday, 990]]);
  });

  test('every two weeks leave out those of every second week, on both sides of the turn of the year', () => {
    const fortnightly = reviewed({ ...usualReviews, everySecond: friday });
    expect(points(fortnightly, '2026-02-16', '2026-03-29')).toEqual([
      ['2026-02-18', 720],
      ['2026-02-20', 990],
      [wednesday, 720],
      [friday, 990],
      ['2026-03-18', 720],
      ['2026-03-20', 990],
    ]);
    expect(points(fortnightly, '2026-12-28', '2027-01-10')).toEqual([
      ['2027-01-06', 720],
      ['2027-01-08', 990],
    ]);
  });

  test('every two weeks let a lower target wait for the week that has them', () => {
    const fortnightly = reviewed({ ...usualReviews, everySecond: '2026-03-09' });
    expect(lowersFrom(fortnightly, { day: monday, minute: 600 })).toBe('2026-03-12');
    expect(nextReview(fortnightly, { day: monday, minute: 600 })).toBe('2026-03-11');
    // From the last of one to the first of the next, where a week of leave lies in between.
    const away = { ...fortnightly, daysOff: daysOf({ first: '2026-03-23', last: '2026-03-27' }) };
    expect(nextReview(away, { day: '2026-03-13', minute: 990 })).toBe('2026-04-08');
  });

  test('of the past stay where they were when others are chosen', () => {
    const changed = changedFrom(
      defaultSchedule,
      reviewed({ midweek: null, everySecond: '2026-03-16' }),
      '2026-03-09',
      '2026-01-01',
    );
    expect(points(changed, monday, '2026-03-22')).toEqual([
      [wednesday, 720],
      [friday, 990],
      ['2026-03-20', 990],
    ]);
  });

  test('have come from their minute on', () => {
    const at = (day: string, minute: number) => isReview(defaultSchedule, { day, minute });
    expect([at(wednesday, 719), at(wednesday, 720), at(monday, 720), at(friday, 1020)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test('a lower target holds from the day after the next one', () => {
    const from = (day: string, minute = 600) => lowersFrom(defaultSchedule, { day, minute });
    expect([from(monday), from(wednesday), from('2026-03-05')]).toEqual([
      '2026-03-05',
      '2026-03-05',
      '2026-03-07',
    ]);
    // A week that is done stays as it was.
    const ofWeek = { ...daily(20), period: 'week' as const };
    const weekly = (day: string) => lowersFrom(defaultSchedule, { day, minute: 600 }, ofWeek);
    expect([weekly(monday), weekly('2026-03-05')]).toEqual(['2026-03-05', '2026-03-09']);
  });

  test('propose what the rest of the period will bear, or a hold', () => {
    expect(adjustment(0.35, { target: 20, done: 4, rest: 8 })).toBeNull();
    expect(adjustment(0.34, { target: 20, done: 4, rest: 8 })).toEqual({
      move: 'lower',
      target: 12,
    });
    expect(adjustment(0.1, { target: 20, done: 4, rest: 0 })).toEqual({ move: 'hold' });
    expect(adjustment(0.1, { target: 20, done: 15, rest: 9 })).toEqual({
      move: 'lower',
      target: 19,
    });
  });

  test('once a period is enough', () => {
    const weekly = { ...daily(20), period: 'week' as const };
    const lowered = { on: monday, from: 20, reason: 'fair week' };
    const versions = [version({ ...weekly, target: 15, lowered }, '2026-03-05')];
    const again = (day: string) => loweredIn(versions, 'g', weekly, day, defaultSchedule);
    expect([again(friday), again('2026-03-09')]).toEqual([true, false]);
    // Another edit a week later keeps the note, and is no lowering.
    const edited = version({ ...weekly, target: 15, floor: 9, lowered }, '2026-03-11');
    expect(loweredIn([...versions, edited], 'g', weekly, '2026-03-11', defaultSchedule)).toBe(
      false,
    );
  });

  test('taking back what was set today is a correction', () => {
    const versions = [version(daily(20)), version(daily(30), monday)];
    expect(isCorrection(versions, 'g', 20, monday)).toBe(true);
    expect(isCorrection(versions, 'g', 18, monday)).toBe(false);
    expect(isCorrection(versions, 'g', 20, '2026-03-03')).toBe(false);
    expect(isCorrection([version(daily(30), monday)], 'g', 3, monday)).toBe(true);
  });
});

test('focus: a fourth day goal asks, a sixth goal is refused, parked ones are free', () => {
  const days = (many: number, terms: Terms = {}) =>
    Array.from({ length: many }, () => daily(5, terms));
  const week = { ...daily(5), period: 'week' as const };
  expect(focusOf([...days(3), week])).toEqual({ load: 1, verdict: 'fine' });
  expect(focusOf(days(4)).verdict).toBe('ask');
  expect(focusOf([...days(5), week]).verdict).toBe('refused');
  expect(focusOf([...days(3), ...days(9, { parked: true })]).verdict).toBe('fine');
});

describe('the gap', () => {
  test('is asked about above ten percent', () => {
    expect([22, 23].map((target) => needsGapCard(target, 20))).toEqual([false, true]);
    expect(needsGapCard(23, null)).toBe(false);
    expect(needsGapCard(11, 10)).toBe(false);
  });

  test('has three ways', () => {
    const gap = gapOf({ outcome: 4, wanted: 6, activity: 80, minutes: 5, workMinutes: 2400 });
    expect(gap).toMatchObject({
      gap: 2,
      volume: { activity: 120, moreMinutes: 200, possible: true },
      conversion: { rate: 0.075, possible: true },
      mixed: { activity: 98, possible: true },
    });
    expect(gap?.mixed.rate).toBeCloseTo(0.0612, 4);
  });

  test('says what is impossible', () => {
    expect(gapOf({ outcome: 4, wanted: 6, activity: 5 })?.conversion).toEqual({
      rate: 1.2,
      possible: false,
    });
    const base = { outcome: 4, wanted: 6, activity: 80 };
    expect(gapOf({ ...base, minutes: 15, workMinutes: 2400 })?.volume.possible).toBe(false);
    expect(gapOf({ ...base, likely: () => 0.19 })?.volume.possible).toBe(false);
    expect(gapOf({ ...base, outcome: 0 })).toBeNull();
  });

  test('each way closes it', () => {
    const positive = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(positive, positive, positive, (outcome, wanted, activity) => {
        const gap = gapOf({ outcome, wanted, activity });
        const rate = outcome / activity;
        expect((gap?.volume.activity ?? 0) * rate).toBeGreaterThanOrEqual(wanted - 1e-6);
        expect(activity * (gap?.conversion.rate ?? 0)).toBeCloseTo(wanted, 6);
        const { mixed = { activity: 0, rate: 0 } } = gap ?? {};
        expect(mixed.activity * mixed.rate).toBeGreaterThanOrEqual(wanted - 1e-6);
      }),
    );
  });
});

test('value a minute ranks what is worth most first', () => {
  const call = { conversion: 0.05, value: 200, minutes: 4 };
  const mail = { conversion: 0.01, value: 200, minutes: 1 };
  expect(valuePerMinute(call)).toBe(2.5);
  expect(valuePerMinute({ ...call, costPerMinute: 1 })).toBe(1.5);
  const ranked = byValue([
    { id: 'mail', worth: mail },
    { id: 'call', worth: call },
    { id: 'good call', worth: call, quality: 0.5 },
  ]);
  expect(ranked.map(({ id }) => id)).toEqual(['good call', 'call', 'mail']);
});

describe('the sum check', () => {
  const evenOf = (target: number) =>
    planDay(target, defaultSchedule, monday).legs.map(({ minute, planned }) => ({
      at: minute,
      count: planned,
    }));
  const even = evenOf(20);
  const parts = (...counts: number[]) =>
    [540, 720, 1020].map((at, index) => ({ at, count: counts[index] ?? 0 }));

  test('short by 4: add 1 to lunch, 3 before you leave', () => {
    expect(sumCheck(parts(2, 6, 8), 20, even)).toEqual({
      over: -4,
      add: [
        { at: 720, count: 1 },
        { at: 1020, count: 3 },
      ],
    });
  });

  test('parts may exceed the target', () => {
    expect(sumCheck(parts(4, 8, 10), 20, even)).toEqual({ over: 2, add: [] });
    expect(sumCheck(parts(2, 7, 11), 20, even).over).toBe(0);
  });

  test('where the even plan has nowhere more, each part gets as much', () => {
    const last = even.slice(1);
    expect(sumCheck(parts(0, 7, 11), 20, last).add).toEqual([
      { at: 720, count: 1 },
      { at: 1020, count: 1 },
    ]);
  });

  test('what it adds is what is missing', () => {
    const count = fc.nat(40);
    fc.assert(
      fc.property(anyTarget, count, count, count, (target, a, b, c) => {
        const { over, add } = sumCheck(parts(a, b, c), target, evenOf(target));
        expect(over).toBe(a + b + c - target);
        const added = add.reduce((sum, one) => sum + one.count, 0);
        expect(added).toBe(Math.max(0, -over));
      }),
    );
  });
});

describe('families', () => {
  test('follow the kinds unless the rep says otherwise', () => {
    expect(familyOf(daily(5))).toBe('activity');
    expect(familyOf({ kinds: ['meeting', 'opportunity'] })).toBe('outcome');
    expect(familyOf({ kinds: ['meeting', 'call'] })).toBe('activity');
    expect(familyOf({ kinds: ['learning'] })).toBe('learning');
    expect(familyOf({ kinds: ['call'], family: 'learning' })).toBe('learning');
  });

  test('an outcome needs an activity beside it', () => {
    const meetings = { goal: { ...daily(5), kinds: ['meeting'] as const } };
    const dials = { goal: daily(20) };
    expect(outcomesWithoutActivity([meetings])).toEqual([meetings]);
    expect(outcomesWithoutActivity([meetings, dials])).toEqual([]);
    const parked = { goal: daily(20, { parked: true }) };
    expect(outcomesWithoutActivity([meetings, parked])).toEqual([meetings]);
  });
});

describe('a goal in words', () => {
  const vocabulary: Vocabulary = {
    kinds: [
      ['call', ['call', 'calls']],
      ['lead', ['lead', 'leads']],
      ['connection', ['connection', 'connections']],
    ],
    periods: [
      ['day', ['day', 'daily']],
      ['week', ['week']],
      ['month', ['month']],
      ['quarter', ['quarter']],
    ],
    percent: ['percent'],
  };
  const read = (text: string) => readStatement(text, vocabulary);

  test('“increase sales” lacks everything', () => {
    expect(read('increase sales').missing).toEqual(['kind', 'number', 'period']);
  });

  test.each([
    ['20 calls a day', 'call', 20, null, 'day', []],
    ['+15 % qualified leads next quarter', 'lead', null, 15, 'quarter', []],
    ['Make 15 percent more calls each week', 'call', null, 15, 'week', []],
    ['12,5% leads per month', 'lead', null, 12.5, 'month', []],
    ['more calls', 'call', null, null, null, ['number', 'period']],
    ['40 a week', null, 40, null, 'week', ['kind']],
    ['30 recalls', null, 30, null, null, ['kind', 'period']],
    ['', null, null, null, null, ['kind', 'number', 'period']],
  ] as const)('%s', (text, kind, count, percent, period, missing) => {
    expect(read(text)).toEqual({ kind, count, percent, period, missing });
  });

  test('percent of the period before become a number', () => {
    expect(raised(40, 15)).toBe(46);
    expect(raised(41, 15)).toBe(48);
    expect(raised(0, 15)).toBe(1);
  });

  test('whatever is typed, it is read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(read(text).missing.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
