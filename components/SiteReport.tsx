import { i18n } from '#i18n';
import { useState } from 'preact/hooks';
import type { WatchedSite } from './HealthSection';

export interface SiteReportProps {
  readonly site: WatchedSite;
  readonly onReport: () => Promise<boolean>;
}

const list = new Intl.ListFormat();

/** A site's state in words, and the report on it. */
export function SiteReport({ site, onReport }: SiteReportProps) {
  const [copied, setCopied] = useState(false);
  const { label, origins, blind, names, unrecognised } = site;
  const { pages } = unrecognised;
  const rules = unrecognised.rules.map((rule) => names?.get(rule) ?? rule);
  const changed = pages.length + rules.length > 0;
  return (
    <>
      <div class="title">
        <h3>
          {label}{' '}
          <span>{origins.map((origin) => origin.replace(/^https:\/\//, '')).join(', ')}</span>
        </h3>
        <button
          type="button"
          class="link"
          aria-label={i18n.t('health.reportOn', [label])}
          onClick={() => void onReport().then(setCopied)}
        >
          {i18n.t('site.moreYes')}
        </button>
      </div>
      <p class={changed ? 'problem' : 'saved'}>
        {i18n.t(changed ? 'site.changed' : 'site.counting', [label])}
      </p>
      {pages.length > 0 && <p>{i18n.t('health.pages', [list.format(pages)])}</p>}
      {rules.length > 0 && <p>{i18n.t('health.rules', [list.format(rules)])}</p>}
      {blind.length > 0 && (
        <p class="problem">{i18n.t('sites.notGranted', [list.format(blind)])}</p>
      )}
      <p role="status" class={copied ? 'saved' : 'quiet'}>
        {copied && i18n.t('popup.copied')}
      </p>
    </>
  );
}
