import { i18n } from '#i18n';
import type { ActionKind } from '../lib/domain/action';
import { kindTitle } from './kindTitle';
import { ownKindsToPick } from './ownKinds';

export interface OwnLogProps {
  readonly onLog: (kind: ActionKind) => void;
}

/** One click logs what the rep has named: no page can count it. */
export function OwnLog({ onLog }: OwnLogProps) {
  const kinds = ownKindsToPick();
  if (kinds.length === 0) return null;
  return (
    <div class="part">
      <div class="acts" role="group" aria-label={i18n.t('ownKinds.log')}>
        <small aria-hidden="true">{i18n.t('ownKinds.log')}</small>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            onClick={() => {
              onLog(kind);
            }}
          >
            {kindTitle(kind, 1)}
          </button>
        ))}
      </div>
    </div>
  );
}
