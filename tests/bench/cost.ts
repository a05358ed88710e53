import 'fake-indexeddb/auto';
import { nameOfKinds, type ActionKind } from '../../lib/domain/action';
import { addDays, weekdayOf, weekOf, type DayKey } from '../../lib/domain/day';
import { defaultRange, type GoalVersion } from '../../lib/domain/goal';
import { historyOf, pastWorkdays } from '../../lib/domain/odds/history';
import { pastOf } from '../../lib/domain/odds/past';
import { periodForecast } from '../../lib/domain/odds/periodForecast';
import { largestTarget } from '../../lib/domain/odds/target';
import { defaultSchedule } from '../../lib/domain/schedule';
import { halfYear } from '../../lib/domain/lookBack';
import { outlook } from '../../lib/domain/outlook';
import { standing } from '../../lib/domain/standing';
import { summary } from '../../lib/domain/summary';
import type { Tally } from '../../lib/domain/tally';
import { Journal } from '../../lib/journal/database';
import { seeded } from '../seeded';

const today = '2026-03-04';
const kinds: readonly ActionKind[] = ['call', 'email', 'note', 'follow-up', 'meeting'];
const threeYears = 3 * 365;

/**
 * What goals and odds cost to recompute, as a multiple of reading their tallies once: five kinds, about eight actions of
 * each a day. The store is fake-indexeddb under Dexie, in memory, so a real one reads slower and the multiple is smaller.
 */
export async function cost(days = threeYears, rounds = 9): Promise<readonly string[]> {
  const median = (run: () => unknown) => medianOf(rounds, run);
  const journal = new Journal('bench');
  await journal.tallies.bulkPut(talliesOf(days));
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
    for (const kind of kinds) pastOf(tallies, [kind], defaultSchedule, today);
  });
  const pasts = new Map(
    kinds.map((kind) => [kind, pastOf(tallies, [kind], defaultSchedule, today)]),
  );
  const recent = tallies.filter(({ day }) => day >= addDays(today, -halfYear));
  const projecting = await median(() => standing({ ...rep, tallies: recent }));
  const withOdds = await median(() => standing({ ...rep, tallies: recent, pasts }));
  const fits = Object.fromEntries([...pasts].map(([kind, { fit }]) => [nameOfKinds([kind]), fit]));
  const popup = { goals: rep.goals, schedule: rep.schedule, tallies: recent, past: tallies, fits };
  const lookingAhead = () => outlook(popup, { day: today, minute: 12 * 60 });
  const summingUp = () => summary({ ...popup, now: rep.now, timeZone: rep.timeZone });
  const ahead = await median(lookingAhead);
  const sums = await median(summingUp);
  // As the product does it: the standing and what the popup adds, with nothing remembered from an earlier time.
  const everything = await median(() => {
    const anew = new Map(
      kinds.map((kind) => [kind, pastOf(tallies, [kind], defaultSchedule, today)]),
    );
    standing({ ...rep, tallies: recent, pasts: anew });
    summingUp();
    lookingAhead();
  });
  journal.close();
  const line = (what: string, ms: number) =>
    `  ${what.padEnd(58)} ${ms.toFixed(1).padStart(7)} ms = ${(ms / reading).toFixed(2)} tally reads`;
  return [
    `Cost, ${String(days)} days and five goals (${String(tallies.length)} tallies in fake-indexeddb, medians of ${String(rounds)})`,
    line('one tally read', reading),
    line('odds of five goals under way, with each standing', hourly),
    line('a whole standing without odds, from half a year', projecting),
    line('the same with odds', withOdds),
    line('five proposals for next week ("set to 80 %")', proposing),
    line('history and recalibration of five goals, once a day', daily),
    line('what the goals allow and suggest (outlook), in the popup', ahead),
    line('the popup’s sums of the day, week and month', sums),
    line('everything anew: all of the above but the proposals', everything),
  ];
}

/** A Wednesday noon with three goals for the day and two for the week. */
const rep = {
  goals: kinds.map((kind, order): GoalVersion => {
    const [period, target] = order < 3 ? (['day', 10] as const) : (['week', 50] as const);
    const goal = { period, kinds: [kind] as const, target, ...defaultRange(target) };
    return { id: kind, from: '2023-01-01', order, goal };
  }),
  schedule: defaultSchedule,
  now: Date.UTC(2026, 2, 4, 12),
  timeZone: 'UTC',
  previous: null,
  recent: [],
};

function talliesOf(days: number): Tally[] {
  const next = seeded(1);
  const tallies: Tally[] = [];
  let day: DayKey = addDays(today, -days);
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

async function medianOf(rounds: number, run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}
