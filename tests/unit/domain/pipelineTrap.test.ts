import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionKind } from '../../../lib/domain/action';
import { addDays, daysOf } from '../../../lib/domain/day';
import { pipelineTrap } from '../../../lib/domain/pipelineTrap';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';
import type { Tally } from '../../../lib/domain/tally';

const today = '2026-03-02';
/** Twenty workdays before today, oldest first. */
const workdays = daysOf({ first: addDays(today, -28), last: addDays(today, -1) }).filter((day) =>
  hoursOn(defaultSchedule, day),
);
const done = (kind: ActionKind, counts: readonly number[]): readonly Tally[] =>
  workdays.map((day, index) => ({
    day,
    kind,
    minutes: Array.from({ length: counts[index] ?? 0 }, (_, at) => 500 + at),
  }));
const steps = (before: number, lately: number) =>
  workdays.map((_, index) => (index < 15 ? before : lately));
const trap = (...tallies: readonly (readonly Tally[])[]) =>
  pipelineTrap(tallies.flat(), defaultSchedule, today);

describe('the pipeline trap', () => {
  test('is more outcomes and less than 60 % of the prospecting: the worked example', () => {
    expect(trap(done('call', steps(10, 4)), done('meeting', steps(1, 3)))).toEqual({
      lately: 4,
      usually: 8.5,
      floor: 6,
      kinds: ['call'],
    });
  });

  test('names the ways of prospecting that were used, and no others', () => {
    const found = trap(
      done('call', steps(10, 4)),
      done('message', [1]),
      done('note', steps(3, 3)),
      done('meeting', steps(1, 3)),
    );
    expect(found?.kinds).toEqual(['call', 'message']);
  });

  test('is none while prospecting goes on, in whatever way', () => {
    expect(trap(done('call', steps(10, 6)), done('meeting', steps(1, 3)))).toBeNull();
    expect(
      trap(done('call', steps(10, 4)), done('message', steps(0, 6)), done('meeting', steps(1, 3))),
    ).toBeNull();
  });

  test('is none while no more comes of it: that is a bad week', () => {
    expect(trap(done('call', steps(10, 4)), done('meeting', steps(2, 2)))).toBeNull();
    expect(trap(done('call', steps(10, 4)), done('meeting', steps(2, 0)))).toBeNull();
    expect(trap(done('call', steps(10, 0)))).toBeNull();
  });

  test('is none before there are twenty workdays, and days off are no days', () => {
    const tallies = [...done('call', steps(10, 4)), ...done('meeting', steps(1, 3))];
    expect(
      pipelineTrap(
        tallies.filter(({ day }) => day > (workdays[0] ?? '')),
        defaultSchedule,
        today,
      ),
    ).toBeNull();
    const holidays = daysOf({ first: today, last: '2026-03-06' });
    const off = { ...defaultSchedule, daysOff: holidays };
    expect(pipelineTrap(tallies, off, '2026-03-09')).toEqual(
      pipelineTrap(tallies, defaultSchedule, today),
    );
  });

  test('its floor is a whole number of actions, not above the usual', () => {
    const count = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(count, count, count, count, (before, lately, little, much) => {
        const found = trap(done('email', steps(before, lately)), done('win', steps(little, much)));
        if (!found) return;
        expect(found.lately).toBeLessThan(0.6 * found.usually);
        expect(found.floor).toBeGreaterThanOrEqual(1);
        expect(found.floor).toBeLessThanOrEqual(Math.ceil(found.usually));
        expect(much).toBeGreaterThan(little);
      }),
    );
  });
});
