import { i18n } from '#i18n';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Ask } from './Ask';
import { formatCount } from './formatCount';
import type { SiteState } from './sidebar';

export interface SiteHealthProps {
  readonly site: SiteState;
  readonly onSwitchOff: () => void;
}

/** Whether this site is being counted, and the way to leave it alone. */
export function SiteHealth({ site: { label, state, unsaved }, onSwitchOff }: SiteHealthProps) {
  const [asking, setAsking] = useState(false);
  const foot = useRef<HTMLElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    // Never on the first paint: the page's own focus is not ours to take.
    if (asked.current) foot.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    asked.current = asking;
  }, [asking]);
  return (
    <footer class={`foot ${unsaved > 0 ? 'waiting' : state}`} ref={foot}>
      {asking ? (
        <Ask
          text={i18n.t('site.off')}
          yes={i18n.t('site.offYes')}
          no={i18n.t('site.offNo')}
          onAnswer={(yes) => {
            setAsking(false);
            if (yes) onSwitchOff();
          }}
        />
      ) : (
        <>
          <p role="status">
            {unsaved > 0 && <span>{i18n.t('site.unsaved', unsaved, [formatCount(unsaved)])}</span>}
            {(unsaved === 0 || state !== 'counting') && (
              <span>{i18n.t(`site.${state}`, [label])}</span>
            )}
          </p>
          <button
            type="button"
            class="link"
            onClick={() => {
              setAsking(true);
            }}
          >
            {i18n.t('site.switchOff')}
          </button>
        </>
      )}
    </footer>
  );
}
