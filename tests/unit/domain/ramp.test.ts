import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ramp } from '../../../lib/domain/ramp';
import { halfStep, rampStanding, rampTargets } from '../../../lib/domain/ramp';

const ramp = (changes: Partial<Ramp> = {}): Ramp => ({
  base: 20,
  step: 0.05,
  mode: 'additive',
  from: '2026-03-02',
  ...changes,
});
const weeks = (...done: number[]) => done.map((count) => ({ done: count, weight: 1 }));

describe('the steps of a ramp', () => {
  test.each([
    ['additive', 0.05, 10],
    ['additive', 0.1, 5],
    ['compound', 0.05, 9],
    ['compound', 0.1, 5],
  ] as const)('%s by %d: +50 %% in %i weeks', (mode, step, count) => {
    const targets = rampTargets(ramp({ base: 200, mode, step }), 300);
    expect(targets).toHaveLength(count);
    expect(targets.at(-1)).toBe(300);
  });

  test('are whole, and carry their fractions', () => {
    expect(rampTargets(ramp({ base: 5 }), 8).slice(0, 3)).toEqual([5, 5, 6]);
    expect(rampTargets(ramp(), 30)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
  });

  test('never fall, never exceed their fraction rounded up, and end at the target', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.constantFrom('additive' as const, 'compound' as const),
        (base, step, mode) => {
          const target = Math.ceil(1.5 * base) + 1;
          const targets = rampTargets(ramp({ base, step, mode }), target);
          for (const [index, whole] of targets.entries()) {
            const n = index + 1;
            const wanted = base * (mode === 'compound' ? (1 + step) ** n : 1 + step * n);
            expect(whole).toBeLessThanOrEqual(Math.max(1, Math.ceil(wanted)));
            expect(whole).toBeGreaterThanOrEqual(targets[index - 1] ?? 1);
            expect(Number.isInteger(whole)).toBe(true);
          }
          expect(targets.at(-1)).toBe(target);
        },
      ),
    );
  });
});

describe('the gate', () => {
  test('opens at 0.95 of the step', () => {
    expect(rampStanding(ramp(), 30, weeks(20))).toEqual({
      step: 2,
      steps: 10,
      target: 22,
      moved: 'on',
    });
    expect(rampStanding(ramp(), 30, weeks(19))).toMatchObject({ target: 21, moved: 'again' });
  });

  test('after two misses in a row goes one step back, never below the first', () => {
    expect(rampStanding(ramp(), 30, weeks(21, 22, 10, 10))).toMatchObject({
      target: 22,
      moved: 'back',
    });
    expect(rampStanding(ramp(), 30, weeks(21, 22, 10, 23, 10))).toMatchObject({
      target: 24,
      moved: 'again',
    });
    expect(rampStanding(ramp(), 30, weeks(0, 0, 0, 0))).toMatchObject({ step: 1, target: 21 });
  });

  test('stays at the target once it is there', () => {
    const all = Array.from({ length: 14 }, () => 40);
    expect(rampStanding(ramp(), 30, weeks(...all))).toMatchObject({ step: 10, target: 30 });
  });

  test('weighs a short week by its workdays, and leaves out one without any', () => {
    const short = (done: number, weight: number) => [{ done, weight }];
    expect(rampStanding(ramp(), 30, short(8, 0.4)).moved).toBe('on');
    expect(rampStanding(ramp(), 30, short(7, 0.4)).moved).toBe('again');
    expect(rampStanding(ramp(), 30, short(0, 0)).moved).toBe('start');
  });
});

test('a step that is more likely missed than reached is offered half as high', () => {
  const odds = (p: number) => (asked: number) => (asked >= 24 ? p : 0.9);
  const before = { step: 0, target: 20 };
  const from = (step: number, target: number, p = 0.49, of = ramp()) =>
    halfStep(of, 30, { step, target }, '2026-03-04', odds(p));
  // 21, 22, 23, 24 …: before the fourth nothing is too steep.
  expect([from(0, 20), from(1, 21), from(2, 22)]).toEqual([null, null, null]);
  expect(from(3, 23, 0.5)).toBeNull();
  const on = from(3, 23);
  expect(on).toMatchObject({ next: 24, ramp: { base: 23, from: '2026-03-05' } });
  // Half an action more each week, as half of one was.
  expect(on && 23 * on.ramp.step).toBeCloseTo(0.5, 12);
  expect(on && rampTargets(on.ramp, 30).slice(0, 4)).toEqual([23, 24, 25, 25]);
  const compound = ramp({ mode: 'compound' });
  expect(from(3, 23, 0.49, compound)?.ramp).toMatchObject({ base: 23, step: 0.025 });
  expect(halfStep(ramp(), 30, before, '2026-03-04', () => 0.4)).toEqual({
    next: 21,
    ramp: ramp({ step: 0.025 }),
  });
});

test('the last step, and one that can hardly be halved, are offered no half', () => {
  const never = () => 0;
  expect(halfStep(ramp(), 30, { step: 10, target: 30 }, '2026-03-04', never)).toBeNull();
  expect(
    halfStep(ramp({ step: 0.015 }), 30, { step: 0, target: 20 }, '2026-03-04', never),
  ).toBeNull();
});
