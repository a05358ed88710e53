import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast, type Forecast } from '../../../../lib/domain/odds/forecast';
import { historyOf, type Workday } from '../../../../lib/domain/odds/history';
import { stateAt } from '../../../../lib/domain/odds/likeDays';
import type { Weekday } from '../../../../lib/domain/schedule';
import { patience } from '../arbitrary';

const nothingYet = { earlier: 0, today: { done: 0, lately: false } };
const morning = { weekday: 1, minute: -Infinity, days: 0 } as const;

/** A day with so many actions, one each quarter of an hour from 09:00. */
function dayOf(count: number, index = 0): Workday {
  const minutes = Array.from({ length: count }, (_, action) => 9 * 60 + 15 * action);
  return { weekday: ((index % 5) + 1) as Weekday, minutes };
}
const counts = (...list: number[]) => historyOf(list.map(dayOf));
const eights = counts(...Array.from({ length: 40 }, () => 8));

function sure(one: Forecast | null): Forecast {
  if (!one) throw new Error('no forecast');
  return one;
}

const minutes = fc
  .array(fc.integer({ min: 8 * 60, max: 18 * 60 }), { maxLength: 25 })
  .map((list) => list.toSorted((a, b) => a - b));
const days = fc
  .array(minutes, { minLength: 1, maxLength: 60 })
  .map((list) =>
    list.map((one, index): Workday => ({ weekday: ((index % 5) + 1) as Weekday, minutes: one })),
  );
const situation = fc.record({
  days,
  today: minutes,
  minute: fc.integer({ min: 8 * 60, max: 18 * 60 }),
  after: fc.constantFrom(0, 0, 1, 4, 15),
  earlier: fc.integer({ min: 0, max: 30 }),
  target: fc.integer({ min: 1, max: 80 }),
});

describe('more done never lowers the odds', () => {
  const prior = fc.option(
    fc.record({
      perDay: fc.double({ min: 0, max: 80, noNaN: true }),
      restOfDay: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { nil: undefined },
  );
  test('by one action at any time of today until now', { timeout: patience }, () => {
    fc.assert(
      fc.property(
        situation,
        prior,
        fc.integer({ min: 0, max: 12 * 60 }),
        ({ days, today, minute, after, earlier, target }, others, ago) => {
          const history = historyOf(days);
          const ahead = { weekday: 3, minute, days: after } as const;
          const until = today.filter((one) => one <= minute);
          const more = [...until, minute - ago].sort((a, b) => a - b);
          const chance = (list: readonly number[]) =>
            sure(
              forecast(
                history,
                days.length,
                { earlier, today: stateAt(list, minute) },
                ahead,
                others,
              ),
            ).chance(target);
          expect(chance(more)).toBeGreaterThanOrEqual(chance(until) - 1e-12);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('and a larger target never raises them', { timeout: patience }, () => {
    fc.assert(
      fc.property(situation, ({ days, today, minute, after, earlier, target }) => {
        const soFar = { earlier, today: stateAt(today, minute) };
        const ahead = { weekday: 3, minute, days: after } as const;
        const { chance } = sure(forecast(historyOf(days), days.length, soFar, ahead));
        expect(chance(target + 1)).toBeLessThanOrEqual(chance(target) + 1e-12);
        expect(chance(target)).toBeGreaterThan(0);
        expect(chance(target)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  test('not even where busy mornings happened to end low', () => {
    const days = Array.from({ length: 40 }, (_, index): Workday => {
      const busy = index % 2 === 0;
      const early = busy ? [600, 610, 620] : [600];
      return {
        weekday: ((index % 5) + 1) as Weekday,
        minutes: [...early, ...(busy ? [] : [900, 910, 920, 930, 940])],
      };
    });
    const ahead = { weekday: 1, minute: 720, days: 0 } as const;
    const at = (done: number) =>
      sure(
        forecast(historyOf(days), 40, { earlier: 0, today: { done, lately: true } }, ahead),
      ).chance(6);
    const chances = [1, 2, 3, 4, 5, 6].map(at);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chances[0]).toBeGreaterThan(0.2);
  });
});

test('a forecast knows the days before it only', { timeout: patience }, () => {
  fc.assert(
    fc.property(situation, fc.nat(), ({ days, today, minute, after, target }, cut) => {
      const known = 1 + (cut % days.length);
      const soFar = { earlier: 0, today: stateAt(today, minute) };
      const ahead = { weekday: 2, minute, days: after } as const;
      const then = forecast(historyOf(days.slice(0, known)), known, soFar, ahead);
      const later = forecast(historyOf(days), known, soFar, ahead);
      expect(sure(later).chance(target)).toBe(sure(then).chance(target));
    }),
    { numRuns: 200 },
  );
});

test('who does 8 every day is about sure of 5 and hardly ever reaches 20', () => {
  const { chance } = sure(forecast(eights, 40, nothingYet, morning));
  expect(chance(5)).toBeGreaterThan(0.8);
  expect(chance(8)).toBeGreaterThan(0.5);
  expect(chance(20)).toBeLessThan(0.05);
});

test('what is reached is certain, and nothing else is', () => {
  const soFar = { earlier: 3, today: { done: 4, lately: true } };
  const { chance } = sure(forecast(eights, 40, soFar, { weekday: 1, minute: 720, days: 2 }));
  expect(chance(7)).toBe(1);
  expect(chance(8)).toBeLessThan(1);
  expect(chance(9000)).toBeGreaterThan(0);
});

test('without a workday left it is decided', () => {
  const soFar = { earlier: 7, today: { done: 0, lately: false } };
  const { chance } = sure(forecast(eights, 40, soFar, null));
  expect([chance(7), chance(8)]).toEqual([1, 0]);
});

test('a rep who just began is judged by other people, roughly', () => {
  expect(forecast(historyOf([]), 0, nothingYet, morning)).toBeNull();
  const prior = { perDay: 10, restOfDay: 1 };
  const first = sure(forecast(historyOf([]), 0, nothingYet, morning, prior));
  expect(first.rough).toBe(true);
  expect(first.chance(2)).toBeGreaterThan(0.7);
  expect(first.chance(40)).toBeLessThan(0.1);
  const own = Array.from({ length: 10 }, () => 2);
  const settled = sure(forecast(counts(...own), 10, nothingYet, morning, prior));
  expect(settled.rough).toBe(false);
  const alone = sure(forecast(counts(...own), 10, nothingYet, morning));
  expect(settled.chance(4)).toBe(alone.chance(4));
});

test('five days are enough for a month, with much doubt', () => {
  const history = counts(4, 4, 4, 4, 4);
  const ahead = { weekday: 1, minute: -Infinity, days: 20 } as const;
  const { chance, rough } = sure(forecast(history, 5, nothingYet, ahead));
  expect(rough).toBe(true);
  expect(chance(84)).toBeGreaterThan(0.3);
  expect(chance(84)).toBeLessThan(0.7);
  expect(chance(40)).toBeGreaterThan(0.8);
});
