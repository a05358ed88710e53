import type { SpokenNudge } from '../domain/nudge/spoken';
import { localItem } from './item';
import { isRecord } from './record';

/** Only our own worker writes it, in its own shape; anything else is silence. */
export const spokenNudge = localItem('nudge', (stored): SpokenNudge | null =>
  isRecord(stored) && typeof stored['until'] === 'number'
    ? (stored as unknown as SpokenNudge)
    : null,
);
