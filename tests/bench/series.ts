import { historyOf, type History, type Workday } from '../../lib/domain/odds/history';
import type { Weekday } from '../../lib/domain/schedule';

/** What one person did: every Monday to Friday from the first day to the last, days without anything included. */
export interface Series {
  readonly id: string;
  /** Place in the file, from 1: the two halves are the odd and the even places. */
  readonly place: number;
  readonly history: History;
  /** Of each day; the same number for the days of one week. */
  readonly weeks: readonly number[];
}

const dayMs = 24 * 60 * 60_000;
/** Anything but digits would be read as some number, and 30 February as a day of March. */
const digits = /^\d+(\.0+)?$/;
const isDay = (date: string, at: number) =>
  !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date;
/** 1970-01-01 was a Thursday. */
const mondayOffset = 3;

/**
 * Reads `series,date,hour,count`. Counts on weekends are left out. An hour's actions are put in its middle: they count
 * from the next full hour on.
 *
 * @throws Error naming the line that is no such row
 */
export function readSeries(csv: string): readonly Series[] {
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  if (head?.trim() !== 'series,date,hour,count')
    throw new Error(`line 1: expected "series,date,hour,count", found "${head ?? ''}"`);
  if (lines.length === 0) throw new Error('line 2: there is no row below the heading');
  const known = new Map<string, Map<number, number[]>>();
  for (const [index, line] of lines.entries()) {
    const parts = line.split(',').map((part) => part.trim());
    const [id = '', date = '', hour = '', count = ''] = parts;
    const at = Date.parse(`${date}T00:00:00Z`);
    const [h, n] = [Number(hour), Number(count)];
    const numbers = digits.test(hour) && h < 24 && digits.test(count);
    if (parts.length !== 4 || id === '' || !numbers || !isDay(date, at))
      throw new Error(`line ${String(index + 2)}: no row of series,date,hour,count: "${line}"`);
    const days = known.get(id) ?? new Map<number, number[]>();
    known.set(id, days);
    const minutes = days.get(at / dayMs) ?? [];
    days.set(at / dayMs, minutes);
    for (let one = 0; one < n; one++) minutes.push(h * 60 + 30);
  }
  return [...known].map(([id, days], index) => ({ id, place: index + 1, ...workdaysOf(days) }));
}

function workdaysOf(known: ReadonlyMap<number, number[]>) {
  const days: Workday[] = [];
  const weeks: number[] = [];
  const dates = [...known.keys()];
  const last = dates.reduce((a, b) => Math.max(a, b), -Infinity);
  for (let date = dates.reduce((a, b) => Math.min(a, b), Infinity); date <= last; date++) {
    const weekday = ((date + mondayOffset) % 7) + 1;
    if (weekday > 5) continue;
    const minutes = (known.get(date) ?? []).toSorted((a, b) => a - b);
    days.push({ weekday: weekday as Weekday, minutes });
    weeks.push(Math.floor((date + mondayOffset) / 7));
  }
  return { history: historyOf(days), weeks };
}
