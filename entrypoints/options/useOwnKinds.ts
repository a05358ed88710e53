import { setOwnKinds } from '../../components/ownKinds';
import type { NamedKind } from '../../lib/domain/ownKinds';
import { useItem } from '../../lib/pages/useItem';
import { ownKinds } from '../../lib/settings/ownKinds';

/** The rep's own kinds, known by name to all that is drawn after it; undefined until they are read. */
export function useOwnKinds(): readonly NamedKind[] | undefined {
  const own = useItem(ownKinds);
  if (own) setOwnKinds(own);
  return own;
}
