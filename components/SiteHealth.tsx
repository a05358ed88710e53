import { i18n } from '#i18n';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Ask } from './Ask';
import { formatCount } from './formatCount';
import { holdsFocus } from './holdsFocus';
import type { SidebarProps, SiteState } from './sidebar';
import { Tool } from './Tool';

export interface SiteHealthProps {
  readonly site: SiteState;
  readonly surface?: SidebarProps['surface'];
  readonly onMoveTo?: SidebarProps['onMoveTo'];
  readonly onSwitchOff?: SidebarProps['onSwitchOff'];
}

/** Whether this site is being counted, and the ways to see it elsewhere and to leave it alone. */
export function SiteHealth({
  site: { label, state, unsaved },
  surface,
  onMoveTo,
  onSwitchOff,
}: SiteHealthProps) {
  const [asking, setAsking] = useState(false);
  const foot = useRef<HTMLElement>(null);
  const held = useRef(false);
  useLayoutEffect(() => {
    // The button that had the focus is gone; the harmless answer, and later "Off here", takes it.
    if (held.current) foot.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    held.current = false;
  }, [asking]);
  const ask = (now: boolean) => {
    held.current = holdsFocus(foot.current);
    setAsking(now);
  };
  return (
    <footer class={`foot ${unsaved > 0 ? 'waiting' : state}`} ref={foot}>
      {asking ? (
        <Ask
          text={i18n.t('site.off')}
          yes={i18n.t('site.offYes')}
          no={i18n.t('site.offNo')}
          onAnswer={(yes) => {
            ask(false);
            if (yes) onSwitchOff?.();
          }}
        />
      ) : (
        <>
          <p role="status">
            {unsaved > 0 && (
              <span key={`unsaved ${state}`}>
                {i18n.t('site.unsaved', unsaved, [formatCount(unsaved)])}
              </span>
            )}
            {(unsaved === 0 || state !== 'counting') && (
              <span key={state + String(unsaved > 0)}>{i18n.t(`site.${state}`, [label])}</span>
            )}
          </p>
          {onMoveTo && (
            <Tool
              icon={surface === 'panel' ? 'page' : 'panel'}
              label={i18n.t(surface === 'panel' ? 'site.toPage' : 'site.toPanel')}
              onClick={() => {
                onMoveTo(surface === 'panel' ? 'page' : 'panel');
              }}
            />
          )}
          {onSwitchOff && (
            <button
              type="button"
              class="link"
              onClick={() => {
                ask(true);
              }}
            >
              {i18n.t('site.switchOff')}
            </button>
          )}
        </>
      )}
    </footer>
  );
}
