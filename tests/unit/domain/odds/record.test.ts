import { expect, test } from 'vitest';
import { calledAbout, reliabilityOf } from '../../../../lib/domain/odds/record';

const said = (stated: number, ...reached: number[]) =>
  reached.map((one) => ({ stated, reached: one === 1 }));

test('of goals called 80 %, 8 of 10 were reached', () => {
  const rows = [...said(0.8, 1, 1, 1, 1, 0), ...said(0.85, 1, 1, 1), ...said(0.75, 1, 0)];
  expect(calledAbout([...rows, ...said(0.6, 1, 1), ...said(0.9, 1)], 0.8)).toEqual({
    called: 10,
    reached: 8,
  });
});

test('score, bins and calibration error', () => {
  const { count, brier, calibrationError, bins } = reliabilityOf([
    ...said(0.25, 0, 0, 0, 1),
    ...said(0.9, 1, 0),
  ]);
  expect(count).toBe(6);
  expect(brier).toBeCloseTo((3 * 0.0625 + 0.5625 + 0.01 + 0.81) / 6, 12);
  expect(bins).toEqual([
    { from: 0.2, to: 0.3, count: 4, stated: 0.25, reached: 0.25 },
    { from: 0.9, to: 1, count: 2, stated: 0.9, reached: 0.5 },
  ]);
  expect(calibrationError).toBeCloseTo((2 * 0.4) / 6, 12);
});

test('certainty is in the last bin', () => {
  expect(reliabilityOf(said(1, 1)).bins).toHaveLength(1);
});
