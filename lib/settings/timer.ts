import * as z from 'zod';
import { timedKinds, type Timer } from '../domain/timer';
import { localItem } from './item';

const shape = z.object({ kind: z.enum(timedKinds), startedAt: z.number().int().min(0) });

/** The session under way: it runs on while no page of ours is open, and when the browser starts anew. */
export const timer = localItem(
  'timer',
  (stored): Timer | null => shape.safeParse(stored).data ?? null,
);
