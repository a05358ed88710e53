import { daysBetween, type DayKey } from '../domain/day';
import { touchKinds, type Touches } from '../domain/touches';
import type { Journal } from './database';

/** A record with more rows than this has its latest ones counted. */
const mostRows = 1000;

/** The touches of one record that stand. Null when there is none. */
export async function touchesOf(
  journal: Journal,
  subject: string,
  today: DayKey,
): Promise<Touches | null> {
  const rows = await journal.actions
    .where('[subject+at]')
    .between([subject, -Infinity], [subject, Infinity])
    .reverse()
    .limit(mostRows)
    .toArray();
  const touches = rows.filter(
    ({ kind, voidedAt }) => voidedAt === undefined && touchKinds.includes(kind),
  );
  const [last] = touches;
  if (!last) return null;
  // Who has travelled west may have been in touch tomorrow.
  const daysAgo = Math.max(0, daysBetween(last.day, today));
  return { count: touches.length, daysAgo, ...(daysAgo > 0 && { day: last.day }) };
}
