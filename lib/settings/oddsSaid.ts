import * as z from 'zod';
import { actionKinds } from '../domain/action';
import type { Said } from '../domain/odds/said';
import { dayKey } from '../messages/schema';
import { localItem } from './item';

const shape = z.object({
  id: z.string(),
  kinds: z.array(z.enum(actionKinds)),
  first: dayKey,
  last: dayKey,
  target: z.number().int().positive(),
  p: z.number().min(0).max(1),
  workdays: z.number().int().nonnegative().exactOptional(),
});

/** The odds that were said when a goal's period was first shown, oldest first. A damaged one costs only itself. */
export const oddsSaid = localItem('oddsSaid', (stored): readonly Said[] =>
  Array.isArray(stored)
    ? stored.flatMap((one) => {
        const { data } = shape.safeParse(one);
        return data ? [data] : [];
      })
    : [],
);
