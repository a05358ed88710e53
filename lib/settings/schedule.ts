import * as z from 'zod';
import { checkExpectations, expectationReasons, mostExpected } from '../domain/expectation';
import { checkReviews, usualReviews } from '../domain/reviewTimes';
import type { Schedule, Weekday } from '../domain/schedule';
import { checkSchedule, defaultSchedule, mostFrontLoad } from '../domain/schedule';
import { dayKey } from '../messages/schema';
import { localItem } from './item';

const minute = z.number().int().min(0).max(2160);
const hours = z.object({ start: minute, end: minute }).nullable();
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const checkpoint = z.object({
  at: minute,
  anchor: z.enum(['coffee', 'lunch', 'leave']).exactOptional(),
  share: z.number().min(0).max(1).exactOptional(),
});

const fallback = defaultSchedule;
/** Field by field: one damaged field costs only itself. */
const routine = {
  hours: z
    .object(
      Object.fromEntries(
        weekdays.map((day) => [day, hours.catch(fallback.hours[day])]),
      ) as unknown as Record<Weekday, typeof hours>,
    )
    .catch({ ...fallback.hours }),
  checkpoints: z
    .array(checkpoint)
    .max(8)
    .catch([...fallback.checkpoints]),
  frontLoad: z.number().min(0).max(mostFrontLoad).exactOptional().catch(0),
  reviews: z
    .object({
      midweek: z.object({ weekday: z.literal(weekdays), minute }).nullable(),
      everySecond: dayKey.exactOptional(),
    })
    .exactOptional()
    .catch(usualReviews),
};
const shape = z.object({
  dayStartsAt: z.number().int().min(0).max(720).catch(fallback.dayStartsAt),
  weekStartsOn: z.literal(weekdays).catch(fallback.weekStartsOn),
  ...routine,
  daysOff: z.array(dayKey).catch([]),
  /** One without a day is left out: its days then go by the one after it. */
  earlier: z
    .array(
      z
        .object({ last: dayKey, ...routine })
        .nullable()
        .catch(null),
    )
    .transform((all) =>
      all.filter((one) => one !== null).sort((a, b) => (a.last < b.last ? -1 : 1)),
    )
    .exactOptional()
    .catch([]),
  earlierWeeks: z
    .array(z.object({ last: dayKey, weekStartsOn: z.literal(weekdays) }))
    .transform((all) => all.sort((a, b) => (a.last < b.last ? -1 : 1)))
    .exactOptional()
    .catch([]),
  expectations: z
    .array(
      z.object({
        percent: z.number().int().min(-mostExpected).max(mostExpected),
        reason: z.enum(expectationReasons),
        first: dayKey,
        last: dayKey,
      }),
    )
    .exactOptional()
    .catch([]),
});

/** When the rep works. What cannot be read, or cannot be, falls back to the default. */
export const schedule = localItem('schedule', parseSchedule);

export function parseSchedule(stored: unknown): Schedule {
  const parsed = shape.safeParse(stored);
  if (!parsed.success) return fallback;
  const possible = withoutContradictions(parsed.data);
  return checkSchedule(possible).length === 0 ? possible : fallback;
}

/** What is expected, and when it is reviewed, cannot be wrong and cost the rep their working hours. */
function withoutContradictions({ reviews, ...schedule }: Schedule): Schedule {
  const isWrong = (found: object) => Object.values(found).some(Boolean);
  const possible = isWrong(checkReviews(reviews, schedule, schedule.weekStartsOn))
    ? undefined
    : reviews;
  return {
    ...schedule,
    ...(possible && { reviews: possible }),
    ...(isWrong(checkExpectations(schedule.expectations ?? [])) && { expectations: [] }),
  };
}
