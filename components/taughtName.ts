import type { TaughtRule } from '../lib/domain/taughtRule';
import { kindTitle } from './kindTitle';

/** What the rep calls it; without a name it goes by what it counts. */
export function taughtName({ name, kind }: Pick<TaughtRule, 'name' | 'kind'>): string {
  return name || kindTitle(kind, 1);
}
