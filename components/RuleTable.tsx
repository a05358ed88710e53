import { i18n } from '#i18n';
import { outcomes } from '../lib/domain/health';
import { formatCount } from './formatCount';
import type { WatchedSite } from './HealthSection';

export interface RuleTableProps {
  readonly site: WatchedSite;
}

/** How often each rule's intents ended which way, in the last 30 days. */
export function RuleTable({ site: { id, label, counts, names } }: RuleTableProps) {
  if (counts.size === 0) return <p class="hint">{i18n.t('health.empty')}</p>;
  return (
    // Somebody with a keyboard must be able to scroll it, too.
    <div class="scroll" tabIndex={0} role="region" aria-label={i18n.t('health.table', [label])}>
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n.t('health.rule')}</th>
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col">
                {i18n.t(`health.${outcome}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...counts].map(([rule, sums]) => (
            <tr key={rule}>
              <th scope="row">{names?.get(rule) ?? rule.replace(`${id}/`, '')}</th>
              {outcomes.map((outcome) => (
                <td key={outcome}>{formatCount(sums[outcome] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
