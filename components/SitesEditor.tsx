import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import { Field } from './Field';
import { SiteCard, type EditedSite, type SiteKind } from './SiteCard';
import type { Surface } from './SurfaceChoice';

/** Why an address was not added. */
export type SiteProblem = 'address' | 'duplicate' | 'denied';

export interface SitesEditorProps {
  readonly sites: readonly EditedSite[];
  readonly kinds: readonly SiteKind[];
  readonly problem?: SiteProblem | null;
  /** As typed: whoever owns the permissions reads it. Called within the click, as a permission prompt needs. */
  readonly onAdd: (address: string) => void;
  readonly onToggle: (site: EditedSite, on: boolean) => void;
  readonly onKind: (site: EditedSite, id: string) => void;
  readonly onSurface: (site: EditedSite, surface: Surface) => void;
  readonly onRemove: (site: EditedSite) => void;
}

/** Where Foothold counts. */
export function SitesEditor({ sites, kinds, problem = null, onAdd, ...hands }: SitesEditorProps) {
  const [address, setAddress] = useState('');
  const [empty, setEmpty] = useState(false);
  const id = useId();
  const code = empty ? 'address' : problem;
  return (
    <div class="editor">
      {sites.length === 0 && <p class="hint">{i18n.t('sites.empty')}</p>}
      <ul class="cards">
        {sites.map((site) => (
          <SiteCard
            key={site.origin}
            site={site}
            kinds={kinds}
            onToggle={(on) => {
              hands.onToggle(site, on);
            }}
            onKind={(kind) => {
              hands.onKind(site, kind);
            }}
            onSurface={(surface) => {
              hands.onSurface(site, surface);
            }}
            onRemove={() => {
              hands.onRemove(site);
            }}
          />
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
