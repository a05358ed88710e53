import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credit } from '../../../lib/domain/credit';
import { instantOf } from '../../../lib/domain/day';
import { defaultGoals } from '../../../lib/domain/goal';
import { defaultSchedule } from '../../../lib/domain/schedule';
import type { Standing, StandingInput } from '../../../lib/domain/standing';
import { standing } from '../../../lib/domain/standing';
import { actionNow, after } from './after';
import { action as anyAction, input as anyInput, patience } from './arbitrary';

const input: StandingInput = {
  tallies: [],
  goals: defaultGoals('2026-01-01'),
  schedule: defaultSchedule,
  now: instantOf('2026-03-02', 630, 'Europe/Berlin'),
  timeZone: 'Europe/Berlin',
  previous: null,
  recent: [],
};
const call = (id: string, minutesAgo = 0) =>
  actionNow({ ...input, now: input.now - minutesAgo * 60_000 }, id, 'call');

describe('one more action on the page', () => {
  test('moves what it serves and nothing else', () => {
    const before = standing(input);
    const now = credit(before, call('a'));
    expect(now.totals).toEqual({ call: 1 });
    expect(now.goals[0]).toMatchObject({ done: 1, ahead: -1, today: { done: 1 } });
    expect(now.goals[0]?.legs[0]).toMatchObject({ done: 1, state: 'reached' });
    expect(now.goals.slice(1)).toEqual(before.goals.slice(1));
    expect(now.recent).toEqual([call('a')]);
  });

  test('counts once', () => {
    const once = credit(standing(input), call('a'));
    expect(credit(once, call('a'))).toBe(once);
    const stored = standing(after(input, call('a')));
    expect(credit(stored, call('a'))).toBe(stored);
  });

  test('finishes the foothold and leaves the next one to the next standing', () => {
    const before = standing(input);
    const size = before.foothold?.size ?? 0;
    const kind = before.foothold?.kind ?? 'call';
    const many = Array.from({ length: size + 1 }, (_, index) => String(index));
    const now = many.reduce((sum, id) => credit(sum, actionNow(input, id, kind)), before);
    expect(now.foothold).toEqual({ ...before.foothold, done: size });
  });

  test('of an earlier time is listed where it belongs, and never lost from the list', () => {
    const later = [1, 2, 3, 4, 5].reduce(
      (sum, ago) => credit(sum, call(`ago-${String(ago)}`, ago)),
      standing(input),
    );
    const now = credit(later, call('lunch', 90));
    expect(now.recent.map(({ id }) => id)).toEqual(['ago-1', 'ago-2', 'ago-3', 'ago-4', 'lunch']);
    expect(credit(now, call('lunch', 90))).toBe(now);
  });
});

/** What the page and the projector must agree on. */
const shared = ({ day, goals, totals }: Standing) => ({
  day,
  totals,
  goals: goals.map(({ buffer: _needsTheClock, ...goal }) => goal),
});

test(
  'is what the projector says when storage has it',
  () => {
    fc.assert(
      fc.property(
        anyInput,
        fc.array(anyAction, { minLength: 1, maxLength: 12 }),
        (begin, actions) => {
          let stored = begin;
          let page = standing(begin);
          for (const [index, { id, kind }] of actions.entries()) {
            const action = actionNow(begin, `${String(index).padStart(2, '0')} ${id}`, kind);
            const before = standing(stored);
            page = credit(page, action);
            stored = { ...after(stored, action), previous: before.foothold };
            const projected = standing(stored);

            expect(shared(page)).toEqual(shared(projected));
            const one = credit(before, action);
            expect(one.recent).toEqual(projected.recent);
            if (one.foothold && one.foothold.done < one.foothold.size)
              expect(one.foothold).toEqual(projected.foothold);
            else if (one.foothold) expect(projected.foothold?.id).not.toBe(one.foothold.id);
            else expect(projected.foothold).toBeNull();
          }
        },
      ),
      { numRuns: 100 },
    );
  },
  patience,
);
