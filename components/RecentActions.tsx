import { i18n } from '#i18n';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { mostRecent } from '../lib/domain/recent';
import type { RecentAction } from '../lib/domain/standing';
import { clockTime } from './clockTime';
import { holdsFocus } from './holdsFocus';
import { kindTitle } from './kindTitle';
import { isLink, sourceText } from './sourceText';

export interface RecentActionsProps {
  /** Latest first. */
  readonly actions: readonly RecentAction[];
  /** Only what was counted on this site can be taken back here. Without it: all. */
  readonly ownSite?: string | undefined;
  /** What this site is called. */
  readonly ownLabel?: string;
  /** What else can be done about a row. */
  readonly rowTool?: ((action: RecentAction) => ComponentChildren) | undefined;
  readonly onUndo: (id: string) => void;
}

/** What was counted last, why, and the way back. Rows are places: they never slide, their words change. */
export function RecentActions({ actions, ownSite, ownLabel, rowTool, onUndo }: RecentActionsProps) {
  const list = useRef<HTMLUListElement>(null);
  const undone = useRef<string>(null);
  /** What the pointer went down on: a count that comes in before it goes up must not take its place. */
  const pressed = useRef<string>(null);
  useLayoutEffect(() => {
    // The last row's button goes; without this a keyboard starts again at the top of the page.
    if (undone.current === null || actions.some(({ id }) => id === undone.current)) return;
    undone.current = null;
    if (holdsFocus(list.current)) return;
    (
      list.current?.querySelector<HTMLElement>('li:last-child button:last-child') ?? list.current
    )?.focus();
  }, [actions]);
  return (
    <ul
      class="recent"
      ref={list}
      tabIndex={-1}
      aria-label={i18n.t('recent.title')}
      style={{ '--rows': mostRecent }}
    >
      {actions.slice(0, mostRecent).map((action, place) => {
        const { id, kind, at, offset, site, evidence, where } = action;
        const title = kindTitle(kind, 1);
        const time = clockTime(at / 60_000 + offset);
        const source = sourceText(action, site === ownSite ? ownLabel : where);
        const why = i18n.t(`why.${isLink(action) ? 'link' : evidence}`);
        return (
          <li key={place}>
            <span key={id} title={why}>
              <b title={`${title} ${time}, ${source}`}>{title}</b> {time}, {source}
            </span>
            {rowTool?.(action)}
            {(ownSite === undefined || site === ownSite) && (
              <button
                type="button"
                class="link"
                aria-label={i18n.t('recent.undoOf', [title, time])}
                onPointerDown={() => {
                  pressed.current = id;
                }}
                onClick={() => {
                  const meant = pressed.current ?? id;
                  pressed.current = null;
                  undone.current = holdsFocus(list.current) ? meant : null;
                  onUndo(meant);
                }}
              >
                {i18n.t('recent.undo')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
