import type { TaughtRule } from '../domain/taughtRule';
import { localItem } from './item';
import { parseTaught, taughtKey } from './parseTaught';

export const taughtRules = localItem(taughtKey, parseTaught);

/** The rules of some addresses. */
export function taughtOn(
  origins: readonly string[],
  rules: readonly TaughtRule[],
): readonly TaughtRule[] {
  return rules.filter(({ origin }) => origins.includes(origin));
}
