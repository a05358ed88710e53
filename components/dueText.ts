import { i18n } from '#i18n';
import type { Foothold } from '../lib/domain/standing';
import { checkpointText } from './checkpointText';
import { formatCount } from './formatCount';
import { numbersHidden } from './hiddenNumbers';

/** "by 10:30", "by lunch", "in the next 25 minutes"; `brief` for a narrow place: "25 min". */
export function dueText(foothold: Foothold, now: number, brief = false): string {
  // In steps of five: a text that counts down every minute is a stopwatch.
  const minutes = Math.max(5, Math.ceil((foothold.by - now) / 300_000) * 5);
  if (foothold.due === 'soon' && minutes <= 30 && !numbersHidden()) {
    return i18n.t(brief ? 'due.brief' : 'due.soon', [formatCount(minutes)]);
  }
  return checkpointText(foothold.byMinute, foothold.due === 'soon' ? undefined : foothold.anchor);
}
