import { describe, expect, it } from 'vitest';
import { meanOfPeriod } from '../../../components/draftVerdict';
import { addDays, daysOf } from '../../../lib/domain/day';
import type { Goal } from '../../../lib/domain/goal';
import { defaultSchedule, hoursOn } from '../../../lib/domain/schedule';

/** A Wednesday. */
const day = '2026-06-03';
const goal: Goal = { period: 'week', kinds: ['call'], target: 20, floor: 18, ceiling: 25 };
const tallies = daysOf({ first: addDays(day, -84), last: addDays(day, -1) })
  .filter((one) => hoursOn(defaultSchedule, one))
  .map((one) => ({ day: one, kind: 'call' as const, minutes: [540, 600, 660, 720] }));
const ground = { day, minute: 600, schedule: defaultSchedule, tallies, versions: [] };

describe('what four weeks gave', () => {
  it('is what a whole week has, in a week with days off, too', () => {
    expect(meanOfPeriod(null, goal, ground)).toBe(20);
    const daysOff = ['2026-06-04', '2026-06-05'];
    const short = { ...ground, schedule: { ...defaultSchedule, daysOff } };
    expect(meanOfPeriod(null, goal, short)).toBe(20);
    expect(meanOfPeriod(null, { ...goal, period: 'day' }, short)).toBe(4);
  });

  it('leaves out the days on which the goal was on hold, with what was done on them', () => {
    const hold = { from: '2026-05-11', until: '2026-05-31' };
    const versions = [
      { id: 'g', from: '2026-01-01', order: 0, goal },
      { id: 'g', from: hold.from, order: 0, goal: { ...goal, hold } },
    ];
    const resting = tallies.map((tally) =>
      hold.from <= tally.day && tally.day <= hold.until ? { ...tally, minutes: [540] } : tally,
    );
    const rested = { ...ground, versions, tallies: resting };
    expect(meanOfPeriod('g', goal, rested)).toBe(20);
    expect(meanOfPeriod(null, goal, rested)).toBeLessThan(12);
  });
});
