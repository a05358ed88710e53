import { localItem } from './item';

/**
 * A random word that no page can know: by it the script of a new build recognises the sidebar that the script of an
 * earlier one left behind.
 */
export const kinship = localItem('kinship', (stored) =>
  typeof stored === 'string' ? stored : null,
);

/** Makes one up for a new installation. */
export async function foundKinship(): Promise<void> {
  if ((await kinship.get()) === null) await kinship.set(crypto.randomUUID());
}
