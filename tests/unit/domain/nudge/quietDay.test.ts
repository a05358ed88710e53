import { expect, it } from 'vitest';
import { fitsQuietDay } from '../../../../lib/domain/nudge/quietDay';
import { goal } from '../../components/samples';

const open = (p: number, rough = false) =>
  goal({
    done: 2,
    target: 8,
    odds: { p, rough, span: { first: '2026-03-02', last: '2026-03-02' } },
  });
const fits = (...goals: ReturnType<typeof goal>[]) => fitsQuietDay({ goals, rest: null });

it('is offered where all that is open is as good as reached', () => {
  expect(fits(open(0.91), open(0.99))).toBe(true);
  expect(fits(open(0.91), open(0.9))).toBe(false);
  expect(fits(open(0.91), goal({ done: 8, target: 8 }))).toBe(true);
  expect(fits(open(0.91), { ...goal({ done: 0, target: 8 }), hold: {} })).toBe(true);
});

it('is not where that is hardly known, nor where nothing is open', () => {
  expect(fits(open(0.99, true))).toBe(false);
  expect(fits(open(0.99), goal({ done: 2, target: 8 }))).toBe(false);
  expect(fits()).toBe(false);
  expect(fits(goal({ done: 8, target: 8 }))).toBe(false);
  expect(fitsQuietDay({ goals: [open(0.99)], rest: 'paused' })).toBe(false);
});
