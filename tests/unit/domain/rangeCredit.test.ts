import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRange } from '../../../lib/domain/goal';
import { lastDayOfTrial, rangeCredit, trialRule } from '../../../lib/domain/rangeCredit';
import { target as anyTarget } from './arbitrary';

const range = { target: 20, floor: 18, ceiling: 25 };

describe('credit within a success range', () => {
  test.each([
    [0, 0],
    [17, 0],
    [18, 0.5],
    [19, 0.75],
    [20, 1],
    [25, 1.25],
    [30, 1.5],
  ])('%i of 20: %d', (x, credit) => {
    expect(rangeCredit(x, range)).toBe(credit);
  });

  test('above the ceiling a trial decides', () => {
    expect(rangeCredit(30, range, 'cap')).toBe(1.25);
    expect(rangeCredit(30, range, 'slow')).toBe(1.35);
    expect(rangeCredit(25, range, 'cap')).toBe(1.25);
  });

  test('rises slower in a wider range', () => {
    const wide = { target: 20, floor: 16, ceiling: 30 };
    const rise = (of: typeof range) => rangeCredit(20, of) - rangeCredit(19, of);
    expect(rise(wide)).toBeLessThan(rise(range));
    expect(rangeCredit(22, wide)).toBeLessThan(rangeCredit(22, range));
  });

  test('never falls, and is 1 at the target', () => {
    const rule = fc.constantFrom(undefined, 'cap' as const, 'slow' as const);
    fc.assert(
      fc.property(anyTarget, fc.nat(20_000), rule, (target, x, of) => {
        const any = { target, ...defaultRange(target) };
        expect(rangeCredit(x + 1, any, of)).toBeGreaterThanOrEqual(rangeCredit(x, any, of));
        expect(rangeCredit(target, any, of)).toBe(1);
      }),
    );
  });
});

test('a trial lasts eight weeks at most, and then is over', () => {
  expect(lastDayOfTrial('2026-03-02')).toBe('2026-04-26');
  const trial = { rule: 'cap', from: '2026-03-02', until: '2026-03-08' } as const;
  expect(
    ['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'].map((day) => trialRule(trial, day)),
  ).toEqual([undefined, 'cap', 'cap', undefined]);
});
