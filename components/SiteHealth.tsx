import { i18n } from '#i18n';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Ask } from './Ask';
import { formatCount } from './formatCount';
import { holdsFocus } from './holdsFocus';
import type { PanelProps } from './sidebar';
import { Tool } from './Tool';

export type SiteHealthProps = Pick<
  PanelProps,
  'site' | 'surface' | 'onMoveTo' | 'onReport' | 'onSwitchOff'
>;

/** Whether this site is being counted, what of it is not recognised, and the ways to see it elsewhere and to leave it alone. */
export function SiteHealth({ site, surface, onMoveTo, onReport, onSwitchOff }: SiteHealthProps) {
  const { label, state, unsaved, notFound = [] } = site;
  const [asking, setAsking] = useState<'off' | 'more' | null>(null);
  const [copied, setCopied] = useState(false);
  const foot = useRef<HTMLElement>(null);
  /** Which button takes the focus from the one that is gone: the harmless answer, and later the one that asked. */
  const next = useRef('');
  useLayoutEffect(() => {
    if (next.current) foot.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = '';
  }, [asking]);
  const turn = (to: typeof asking) => {
    if (holdsFocus(foot.current)) next.current = to ? 'button:last-of-type' : `.${asking ?? ''}`;
    setAsking(to);
  };
  return (
    <footer class={`foot ${unsaved > 0 ? 'waiting' : state}`} ref={foot}>
      {asking ? (
        <Ask
          text={asking === 'off' ? i18n.t('site.off') : i18n.t('site.more', [notFound.join(', ')])}
          yes={i18n.t(`site.${asking}Yes`)}
          no={i18n.t(`site.${asking}No`)}
          onAnswer={(yes) => {
            turn(null);
            if (!yes) return;
            if (asking === 'off') onSwitchOff?.();
            else void onReport?.().then(setCopied);
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
          {onReport && notFound.length > 0 && (
            <button
              type="button"
              class="link more"
              onClick={() => {
                setCopied(false);
                turn('more');
              }}
            >
              {i18n.t(copied ? 'popup.copied' : 'site.details')}
            </button>
          )}
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
              class="link off"
              onClick={() => {
                turn('off');
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
