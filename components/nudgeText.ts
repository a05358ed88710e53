import { i18n } from '#i18n';
import type { SpokenNudge } from '../lib/domain/nudge/spoken';
import { formatCount } from './formatCount';
import { formOf } from './hiddenNumbers';
import { kindName } from './kindName';

/** What there is to say, in words: "A good moment for 3 calls?" */
export function nudgeText({ reason, kind, count }: Pick<SpokenNudge, 'reason' | 'kind' | 'count'>) {
  return i18n.t(`nudge.${reason}`, [`${formatCount(count)} ${kindName(kind, formOf(count))}`]);
}
