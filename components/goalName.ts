import type { GoalStanding } from '../lib/domain/standing';
import { kindName } from './kindName';

const list = new Intl.ListFormat();

/** "Calls", "Calls and emails". */
export function goalName({ kinds }: Pick<GoalStanding, 'kinds'>): string {
  const names = list.format(kinds.map((kind) => kindName(kind, 2)));
  return names.charAt(0).toLocaleUpperCase() + names.slice(1);
}
