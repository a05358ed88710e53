import * as z from 'zod';
import type { DayKey } from '../domain/day';
import type { Fit } from '../domain/odds/recalibration';
import { dayKey } from '../messages/schema';
import { localItem } from './item';

/** How the odds of a day are recalibrated, by the name of their kinds: a worker that dies need not fit them again. */
export interface OddsFits {
  readonly day: DayKey | null;
  readonly fits: Readonly<Record<string, Fit>>;
}

const fit = z.object({ level: z.number(), slope: z.number().positive() });
const shape = z.object({ day: dayKey, fits: z.record(z.string(), fit) });

export const oddsFits = localItem('oddsFits', (stored): OddsFits => {
  const parsed = shape.safeParse(stored);
  return parsed.success ? parsed.data : { day: null, fits: {} };
});
