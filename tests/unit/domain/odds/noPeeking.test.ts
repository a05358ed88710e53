import { expect, test } from 'vitest';
import { historyOf } from '../../../../lib/domain/odds/history';
import { patience } from '../arbitrary';
import { inDay, weekly, weeklyUnderWay } from '../../../bench/backtest';
import { readSeries, type Series } from '../../../bench/series';
import { simulate } from '../../../bench/simulate';

const [rep] = readSeries(simulate([{ level: 6, bursts: 0.4, drift: 0.02, away: 0.02 }], 260, 3));
if (!rep) throw new Error('no rep');
const whole = rep;

/** The first so many days, by the end of a week; what came after is unknown, or something else. */
const known = 150;
const cut: Series = {
  ...whole,
  history: historyOf(whole.history.days.slice(0, known)),
  weeks: whole.weeks.slice(0, known),
};
const otherwise: Series = {
  ...whole,
  history: historyOf(
    whole.history.days.map((day, index) =>
      index < known ? day : { ...day, minutes: Array.from({ length: 40 }, () => 570) },
    ),
  ),
};

test('a backtest of days says the same whatever comes after them', { timeout: patience }, () => {
  const later = [whole, otherwise].map(inDay);
  for (const [hour, { cases }] of inDay(cut)) {
    expect(cases.length).toBeGreaterThan(20);
    for (const one of later) expect(one.get(hour)?.cases.slice(0, cases.length)).toEqual(cases);
  }
});

test('a backtest of weeks says the same whatever comes after them', () => {
  const { cases } = weekly(cut);
  expect(cases.length).toBeGreaterThan(10);
  for (const series of [whole, otherwise])
    expect(weekly(series).cases.slice(0, cases.length)).toEqual(cases);
});

test.each([1, 3])('nor does one of weeks of which %d days are over', (gone) => {
  const { cases } = weeklyUnderWay(cut, gone);
  expect(cases.length).toBeGreaterThan(10);
  for (const series of [whole, otherwise])
    expect(weeklyUnderWay(series, gone).cases.slice(0, cases.length)).toEqual(cases);
});
