import { i18n } from '#i18n';
import type { Surface } from './SurfaceChoice';
import { WelcomeStep } from './WelcomeStep';

/** A site that Foothold counts on from now on. */
export interface ReadySite {
  readonly origin: string;
  /** "LinkedIn", or its address. */
  readonly name: string;
  readonly surface: Surface;
}

export interface ReadyProps {
  readonly sites: readonly ReadySite[];
  readonly onGo: (origin: string) => void;
}

/** The last step: where Foothold is now, and what to do next. */
export function Ready({ sites, onGo }: ReadyProps) {
  return (
    <WelcomeStep step={3} title={i18n.t('welcome.ready')} lead={i18n.t('welcome.readyLead')}>
      {sites.length > 0 ? (
        <ul class="cards sites">
          {sites.map(({ origin, name, surface }) => (
            <li key={origin} class="ready">
              <p>{i18n.t(`welcome.on.${surface}`, [name])}</p>
              <button
                type="button"
                class="go"
                onClick={() => {
                  onGo(origin);
                }}
              >
                {i18n.t('welcome.goTo', [name])}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="note">{i18n.t('welcome.none')}</p>
      )}
      <p class="hint">{i18n.t('welcome.icon')}</p>
    </WelcomeStep>
  );
}
