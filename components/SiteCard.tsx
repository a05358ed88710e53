import { i18n } from '#i18n';
import { useId } from 'preact/hooks';
import { hostOf } from './hostOf';
import { SurfaceChoice, type Surface } from './SurfaceChoice';
import { siteNote } from './siteNote';

/** What an address may be taken for. */
export interface SiteKind {
  readonly id: string;
  /** Empty for a page that no site recognises. */
  readonly label: string;
}

/** An address where the rep works, or could. */
export interface EditedSite {
  /** `https://crm.example.com`. */
  readonly origin: string;
  readonly site: SiteKind;
  readonly on: boolean;
  /** The browser lets us see it. */
  readonly granted: boolean;
  readonly surface: Surface;
  /** On an address of its own: it is not the rep's to remove or to rename. */
  readonly known: boolean;
  /** Set by the company: it stays as it is. */
  readonly company?: boolean;
  /** None of its pages has been recognised yet, so what it is may be wrong. */
  readonly guessed?: boolean;
}

export interface SiteCardProps {
  readonly site: EditedSite;
  /** What an address of the rep's own can be; a site that its host names is none of them. */
  readonly kinds: readonly SiteKind[];
  /** To `on`; for a site without permission that means asking for it again. Called within the click. */
  readonly onToggle: (on: boolean) => void;
  readonly onKind: (id: string) => void;
  readonly onSurface: (surface: Surface) => void;
  readonly onRemove: () => void;
}

/** One site: whether it counts, what it is and where Foothold shows on it. */
export function SiteCard({ site: edited, kinds, ...hands }: SiteCardProps) {
  const { origin, site, on, granted, surface, known, company = false, guessed = false } = edited;
  const id = useId();
  const host = hostOf(origin);
  return (
    <li class="site">
      <label>
        <input
          type="checkbox"
          checked={on && granted}
          disabled={company}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            // The browser may refuse: until it has said yes the box stays as it is.
            if (!granted) event.currentTarget.checked = false;
            hands.onToggle(wanted);
          }}
        />
        {site.label && <b>{site.label}</b>} <span>{host}</span>
      </label>
      {company && <span>{i18n.t('policy.set')}</span>}
      {!known && !company && (
        <button
          type="button"
          class="link"
          aria-label={i18n.t('sites.removeOf', [origin])}
          onClick={hands.onRemove}
        >
          {i18n.t('sites.remove')}
        </button>
      )}
      {on && !granted && (
        <p class="problem">
          {company ? i18n.t('policy.allow') : i18n.t('sites.notGranted', [host])}{' '}
          <button
            type="button"
            onClick={() => {
              hands.onToggle(true);
            }}
          >
            {i18n.t(company ? 'policy.grant' : 'sites.grant')}
          </button>
        </p>
      )}
      {on && granted && (
        <div class="more">
          {!company && kinds.some(({ id: kind }) => kind === site.id) && (
            <p class="check">
              <label for={id}>{i18n.t('sites.kind')}</label>
              <select
                id={id}
                value={site.id}
                onChange={(event) => {
                  hands.onKind(event.currentTarget.value);
                }}
              >
                {kinds.map(({ id: kind, label }) => (
                  <option key={kind} value={kind}>
                    {label || i18n.t('sites.other')}
                  </option>
                ))}
              </select>
            </p>
          )}
          {guessed && <p class="hint">{i18n.t('sites.guessed')}</p>}
          <SurfaceChoice
            of={site.label || host}
            surface={surface}
            note={siteNote(site.id)}
            locked={company}
            onChange={hands.onSurface}
          />
        </div>
      )}
    </li>
  );
}
