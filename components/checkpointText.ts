import { i18n } from '#i18n';
import type { Checkpoint } from '../lib/domain/schedule';
import { clockTime } from './clockTime';

/** "by 10:30", or what the rep calls that time: "by lunch". */
export function checkpointText(minute: number, anchor: Checkpoint['anchor']): string {
  return anchor ? i18n.t(`due.${anchor}`) : i18n.t('due.by', [clockTime(minute)]);
}
