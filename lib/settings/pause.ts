import type { DayKey } from '../domain/day';
import { localItem } from './item';

/** The day the rep has paused goals for; counting goes on. It ends with the day by itself. */
export const pausedOn = localItem('pausedOn', (stored): DayKey | null =>
  typeof stored === 'string' ? stored : null,
);
