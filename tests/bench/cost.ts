import 'fake-indexeddb/auto';
import type { ActionKind } from '../../lib/domain/action';
import { addDays, weekdayOf, weekOf, type DayKey } from '../../lib/domain/day';
import { historyOf, pastWorkdays } from '../../lib/domain/odds/history';
import { lookBack } from '../../lib/domain/odds/lookBack';
import { periodForecast } from '../../lib/domain/odds/periodForecast';
import { recalibration } from '../../lib/domain/odds/recalibration';
import { largestTarget } from '../../lib/domain/odds/target';
import { defaultSchedule } from '../../lib/domain/schedule';
import type { Tally } from '../../lib/domain/tally';
import { Journal } from '../../lib/journal/database';
import { seeded } from '../seeded';

const today = '2026-03-04';
const kinds: readonly ActionKind[] = ['call', 'email', 'note', 'follow-up', 'meeting'];
const threeYears = 3 * 365;
const rounds = 9;

/**
 * What the odds cost, as a multiple of reading their tallies once: three years, five kinds, about eight actions of each
 * a day. The store is fake-indexeddb under Dexie, in memory, so a real one reads slower and the multiple is smaller.
 */
export async function cost(): Promise<readonly string[]> {
  const journal = new Journal('bench');
  await journal.tallies.bulkPut(threeYearsOfTallies());
  const read = () => journal.tallies.toArray();
  const tallies = await read();
  const reading = await median(read);
  const histories = () =>
    kinds.map((kind) => historyOf(pastWorkdays(tallies, [kind], defaultSchedule, today)));
  const known = histories();
  const hourly = await median(() => {
    for (const [index, history] of known.entries()) {
      const day = index < 3;
      const forecast = periodForecast(history, {
        days: day ? [today] : weekOf(today, 1),
        kinds: kinds.slice(index, index + 1),
        tallies: tallies.filter((tally) => tally.day >= '2026-03-02'),
        schedule: defaultSchedule,
        now: { day: today, minute: 12 * 60 },
      });
      forecast?.chance(day ? 8 : 40);
    }
  });
  const proposing = await median(() => {
    for (const history of known) {
      const forecast = periodForecast(history, {
        days: weekOf(addDays(today, 7), 1),
        kinds: ['call'],
        tallies: [],
        schedule: defaultSchedule,
        now: { day: today, minute: 12 * 60 },
      });
      if (forecast) largestTarget(forecast.chance);
    }
  });
  const daily = await median(() => {
    for (const history of histories())
      recalibration([...lookBack(history, 1, 60), ...lookBack(history, 5, 60)]);
  });
  journal.close();
  const line = (what: string, ms: number) =>
    `  ${what.padEnd(58)} ${ms.toFixed(1).padStart(7)} ms = ${(ms / reading).toFixed(2)} tally reads`;
  return [
    `Cost, three years and five goals (${String(tallies.length)} tallies in fake-indexeddb, medians of ${String(rounds)})`,
    line('one tally read', reading),
    line('odds of five goals under way, with each standing', hourly),
    line('five proposals for next week ("set to 80 %")', proposing),
    line('history and recalibration of five goals, once a day', daily),
  ];
}

function threeYearsOfTallies(): Tally[] {
  const next = seeded(1);
  const tallies: Tally[] = [];
  let day: DayKey = addDays(today, -threeYears);
  for (; day <= today; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    for (const kind of kinds) {
      const minutes = Array.from({ length: Math.floor(17 * next()) }, () =>
        Math.floor(8 * 60 + 9 * 60 * next()),
      );
      if (minutes.length > 0) tallies.push({ day, kind, minutes: minutes.sort((a, b) => a - b) });
    }
  }
  return tallies;
}

async function median(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}
