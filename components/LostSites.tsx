import { i18n } from '#i18n';
import { hostOf } from './hostOf';

export interface LostSitesProps {
  /** Those that are on and that the browser does not let us see. What the company has set stays on. */
  readonly sites: readonly { readonly origin: string; readonly company?: boolean }[];
  /** Called within the click, as a permission prompt needs. */
  readonly onAllow: (origin: string) => void;
  /** Nothing is to be counted there any more. */
  readonly onOff: (origin: string) => void;
}

/** Sites that stopped counting because the browser took its permission back, and the way to get them back. */
export function LostSites({ sites, onAllow, onOff }: LostSitesProps) {
  return (
    <ul class="lost">
      {sites.map(({ origin, company }) => {
        const host = hostOf(origin);
        return (
          <li key={origin}>
            <p>{i18n.t('sites.notGranted', [host])}</p>
            <div class="acts">
              <button
                type="button"
                class="go"
                aria-label={i18n.t('sites.grantOf', [host])}
                onClick={() => {
                  onAllow(origin);
                }}
              >
                {i18n.t('sites.grant')}
              </button>
              {!company && (
                <button
                  type="button"
                  class="link"
                  aria-label={i18n.t('sites.offOf', [host])}
                  onClick={() => {
                    onOff(origin);
                  }}
                >
                  {i18n.t('sites.off')}
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
