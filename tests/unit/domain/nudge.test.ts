import { describe, expect, test } from 'vitest';
import { mayNudge, withNudge, type Nudges } from '../../../lib/domain/nudge';
import type { Foothold, Rest, Standing } from '../../../lib/domain/standing';
import { foothold as sample, standing as standingOf } from '../components/samples';

/** The checkpoint at 10:30, with 3 of 5 calls open. */
const checkpoint = sample().by;
const minute = 60_000;
const none: Nudges = { day: '', at: [] };

const before = (changes: Partial<Foothold> = {}) =>
  standingOf({ computedAt: checkpoint - 20 * minute, foothold: sample(changes) });
const after = (late = 0, changes: Partial<Standing> = {}) =>
  standingOf({
    computedAt: checkpoint + late,
    foothold: sample({ id: 'next', by: checkpoint + 90 * minute }),
    ...changes,
  });
const may = (told = none, from: Standing | null = before(), to = after()) =>
  mayNudge(from, to, told);

describe('a nudge', () => {
  test('is due when a checkpoint passes with its foothold open', () => {
    expect(may()).toBe(true);
  });

  test.each<[string, Standing | null, Standing]>([
    ['nothing was shown before', null, after()],
    ['there was no foothold', standingOf({ foothold: null }), after()],
    ['it is done', before({ done: 5 }), after()],
    ['it would only have put the rep ahead', before({ reason: 'buffer' }), after()],
    ['it was due by itself, at no checkpoint', before({ due: 'soon' }), after()],
    ['the checkpoint is still to come', before(), after(-minute)],
    ['the machine slept through it', before(), after(6 * minute)],
    ['nothing comes next', before(), after(0, { foothold: null })],
    ...(['no-goals', 'reached', 'day-off', 'after-hours', 'paused'] as const).map(
      (rest: Rest): [string, Standing, Standing] => [rest, before(), after(0, { rest })],
    ),
  ])('is not due when: %s', (_what, from, to) => {
    expect(may(none, from, to)).toBe(false);
  });

  test('comes three times a day at most, and on the next day again', () => {
    const times = [1, 2, 3].map((hours) => checkpoint - hours * 60 * minute).reverse();
    expect(may({ day: '2026-11-24', at: times.slice(1) })).toBe(true);
    expect(may({ day: '2026-11-24', at: times })).toBe(false);
    expect(may({ day: '2026-11-23', at: times })).toBe(true);
  });

  test('comes 45 minutes after the one before at the earliest, over midnight too', () => {
    const told = (ago: number, day = '2026-11-24') => ({ day, at: [checkpoint - ago * minute] });
    expect(may(told(44))).toBe(false);
    expect(may(told(45))).toBe(true);
    expect(may(told(44, '2026-11-23'))).toBe(false);
  });

  test('does not come on a day on which the rep wants none', () => {
    expect(may({ ...none, quietOn: '2026-11-24' })).toBe(false);
    expect(may({ ...none, quietOn: '2026-11-23' })).toBe(true);
  });

  test('is remembered for its day, with the wish for quiet', () => {
    const first = withNudge({ day: '2026-11-23', at: [1, 2, 3], quietOn: '2026-11-20' }, after());
    expect(first).toEqual({ day: '2026-11-24', at: [checkpoint], quietOn: '2026-11-20' });
    expect(withNudge(first, after(1)).at).toEqual([checkpoint, checkpoint + 1]);
  });
});
