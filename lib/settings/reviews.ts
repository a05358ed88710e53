import * as z from 'zod';
import { blockers, type Review } from '../domain/review';
import { dayKey } from '../messages/schema';
import { localItem } from './item';

const blocker = z.enum(blockers);
const shape = z.object({ goal: z.string(), day: dayKey, blocked: z.tuple([blocker], blocker) });

/** What blocked at each review, oldest first. A damaged one costs only itself. */
export const reviews = localItem('reviews', (stored): readonly Review[] =>
  Array.isArray(stored)
    ? stored.flatMap((one) => {
        const { data } = shape.safeParse(one);
        return data ? [data] : [];
      })
    : [],
);
