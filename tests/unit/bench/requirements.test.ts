import { describe, expect, it } from 'vitest';
import { hours, methods, type Called, type Case, type Method } from '../../bench/backtest';
import { requirements } from '../../bench/requirements';

/** So many cases of which a share was reached, each called by one chance, and by another by the own frequency. */
function cases(reached: number, odds: number, own: number, count = 1000): readonly Case[] {
  const stated = Object.fromEntries(methods.map((method) => [method, 0.5])) as Record<
    Method,
    number
  >;
  return Array.from({ length: count }, (_, one) => ({
    place: 1,
    stated: { ...stated, odds, 'own frequency': own },
    reached: one < reached * count,
  }));
}
const targets = (claimed: number, hit: number): readonly Called[] =>
  Array.from({ length: 1000 }, (_, one) => ({ place: 1, claimed, reached: one < hit * 1000 }));

const lines = (of: readonly Case[], weekly: readonly Called[]) =>
  requirements('odds', { byHour: new Map(hours.map((hour) => [hour, of])), weekly }).map((line) =>
    line.trim().replace(/ {2,}/, ': '),
  );

describe('what is required of the odds', () => {
  it('is met where they are that good', () => {
    // Of chances of .8: .16 of .25, and right.
    expect(lines(cases(0.8, 0.8, 0.5), targets(0.83, 0.81))).toEqual([
      'met: 10:00 Brier at least 9 % below own frequency: 36.00 %',
      'met: 10:00 calibration error at most 0.015: 0.0000',
      'met: 12:00 Brier at least 15 % below own frequency: 36.00 %',
      'met: 12:00 calibration error at most 0.015: 0.0000',
      'met: 15:00 Brier at least 17 % below own frequency: 36.00 %',
      'met: 15:00 calibration error at most 0.015: 0.0000',
      'met: 18:00 Brier at least 13 % below own frequency: 36.00 %',
      'met: 18:00 calibration error at most 0.015: 0.0000',
      'met: week, targets called 80 % hit 77 to 85 % of the time: 81.00 %',
      'met: week, within 3 points of what was claimed: 2.00 points',
    ]);
  });

  it('is not met where they are not', () => {
    // Of chances of .78 where .8 came: .1604, and of .674: .175876.
    expect(lines(cases(0.8, 0.78, 0.674), targets(0.885, 0.86))).toEqual([
      'not met: 10:00 Brier at least 9 % below own frequency: 8.80 %',
      'not met: 10:00 calibration error at most 0.015: 0.0200',
      'not met: 12:00 Brier at least 15 % below own frequency: 8.80 %',
      'not met: 12:00 calibration error at most 0.015: 0.0200',
      'not met: 15:00 Brier at least 17 % below own frequency: 8.80 %',
      'not met: 15:00 calibration error at most 0.015: 0.0200',
      'not met: 18:00 Brier at least 13 % below own frequency: 8.80 %',
      'not met: 18:00 calibration error at most 0.015: 0.0200',
      'not met: week, targets called 80 % hit 77 to 85 % of the time: 86.00 %',
      'met: week, within 3 points of what was claimed: 2.50 points',
    ]);
  });

  it('asks for its own figure at each hour', () => {
    // .16 of .1876: 14.7 %.
    const met = lines(cases(0.8, 0.8, 0.634), targets(0.8, 0.8)).filter((line) =>
      line.startsWith('met'),
    );
    expect(met.filter((line) => line.includes('Brier')).map((line) => line.slice(5, 10))).toEqual([
      '10:00',
      '18:00',
    ]);
  });

  it.each([
    [0.8, 0.765, 'not met', 'not met'],
    [0.8, 0.775, 'met', 'met'],
    [0.81, 0.775, 'met', 'not met'],
    [0.8, 0.845, 'met', 'not met'],
    [0.84, 0.855, 'not met', 'met'],
  ])('of targets called %d, %d hit: %s, %s', (claimed, hit, often, near) => {
    const weekly = lines(cases(0.8, 0.8, 0.5), targets(claimed, hit)).slice(-2);
    expect(weekly.map((line) => line.split(':')[0])).toEqual([often, near]);
  });

  it('is not met by what there is nothing to score of', () => {
    for (const line of lines([], [])) expect(line).toMatch(/^not met: .*: nothing to score$/);
  });
});
