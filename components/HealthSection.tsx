import { i18n } from '#i18n';
import type { Counts, Unrecognised } from '../lib/domain/health';
import { RuleTable } from './RuleTable';
import { SiteReport } from './SiteReport';

/** One site, at all addresses where the rep has it on. */
export interface WatchedSite {
  readonly id: string;
  readonly label: string;
  /** `https://crm.example.com`. */
  readonly origins: readonly string[];
  /** Of them, where the browser does not let us look. */
  readonly blind: readonly string[];
  /** What rules are called that the rep has taught, by their ids. */
  readonly names?: ReadonlyMap<string, string>;
  readonly unrecognised: Unrecognised;
  /** How each rule's intents ended in the last 30 days. */
  readonly counts: ReadonlyMap<string, Counts>;
}

export interface HealthSectionProps {
  readonly sites: readonly WatchedSite[];
  /** Puts a report on the site into the clipboard. */
  readonly onReport: (id: string) => Promise<boolean>;
}

/** How well Foothold gets on with each site. */
export function HealthSection({ sites, onReport }: HealthSectionProps) {
  return (
    <div class="editor">
      <p class="hint">{i18n.t(sites.length > 0 ? 'health.hint' : 'health.none')}</p>
      <ul class="cards">
        {sites.map((site) => (
          <li key={site.id} class="health">
            <SiteReport site={site} onReport={() => onReport(site.id)} />
            <RuleTable site={site} />
          </li>
        ))}
      </ul>
    </div>
  );
}
