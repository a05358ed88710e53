import { localItem } from './item';

/**
 * A random word that no page can know: by it the script of a new build recognises the sidebar that the script of an
 * earlier one left behind.
 */
export const kinship = localItem('kinship', (stored) =>
  typeof stored === 'string' ? stored : null,
);

/** Makes one up; false where there is one already, as in every installation but a new one. */
export async function foundKinship(): Promise<boolean> {
  if ((await kinship.get()) !== null) return false;
  await kinship.set(crypto.randomUUID());
  return true;
}
