import { actionKinds } from '../lib/domain/action';
import type { Summary } from '../lib/domain/summary';
import { formatCount } from './formatCount';
import { formOf } from './hiddenNumbers';
import { kindName } from './kindName';

export interface DayTotalsProps {
  readonly totals: Summary['totals'];
}

/** What was done today, kind by kind. */
export function DayTotals({ totals }: DayTotalsProps) {
  const done = actionKinds.flatMap((kind) => {
    const count = totals[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  if (!done.length) return null;
  return (
    <ul class="totals">
      {done.map(({ kind, count }) => (
        <li key={kind}>
          <b>{formatCount(count)}</b> {kindName(kind, formOf(count))}
        </li>
      ))}
    </ul>
  );
}
