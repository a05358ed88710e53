import { i18n } from '#i18n';
import type { Standing } from '../lib/domain/standing';
import { dueText } from './dueText';
import { formatCount } from './formatCount';
import { formOf } from './hiddenNumbers';
import { kindName } from './kindName';
import { restKey } from './restKey';

/** The one sentence of now: "3 more calls by 10:30", or why nothing is asked. */
export function footholdText(standing: Standing, now: number): string {
  const { foothold, totals } = standing;
  if (!foothold) return i18n.t(`rest.${restKey(standing)}.title`);
  const { kind, size, done } = foothold;
  if (done >= size)
    return i18n.t('next.reached', [formatCount(size), kindName(kind, formOf(size))]);
  const left = size - done;
  const started = done > 0 || (totals[kind] ?? 0) > 0;
  return i18n.t(started ? 'next.more' : 'next.first', [
    formatCount(left),
    kindName(kind, formOf(left)),
    dueText(foothold, now),
  ]);
}
