import { i18n } from '#i18n';

export interface LostSitesProps {
  /** Origins that are on and that the browser does not let us see. */
  readonly origins: readonly string[];
  /** Called within the click, as a permission prompt needs. */
  readonly onAllow: (origin: string) => void;
  /** Nothing is to be counted there any more. */
  readonly onOff: (origin: string) => void;
}

/** Sites that stopped counting because the browser took its permission back, and the way to get them back. */
export function LostSites({ origins, onAllow, onOff }: LostSitesProps) {
  return (
    <ul class="lost">
      {origins.map((origin) => {
        const host = origin.replace(/^https:\/\//, '');
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
            </div>
          </li>
        );
      })}
    </ul>
  );
}
