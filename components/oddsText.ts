import { i18n } from '#i18n';
import type { Odds } from '../lib/domain/odds/goalOdds';

/** "84% likely"; of rough ones "likely", "even chance" or "a stretch". */
export function oddsText({ p, rough }: Pick<Odds, 'p' | 'rough'>): string {
  if (rough) return i18n.t(p >= 0.7 ? 'odds.likely' : p >= 0.4 ? 'odds.even' : 'odds.stretch');
  return i18n.t('odds.percent', [percentOf(p)]);
}

/** 0.842 → "84". 1 to 99: until it is over, nothing is certain. */
export function percentOf(p: number): string {
  return String(Math.min(99, Math.max(1, Math.round(100 * p))));
}
