import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeForecast } from '../../../lib/domain/activeForecast';
import { activeGoals } from '../../../lib/domain/activeGoals';
import { addDays, daysOf, instantOf } from '../../../lib/domain/day';
import { needsGapCard } from '../../../lib/domain/gap';
import type { Goal, GoalVersion } from '../../../lib/domain/goal';
import { checkGoal, defaultRange } from '../../../lib/domain/goal';
import { countsOf, meanOfFourWeeks } from '../../../lib/domain/history';
import { withoutHolds } from '../../../lib/domain/hold';
import { goalOdds } from '../../../lib/domain/odds/goalOdds';
import { pastOf } from '../../../lib/domain/odds/past';
import { acceptAdjustment, acceptStretch, outlook } from '../../../lib/domain/outlook';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import { standing } from '../../../lib/domain/standing';
import type { Tally } from '../../../lib/domain/tally';
import { daily } from '../dailyGoal';

/** A Wednesday. */
const today = '2026-06-03';
const calls = (day: string, count: number): Tally => ({
  day,
  kind: 'call',
  minutes: Array.from({ length: count }, (_, index) => 500 + 5 * index),
});
const past = (count: number, days = 84) =>
  daysOf({ first: addDays(today, -days), last: addDays(today, -1) })
    .filter((day) => hoursOn(defaultSchedule, day))
    .map((day) => calls(day, count));
const weekly = (target: number): Goal => ({ ...daily(target), period: 'week' });
const version = (goal: Goal, from = '2026-01-01'): GoalVersion => ({
  id: 'g',
  from,
  order: 0,
  goal,
});
const input = (goals: readonly GoalVersion[], tallies: readonly Tally[]) => ({
  goals,
  tallies,
  schedule: defaultSchedule,
});
const seen = (goals: readonly GoalVersion[], tallies: readonly Tally[], minute = 800) =>
  outlook(input(goals, tallies), { day: today, minute });
const show = (goals: readonly GoalVersion[], tallies: readonly Tally[], minute = 800) =>
  standing({
    goals,
    tallies,
    schedule: defaultSchedule,
    now: instantOf(today, minute, 'UTC'),
    timeZone: 'UTC',
    previous: null,
    recent: [],
  });

describe('a goal that has rested', () => {
  /** Three weeks until the last Sunday: nothing was done in them. */
  const rest = { from: '2026-05-11', until: '2026-05-31' };
  const steady = [...past(4), calls(today, 4)].filter(
    ({ day }) => day < rest.from || day > rest.until,
  );
  const goals = [
    version(weekly(18), '2026-01-01'),
    version({ ...weekly(18), hold: rest }, '2026-05-11'),
  ];
  const week = { ...input(goals, steady), past: steady };

  test('is judged by what the rep does at work, not by the rest', () => {
    const { adjustment, struggling } = seen(goals, steady).goals[0] ?? {};
    expect([adjustment, struggling]).toEqual([null, null]);
    const [shown] = show(goals, steady).goals;
    expect(shown).not.toHaveProperty('unplannable');
  });

  test('has one and the same odds wherever they are said', () => {
    const [active] = activeGoals(week, today);
    if (!active) throw new Error('no goal');
    const days = daysOf(active.span);
    const now = { day: today, minute: 800 };
    const own = withoutHolds(defaultSchedule, goals, 'g', today);
    const fit = { level: -1, slope: 0.5 };
    const pill = goalOdds(active, pastOf(steady, ['call'], own, today, fit), steady, now);
    const forecast = activeForecast({ ...week, fits: { call: fit } }, active, days, now);
    expect(forecast?.chance(18)).toBe(pill?.p);
  });
});

describe('struggling', () => {
  /** A Thursday, with the review on Friday ahead. */
  const thursday = '2026-06-04';
  const [nine, noon] = [540, 720];
  const spread = (day: string, count: number): Tally => ({
    ...calls(day, count),
    minutes: Array.from({ length: count }, (_, index) => 530 + 60 * index),
  });
  const steady = past(8).map(({ day }) => spread(day, 8));
  const whole = [...steady, spread(today, 8)];
  const struggling = (goal: Goal, tallies: readonly Tally[], minute: number, day = thursday) =>
    outlook(input([version(goal)], tallies), { day, minute }).goals[0]?.struggling;

  test('is out of reach at two checkpoints in a row, and knows the next review', () => {
    expect(struggling(daily(16), whole, nine)).toBeNull();
    expect(struggling(daily(16), whole, noon)).toBe('2026-06-05');
    expect(struggling(daily(8), [...whole, spread(thursday, 8)], noon)).toBeNull();
  });

  test('is not one bad morning', () => {
    const begun = [...whole, spread(thursday, 1)];
    expect(struggling(daily(8), begun, noon)).toBeNull();
    expect(struggling(daily(8), begun, noon + 299)).toBeNull();
    expect(struggling(daily(8), whole, noon)).not.toBeNull();
  });

  test('of a week’s goal goes on from one day to the next, and is left to a review once that has come', () => {
    expect(struggling(weekly(80), steady, nine, today)).toBe(today);
    expect(struggling(weekly(80), steady, noon, today)).toBeNull();
    expect(struggling(weekly(38), steady, nine, today)).toBeNull();
  });

  test('is said neither by other people’s figures nor of a goal that is reached', () => {
    expect(struggling(daily(500), [], noon)).toBeNull();
    expect(struggling(daily(16), [...whole, calls(thursday, 16)], noon)).toBeNull();
  });
});

describe('stretch', () => {
  const done = [...past(8), calls(today, 8)];

  test('is offered to whoever met most of the last and has time left', () => {
    expect(seen([version(daily(8))], done).goals[0]?.stretch).toEqual({
      target: 10,
      accepted: false,
    });
    expect(seen([version(daily(8))], [...past(7), calls(today, 8)]).goals[0]?.stretch).toBeNull();
    expect(seen([version(daily(8))], past(8)).goals[0]?.stretch).toBeNull();
  });

  test('accepted, asks for the rest without making the goal look missed', () => {
    const goals = [
      version(daily(8)),
      ...acceptStretch(input([version(daily(8))], done), 'g', today),
    ];
    expect(seen(goals, done).goals[0]?.stretch).toEqual({ target: 10, accepted: true });
    const { goals: shown, foothold, rest } = show(goals, done);
    expect(shown[0]).toMatchObject({ done: 8, target: 8, stretch: 10, today: { target: 10 } });
    expect(shown[0]?.ahead).toBeGreaterThanOrEqual(0);
    expect([rest, foothold?.size]).toEqual([null, 1]);
    // Before the goal itself is reached it asks for no more than that.
    expect(show(goals, [...past(8), calls(today, 7)]).goals[0]?.today.target).toBe(8);
    const over = show(goals, [...past(8), calls(today, 10)]);
    expect([over.rest, over.goals[0]?.done]).toEqual(['reached', 10]);
  });

  test('is over with its period', () => {
    const goals = acceptStretch(input([version(daily(8))], done), 'g', today);
    const next = outlook(input(goals, done), { day: addDays(today, 1), minute: 600 });
    expect(next.goals[0]?.stretch).toBeNull();
  });
});

describe('an adjustment point', () => {
  const goals = [version(weekly(60))];
  const proposed = (of: readonly GoalVersion[], tallies: readonly Tally[]) => {
    const proposal = seen(of, tallies).goals[0]?.adjustment;
    if (!proposal) throw new Error('nothing proposed');
    return proposal;
  };
  const accepted = (of: readonly GoalVersion[], tallies: readonly Tally[]) => [
    ...of,
    ...acceptAdjustment(input(of, tallies), 'g', today, {
      ...proposed(of, tallies),
      reason: 'Trade fair',
    }),
  ];

  test('proposes what the week will bear, from the day after', () => {
    const found = seen(goals, past(4)).goals[0]?.adjustment;
    expect(found).toMatchObject({ move: 'lower', from: '2026-06-04', until: '2026-06-07' });
    const target = found?.move === 'lower' ? found.target : 0;
    expect(target).toBeGreaterThanOrEqual(12);
    expect(target).toBeLessThan(30);
  });

  test('says nothing before its minute, and nothing about what is likely', () => {
    expect(seen(goals, past(4), 700).goals[0]?.adjustment).toBeNull();
    expect(seen([version(weekly(12))], past(4)).goals[0]?.adjustment).toBeNull();
  });

  test('is logged with its reason, leaves today as it is, and comes once a period', () => {
    const proposal = proposed(goals, past(4));
    const after = accepted(goals, past(4));
    const then = after.slice(goals.length);
    expect(then.map(({ from }) => from)).toEqual(['2026-06-04', '2026-06-08']);
    expect(then[0]?.goal?.lowered).toEqual({ on: today, from: 60, reason: 'Trade fair' });
    expect(show(after, past(4)).goals[0]?.target).toBe(60);
    expect(seen(after, past(4)).goals[0]).toMatchObject({
      adjustment: null,
      adjusted: { from: '2026-06-04', reason: 'Trade fair' },
    });
    const targetOn = (day: string) => activeGoals(input(after, past(4)), day)[0]?.goal.target;
    expect(targetOn('2026-06-04')).toBe(proposal.move === 'lower' && proposal.target);
    const thursday = (of: readonly GoalVersion[]) =>
      outlook(input(of, past(4)), { day: '2026-06-04', minute: 600 }).goals[0]?.adjusted;
    expect(thursday(after)).toBeNull();
    // Nor is what comes back adjusted anew where it was lowered long ago.
    const lowered = { on: '2026-03-04', from: 70, reason: 'long ago' };
    expect(thursday(accepted([version({ ...weekly(60), lowered })], past(4)))).toBeNull();
    // What the rest of this week bears says nothing about the next one.
    expect(targetOn('2026-06-08')).toBe(60);
  });

  test('that comes when the week is done is about the next one, and leaves this one missed', () => {
    const friday = { day: '2026-06-05', minute: 1021 };
    const week = [...past(4), calls(today, 4), calls('2026-06-04', 4), calls('2026-06-05', 4)];
    const proposal = outlook(input(goals, week), friday).goals[0]?.adjustment;
    if (!proposal) throw new Error('nothing proposed');
    expect(proposal).toMatchObject({ move: 'lower', from: '2026-06-08' });
    expect(proposal.until).toBeUndefined();
    const target = proposal.move === 'lower' ? proposal.target : 0;
    expect(target).toBeGreaterThanOrEqual(15);
    expect(target).toBeLessThanOrEqual(20);
    const after = [
      ...goals,
      ...acceptAdjustment(input(goals, week), 'g', friday.day, { ...proposal, reason: 'fair' }),
    ];
    const on = (day: string) => activeGoals(input(after, week), day)[0]?.goal.target;
    expect([on('2026-06-07'), on('2026-06-08'), on('2026-06-15')]).toEqual([60, target, target]);
    // Next Wednesday that week has had its lowering.
    const wednesday = outlook(input(after, week), { day: '2026-06-10', minute: 800 });
    expect(wednesday.goals[0]?.adjustment).toBeNull();
  });

  test('of a week that is partly on hold asks for what was proposed, not for a part of it', () => {
    const hold = { from: '2026-06-01', until: '2026-06-02' };
    const rested = [version({ ...weekly(60), hold })];
    const proposal = proposed(rested, past(4));
    const after = accepted(rested, past(4));
    const thursday = activeGoals(input(after, past(4)), '2026-06-04')[0];
    expect(thursday?.goal.target).toBe(proposal.move === 'lower' && proposal.target);
  });

  test('keeps the rep’s own floor and ceiling in proportion, and follows the target where they did', () => {
    const rangeOf = (of: readonly GoalVersion[]) => {
      const {
        target = 0,
        floor = 0,
        ceiling = 0,
      } = accepted(of, past(4)).at(of.length)?.goal ?? {};
      return { target, floor, ceiling };
    };
    const own = rangeOf([version({ ...weekly(60), floor: 15, ceiling: 120 })]);
    expect(own.floor).toBe(Math.round(own.target / 4));
    expect(own.ceiling).toBe(own.target * 2);
    const usual = rangeOf(goals);
    expect(usual).toEqual({ target: usual.target, ...defaultRange(usual.target) });
  });

  test('ends a climb that leads too high, and the climb goes on in the next week', () => {
    const ramp = { base: 40, step: 0.1, mode: 'additive' as const, from: '2026-05-04' };
    const climbing = [version({ ...weekly(60), ramp })];
    const [lower, next] = accepted(climbing, past(4)).slice(1);
    expect(lower?.goal?.ramp).toBeUndefined();
    expect(lower?.goal && checkGoal(lower.goal)).toEqual([]);
    expect(next?.goal?.ramp).toEqual(ramp);
  });

  test('may let the goal rest from the next day to the end of its period', () => {
    const idle = [...past(4, 84).slice(0, 30), ...past(0, 42)];
    expect(proposed(goals, idle)).toEqual({
      move: 'hold',
      from: '2026-06-04',
      until: '2026-06-07',
    });
    const after = accepted(goals, idle);
    expect(after[1]?.goal?.hold).toEqual({
      from: '2026-06-04',
      until: '2026-06-07',
      reason: 'Trade fair',
    });
    expect(seen(after, idle).goals[0]?.adjusted).toMatchObject({ target: null });
    const on = (day: string) => activeGoals(input(after, idle), day)[0]?.held;
    expect([on(today), on('2026-06-04'), on('2026-06-08')]).toEqual([false, true, false]);
  });
});

describe('the number for the next period', () => {
  const friday = '2026-06-05';
  const monday = '2026-06-08';
  const closing = { day: friday, minute: 990 };
  /** Twelve weeks and this one, with so many on each workday in turn. */
  const week = (...counts: readonly number[]) =>
    daysOf({ first: addDays(friday, -88), last: friday })
      .filter((day) => hoursOn(defaultSchedule, day))
      .map((day, index) => calls(day, counts[index % counts.length] ?? 0));
  const at = (goals: readonly GoalVersion[], tallies: readonly Tally[], now = closing) =>
    outlook(input(goals, tallies), now).goals[0];
  const accepted = (goals: readonly GoalVersion[], tallies: readonly Tally[]) => {
    const next = at(goals, tallies)?.next;
    if (!next) throw new Error('nothing proposed');
    const changes = acceptAdjustment(input(goals, tallies), 'g', friday, {
      ...next,
      reason: 'the list ran dry',
    });
    return { next, changes, after: [...goals, ...changes] };
  };
  /** Now this, now that: around 20 a week. */
  const uneven = week(1, 7, 4, 2, 6, 3, 5);

  test('of what is too easy is the most that is 80 % likely, at the end of the week', () => {
    const { next } = at([version(weekly(10))], uneven) ?? {};
    expect(next).toMatchObject({ move: 'raise', from: monday });
    expect(next?.target).toBeGreaterThan(14);
    expect(next?.odds.present).toBeGreaterThan(0.95);
    expect(next?.odds.then).toBeGreaterThanOrEqual(0.8);
    expect(at([version(daily(3))], week(9))?.next).toMatchObject({ move: 'raise', from: monday });
    const wednesday = { day: today, minute: 800 };
    expect(at([version(weekly(10))], uneven, wednesday)?.next).toBeNull();
    expect(at([version(daily(3))], week(9), wednesday)?.next).toBeNull();
  });

  test('of what is missed as often as not is lower, and logged with its reason', () => {
    const goals = [version(weekly(20))];
    const { next, changes, after } = accepted(goals, uneven);
    expect(next.move).toBe('lower');
    expect(next.odds.present).toBeLessThan(0.7);
    expect(changes).toMatchObject([
      {
        from: monday,
        goal: {
          target: next.target,
          lowered: { on: friday, from: 20, reason: 'the list ran dry' },
        },
      },
    ]);
    expect(at(after, uneven)).toMatchObject({
      next: null,
      adjusted: { target: next.target, reason: 'the list ran dry' },
    });
  });

  test('once taken asks for it from the next period on, and of this one what it was', () => {
    const goals = [version(weekly(10))];
    const { next, changes, after } = accepted(goals, uneven);
    expect(changes.map(({ goal }) => goal && checkGoal(goal))).toEqual([[]]);
    expect(changes[0]?.goal?.lowered).toBeUndefined();
    const on = (day: string) => activeGoals(input(after, uneven), day)[0]?.goal.target;
    expect([on(friday), on(monday), on('2026-06-15')]).toEqual([10, next.target, next.target]);
    expect(at(after, uneven)).toMatchObject({
      next: null,
      adjusted: { from: monday, target: next.target, reason: '' },
    });
  });

  test('is none where the target is about right, where days off shorten it, or nothing is known', () => {
    const { next } = accepted([version(weekly(10))], uneven);
    for (const right of [next.target, next.target + 1])
      expect(at([version(weekly(right))], uneven)?.next).toBeNull();
    const leave = { ...defaultSchedule, daysOff: ['2026-06-10'] };
    const goals = [version(weekly(10))];
    expect(
      outlook({ ...input(goals, uneven), schedule: leave }, closing).goals[0]?.next,
    ).toBeNull();
    expect(at(goals, uneven.slice(-7))?.next).toBeNull();
    const ramp = { base: 8, step: 0.1, mode: 'additive' as const, from: '2026-05-04' };
    expect(at([version({ ...weekly(10), ramp })], uneven)?.next).toBeNull();
  });

  test('is never a raise for which something would have to change', () => {
    // Two of the last four weeks were bad: 8.5 a day, although 10 are likely again.
    const back = week(16).map((tally) =>
      tally.day > '2026-05-08' && tally.day < '2026-05-23' ? calls(tally.day, 1) : tally,
    );
    expect(at([version(daily(3))], back)?.next?.target).toBe(9);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(daily, weekly),
        (before, lately, target, of) => {
          const tallies = week(...before).map((tally) =>
            tally.day >= '2026-05-15' ? calls(tally.day, lately) : tally,
          );
          const goal = of(target);
          const next = at([version(goal)], tallies)?.next;
          if (!next) return;
          const mean = meanOfFourWeeks(countsOf(tallies, ['call']), defaultSchedule, friday) ?? 0;
          expect(next.move === 'raise').toBe(next.target > target);
          if (next.move === 'raise')
            expect(needsGapCard(next.target, mean * (goal.period === 'day' ? 1 : 5))).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a hold for want of data', () => {
  test('ends with a target below what the rep usually does, not above', () => {
    const from = addDays(today, -14);
    const goals = [version(daily(20, { hold: { from } }), from)];
    const suggested = seen(goals, past(6, 30)).goals[0]?.afterHold ?? 0;
    expect(suggested).toBeGreaterThanOrEqual(3);
    expect(suggested).toBeLessThanOrEqual(6);
    expect(seen(goals, past(6, 5)).goals[0]?.afterHold).toBeNull();
  });

  test('ends without one where all that was done is of other kinds', () => {
    const from = addDays(today, -14);
    const goals = [version(daily(20, { hold: { from } }), from)];
    const notes = past(6, 30).map((tally) => ({ ...tally, kind: 'note' as const }));
    expect(seen(goals, notes).goals[0]).toMatchObject({ afterHold: null });
  });
});

describe('the best', () => {
  test('that is broken comes before one that is near', () => {
    const mails = daily(3);
    const goals = [
      version(daily(8)),
      { ...version({ ...mails, kinds: ['email'] }), id: 'mails', order: 1 },
    ];
    const tallies = [
      ...past(6),
      ...past(2).map((tally) => ({ ...tally, kind: 'email' as const })),
      calls(today, 5),
      { ...calls(today, 3), kind: 'email' as const },
    ];
    expect(seen(goals, tallies).best).toMatchObject({
      kinds: ['email'],
      approach: 'new',
      today: 3,
    });
  });

  test('leaves those of every other kind beside it, also without a goal, each once', () => {
    const of = (kind: Tally['kind'], many: number, back?: number) =>
      past(many, back).map((tally) => ({ ...tally, kind }));
    const goals = [
      version(daily(8)),
      { ...version({ ...daily(9), kinds: ['call', 'email'] }), id: 'm', order: 1 },
    ];
    const tallies = [...past(6), ...of('email', 2), ...of('note', 1), ...of('meeting', 1, 5)];
    const { best, otherBests } = seen(goals, tallies);
    expect(best?.kinds).toEqual(['call']);
    // Meetings have been counted for five workdays only.
    expect(otherBests.map(({ kinds, bests }) => [kinds, bests.day?.count])).toEqual([
      [['call', 'email'], 8],
      [['email'], 2],
      [['note'], 1],
    ]);
  });

  test('is none for a newcomer', () => {
    expect(seen([version(daily(8))], past(6, 10)).best).toBeNull();
  });

  describe('week', () => {
    /** Four a workday, once nine: the best week has 25. */
    const before = past(4).map((tally) =>
      tally.day === '2026-05-12' ? calls(tally.day, 9) : tally,
    );
    const monday = '2026-06-01';
    const done = (count: number) => [
      ...before.filter(({ day }) => day < monday),
      calls(monday, count - 2),
      calls(today, 2),
    ];
    const week = (count: number, goal = daily(8), day = today) =>
      outlook(input([version(goal)], done(count)), { day, minute: 800 }).best?.week;

    test('is near with four fifths of it and enough days left', () => {
      expect(week(20)).toEqual({ done: 20, toBeat: 25, approach: 'near' });
      expect(week(19)?.approach).toBeNull();
      expect(week(20, daily(8), '2026-06-05')?.approach).toBeNull();
    });

    test('is broken with one more', () => {
      expect(week(25)?.approach).toBe('near');
      expect(week(26)?.approach).toBe('new');
    });

    test('counts on no day on hold', () => {
      const hold = { from: '2026-06-04', until: '2026-06-07' };
      expect(week(20, daily(8, { hold }))?.approach).toBeNull();
    });

    test('of fewer workdays is weighed against this one', () => {
      const schedule = { ...defaultSchedule, daysOff: ['2026-05-11'] };
      const worked = done(24).filter(({ day }) => day !== '2026-05-11');
      const given = { ...input([version(daily(8))], worked), schedule };
      const best = outlook(given, { day: today, minute: 800 }).best;
      expect(best?.bests.week).toEqual({ count: 21, day: '2026-05-11', workdays: 4 });
      expect(best?.week?.toBeat).toBe(26);
    });

    test('that is near comes before a goal of which nothing is', () => {
      const mails = { ...version({ ...daily(8), kinds: ['email'] }), id: 'mails', order: -1 };
      const both = [...done(20), ...past(2).map((one) => ({ ...one, kind: 'email' as const }))];
      expect(seen([mails, version(daily(8))], both).best?.kinds).toEqual(['call']);
    });
  });

  describe('by the next checkpoint', () => {
    const at = (day: string, ...minutes: number[]): Tally => ({ day, kind: 'call', minutes });
    const usual = [530, 590, 650, 710, 770, 830, 890, 950];
    /** Four of eight by noon each day, once six of them, once nine. */
    const before = past(1).map(({ day }) => {
      if (day === '2026-05-12') return at(day, 500, 520, 540, 560, 580, 600);
      return at(day, ...usual, ...(day === '2026-05-19' ? [960] : []));
    });
    const by = (minute: number, ...done: number[]) =>
      seen([version(daily(8))], [...before, at(today, ...done)], minute).best?.checkpoint;

    test('is what was done by then on the best day, with its name', () => {
      expect(by(660, 600)).toEqual({
        done: 1,
        toBeat: 6,
        approach: null,
        best: { count: 6, day: '2026-05-12', minute: 720, anchor: 'lunch' },
        minute: 720,
        anchor: 'lunch',
      });
    });

    test('is near where one more is likely until then, not until the evening', () => {
      expect(by(660, 500, 520, 540, 560, 600, 650)?.approach).toBe('near');
      // Two more until noon were never done after eleven; four more until the evening are usual.
      expect(by(660, 500, 520, 540, 600, 650)?.approach).toBeNull();
      expect(by(715, 500, 520, 540, 560, 600, 650)?.approach).toBeNull();
    });

    test('is near by how such mornings went, whatever corrects what is said of whole days and weeks', () => {
      const tallies = [...before, at(today, 500, 520, 540, 560, 600, 650)];
      const given = input([version(daily(8))], tallies);
      const near = (level: number) =>
        outlook({ ...given, fits: { call: { level, slope: 1 } } }, { day: today, minute: 660 }).best
          ?.checkpoint?.approach;
      expect([near(0), near(-6)]).toEqual(['near', 'near']);
    });

    test('is broken with one more', () => {
      expect(by(660, 500, 520, 540, 560, 600, 640, 650)?.approach).toBe('new');
    });

    test('is none where it says no more than the best day, and after the last', () => {
      expect(by(730, 600)).toBeNull();
      expect(by(1030, 600)).toBeNull();
    });
  });
});

test('credit, reward and what cannot be planned', () => {
  const goal = daily(20, {
    reward: 'A long walk',
    trial: { rule: 'cap', from: '2026-06-01', until: '2026-06-30' },
  });
  const at = (count: number) => seen([version(goal)], [calls(today, count)]).goals[0];
  expect([17, 19, 20, 30].map((count) => at(count)?.credit)).toEqual([null, 0.75, 1, 1.25]);
  const slow = {
    ...goal,
    trial: { rule: 'slow', from: '2026-06-01', until: '2026-06-30' },
  } as const;
  expect(seen([version(slow)], [calls(today, 30)]).goals[0]?.credit).toBe(1.35);
  expect([at(19)?.reward, at(20)?.reward]).toEqual([null, 'A long walk']);
  expect(show([version(weekly(60))], past(4)).goals[0]?.unplannable).toBe(60 - 8 - 3 * 4);
});

test('a goal is missed once its working time is over, never on hold, and not after it was reached', () => {
  const promised = daily(8, { commitment: 'First hour', reward: 'A long walk' });
  const at = (goal: Goal, count: number, minute: number) =>
    seen([version(goal)], [calls(today, count)], minute).goals[0];
  expect(at(promised, 7, 1019)).toMatchObject({ missed: false, commitment: 'First hour' });
  expect(at(promised, 7, 1020)).toMatchObject({ missed: true, reward: null });
  expect(at(promised, 8, 1020)).toMatchObject({ missed: false, reward: 'A long walk' });
  expect(at({ ...promised, hold: { from: today } }, 0, 1020)?.missed).toBe(false);
  expect(at({ ...promised, period: 'week' }, 1, 1020)?.missed).toBe(false);
});
