import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import { Field } from './Field';

/** An address where the rep works. */
export interface EditedSite {
  /** `https://crm.example.com`. */
  readonly origin: string;
  readonly siteLabel: string;
  readonly on: boolean;
  /** The browser lets us see it. */
  readonly granted: boolean;
  /** Set by the company: it stays on. */
  readonly company?: boolean;
}

/** Why an address was not added. */
export type SiteProblem = 'not-an-address' | 'unknown-site' | 'duplicate' | 'denied';

export interface SitesEditorProps {
  readonly sites: readonly EditedSite[];
  readonly problem?: SiteProblem | null;
  /** As typed: whoever owns the permissions reads it. Called within the click, as a permission prompt needs. */
  readonly onAdd: (address: string) => void;
  /** To `on`; for a site without permission that means asking for it again. */
  readonly onToggle: (origin: string, on: boolean) => void;
  readonly onRemove: (origin: string) => void;
}

const problems = {
  'not-an-address': 'address',
  'unknown-site': 'unknown',
  duplicate: 'duplicate',
  denied: 'denied',
} as const;

/** Where Foothold counts. */
export function SitesEditor({
  sites,
  problem = null,
  onAdd,
  onToggle,
  onRemove,
}: SitesEditorProps) {
  const [address, setAddress] = useState('');
  const [empty, setEmpty] = useState(false);
  const id = useId();
  const code = empty ? 'address' : problem && problems[problem];
  return (
    <div class="editor">
      {sites.length === 0 && <p class="hint">{i18n.t('sites.empty')}</p>}
      <ul class="cards">
        {sites.map(({ origin, siteLabel, on, granted, company = false }) => (
          <li key={origin} class="site">
            <label>
              <input
                type="checkbox"
                checked={on && granted}
                disabled={company}
                onChange={(event) => {
                  const wanted = event.currentTarget.checked;
                  // The box shows what is, not what was asked for: a refused permission leaves it as it was.
                  event.currentTarget.checked = on && granted;
                  onToggle(origin, wanted);
                }}
              />
              <b>{siteLabel}</b> <span>{origin.replace(/^https:\/\//, '')}</span>
            </label>
            {company ? (
              <span>{i18n.t('policy.set')}</span>
            ) : (
              <button
                type="button"
                class="link"
                aria-label={i18n.t('sites.removeOf', [origin])}
                onClick={() => {
                  onRemove(origin);
                }}
              >
                {i18n.t('sites.remove')}
              </button>
            )}
            {on && !granted && (
              <p class="problem">
                {company ? i18n.t('policy.allow') : i18n.t('sites.notGranted', [siteLabel])}{' '}
                <button
                  type="button"
                  onClick={() => {
                    onToggle(origin, true);
                  }}
                >
                  {i18n.t(company ? 'policy.grant' : 'sites.grant')}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <form
        class="fields"
        noValidate
        aria-label={i18n.t('sites.add')}
        onSubmit={(event) => {
          event.preventDefault();
          setEmpty(address.trim() === '');
          if (address.trim()) onAdd(address.trim());
        }}
      >
        <Field
          id={id}
          label={i18n.t('sites.address')}
          hint={i18n.t('sites.hint')}
          problem={code ? i18n.t(`sites.problem.${code}`) : ''}
        >
          {(field) => (
            <input
              {...field}
              type="text"
              inputMode="url"
              autoComplete="url"
              spellcheck={false}
              placeholder="https://crm.example.com"
              value={address}
              onInput={(event) => {
                setEmpty(false);
                setAddress(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <button type="submit" class="go">
          {i18n.t('sites.add')}
        </button>
      </form>
    </div>
  );
}
