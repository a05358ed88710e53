import { i18n } from '#i18n';
import { useId, useState } from 'preact/hooks';
import { Field } from './Field';
import { SurfaceChoice, type Surface } from './SurfaceChoice';
import { siteNote } from './siteNote';
import { WelcomeStep } from './WelcomeStep';

/** A site with an address of its own. */
export interface KnownSite {
  readonly id: string;
  readonly label: string;
  /** `www.linkedin.com`. */
  readonly host: string;
}

/** What the rep picked. */
export interface Picks {
  readonly known: readonly { readonly id: string; readonly surface: Surface }[];
  /** As typed; null without one. */
  readonly own: { readonly address: string; readonly surface: Surface } | null;
}

export interface PickSitesProps {
  /** What the company has set; it is on already, and the browser is asked for it with the rest. */
  readonly company: readonly Omit<KnownSite, 'id'>[];
  readonly known: readonly KnownSite[];
  /** What those are called that count at an address which the rep types. */
  readonly typed: readonly string[];
  /** What was typed is no address. */
  readonly badAddress: boolean;
  /** After the browser's prompt: hosts that it lets us see, and hosts that it does not. */
  readonly answer: { readonly yes: readonly string[]; readonly no: readonly string[] } | null;
  /** Called within the click, as a permission prompt needs. */
  readonly onPick: (picks: Picks) => void;
  /** On to the next step with what there is. */
  readonly onSkip: () => void;
}

const list = new Intl.ListFormat();

/** The first step: where the rep works, and where Foothold shows there. */
export function PickSites({ company, known, typed, badAddress, answer, ...hands }: PickSitesProps) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [surfaces, setSurfaces] = useState<Readonly<Record<string, Surface>>>({});
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);
  const id = useId();
  const nothing = company.length === 0 && picked.size === 0 && address.trim() === '';
  const surfaceOf = (site: string) => surfaces[site] ?? 'page';
  const choose = (site: string) => (surface: Surface) => {
    setSurfaces({ ...surfaces, [site]: surface });
  };

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (nothing) return;
    hands.onPick({
      known: known.flatMap((site) =>
        picked.has(site.id) ? [{ id: site.id, surface: surfaceOf(site.id) }] : [],
      ),
      own: address.trim() ? { address: address.trim(), surface: surfaceOf(own) } : null,
    });
  }

  return (
    <WelcomeStep step={1} title={i18n.t('welcome.pick')} lead={i18n.t('welcome.pickLead')}>
      <form class="editor" noValidate onSubmit={submit}>
        <ul class="cards">
          {company.map(({ label, host }) => (
            <li key={host} class="site">
              <label>
                <input type="checkbox" checked disabled />
                {label && <b>{label}</b>} <span>{host}</span>
              </label>
              <span>{i18n.t('policy.set')}</span>
            </li>
          ))}
          {known.map((site) => (
            <li key={site.id} class="site">
              <label>
                <input
                  type="checkbox"
                  checked={picked.has(site.id)}
                  onChange={(event) => {
                    const without = [...picked].filter((one) => one !== site.id);
                    setPicked(
                      new Set(event.currentTarget.checked ? [...without, site.id] : without),
                    );
                  }}
                />
                <b>{site.label}</b> <span>{site.host}</span>
              </label>
              {picked.has(site.id) && (
                <SurfaceChoice
                  of={site.label}
                  surface={surfaceOf(site.id)}
                  note={siteNote(site.id)}
                  onChange={choose(site.id)}
                />
              )}
            </li>
          ))}
          <li>
            <Field
              id={id}
              label={i18n.t('welcome.own')}
              hint={i18n.t('welcome.ownHint', [list.format(typed)])}
              problem={badAddress ? i18n.t('sites.problem.address') : ''}
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
                    setAddress(event.currentTarget.value);
                  }}
                />
              )}
            </Field>
            {address.trim() && (
              <SurfaceChoice of={address.trim()} surface={surfaceOf(own)} onChange={choose(own)} />
            )}
          </li>
        </ul>
        {tried && nothing && (
          <p class="problem" role="alert">
            {i18n.t('welcome.nothing')}
          </p>
        )}
        {answer && answer.no.length > 0 && (
          <p class="note" role="alert">
            {answer.yes.length > 0
              ? i18n.t('welcome.half', [list.format(answer.yes), list.format(answer.no)])
              : i18n.t('welcome.denied', [list.format(answer.no)])}
          </p>
        )}
        <div class="acts">
          <button type="submit" class="go">
            {i18n.t(answer ? 'welcome.again' : 'welcome.continue')}
          </button>
          <button type="button" class="link" onClick={hands.onSkip}>
            {i18n.t(answer ? 'welcome.without' : 'welcome.later')}
          </button>
        </div>
      </form>
    </WelcomeStep>
  );
}

/** No site has this id. */
const own = ' own';
