import { OwnKindsEditor } from '../../components/OwnKindsEditor';
import { ownKinds } from '../../lib/settings/ownKinds';
import { useOwnKinds } from './useOwnKinds';

/** What the rep has named. */
export function OwnKinds() {
  const kinds = useOwnKinds();
  if (!kinds) return null;
  return <OwnKindsEditor kinds={kinds} onSave={(changed) => void ownKinds.set(changed)} />;
}
