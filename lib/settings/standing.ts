import type { Standing } from '../domain/standing';
import { localItem } from './item';
import { isRecord } from './record';

/**
 * The last standing the projector wrote. Only our own worker writes it, so its shape is trusted as long as it is this
 * build's; anything else counts as missing and is projected anew.
 */
export const storedStanding = localItem('standing', (stored): Standing | null =>
  isRecord(stored) && stored['build'] === standingBuild ? (stored['standing'] as Standing) : null,
);

/** Raised whenever the shape of Standing changes. */
export const standingBuild = 3;

export function storeStanding(standing: Standing): Promise<void> {
  return storedStanding.set({ build: standingBuild, standing } as unknown as Standing);
}
