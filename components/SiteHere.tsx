import { i18n } from '#i18n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { holdsFocus } from './holdsFocus';

/** What can be said about the page that the popup was opened over. */
export type PageHere =
  /** Not looked at yet. */
  | { readonly state: 'new' }
  | { readonly state: 'looking' }
  /** Turned off by the rep, or a known site that was never turned on. */
  | { readonly state: 'off'; readonly label: string }
  | { readonly state: 'recognised'; readonly label: string }
  | { readonly state: 'unknown' };

export interface SiteHereProps {
  /** `crm.example.com`. */
  readonly host: string;
  readonly here: PageHere;
  /** The rep says that this is where the work is: look what it is. */
  readonly onLook: () => void;
  /** Called within the click, as a permission prompt needs. */
  readonly onCount: () => void;
  readonly onDismiss: () => void;
}

/** "This CRM is mine": the page on screen, from not counted to counted in two clicks. */
export function SiteHere({ host, here, onLook, onCount, onDismiss }: SiteHereProps) {
  const box = useRef<HTMLElement>(null);
  const held = useRef(false);
  useLayoutEffect(() => {
    // The button that had the focus is gone; the one that stands in its place takes it.
    if (held.current && here.state !== 'looking') {
      held.current = false;
      box.current?.querySelector('button')?.focus();
    }
  }, [here.state]);
  const look = () => {
    held.current = holdsFocus(box.current);
    onLook();
  };
  return (
    <section class="here" aria-label={host} ref={box}>
      <p role="status">{textOf(here, host)}</p>
      {here.state !== 'looking' && (
        <div class="acts">
          <button type="button" class="go" onClick={here.state === 'new' ? look : onCount}>
            {i18n.t(`here.act.${here.state}`)}
          </button>
          {(here.state === 'recognised' || here.state === 'unknown') && (
            <button type="button" class="link" onClick={onDismiss}>
              {i18n.t('here.dismiss')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function textOf(here: PageHere, host: string): string {
  switch (here.state) {
    case 'off':
    case 'recognised':
      return i18n.t(`here.${here.state}`, [here.label || host]);
    case 'new':
    case 'looking':
    case 'unknown':
      return i18n.t(`here.${here.state}`, [host]);
    default:
      return here satisfies never;
  }
}
