import type { DayKey } from '../domain/day';
import { localItem } from './item';

/** The day on which the rep wants no nudges; goals and footholds go on. It ends with the day by itself. */
export const quietOn = localItem('quietOn', (stored): DayKey | null =>
  typeof stored === 'string' ? stored : null,
);
